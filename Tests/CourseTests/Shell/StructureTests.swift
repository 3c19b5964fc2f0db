import Testing

@testable import Course

/// The split of a block into commands, and of a command into simple commands.
struct StructureTests {
  @Test func `a newline ends a command unless it is incomplete`() {
    check("a\nb", "a ¶ b")
    check("a; b", "a, semicolon b")
    check("a && \\\n b", "a, and b")
    check("a \\\n  -x \\\n  y\nb", "a -x y ¶ b")
    check("a |\n b ||\n\n c", "a, pipe b, or c")
    check("a 'x\ny' z", "a 'x\ny' z")
    check("\n\n  a  \n", "a")
    check("", "")
  }

  @Test func `lists and pipelines tell how commands are joined`() {
    check(
      "a | b |& c && d || e; f & g", "a, pipe b, pipe c, and d, or e, semicolon f &, background g")
    check("a && b &", "a &, and b &")
    check("! a | b", "a, pipe b")
    check("time -p a", "a")
  }

  @Test func `a compound command is one command with its parts in context`() {
    check("for x in a b\ndo\n c $x\n d\ndone", "loop: c $x, loop: semicolon d")
    check(
      "if a; then b; elif c; then d; else e; fi",
      "condition: a, branch: b, condition: c, branch: d, branch: e")
    check("while a; do b; done | c", "condition: a, loop: b, pipe c")
    check("case $x in a|b) c;; *) d; esac", "branch: c, branch: d")
    check("f() {\n a\n}", "functionBody/group: a")
    check("function f { a; }", "functionBody/group: a")
    check("a && { b; c; }", "a, group: and b, group: semicolon c")
    check("(cd x; a) & b", "subshell: cd x &, subshell: semicolon a &, background b")
    check("[[ -f x && $(a) == b ]] && c", "commandSubstitution: a, and c")
    check("(( x > 1 )) || a", "or a")
    check("for ((i=0; i<3; i++)); do a; done", "loop: a")
    check("select x in $(a); do b; done", "commandSubstitution: a, loop: b")
    check("coproc a", "coprocess: a &")
  }

  @Test func `commands in substitutions follow the command that holds them`() {
    check(
      "a $(b | c) `d`",
      "a $(b | c) `d`, commandSubstitution: b, commandSubstitution: pipe c, "
        + "commandSubstitution: d")
    check(
      "a \"$(b \"$(c)\")\"",
      "a \"$(b \"$(c)\")\", commandSubstitution: b \"$(c)\", "
        + "commandSubstitution/commandSubstitution: c")
    check("a <(b)", "a <(b), processSubstitution: b")
    check("x=$(a) b", "{x=$(a)} b, commandSubstitution: a")
    check(
      "a $((b) | c)",
      "a $((b) | c), commandSubstitution/subshell: b, "
        + "commandSubstitution: pipe c")
    check(
      "a ${x:-$(b)} $((1 + $(c)))",
      "a ${x:-$(b)} $((1 + $(c))), commandSubstitution: b, "
        + "commandSubstitution: c")
  }

  @Test func `assignments come before the name`() {
    check("A=1 B+='x y' c D=2", "{A=1} {B+='x y'} c D=2")
    check("A=", "{A=}")
    check("a[1 + 2]=b", "{a[1 + 2]=b}")
    check("a=(b # c\n d)\ne", "{a=(b # c\n d)} ¶ e")
    check("export A=(1 2) B", "export A=(1 2) B")
    check("2x=1", "2x=1")
  }

  @Test func `redirections may stand anywhere`() {
    check(">x a 2>&1 b", "a b <> x> <2>& 1>")
    check("a &>x <<<'y' {fd}<z", "a <&> x> <<<< 'y'> <{fd}< z>")
    check("a 2 >x", "a 2 <> x>")
    check("while a; do b; done <x", "condition: a, loop: b")
  }

  @Test func `a refused line is skipped and reading goes on`() {
    check("a )\nb", "a! ¶ b")
    check("gcloud x <your-name>\nb", "gcloud x << your-name>! ¶ b")
    check(";;\n| a |\nb", "! ¶ ! ¶ b")
    check("if a; then\n)\nb", "condition: a! ¶ b")
    check("a\n\"b", "a ¶ …")
    check("if a; then b", "condition: a, branch: b…")
  }

  @Test func `ranges and lines leave out blanks and comments around a command`() throws {
    let script = ShellScript("# x\n  a b  # y\n\nc <<E\nd\nE\n")
    #expect(script.commands.map(\.text) == ["a b", "c <<E\nd\nE"])
    #expect(script.commands.map(\.line) == [1, 3])
    #expect(script.commands.map(\.endLine) == [1, 5])
    #expect(script.comments == [0..<3, 11..<14])
    let command = try #require(script.commands.first?.simpleCommands.first)
    #expect(command.range == 6..<9)
    #expect(command.name == "a")
    #expect(command.arguments.map(\.text) == ["b"])
    #expect(command.depth == 0 && command.context == .plain)
  }

  private func check(
    _ block: String, _ expected: String, at location: SourceLocation = #_sourceLocation
  ) {
    #expect(dump(ShellScript(block)) == expected, sourceLocation: location)
  }
}
