import Builder
import Course
import FoundationEssentials
import Machine

extension CourseFolder {
  /// Reads what is recorded of a page.
  ///
  /// - Parameter diagnostics: takes what is wrong with a record that cannot be read.
  /// - Returns: `nil` where there is none that can be read.
  func record(of page: Page, diagnostics: inout [Diagnostic]) throws -> PageRecord? {
    let path = page.names.record
    guard Files.exists("\(root)/\(path)") else { return nil }
    return try RecordFile.record(path, in: root, diagnostics: &diagnostics)
  }

  /// Where a page and its record disagree.
  func recordDiagnostics(_ page: Page, maximumAge: Duration?) throws -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if let record = try record(of: page, diagnostics: &diagnostics) {
      diagnostics += RecordCheck.diagnostics(
        page, record: record, recordPath: page.names.record, maximumAge: maximumAge,
        now: Timestamp(Date.now.formatted(.iso8601)))
    }
    return diagnostics
  }
}
