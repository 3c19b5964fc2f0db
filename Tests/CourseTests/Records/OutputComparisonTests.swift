import Course
import Testing

/// Printed text beside what the notes say.
struct OutputComparisonTests {
  /// Changed pieces stand between brackets.
  private func marked(_ expected: String, _ printed: String) -> String {
    OutputComparison(expected: expected, printed: printed).pieces.map { piece in
      piece.isChanged ? "[\(piece.text)]" : piece.text
    }.joined()
  }

  @Test(arguments: [
    ("a\n", "a\n", "a\n"), ("v 15.9\n", "v 16.9\n", "v 1[6].9\n"),
    ("v 15.9\n", "v 17.2\n", "v 1[7].[2]\n"),
    ("two words\n", "two other words\n", "two [other ]words\n"),
    ("two words\n", "two\n", "two[]\n"), ("a\nb\nc\n", "a\nc\n", "a\n[]c\n"),
    ("a\nc\n", "a\nb\nc\n", "a\n[b]\nc\n"), ("a\n", "", "[]"), ("a\n", "b", "[b]\n"),
    ("x (glob)\n", "y\n", "[y]\n"), ("a* (glob)\nb\n", "abc\nd\n", "abc\n[d]\n"),
    ("a\n...\nz\n", "a\nb\nc\nz!\n", "a\nb\nc\nz[!]\n"), ("...\n", "a\n", "a\n"),
    ("n [..] ms\n", "n 12 s\n", "[n 12 s]\n"), ("naïve\n", "naïf\n", "naï[f]\n"),
  ])
  func `what differs is marked and nothing else`(
    expected: String, printed: String, result: String
  ) {
    #expect(marked(expected, printed) == result)
  }

  @Test func `a long output is compared at its beginning alone`() {
    let lines = (0..<5_000).map { "line \($0)\n" }.joined()
    #expect(marked("other\n", lines).hasSuffix("line 4999\n"))
    let long = String(repeating: "a b ", count: 20_000) + "c"
    #expect(marked("x\(long)\n", "y\(long)\n") == "[y]\(long)\n")
  }
}
