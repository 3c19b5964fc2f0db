package import Course
internal import FoundationEssentials
package import Machine

/// Reads the record of a page.
package enum RecordFile {
  /// - Parameters:
  ///   - path: in the course, such as `results/week1.json`.
  ///   - root: the course's folder.
  ///   - diagnostics: takes what is wrong with a record that cannot be read.
  /// - Returns: `nil` where it cannot be read.
  package static func record(
    _ path: String, in root: String, diagnostics: inout [Diagnostic]
  ) throws(MachineError) -> PageRecord? {
    let bytes = try System.contents(of: "\(root)/\(path)")
    do {
      return try JSONDecoder().decode(PageRecord.self, from: Data(bytes))
    } catch {
      let text = String(decoding: bytes, as: UTF8.self)
      diagnostics.append(.brokenRecord(path, text: text, error))
      return nil
    }
  }
}
