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
    let bytes = try Files.contents("\(root)/\(path)")
    do {
      return try JSONDecoder().decode(PageRecord.self, from: Data(bytes))
    } catch {
      let text = String(decoding: bytes, as: UTF8.self)
      diagnostics.append(.brokenRecord(path, text: text, error))
      return nil
    }
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
