import Foundation
import Markdown
import TestSupport
import Testing

@testable import Course

/// Records of runs, and how they are compared with the notes.
struct RecordTests {
  @Test(arguments: [0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 1000])
  func `the hash is that of sha256sum`(length: Int) throws {
    let text = String((0..<length).map { Character(Unicode.Scalar(UInt8(97 + $0 * 7 % 26))) })
    let folder = try TemporaryFolder()
    try folder.write(text, to: "a")
    let expected = try runProgram(["/usr/bin/sha256sum", "\(folder.path)/a"]).output.prefix(64)
    #expect(SHA256.hexadecimal(of: text) == String(expected))
  }

  @Test(arguments: [
    // prose, titles, place, prompts and a name are no part of what is run
    ("# A\n```sh\nls\n```\n", "# B\n\nText.\n\n```bash\nls\n```\n", true),
    ("```sh\nls\n```\n", "```console\n$ ls\n```\n", true),
    ("```sh\nls\n```\n", "```sh name=other\nls\n```\n", true),
    ("```sh\nls\n```\n", "```sh\nls -l\n```\n", false),
    ("```sh\nls\npwd\n```\n", "```sh\nls; pwd\n```\n", false),
    ("```console\n$ ls\na\n```\n", "```console\n$ ls\nb\n```\n", false),
    ("```sh\nls\n```\n", "```sh\nls\n```\nOutput:\n```text\na\n```\n", false),
    ("```sh\nls\n```\n", "```sh exit=2\nls\n```\n", false),
    ("```sh\nls\n```\n", "```sh cwd=/tmp\nls\n```\n", false),
    ("```sh\nls\n```\n", "```sh env=A=1\nls\n```\n", false),
    ("```sh env=A=1\nls\n```\n", "```sh env=A=2\nls\n```\n", false),
    ("Add to `a.conf`:\n\n```\nk = 1\n```\n", "Add to `a.conf`:\n\n```\nk = 2\n```\n", false),
    ("Add to `a.conf`:\n\n```\nk = 1\n```\n", "Add to `b.conf`:\n\n```\nk = 1\n```\n", false),
  ])
  func `a step's fingerprint tells what is run`(left: String, right: String, isSame: Bool) throws {
    let steps = try [left, right].map { try #require(page($0).steps.first) }
    #expect((steps[0].fingerprint == steps[1].fingerprint) == isSame)
  }

  @Test(arguments: [
    ("## 1. A\n```sh\nls\n```\n## 2. B\n```sh\npwd\n```\n", ["current", "current"]),
    // a new title is no new step
    ("## 1. A\n```sh\nls\n```\n## 2. C\n```sh\npwd\n```\n", ["current", "current"]),
    ("## 1. A\n```sh\nls -l\n```\n## 2. B\n```sh\npwd\n```\n", ["stale", "current"]),
    ("## 2. B\n```sh\npwd\n```\n## 1. A\n```sh\nls\n```\n", ["current", "current"]),
    // two that are alike do not share what one of them did
    ("## C\n```sh\nls\n```\n## D\n```sh\nls\n```\n", ["current", "missing"]),
    ("## 3. C\n```sh\nid\n```\n", ["missing"]),
  ])
  func `steps are found in a record as they change`(notes: String, expected: [String]) {
    let record = record(of: page("## 1. A\n```sh\nls\n```\n## 2. B\n```sh\npwd\n```\n"))
    let states = record.states(of: page(notes).steps).map { state in
      switch state {
      case .current: "current"
      case .stale: "stale"
      case .missing: "missing"
      }
    }
    #expect(states == expected)
  }

  @Test(arguments: [
    ("text\n\n```sh\nls\n```\n", []),
    ("```sh\nls -l\n```\n", ["1:1 step ls has changed since results/a.json was written"]),
    ("```sh\nls\n```\n\n```sh\npwd\n```\n", ["5:1 results/a.json does not know step commands-pwd"]),
    ("```sh\nls\n```\n\nText.\n\n```json\n{}\n```\n", []),
    ("<!-- notes: silence=stale-record -->\n\n```sh\nls -l\n```\n", []),
  ])
  func `check tells steps that changed since the record`(notes: String, expected: [String]) {
    let page = page(notes)
    var record = record(of: self.page("```sh\nls\n```\n"))
    record.steps[0].id = page.steps[0].id
    let found = RecordCheck.diagnostics(page, record: record, recordPath: "results/a.json")
      .filter { !$0.isSilenced }
    #expect(
      found.map { "\($0.position.line):\($0.position.column) \($0.message)" }
        == expected.map { $0.replacing("step ls", with: "step \(page.steps[0].label)") })
    #expect(found.allSatisfy { $0.mend == "run `notes exec a --record`" })
  }

  @Test(arguments: [
    ("", "1:1 not JSON"),
    ("{\n  \"date\": ]\n", "2:11 not JSON: did not find expected node content"),
    ("<<<<<<< ours\n", "1:1 not JSON"),
    ("{\n \"schema\": \"notes.record/1\"\n}", "1:1 'page' is missing"),
    ("PASSED", "18:19 'outcome' has an unknown value"),
    ("\"line\" : 1", "17:16 'line' is of the wrong kind"),
    ("notes.record/1", "5:14 'schema' has an unknown value"),
  ])
  func `a record that cannot be read is told with the place`(change: String, expected: String)
    throws
  {
    let whole = try json(record(of: page("```sh\nls\n```\n")))
    let text =
      switch change {
      case "PASSED": whole.replacing("\"passed\"", with: "\"PASSED\"")
      case "\"line\" : 1": whole.replacing(change, with: "\"line\" : \"1\"")
      case "notes.record/1": whole.replacing(change, with: "notes.record/9")
      default: change
      }
    do {
      _ = try JSONDecoder().decode(PageRecord.self, from: Data(text.utf8))
      Issue.record("it was read")
    } catch {
      let diagnostic = Diagnostic.brokenRecord("results/a.json", text: text, error)
      #expect(diagnostic.rule == "broken-record")
      let message = diagnostic.message.replacing(
        "this is no record that can be read: ", with: "")
      let position = diagnostic.position
      #expect("\(position.line):\(position.column) \(message)".hasPrefix(expected), "\(text)")
    }
  }

  @Test func `a record is read as it was written, with keys of later versions`() throws {
    let record = record(of: page("## 1. A\n```sh\nls\n```\n"))
    let text = try json(record).replacing("\"line\" : 2", with: "\"later\" : [1], \"line\" : 2")
    #expect(text.contains("later"))
    #expect(try JSONDecoder().decode(PageRecord.self, from: Data(text.utf8)) == record)
  }

  @Test(arguments: [
    ("a\tb\nc", "a\tb\nc"), ("10%\r20%\r100%\n", "100%\n"), ("abc\rX\n", "Xbc\n"),
    ("abc\r\u{1B}[KX\n", "X\n"), ("abc\u{1B}[2K\rX\n", "X  \n"), ("a\r\nb\r\n", "a\nb\n"),
    ("\u{1B}[1;32mgreen\u{1B}[0m", "green"), ("\u{1B}]0;title\u{7}a", "a"),
    ("\u{1B}]8;;http://e.org\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
    ("\u{1B}]0;never ends\nb", "\nb"), ("\u{1B}(Ba\u{1B}7b\u{1B}", "ab"), ("abd\u{8}c", "abc"),
    ("\u{8}a\0b\u{7F}\u{85}c\u{FEFF}", "abc"), ("\u{9B}31mred", "red"), ("é\r\u{1B}[1Gx", "x"),
    ("\u{1B}[31", ""), ("\u{1B}[\ná", "\ná"),
  ])
  func `of what is printed stays what a screen shows in the end`(printed: String, shown: String) {
    #expect(ScreenText(printed).text == shown)
    #expect(ScreenText(shown).text == shown)
  }

  private func page(_ text: String) -> Page { Page(path: "content/a.md", bytes: Array(text.utf8)) }

  private func record(of page: Page) -> PageRecord {
    PageRecord(
      page: page.path, title: page.title, date: "2026-01-02T03:04:05Z", duration: 0.25,
      system: SystemRecord(place: "sandbox"),
      steps: page.steps.map { step in
        StepRecord(
          id: step.id, number: step.number, title: step.title, line: page.fileLine(of: step),
          hash: step.fingerprint, outcome: .passed)
      })
  }

  private func json(_ record: PageRecord) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(record), as: UTF8.self)
  }
}
