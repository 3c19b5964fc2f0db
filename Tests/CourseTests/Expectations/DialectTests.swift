import Testing

@testable import Course

/// What each dialect accepts, an expectation and an output a line.
struct DialectTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var dialect: Dialect
    var expected: String
    var output: String
    var accepts: Bool

    init(_ dialect: Dialect, _ expected: String, _ output: String, _ accepts: Bool) {
      (self.dialect, self.expected, self.output, self.accepts) = (
        dialect, expected, output, accepts
      )
    }

    var testDescription: String { "\(dialect.name): '\(expected)' for '\(output)'" }
  }

  static let rows: [Row] = [
    // Blanks and line feeds.
    Row(.notes, "a", "a  \n\n", true),
    Row(.cram, "a", "a  \n", false),
    Row(.cram, "a", "a\n\n", false),
    Row(.scrut, "a", "a  \n", false),
    Row(.mdx, "a", "a \t\n", true),
    Row(.mdx, "a ", "a \n", false),
    Row(.notes, "a", "a", true),
    Row(.cram, "a", "a", false),
    Row(.cram, "a (no-eol)", "a", true),
    Row(.scrut, "a", "a", false),
    Row(.scrut, "a (no-eol)", "a", true),
    Row(.scrut, "a (no-eol)", "a\n", false),
    Row(.scrut, "a (glob)", "a", true),
    Row(.mdx, "a", "a", true),
    Row(.scrut, "a\nb", "a\r\nb\r\n", true),
    Row(.scrut, "a", "a\r", false),
    Row(.cram, "a", "a\r\n", false),
    Row(.cram, #"a\r (esc)"#, "a\r\n", true),
    // Globs.
    Row(.notes, #"\*?* (glob)"#, "*b\n", true),
    Row(.cram, #"\*?* (glob)"#, "ab\n", false),
    Row(.scrut, #"\* (glob)"#, "\\abc\n", true),
    Row(.scrut, #"\* (glob)"#, "*\n", false),
    Row(.scrut, #"\x41* (esc) (glob)"#, "Abc\n", true),
    Row(.cram, "a? (glob)", "a? (glob)\n", true),
    Row(.scrut, "a (glob)", "a (glob)\n", false),
    Row(.mdx, "a* (glob)", "ab\n", false),
    // Regular expressions: how they are held at the ends, and what is forgiven.
    Row(.notes, "sea|sand (re)", "seagull\n", false),
    Row(.cram, "sea|sand (re)", "seagull\n", true),
    Row(.cram, "sea|sand (re)", "sand\n", false),
    Row(.scrut, "sea|sand (re)", "seagull\n", true),
    Row(.scrut, "sea|sand (re)", "wet sand\n", true),
    Row(.scrut, "sea|sand (re)", "the sea\n", false),
    Row(.cram, "[a-c]{2} (re)", "ab\n", true),
    Row(.cram, #"{"a": [[]1]} (re)"#, "{\"a\": [1]}\n", true),
    Row(.scrut, #"\"a\"\_ (regex)"#, "\"a\"_\n", true),
    Row(.cram, "*** (re)", "***\n", false),
    // Escapes.
    Row(.notes, #"\e[1m (esc)"#, "\u{1B}[1m\n", true),
    Row(.cram, #"\x1b[1m (esc)"#, "\u{1B}[1m\n", true),
    Row(.cram, #"\e[1m (esc)"#, "\u{1B}[1m\n", false),
    Row(.scrut, #"\e[1m\033 (escaped)"#, "\u{1B}[1m\u{1B}\n", true),
    Row(.cram, "caf\u{E9}", "caf\u{E9}\n", true),
    Row(.cram, #"caf\xc3\xa9 (esc)"#, "caf\u{E9}\n", true),
    Row(.cram, #"caf\\ (esc)"#, "caf\\\n", true),
    Row(.scrut, #"a\nb (esc)"#, "a\nb\n", false),
    // Suffixes of one tool alone, and lines that are meant as they stand.
    Row(.cram, "a (regex)", "a\n", false),
    Row(.cram, "a (equal)", "a (equal)\n", true),
    Row(.scrut, "a (glob) (equal)", "a (glob)\n", true),
    Row(.scrut, "[3] (equal)", "[3]\n", true),
    // How often.
    Row(.scrut, "a (+)", "a\na\n", true),
    Row(.scrut, "a (*)\nb", "b\n", true),
    Row(.scrut, "a (?)", "a\na\n", false),
    Row(.cram, "a (+)", "a\na\n", false),
    Row(.notes, ".* (re*)\na\nb", "a\nx\na\nb\n", true),
    Row(.scrut, ".* (re*)\na\nb", "a\nx\na\nb\n", false),
    Row(.scrut, "x (?)\ny (*)\na", "a\n", true),
    Row(.scrut, "* (glob+)\nend", "end\nend\n", true),
    // Ellipses.
    Row(.notes, "1\n...\n9", "1\n9\n", true),
    Row(.mdx, "1\n...\n9", "1\n2\n9\n9\n", true),
    Row(.mdx, "  ...  ", "1\n2\n", true),
    Row(.cram, "1\n...\n9", "1\n2\n9\n", false),
    Row(.scrut, "...", "1\n", false),
    Row(.mdx, "Hello...", "Hello\n", true),
    Row(.mdx, "Hello...", "Hell\n", false),
    Row(.mdx, "Hello...", "Hello...\n", true),
    Row(.notes, "Hello...", "Hello you\n", false),
    Row(.notes, "a [..] c", "a b c\n", true),
    Row(.mdx, "a [..] c", "a b c\n", false),
  ]

  @Test(arguments: rows)
  func `a dialect takes what its tool takes`(row: Row) {
    let lines = row.expected.split(separator: "\n").map(String.init)
    let output = PrintedLines(Array(row.output.utf8), row.dialect)
    let accepts = ExpectedOutput(lines, row.dialect).accepts(output)
    #expect(accepts == row.accepts)
  }

  @Test func `bytes that are no text are compared all the same`() {
    let output: [UInt8] = [0x61, 0xFF, 0x0A]
    for dialect in [Dialect.cram, .scrut, .notes] {
      let expected = ExpectedOutput([#"a\xff (esc)"#], dialect)
      #expect(expected.accepts(PrintedLines(output, dialect)), "\(dialect.name)")
      #expect(!ExpectedOutput([#"a\xfe (esc)"#], dialect).accepts(PrintedLines(output, dialect)))
    }
  }

  @Test(arguments: [
    (Dialect.notes, ["a", "[2]"], 2), (.notes, ["[2]", "a"], 0), (.scrut, ["[2]", "a"], 2),
    (.mdx, ["a", "[2]"], 2), (.cram, ["a", "[2]"], 0),
  ])
  func `an exit status stands where the tool has it`(dialect: Dialect, lines: [String], status: Int)
  {
    #expect(ExpectedOutput(lines, dialect).status == status)
  }

  @Test func `cram's exit status counts as printed`() {
    let printed = PrintedLines(Array("a\n".utf8), status: 12, .cram)
    #expect(ExpectedOutput(["a", "[12]"], .cram).accepts(printed))
    #expect(ExpectedOutput(["a", #"\[1\d\] (re)"#], .cram).accepts(printed))
    #expect(!ExpectedOutput(["a"], .cram).accepts(printed))
  }
}
