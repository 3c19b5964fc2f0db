import Testing

@testable import Course

/// The ranges for syntax highlighting.
struct TokenTests {
  @Test func `a simple command is highlighted by role`() {
    check("ls -l x # y", "commandName ls · flag -l · argument x · comment # y")
    check("A=1 b", "assignment A= · argument 1 · commandName b")
    check(
      "a 2>&1 | b",
      "commandName a · redirection 2 · redirection >& · argument 1 · operator | "
        + "· commandName b")
  }

  @Test func `quotes and expansions are tokens of their own`() {
    check(
      "a 'b' \"c $d\" --e=\"f\"",
      "commandName a · singleQuoted 'b' · doubleQuoted \"c  "
        + "· expansion $d · doubleQuoted \" · flag --e= · doubleQuoted \"f\"")
    check("a $(b -c)", "commandName a · expansion $( · commandName b · flag -c · expansion )")
    check(
      "a ${b:-$c}x", "commandName a · expansion ${b:- · expansion $c · expansion } · argument x")
    check("a `b`", "commandName a · expansion ` · commandName b · expansion `")
    check(
      "a\\ b \\\n c",
      "commandName a · escape \\  · commandName b · continuation \\\n "
        + "· argument c")
    check("$'a'", "ansiCQuoted $'a'")
  }

  @Test func `keywords are highlighted only where they are reserved`() {
    check(
      "if a; then echo if; fi",
      "keyword if · commandName a · operator ; · keyword then "
        + "· commandName echo · argument if · operator ; · keyword fi")
    check(
      "f() { a; }",
      "commandName f · operator ( · operator ) · keyword { · commandName a "
        + "· operator ; · keyword }")
    check("[[ -f x ]]", "keyword [[ · flag -f · argument x · keyword ]]")
  }

  @Test func `a here-document has delimiters and a body`() {
    check(
      "cat <<E\nx\nE",
      "commandName cat · redirection << · hereDocumentDelimiter E "
        + "· hereDocumentBody x\n · hereDocumentDelimiter E")
  }

  @Test func `what is not understood is invalid`() {
    check("a ) b c\nd", "commandName a · operator ) · invalid b c · commandName d")
    check("a \"b c", "commandName a · invalid \"b c")
  }

  private func check(
    _ block: String, _ expected: String, at location: SourceLocation = #_sourceLocation
  ) {
    #expect(dumpTokens(block) == expected, sourceLocation: location)
  }
}
