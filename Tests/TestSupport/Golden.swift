import Foundation
package import Testing

/// Compares a text with the one recorded beside the tests.
///
/// With `RECORD_SNAPSHOTS=1` the text is recorded anew and the test fails, so that the change is read
/// before it is committed.
package func expectGolden(
  _ text: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let url = URL(filePath: "\(Checkout.root)/Tests/Fixtures/\(path)")
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    Issue.record("recorded \(path)", sourceLocation: sourceLocation)
    return
  }
  let expected = try String(contentsOf: url, encoding: .utf8)
  #expect(text == expected, "see Tests/Fixtures/\(path)", sourceLocation: sourceLocation)
}
