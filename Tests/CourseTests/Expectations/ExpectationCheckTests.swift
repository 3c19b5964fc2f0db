import Course
import Markdown
import Testing

/// Expectations that say something else than they seem to.
struct ExpectationCheckTests {
  @Test(arguments: [
    ("a (golb)", "unknown-suffix 3:3"), ("a (regexp)", "unknown-suffix 3:3"),
    ("é (regx+)", "unknown-suffix 3:4"), ("a (noeol)", "unknown-suffix 3:3"),
    ("a (re{2})", "unknown-suffix 3:3"), ("a (glob**)", "unknown-suffix 3:3"),
    ("a (+re)", "unknown-suffix 3:3"), ("a (escape)", "unknown-suffix 3:3"),
    ("a (Glob)", "unknown-suffix 3:3"), ("a (globs)  ", "unknown-suffix 3:3"),
    // what programs print
    ("Python 3.9 (default)", nil), ("a (blob)", nil), ("a (red)", nil), ("a (x64)", nil),
    ("a (1)", nil), ("a ()", nil), ("a (main)", nil), ("a (equals)", nil), ("f(regexp)", nil),
    ("a (re 3)", nil), ("a (glob) (equal)", nil), ("a (golb) (equal)", nil), ("a (see glob)", nil),
    ("a (esc)", nil), ("a (no-eol)", nil), ("a (+)", nil),
    // regular expressions
    ("( (re)", "regular-expression 3:1"), ("a** (re+)", "regular-expression 3:1"),
    ("(a) (re)", nil), ("( (glob)", nil),
    // what asks for nothing
    ("...", "empty-expectation 3:1"), (".* (re)", "empty-expectation 3:1"),
    ("* (glob)", "empty-expectation 3:1"), ("a (re*)", "empty-expectation 3:1"),
    ("[..]", "empty-expectation 3:1"), ("a (?)\n...\n.* (re)", "empty-expectation 3:1"),
    ("...\na", nil), (".+ (re)", nil), ("?* (glob)", nil), ("...\n[2]", nil), ("[0]", nil),
    ("...\n[0]", "empty-expectation 3:1"), ("", nil),
  ])
  func `a trouble is told at its place`(lines: String, expected: String?) {
    #expect(found("```console\n$ ./f\n\(lines)\n```\n") == (expected.map { [$0] } ?? []))
  }

  @Test(arguments: [
    ("```sh\n./f\n# => a (golb)\n```", ["unknown-suffix 3:8"]),
    ("```sh\n./f\n```\n```text\na\nb (golb)\n```", ["unknown-suffix 6:3"]),
    ("```sh\n./f\n```\n```text\n...\n```", ["empty-expectation 5:1"]),
    ("- ```console\n  $ ./f\n  a\n  ( (re)\n  ```", ["regular-expression 4:3"]),
    ("```console\n$ ./f\na\n$ ./f\nb (golb)\n```", ["unknown-suffix 5:3"]),
    ("```text\na (golb)\n```", []), ("```console\n$ ssh <name>@host\na (golb)\n```", []),
  ])
  func `expectations are looked at wherever they stand`(source: String, expected: [String]) {
    #expect(found(source + "\n") == expected)
  }

  private func found(_ source: String) -> [String] {
    PageCheck.diagnostics(Page(path: "a.md", bytes: Array(source.utf8))).map {
      "\($0.rule) \($0.position.line):\($0.position.column)"
    }
  }
}
