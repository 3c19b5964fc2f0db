import TestSupport
import Testing

@testable import Course

/// What takes the place of an expectation that no longer holds.
struct ExpectationUpdateTests {
  static let rows: [(dialect: Dialect, old: String, output: String, new: String)] = [
    (.notes, "a\n...\nz", "a\nb\ny", "a|b|y"),
    (.notes, "a\n...\nm\nz", "a\nb\nm\ny\n", "a|...|m|y"),
    (.notes, "took [..] s\nold", "took 5 s\nnew\n", "took [..] s|new"),
    (.notes, "... (+)\nx", "x (glob)\n...\n", "x (glob) (equal)|... (equal)"),
    (.notes, "x", "a\tb\n", #"a\tb (esc)"#),
    (.notes, "x", "$ ls\n# no\n", #"\x24 ls (esc)|\x23 no (esc)"#),
    (.scrut, "a (+)\nb", "a\na\nc\n", "a|a|c"),
    (.scrut, "a (+)\nb\nx", "a\na\nb\ny\n", "a (+)|b|y"),
    (.scrut, "x", "a", "a (no-eol)"),
    (.scrut, "none (?)\na\nb", "a\nc\n", "none (?)|a|c"),
    (.mdx, "1\n2\n...\n9\n...\n20", "1\n2\n3\n9\n10\n11\n", "1|2|...|9|10|11"),
    (.cram, "a* (glob)\nb", "ax\ncaf\u{E9}\n", #"a* (glob)|caf\xc3\xa9 (esc)"#),
    (.cram, "x", "a (glob)\nend", "a (glob)|end (no-eol)"),
    (.cram, "x", "", ""),
  ]

  @Test(arguments: rows)
  func `lines that fit stay, and the others are written anew`(
    row: (dialect: Dialect, old: String, output: String, new: String)
  ) {
    let old = row.old.split(separator: "\n").map(String.init)
    let lines = Self.update(old, row.output, row.dialect)
    #expect(lines.joined(separator: "|") == row.new)
  }

  @Test func `an update is accepted, and a second one changes nothing`() {
    var random = SplitMix64(seed: 7)
    let words = [
      "a", "b", "ab", "", "* (glob)", "a (+)", "b (?)", "...", "[..]b", "a. (re*)", "[1]",
    ]
    for dialect in [Dialect.notes, .cram, .scrut, .mdx] {
      for _ in 0..<2_000 {
        func text(_ count: Int) -> [String] {
          (0..<Int.random(in: 0...count, using: &random)).map { _ in
            words.randomElement(using: &random) ?? ""
          }
        }
        let (old, output) = (text(6), text(6).map { $0 + "\n" }.joined())
        let new = Self.update(old, output, dialect)
        let printed = PrintedLines(Array(output.utf8), dialect)
        let expected = ExpectedOutput(new, dialect)
        // What mdx cannot write is told, not written: a line that is an ellipsis or a status.
        if dialect.name == .mdx, expected.status != 0 { continue }
        let isAccepted = expected.accepts(printed)
        #expect(isAccepted, "\(dialect.name): \(old) for \(output): \(new)")
        #expect(Self.update(new, output, dialect) == new, "\(dialect.name): \(old) for \(output)")
      }
    }
  }

  private static func update(_ old: [String], _ output: String, _ dialect: Dialect) -> [String] {
    let printed = PrintedLines(Array(output.utf8), dialect)
    return ExpectationUpdate(old, printed, status: 0, readsStatus: true, dialect).texts(old)
  }
}
