import Testing

@testable import Course

/// The parts and the value of a word.
struct WordTests {
  @Test func `literal text is kept with its quoting`() {
    check("ab", "bare:ab", value: "ab")
    check("a'b c'\"d\"\\ e", "bare:a single:b c double:d escaped:  bare:e", value: "ab cd e")
    check("''", "single:", value: "")
    check("\"\"", "double:", value: "")
    check("$'a\\tb\\x41\\u00e9\\'\\101'", "ansiC:a\tbAé'A", value: "a\tbAé'A")
    check("\"a\\$b\\c\\\nd\"", "double:a$b\\cd", value: "a$b\\cd")
    check("a\\\nb", "bare:a bare:b", value: "ab")
    check("\\é", "escaped:é", value: "é")
    check("~/x", "bare:~/x", value: "~/x")
    check("$\"a\"", "double:a", value: "a")
    check("a$", "bare:a$", value: "a$")
  }

  @Test func `an expansion leaves no value`() {
    check("$a", "$a")
    check("x${a}y", "bare:x $a bare:y")
    check("\"x $a\"", "double:x  \"$a")
    check("${a:-$b}", "$a($b)")
    check("${#a}", "$a")
    check("${!a}", "$a")
    check("$1$@$?", "$1 $@ $?")
    check("$((1 + $a))", "arithmetic($a)")
    check("$[1]", "arithmetic()")
    check("$(a; b)", "command(commandSubstitution: a, commandSubstitution: semicolon b)")
    check("\"`a`\"", "\"command(commandSubstitution: a)")
    check("<(a)", "process(processSubstitution: a)")
  }

  @Test func `an array assignment has its words`() throws {
    let command = try #require(ShellScript("a=(b 'c d' $e)").simpleCommands.first)
    #expect(command.assignments.map { dump($0.value) } == ["array(bare:b, single:c d, $e)"])
    #expect(command.name == nil)
  }

  @Test func `offsets count bytes of the block`() throws {
    let words = try #require(ShellScript("é  \"ü$x\"").simpleCommands.first).words
    #expect(words.map(\.range) == [0..<2, 4..<10])
    #expect(words[1].parts.map(\.range) == [5..<7, 7..<9])
  }

  private func word(_ text: String) throws -> Word {
    try #require(ShellScript("echo \(text)").simpleCommands.first?.words.last)
  }

  private func check(
    _ text: String, _ parts: String, value: String? = nil,
    at location: SourceLocation = #_sourceLocation
  ) {
    let word = ShellScript("echo \(text)").simpleCommands.first?.words.last
    #expect(word.map { dump($0) } == parts, sourceLocation: location)
    #expect(word?.value == value, sourceLocation: location)
    #expect(word?.text == text, sourceLocation: location)
  }
}
