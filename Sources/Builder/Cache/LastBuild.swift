internal import Course
internal import Machine

/// What the last build left and what it reported.
///
/// Like ``BuildCache`` it can be lost at any time.
struct LastBuild {
  var state: BuildState
  /// ``OutsideFiles/wanted``
  var wanted: Set<String>
  /// Without changes.
  var report: SiteReport

  private static let layout = "notes.last/2"

  init(state: BuildState, wanted: Set<String>, report: SiteReport) {
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
    state = BuildState(
      course: try reader.number(), pages: try reader.number(), records: try reader.number(),
      site: try reader.number())
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
    for number in [state.course, state.pages, state.records, state.site] { writer.write(number) }
    writer.write(wanted.sorted()) { $0.write($1) }
    writer.write(report.pages)
    writer.write(report.steps)
    writer.write(report.outside.sorted()) { $0.write($1) }
    writer.write(report.diagnostics) { $1.write(to: &$0) }
    return writer.bytes
  }
}

/// All that a build reads or makes, as numbers that are the same for the same.
struct BuildState: Equatable {
  /// Settings, theme, the names of all files, what stands beside the notes, the repository.
  var course: UInt64
  /// The notes.
  var pages: UInt64
  var records: UInt64
  /// The site's folder.
  var site: UInt64
}
