internal import Course
internal import Machine

/// What the last build learnt from git, so that the next one need not go through the log.
///
/// Like ``BuildCache`` it can be lost at any time.
struct HistoryCache: Equatable {
  /// The commit that was checked out.
  var head = ""
  /// When each page was last committed, `nil` where it never was.
  var dates: [String: Timestamp?] = [:]
  /// Pages as they were when git was asked whether they are as committed, with its answer.
  var states: [String: State] = [:]

  struct State: Equatable {
    var stamp: FileStamp
    var isCommitted: Bool
  }

  private static let layout = "notes.history/1"

  init() {}

  /// Nothing where the file is missing, damaged or of another layout.
  init(reading path: String) {
    guard let bytes = try? System.contents(of: path), let cache = try? Self(bytes) else { return }
    self = cache
  }

  private init(_ bytes: [UInt8]) throws(BinaryReader.Damaged) {
    var reader = BinaryReader(bytes)
    guard try reader.text() == Self.layout else { throw BinaryReader.Damaged() }
    head = try reader.text()
    let dates = try reader.array { reader throws(BinaryReader.Damaged) in
      (try reader.text(), try reader.optionalText().flatMap { Timestamp($0) })
    }
    let states = try reader.array { reader throws(BinaryReader.Damaged) in
      let path = try reader.text()
      return (path, State(stamp: try FileStamp(from: &reader), isCommitted: try reader.flag()))
    }
    guard reader.isAtEnd else { throw BinaryReader.Damaged() }
    self.dates = Dictionary(dates, uniquingKeysWith: { $1 })
    self.states = Dictionary(states, uniquingKeysWith: { $1 })
  }

  var bytes: [UInt8] {
    var writer = BinaryWriter()
    writer.write(Self.layout)
    writer.write(head)
    writer.write(dates.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key)
      writer.write(entry.value?.text)
    }
    writer.write(states.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key)
      entry.value.stamp.write(to: &writer)
      writer.write(entry.value.isCommitted)
    }
    return writer.bytes
  }
}
