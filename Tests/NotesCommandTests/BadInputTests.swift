import TestSupport
import Testing

/// What the program says to input that is not as it should be: a place, a mend, an exit status.
struct BadInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var id: String
    var arguments: [String]
    var status: Int32
    /// Each has to stand in what is printed to standard error.
    var messages: [String]
    var testDescription: String { id }
  }

  /// A course whose pages have a fault each.
  static let pages: [String: [UInt8]] = [
    "content/good.md": Array("# Good\n\n```sh\nls\n```\n".utf8),
    "content/open.md": Array("# A\n\n```sh\nls\n".utf8),
    "content/bytes.md": Array("# A\n\né ".utf8) + [0x93] + Array(" x\n\0\n".utf8),
    "content/mark.md": [0xEF, 0xBB, 0xBF] + Array("# A\r\n\r\nb\r\n".utf8),
    "content/empty.md": [],
    "content/matter.md": Array("---\ntitle: [a\norder: b\n---\n# A\n".utf8),
    "content/folder.md/x.txt": Array("x".utf8),
    "outside.md": Array("# Out\n\n```sh\necho out\n```\n\n```sh\nls\n".utf8),
  ]

  static let cases = [
    Case(
      id: "open fence", arguments: ["check", "open"], status: 1,
      messages: [
        "content/open.md:3:1: error: code fence is never closed", "mend: add a closing fence",
      ]),
    Case(
      id: "bad bytes", arguments: ["check", "bytes"], status: 1,
      messages: [
        "content/bytes.md:3:4: error: byte 0x93 is not UTF-8",
        "content/bytes.md:4:1: error: NUL byte",
      ]),
    Case(
      id: "byte-order mark and CR LF", arguments: ["check", "mark"], status: 0,
      messages: [
        "content/mark.md:1:1: warning: byte-order mark",
        "content/mark.md:1:1: warning: carriage returns: all 3 lines",
      ]),
    Case(id: "empty file", arguments: ["check", "empty"], status: 0, messages: []),
    Case(
      id: "front matter", arguments: ["check", "matter"], status: 1,
      messages: ["content/matter.md:3:6: error: front matter is not YAML"]),
    Case(
      id: "folder for a file", arguments: ["steps", "content/folder.md"], status: 2,
      messages: ["'content/folder.md' is a folder"]),
    Case(
      id: "unknown page", arguments: ["steps", "god"], status: 2,
      messages: ["no page 'god'; did you mean good?"]),
    Case(
      id: "unknown page, nothing near", arguments: ["exec", "xyzzy"], status: 2,
      messages: ["no page 'xyzzy'; there are bytes, empty, good"]),
    Case(
      id: "missing file", arguments: ["steps", "nowhere/a.md"], status: 2,
      messages: ["no page 'nowhere/a.md'"]),
    Case(
      id: "page outside the course", arguments: ["steps", "outside.md"], status: 1,
      messages: ["outside.md:7:1: error: code fence is never closed"]),
    Case(
      id: "script for a page outside", arguments: ["sync", "outside.md"], status: 2,
      messages: ["'outside.md' is not in"]),
    Case(id: "unknown verb", arguments: ["biuld"], status: 2, messages: ["Usage: notes"]),
    Case(
      id: "unknown flag", arguments: ["steps", "good", "--jsno"], status: 2, messages: ["--jsno"]),
    Case(
      id: "no course", arguments: ["build", "--course", "nowhere"], status: 2,
      messages: ["'nowhere' is no folder"]),
    Case(
      id: "a course without notes", arguments: ["build", "--course", "content/folder.md"],
      status: 2, messages: ["no .md file in"]),
    Case(
      id: "host without anyone to ask", arguments: ["exec", "good", "--in", "host"], status: 2,
      messages: ["add --yes to run it"]),
    Case(
      id: "no time", arguments: ["exec", "good", "--timeout", "0"], status: 2,
      messages: ["--timeout"]),
    Case(
      id: "all pages at once", arguments: ["build"], status: 1,
      messages: [
        "content/bytes.md:3:4", "content/bytes.md:4:1", "content/mark.md:1:1",
        "content/matter.md:3:6", "content/open.md:3:1",
      ]),
  ]

  @Test(arguments: cases)
  func `bad input is told`(_ input: Case) throws {
    let folder = try TemporaryFolder()
    for (path, bytes) in Self.pages { try folder.write(bytes, to: path) }
    let result = try runNotes(input.arguments, in: folder.path)
    #expect(result.status == input.status, "\(result.error)")
    for message in input.messages { #expect(result.error.contains(message), "\(result.error)") }
    // A good page stands in the site beside bad ones.
    if input.arguments == ["build"] { #expect(folder.exists("site/good.html")) }
  }

  @Test func `where no sandbox can be made the status is 3 and the mend is told`() throws {
    let folder = try TemporaryFolder()
    try folder.write("# A\n\n```sh\nls\n```\n", to: "a.md")
    let result = try runNotes(["exec", "a.md"], in: folder.path, environment: ["PATH": "/nowhere"])
    #expect(result.status == 3)
    #expect(result.error.contains("bubblewrap is not installed"))
    #expect(result.error.contains("`apt install bubblewrap`"))
  }

  @Test func `what cannot be written is not half-written`() throws {
    let folder = try TemporaryFolder()
    try folder.write("# A\n", to: "content/a.md")
    try folder.write("mine", to: "site/a.html/file")
    let result = try runNotes(["build", "--accept-foreign"], in: folder.path)
    #expect(result.status == 1)
    #expect(result.error.contains("'a.html' in the site's folder is a file that no build made"))
    #expect(try folder.text("site/a.html/file") == "mine")
  }

  @Test func `no colour reaches a pipe`() throws {
    let folder = try TemporaryFolder()
    try folder.write("```sh\nls\n", to: "a.md")
    let plain = try runNotes(["check", "a.md"], in: folder.path, environment: ["NO_COLOR": ""])
    #expect(!plain.error.contains("\u{1B}"))
    let forced = try runNotes(
      ["check", "a.md"], in: folder.path, environment: ["NO_COLOR": "", "CLICOLOR_FORCE": "1"])
    #expect(forced.error.contains("\u{1B}[1;31merror:"))
  }
}
