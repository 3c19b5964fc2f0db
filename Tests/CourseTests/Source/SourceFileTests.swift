import Course
import Markdown
import Testing

/// Bad bytes become diagnostics with a place, and a text that can be read all the same.
struct SourceFileTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var id: String
    var bytes: [UInt8]
    var text: String
    var troubles: [String]
    var testDescription: String { id }
  }

  static let cases = [
    Case(id: "empty", bytes: [], text: "", troubles: []),
    Case(id: "plain", bytes: Array("a é\n".utf8), text: "a é\n", troubles: []),
    Case(
      id: "byte-order mark", bytes: [0xEF, 0xBB, 0xBF] + Array("# a\n".utf8), text: "# a\n",
      troubles: ["1:1 warning byte-order-mark"]),
    Case(
      id: "NUL", bytes: Array("a\nb\0c\0\n".utf8), text: "a\nb\u{FFFD}c\u{FFFD}\n",
      troubles: ["2:2 error nul-byte"]),
    Case(
      id: "invalid UTF-8", bytes: Array("a\né ".utf8) + [0x93, 0x61, 0xC3] + Array("\n".utf8),
      text: "a\né \u{FFFD}a\u{FFFD}\n", troubles: ["2:4 error invalid-utf8"]),
    Case(
      id: "CR LF", bytes: Array("a\r\nb\r\n".utf8), text: "a\nb\n",
      troubles: ["1:1 warning line-endings"]),
    Case(
      id: "one CR LF among LF", bytes: Array("a\nb\r\nc\n".utf8), text: "a\nb\nc\n",
      troubles: ["2:1 warning line-endings"]),
    Case(
      id: "CR alone", bytes: Array("a\rb".utf8), text: "a\nb",
      troubles: ["1:1 warning line-endings"]),
    Case(
      id: "UTF-16", bytes: [0xFF, 0xFE, 0x61, 0x00], text: "",
      troubles: ["1:1 error invalid-utf8"]),
    Case(
      id: "damage", bytes: Array("a â€” b â€” c\n".utf8), text: "a — b — c\n",
      troubles: ["1:3 warning encoding-damage"]),
    Case(
      id: "all at once", bytes: Array("â€” \0\r\n".utf8) + [0xFF], text: "— \u{FFFD}\n\u{FFFD}",
      troubles: [
        "1:1 warning encoding-damage", "1:10 error nul-byte", "1:1 warning line-endings",
        "2:1 error invalid-utf8",
      ]),
  ]

  @Test(arguments: cases)
  func `the troubles of a file are told in one go`(_ input: Case) {
    let source = SourceFile(path: "a.md", bytes: input.bytes)
    #expect(source.text == input.text)
    let troubles = source.diagnostics.map {
      "\($0.position.line):\($0.position.column) \($0.severity.rawValue) \($0.rule)"
    }
    #expect(troubles.sorted() == input.troubles.sorted())
  }

  @Test func `a place in the text leads back to the file`() {
    let source = SourceFile(path: "a.md", bytes: Array("â€” x\0y\n".utf8))
    #expect(source.text == "— x\u{FFFD}y\n")
    let places = [(1, 1), (4, 9), (5, 10), (6, 11), (9, 12)]
    for (column, expected) in places {
      let position = source.filePosition(SourcePosition(line: 1, column: column))
      #expect(position == SourcePosition(line: 1, column: expected))
    }
  }

  @Test func `a line of the file is given without its ending`() {
    let source = SourceFile(path: "a.md", bytes: Array("a\r\nb\rc\n".utf8))
    #expect((1...4).map { source.line($0) } == ["a", "b", "c", nil])
  }
}
