import Foundation
import TestSupport
import Testing

/// `notes test` on documents that pin each matcher of each dialect.
struct TestVerbTests {
  private static func fixture(_ name: String) throws -> String {
    try Checkout.text("Tests/Fixtures/dialects/\(name)")
  }

  @Test(arguments: [
    ("cram", "cram.t", 23, 0), ("scrut", "scrut.md", 24, 0), ("scrut", "scrut.t", 4, 0),
    ("mdx", "mdx.md", 16, 3), ("mdx", "mdx.t", 3, 0), ("notes", "notes.md", 2, 0),
  ])
  func `a document that holds passes, and an update changes no byte`(
    dialect: String, name: String, passed: Int, skipped: Int
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(try Self.fixture(name), to: name)
    let result = try runNotes(["test", "--update", "--dialect", dialect, name], in: folder.path)
    #expect(result.status == 0, "\(result.output)\(result.error)")
    let counts = "\(passed) passed" + (skipped > 0 ? ", \(skipped) skipped" : "")
    #expect(result.output.contains("✓ \(name)  \(counts), "), "\(result.output)")
    #expect(try folder.text(name) == Self.fixture(name))
  }

  @Test(arguments: [
    ("cram", "cram-wrong.t", 9), ("scrut", "scrut-wrong.md", 8), ("mdx", "mdx-wrong.md", 6),
    ("notes", "notes-wrong.md", 5),
  ])
  func `each test that does not hold fails, and holds once it is updated`(
    dialect: String, name: String, failed: Int
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(try Self.fixture(name), to: name)
    let before = try runNotes(["test", "--dialect", dialect, name], in: folder.path)
    #expect(before.status == 1)
    #expect(before.output.contains("✗ \(name)  \(failed) failed, "), "\(before.output)")
    #expect(try folder.text(name) == Self.fixture(name))

    let update = try runNotes(["test", "--update", "--dialect", dialect, name], in: folder.path)
    #expect(update.status == 1)
    try expectGolden(try folder.text(name), "dialects/updated/\(name)")
    let after = try runNotes(["test", "--update", "--dialect", dialect, name], in: folder.path)
    // One step of the notes fails by itself, which no update mends.
    #expect(after.status == (dialect == "notes" ? 1 : 0), "\(after.output)")
    try expectGolden(try folder.text(name), "dialects/updated/\(name)")
  }

  @Test func `a document may say that it is not for this machine`() throws {
    let folder = try TemporaryFolder()
    try folder.write(try Self.fixture("skip.t"), to: "skip.t")
    let result = try runNotes(["test", "skip.t"], in: folder.path)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("– skip.t  skipped: a command ended with 80\n"))
  }

  @Test func `what could not be run is told, and its message is not written`() throws {
    let folder = try TemporaryFolder()
    let text = "  $ no-such-program\n  fine\n  $ sleep 60\n  fine\n  $ exit 3\n  $ echo x\n  x\n"
    try folder.write(text, to: "a.t")
    let result = try runNotes(["test", "--update", "--timeout", "3", "a.t"], in: folder.path)
    #expect(result.status == 1)
    #expect(result.output.contains("a.t:2:3: failed: output differs: no-such-program\n"))
    #expect(result.output.contains("a.t:3:3: failed: it took longer than it may: sleep 60\n"))
    #expect(result.output.contains("a.t:6:3: failed: the shell had ended before it: echo x\n"))
    #expect(result.output.contains("nothing was updated"))
    #expect(try folder.text("a.t") == text)
  }

  @Test func `all pages of a course are tested, several at a time`() throws {
    let folder = try TemporaryFolder()
    for number in 1...6 {
      let text = "```console\n$ cd /; touch mine; ls | grep -c mine\n\(number == 3 ? 2 : 1)\n```\n"
      try folder.write(text, to: "content/week\(number).md")
    }
    let result = try runNotes(["test", "--jobs", "3"], in: folder.path)
    #expect(result.status == 1)
    #expect(result.output.contains("content/week3.md:3:1: failed: output differs: cd /; touch"))
    #expect(result.output.contains("    @@ -1,1 +1,1 @@\n    -2\n    +1\n"))
    #expect(
      result.output.contains("\n6 documents: 5 passed, 1 failed; 6 tests: 5 passed, 1 failed"))
    #expect(try runNotes(["test", "week1", "content/week2.md"], in: folder.path).status == 0)
  }

  @Test func `a page's steps are told as they end, and hints fail nothing`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "```sh\nnano file\n```\n\n```sh\necho 5  # => 4\n```\n\n```sh\nfalse\n```\n", to: "a.md")
    let result = try runNotes(["test", "a.md"], in: folder.path)
    #expect(result.status == 1)
    #expect(result.output.contains("✗ a.md  1 failed, 1 skipped, 1 unlike a hint, "))
    #expect(result.output.contains("a.md:10:1: failed: exit status 1: "))
  }

  @Test func `endings of lines stay, and new lines have them too`() throws {
    let folder = try TemporaryFolder()
    let text = "x\r\n\r\n```console\r\n$ printf 'a\\nb\\n'\r\nold\r\n```\r\nend"
    try folder.write(text, to: "a.md")
    #expect(try runNotes(["test", "--update", "a.md"], in: folder.path).status == 1)
    #expect(try folder.text("a.md") == text.replacing("old\r\n", with: "a\r\nb\r\n"))
  }

  @Test(arguments: [
    ("scrut", "```\n$ x\n```\n", "1:1: error: a block without a language"),
    ("scrut", "```scrut\nx\n```\n", "2:1: error: output stands where a command should"),
    ("scrut", "```scrut {stream: x}\n$ x\n```\n", "1:1: error: 'stream' is no setting of a test"),
    ("mdx", "```sh toto\n$ x\n```\n", "1:1: error: 'toto' is no label of a test"),
  ])
  func `a document that its tool would refuse is refused`(
    dialect: String, text: String, message: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "a.md")
    let result = try runNotes(["test", "--dialect", dialect, "a.md"], in: folder.path)
    #expect(result.status == 1)
    #expect(result.error.contains("a.md:\(message)"), "\(result.error)")
  }
}
