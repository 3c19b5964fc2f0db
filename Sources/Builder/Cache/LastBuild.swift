internal import Course
internal import Machine

/// What the last build left and what it reported.
///
/// Like ``BuildCache`` it can be lost at any time.
struct LastBuild {
  /// ``SiteBuild/state(_:_:_:now:_:_:)``
  var state: UInt64
  /// ``OutsideFiles/wanted``
  var wanted: Set<String>
  /// Without changes.
  var report: SiteReport

  private static let layout = "notes.last/1"

  init(state: UInt64, wanted: Set<String>, report: SiteReport) {
    self.state = state
    self.wanted = wanted
    self.report = report
  }

  /// `nil` where the file is missing, damaged or of another layout.
  init?(reading path: String) {
    guard let bytes = try? System.contents(of: path), let last = try? Self(bytes) else {
      return nil
    }
    self = last
  }

  private init(_ bytes: [UInt8]) throws(BinaryReader.Damaged) {
    var reader = BinaryReader(bytes)
    guard try reader.text() == Self.layout else { throw BinaryReader.Damaged() }
    state = try reader.number()
    wanted = Set(try reader.array { reader throws(BinaryReader.Damaged) in try reader.text() })
    report = SiteReport(
      pages: try reader.integer(), steps: try reader.integer(), changes: [], changesLock: false,
      outside: Set(try reader.array { reader throws(BinaryReader.Damaged) in try reader.text() }),
      diagnostics: try reader.array { reader throws(BinaryReader.Damaged) in
        try Diagnostic(from: &reader)
      })
    guard reader.isAtEnd else { throw BinaryReader.Damaged() }
  }

  var bytes: [UInt8] {
    var writer = BinaryWriter()
    writer.write(Self.layout)
    writer.write(state)
    writer.write(wanted.sorted()) { $0.write($1) }
    writer.write(report.pages)
    writer.write(report.steps)
    writer.write(report.outside.sorted()) { $0.write($1) }
    writer.write(report.diagnostics) { $1.write(to: &$0) }
    return writer.bytes
  }
}
