import Testing

@testable import Course

/// What is reported, where, and whether more input would help.
struct ProblemTests {
  @Test(arguments: [
    ("a 'b", "unclosedQuote '"), ("a \"b", "unclosedQuote \""), ("a `b", "unclosedQuote `"),
    ("a $'b", "unclosedQuote $'"), ("a $(b", "unclosedExpansion $("),
    ("a ${b", "unclosedExpansion ${"), ("a $((1", "unclosedExpansion $(("),
    ("a <(b", "unclosedExpansion <("), ("a[1", "unclosedExpansion ["), ("(a", "unclosedGroup ("),
    ("((a", "unclosedGroup (("), ("{ a", "unclosedGroup {"), ("a=(b", "unclosedGroup ("),
    ("if a; then b", "unclosedGroup if"), ("for x in a; do", "unclosedGroup for"),
    ("case x in", "unclosedGroup case"), ("[[ a == b", "unclosedGroup [["),
    ("a && ", "unfinishedCommand &&"), ("a | # b", "unfinishedCommand |"),
    ("f()", "unfinishedCommand f"), ("if a; then \"b", "unclosedQuote \""),
  ])
  func `an unfinished block blames what is open`(block: String, problem: String) {
    let script = ShellScript(block)
    #expect(problems(block) == problem)
    #expect(!script.isComplete)
    #expect(script.commands.map(\.status) == [.incomplete])
  }

  @Test(arguments: [
    (")", "unexpectedToken )"), (";;", "unexpectedToken ;;"), ("| a", "unexpectedToken |"),
    ("done", "unexpectedToken done"), ("a ;; b", "unexpectedToken ;;"),
    ("a >", "unexpectedToken "), ("for", "unexpectedToken "), ("(a) b", "unexpectedToken b"),
    ("a\nb )\nc", "unexpectedToken )"), ("if; then", "unexpectedToken ;"),
    ("[[ a b ]]", "unexpectedToken b"), ("echo $(;)", "unexpectedToken ;"),
  ])
  func `a token without a place is blamed and the block is complete`(
    block: String, problem: String
  ) {
    #expect(problems(block) == problem)
    #expect(ShellScript(block).isComplete)
  }

  @Test func `a fault that shows when the command runs is a warning`() {
    let script = ShellScript("echo `;;`")
    #expect(script.problems.map(\.severity) == [.warning])
    #expect(script.commands.map(\.status) == [.complete])
  }

  @Test func `too deep a nesting is reported`() {
    let script = ShellScript(String(repeating: "(", count: 300))
    #expect(script.problems.map(\.kind) == [.unclosedGroup])
    let deep = ShellScript("a\n" + String(repeating: "( ", count: 300))
    #expect(deep.problems.map(\.kind) == [.nestingTooDeep])
    #expect(deep.commands.map(\.status) == [.complete, .invalid])
    let allowed = String(repeating: "( ", count: 200) + "a" + String(repeating: " )", count: 200)
    #expect(ShellScript(allowed).problems.isEmpty)
    #expect(ShellScript(allowed).simpleCommands.map(\.depth) == [200])
  }

  @Test func `a good block has no problems`() {
    #expect(problems("a | b && c; for x in 1; do d; done # (") == "")
  }

  private func problems(_ block: String) -> String {
    let bytes = Array(block.utf8)
    return ShellScript(block).problems
      .map { "\($0.kind) \(String(decoding: bytes[$0.range], as: UTF8.self))" }
      .joined(separator: ", ")
  }
}
