import Builder
import Course
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
  func recordDiagnostics(_ page: Page) throws -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if let record = try record(of: page, diagnostics: &diagnostics) {
      diagnostics += RecordCheck.diagnostics(
        page, record: record, recordPath: page.names.record)
    }
    return diagnostics
  }
}
