internal import Machine

/// ``BuildCache`` in its file, of whose pages those are read that are wanted.
///
/// Where few pages have changed, to read and write all of them would take longer than to make the few.
struct StandingCache {
  /// All but the pages.
  var course: BuildCache
  private let bytes: [UInt8]
  /// Where each page stands, in order of path.
  private let entries: [Range<Int>]
  private var replaced: [Int: BuildCache.PageEntry] = [:]

  /// - Returns: `nil` where the file is missing, damaged or of another layout.
  init?(reading path: String) {
    guard let bytes = try? System.contents(of: path), let cache = try? Self(bytes) else {
      return nil
    }
    self = cache
  }

  private init(_ bytes: [UInt8]) throws(BinaryReader.Damaged) {
    self.bytes = bytes
    var reader = BinaryReader(bytes)
    course = try BuildCache(course: &reader)
    entries = try reader.array { reader throws(BinaryReader.Damaged) in try reader.part() }
    guard reader.isAtEnd else { throw BinaryReader.Damaged() }
  }

  /// How many pages it knows.
  var count: Int { entries.count }

  /// A page as the last build left it.
  func page(_ number: Int) throws(BinaryReader.Damaged) -> BuildCache.PageEntry {
    var reader = BinaryReader(bytes, from: entries[number].lowerBound)
    return try BuildCache.PageEntry(from: &reader)
  }

  /// The notes of a page and the record of its last run, as they were.
  func stamps(
    ofPage number: Int
  ) throws(BinaryReader.Damaged) -> (source: FileStamp, record: FileStamp?) {
    var reader = BinaryReader(bytes, from: entries[number].lowerBound)
    let source = try FileStamp(from: &reader)
    return (source, try reader.flag() ? FileStamp(from: &reader) : nil)
  }

  mutating func replace(_ number: Int, with page: BuildCache.PageEntry) { replaced[number] = page }

  /// What to write for the next build.
  var written: [UInt8] {
    var writer = BinaryWriter()
    writer.reserve(bytes.count + 4096)
    course.write(courseTo: &writer)
    writer.write(entries.enumerated()) { writer, entry in
      writer.write(part: replaced[entry.offset].map { $0.bytes[...] } ?? bytes[entry.element])
    }
    return writer.bytes
  }
}
