import Testing

@testable import Course

/// Here-documents and the commands they belong to.
struct HereDocumentTests {
  @Test func `a here-document belongs to the command that opens it`() {
    check("cat <<E\nx\nE\nb", "cat <<< E{x\n}> ¶ b")
    check("cat <<E | tr a b\nx\nE\nb", "cat <<< E{x\n}>, pipe tr a b ¶ b")
    check("a <<E && b\nx\nE\nc", "a <<< E{x\n}>, and b ¶ c")
    check("cat <<E >f\nx\nE", "cat <<< E{x\n}> <> f>")
    check("f() {\n cat <<E\nx\nE\n}\nb", "functionBody/group: cat <<< E{x\n}> ¶ b")
    check("x=$(cat <<E\ny\nE\n)", "{x=$(cat <<E\ny\nE\n)}, commandSubstitution: cat <<< E{y\n}>")
  }

  @Test func `here-documents of a line follow in order`() {
    check("a <<A; b <<B\n1\nA\n2\nB\nc", "a <<< A{1\n}>, semicolon b <<< B{2\n}> ¶ c")
  }

  @Test func `the delimiter loses its quotes and the body is literal`() throws {
    check("cat <<'E F'\n$x\nE F", "cat <<< 'E F'{$x\n}>")
    check("cat <<\\E\nx\\\nE", "cat <<< \\E{x\\\n}>")
    #expect(try document("cat <<'E'\nE").isQuoted)
    #expect(try !document("cat <<E\nE").isQuoted)
  }

  @Test func `a backslash joins lines unless the delimiter is quoted`() {
    check("cat <<E\nx\\\nE\nE\nb", "cat <<< E{x\\\nE\n}> ¶ b")
  }

  @Test func `a dash strips leading tabs`() throws {
    check("cat <<-E\n\t\tx\n\tE\nb", "cat <<<- E{x\n}> ¶ b")
    #expect(try document("cat <<-E\n\tx\n\tE").body.string == "\tx\n")
  }

  @Test func `a missing end is a warning and the command is complete`() throws {
    let script = ShellScript("cat <<E\nx\n")
    #expect(script.isComplete)
    #expect(script.problems.map(\.kind) == [.unterminatedHereDocument])
    #expect(script.problems.map(\.severity) == [.warning])
    #expect(script.commands.map(\.text) == ["cat <<E\nx"])
    #expect(try !document("cat <<E\nx").isTerminated)
  }

  @Test func `inside a substitution the parenthesis may follow the delimiter`() {
    check(
      "x=$(cat <<E\ny\nE)\nb",
      "{x=$(cat <<E\ny\nE)}, commandSubstitution: cat <<< E{y\n}> ¶ b")
  }

  private func document(_ block: String) throws -> HereDocument {
    let command = try #require(ShellScript(block).simpleCommands.first)
    return try #require(command.redirections.first?.hereDocument)
  }

  private func check(
    _ block: String, _ expected: String, at location: SourceLocation = #_sourceLocation
  ) {
    #expect(dump(ShellScript(block)) == expected, sourceLocation: location)
  }
}
