import Course
import Markdown
import TestSupport
import Testing

/// For every rule about pages one page that breaks it and one that does not.
struct RuleFixtureTests {
  /// `⟦` marks where the trouble is told; `\u{F8FF}` stands for a byte that is no UTF-8.
  struct Fixture {
    var rule: String
    var invalid: String
    var valid: String
  }

  @Test(arguments: fixtures)
  func `the invalid page breaks the rule where it is marked, and the valid one none`(
    fixture: Fixture
  ) throws {
    let before = try #require(fixture.invalid.firstRange(of: "⟦")).lowerBound
    let lines = fixture.invalid[..<before].split(
      separator: "\n", omittingEmptySubsequences: false)
    let place = "\(lines.count):\(bytes(String(lines[lines.count - 1])).count + 1)"
    let invalid = diagnostics(fixture.invalid.replacing("⟦", with: ""))
    #expect(invalid.map(\.rule) == [fixture.rule])
    #expect(
      invalid.map { "\($0.position.line):\($0.position.column)" } == [place],
      "\(invalid.map(\.message))")
    #expect(invalid.allSatisfy { $0.rule == "nesting" || $0.mend != nil })
    #expect(diagnostics(fixture.valid).map(\.message) == [])
  }

  @Test func `no rule about pages is without its two pages`() throws {
    let sections = try Checkout.text("docs/rules.md").split(separator: "\n## ")
    // These are about files beside the page or no pages, and have tests that write those.
    let elsewhere: Set = [
      "address", "broken-image", "broken-lock", "broken-record", "dead-anchor", "dead-image",
      "command-drift", "dead-link", "dead-remote-anchor", "dead-remote-link", "earlier-anchor",
      "failed-record", "include-drift", "lost-anchor", "old-record",
      "missing-url", "moved-link", "notebook", "outdated-theme", "script-drift", "settings",
      "shallow-clone", "stale-record", "sync-conflict", "template", "test-document",
      "unreachable-link",
    ]
    let rules = sections.flatMap { $0.split(separator: "\n") }.filter { $0.hasPrefix("### ") }
      .map { String($0.dropFirst(4)) }
    #expect(rules.count > 20)
    let known = Set(Self.fixtures.map(\.rule))
    #expect(rules.filter { !known.contains($0) && !elsewhere.contains($0) } == [])
    #expect(known.subtracting(rules) == [])
  }

  private func diagnostics(_ text: String) -> [Diagnostic] {
    PageCheck.diagnostics(Page(path: "a.md", bytes: bytes(text)))
  }

  private func bytes(_ text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { $0 == "\u{F8FF}" ? [0xFF] : Array(String($0).utf8) }
  }

  static let fixtures: [Fixture] = [
    Fixture(rule: "encoding-damage", invalid: "# A ⟦â€” b\n", valid: "# A — b\n"),
    Fixture(rule: "byte-order-mark", invalid: "⟦\u{FEFF}# A\n", valid: "# A\n"),
    Fixture(rule: "invalid-utf8", invalid: "# A ⟦\u{F8FF}\n", valid: "# A é\n"),
    Fixture(rule: "nul-byte", invalid: "# A ⟦\0\n", valid: "# A\n"),
    Fixture(rule: "line-endings", invalid: "⟦# A\r\n\r\nb\r\n", valid: "# A\n\nb\n"),
    Fixture(
      rule: "indented-content", invalid: "- ⟦!!! note\n\n      Text.\n",
      valid: "- !!! note\n  Text.\n"),
    Fixture(
      rule: "indented-content", invalid: "⟦=== \"A\"\n\n    Text.\n",
      valid: "=== \"A\"\n\nText.\n\n    ls\n"),
    Fixture(rule: "unclosed-fence", invalid: "- ⟦```sh\n  ls\n", valid: "- ```sh\n  ls\n  ```\n"),
    Fixture(
      rule: "nesting", invalid: String(repeating: ">", count: 199) + "⟦>>> a\n",
      valid: String(repeating: ">", count: 190) + " a\n"),
    Fixture(
      rule: "front-matter", invalid: "---\ntitle: [\n⟦---\n", valid: "---\ntitle: A\n---\n"),
    step(
      "tabs", "⟦<!-- tabs -->\n\n## Linux\n\nText.\n\n## macOS\n\nText.",
      "<!-- tabs -->\n\n## Linux\n\nText.\n\n## macOS\n\nText.\n\n<!-- /tabs -->"),
    step(
      "remote-image", "> ⟦![a](https://example.org/a.png) ![b](https://example.org/a.png)",
      "![a](a.png) [b](https://example.org/a.png) ![c](data:image/png;base64,AA)"),
    step(
      "undefined-reference", "> It is in ⟦[the manual][manaul].\n\n[manual]: https://example.org",
      "It is in [the manual][manual], a[0][1], [^x][note] and \\[a word][word].\n\n"
        + "[manual]: https://example.org"),
    step(
      "shell-syntax", "```sh\nls\necho ⟦\"a\n```", "```sh\nls\necho \"a\"\n```"),
    step(
      "shell-syntax", "```⟦sh\ndtype('int32')\n```",
      "```text\ndtype('int32')\n```"),
    step(
      "dotfile-outside-home", "```sh\ncd soft\necho 'A=1' >> ⟦.bashrc\n```",
      "```sh\ncd soft\necho 'A=1' >> ~/.bashrc\n```"),
    step("typographic-sign", "> ```sh\n> ls ⟦–la\n> ```", "> ```sh\n> ls -la\n> ```"),
    step(
      "secret-in-clear", "```sh\nmysql --user=a ⟦--password=hunter2 -e ''\n```",
      "```sh\nmysql --user=a --password=\"$P\" -e ''\n```"),
    step(
      "plain-http", "1. a\n   ```sh\n   $ curl -O ⟦http://example.org/a.csv\n   ```",
      "1. a\n   ```sh\n   $ curl -O https://example.org/a.csv\n   ```"),
    step(
      "asks", "```sh\nls; ⟦sudo apt install git\n```", "```sh\nls; sudo apt install -y git\n```"),
    step(
      "hidden-command", "```console\n⟦# apt-get install -y tree\n```",
      "```console\n$ sudo apt-get install -y tree\n```"),
    step(
      "placeholder-unexplained", "Look at it:\n\n```sh\naws s3 ls ⟦<zone>\n```",
      "Look at your zone:\n\n```sh\naws s3 ls <zone>\n```"),
    step(
      "blocking-service", "```sh\n⟦docker compose up\n```\n\nLook.\n\n```sh\npython3 a.py\n```",
      "```sh\ndocker compose up -d\n```\n\nLook.\n\n```sh\npython3 a.py\n```"),
    step(
      "group-exists", "```sh\nsudo apt install -y docker.io\n⟦sudo groupadd docker\n```",
      "```sh\nsudo apt install -y docker.io\nsudo groupadd -f docker\n```"),
    Fixture(
      rule: "formula", invalid: "A fraction: $⟦\\frca{1}{2}$\n",
      valid: "A fraction: $\\frac{1}{2}$\n"),
    step(
      "missing-tool", "```sh\nls\n⟦unzip a.zip\n```",
      "```sh\nsudo apt install -y unzip\nunzip a.zip\n```"),
    step(
      "missing-file", "```sh\nmkdir soft\ncd soft\nchmod +x ⟦tool\n```",
      "```sh\nmkdir soft\ncd soft\nwget -O tool https://example.org/a\nchmod +x tool\n```"),
    step(
      "unknown-attribute", "<!-- step: ⟦tiemout=3s -->\n```sh\nls\n```",
      "<!-- step: timeout=3s -->\n```sh\nls\n```"),
    step(
      "attribute-value", "- ```sh ⟦timeout=soon\n  ls\n  ```", "- ```sh timeout=3s\n  ls\n  ```"),
    step(
      "stray-attribute", "<!-- step: ⟦timeout=3s -->\n\nText.", "<!-- a step -->\n\nText."),
    step(
      "duplicate-name", "```sh name=a\nls\n```\n⟦```sh name=a\npwd\n```",
      "```sh name=a\nls\n```\n```sh name=b\npwd\n```"),
    step(
      "unknown-step", "⟦```sh needs=b\nls\n```", "```sh name=b\nls\n```\n```sh needs=b\nls\n```"),
    step(
      "unknown-rule", "<!-- notes: ⟦silence=ask -->\nText.", "<!-- notes: silence=asks -->\nText."),
    step(
      "unknown-suffix", "```console\n$ echo a\na ⟦(golb)\n```",
      "```console\n$ echo a\na (glob)\n```"),
    step(
      "regular-expression", "```console\n$ echo a\n⟦a( (re)\n```",
      "```console\n$ echo a\na+ (re)\n```"),
    step(
      "empty-expectation", "```console\n$ echo a\n⟦...\n```", "```console\n$ echo a\n...\na\n```"),
  ]

  private static func step(_ rule: String, _ invalid: String, _ valid: String) -> Fixture {
    Fixture(rule: rule, invalid: "# A\n\n\(invalid)\n", valid: "# A\n\n\(valid)\n")
  }
}
