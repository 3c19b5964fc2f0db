import Foundation
import TestSupport
import Testing

/// What `notes build` makes of records.
struct RecordBuildTests {
  private func record(_ page: String, date: String = "2026-11-24T10:00:00Z") -> String {
    """
    { "schema": "notes.record/1", "page": "content/\(page).md", "title": "T", "date": "\(date)",
      "duration": 0, "system": { "place": "sandbox", "distribution": "Debian GNU/Linux 12 (bookworm)",
      "kernel": "", "architecture": "", "tools": {} }, "steps": [] }
    """
  }

  private func course() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] {
      try folder.write("# \(name)\n\n```sh\nls\n```\n", to: "content/\(name).md")
    }
    try folder.write(record("a"), to: "results/a.json")
    return folder
  }

  @Test func `a record that changes, comes or goes makes its page anew, and no other`() throws {
    let folder = try course()
    func build() throws -> [String: [Int]] {
      #expect(try runNotes(["build"], in: folder.path).status == 0)
      return try folder.stamps(below: "site")
    }
    let first = try build()
    #expect(try folder.text("site/a.html").contains("0 of 1 step verified</b> on Debian 12, <time"))
    #expect(try folder.text("site/b.html").contains("Steps on this page: <b>1</b>"))
    #expect(try build() == first)

    try folder.write(record("a", date: "2026-11-25T10:00:00Z"), to: "results/a.json")
    let second = try build()
    #expect(try folder.text("site/a.html").contains("2026-11-25"))
    #expect(first["a.html"] != second["a.html"])
    #expect(first["b.html"] == second["b.html"])

    try folder.write(record("b"), to: "results/b.json")
    let third = try build()
    #expect(try folder.text("site/b.html").contains("0 of 1 step verified"))
    #expect(second["a.html"] == third["a.html"])

    try FileManager.default.removeItem(atPath: "\(folder.path)/results/b.json")
    _ = try build()
    #expect(try folder.text("site/b.html").contains("Steps on this page: <b>1</b>"))
    #expect(try runNotes(["build", "--check"], in: folder.path).status == 0)
  }

  @Test func `a broken record is told with its place, each time, and ends no build`() throws {
    let folder = try course()
    try folder.write("{ \"schema\": 1 }\n", to: "results/a.json")
    for _ in 0..<2 {
      let result = try runNotes(["build"], in: folder.path)
      #expect(result.status == 1)
      #expect(
        result.error.contains("results/a.json:1:13: error: this is no record that can be read"),
        "\(result.error)")
      #expect(try folder.text("site/a.html").contains("Steps on this page: <b>1</b>"))
    }
  }
}
