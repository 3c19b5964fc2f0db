import TestSupport
import Testing

@testable import Course

/// Any text gives a result in which everything lies where it should.
struct RobustnessTests {
  @Test func `random bytes are read without harm`() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<2000 {
      let count = Int.random(in: 0..<80, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      inspect(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func `random shell characters are read without harm`() {
    var random = SplitMix64(seed: 2)
    let characters = Array("()[]{}<>|&;$`\"'\\#=!*? \n\tab1-".utf8)
    for _ in 0..<5000 {
      let count = Int.random(in: 0..<60, using: &random)
      let bytes = (0..<count).compactMap { _ in characters.randomElement(using: &random) }
      inspect(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func `mutations of good and bad snippets are read without harm`() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<3 {
      for snippet in ExpansionSnippets.expansions + SimpleSnippets.all + CompoundSnippets.all {
        var bytes = Array(snippet.utf8)
        let other = (CompoundSnippets.all.randomElement(using: &random) ?? "").utf8
        let at = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, at + Int.random(in: 0..<4, using: &random))
        bytes.replaceSubrange(at..<end, with: other.prefix(Int.random(in: 0..<9, using: &random)))
        inspect(String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  @Test(arguments: [
    "(", "( ", "(\n", "((", "( (", "$(", "$((", "${", "${a:-", "\"", "`", "'", "\"$(", "{ ",
    "if ", "[[ ( ", "[[ ! ", "! ", "time ", "a=(", "a[", "<(", "\\", "\\\n", "#", "\n", "a;",
    "a|", "a&&", "a <<E\n", "<<E ", "((;;\n", "$((;;\n", "`;\n", "case x in ", "x() ", "f() { ",
    ") ", ";;\n", "for ((", "a $(b)\n", "$(a\n", "$((a) ", "((a) ", "coproc ", "é", "\"`", "`\"",
  ])
  func `a long nasty text is read without harm`(piece: String) {
    inspect(String(repeating: piece, count: 25_000 / piece.utf8.count))
  }

  @Test(arguments: [
    ("((;;\n", ") )\n"), ("$((", " ) )"), ("$( ", " )"), ("\"$(", ")\""), ("( ", " )"),
    ("${a:-", "}"), ("((", ") )"), ("`", "`"),
  ])
  func `a nasty text that closes again is read without harm`(open: String, close: String) {
    for count in [150, 2_000] {
      inspect(String(repeating: open, count: count) + String(repeating: close, count: count))
    }
    let nest = String(repeating: open, count: 150) + String(repeating: "a;", count: 5_000)
    inspect(nest + String(repeating: close, count: 150))
  }

  /// Checks what holds for every script; all in one expectation, because there are many.
  private func inspect(_ block: String) {
    let script = ShellScript(block)
    let bytes = Array(block.utf8)
    var end = 0
    var isGood = true
    for token in script.tokens {
      isGood = isGood && token.range.lowerBound >= end && !token.range.isEmpty
      end = token.range.upperBound
    }
    isGood = isGood && end <= bytes.count
    var covered: [Range<Int>] = script.comments
    end = 0
    for command in script.commands {
      isGood = isGood && command.range.lowerBound >= end && command.range.upperBound <= bytes.count
      isGood = isGood && command.source.bytes == bytes[command.range]
      isGood = isGood && command.simpleCommands.allSatisfy { contains(command.range, $0) }
      end = command.range.upperBound
      covered.append(command.range)
    }
    let message = "\(block.prefix(300).debugDescription) \(script.tokens.prefix(40))"
    #expect(isGood && isCovered(bytes, covered), Comment(rawValue: isGood ? "gap" : message))
  }

  private func contains(_ range: Range<Int>, _ command: SimpleCommand) -> Bool {
    range.lowerBound <= command.range.lowerBound && command.range.upperBound <= range.upperBound
  }

  /// Whether only blanks, newlines and line continuations lie outside the ranges.
  private func isCovered(_ bytes: [UInt8], _ ranges: [Range<Int>]) -> Bool {
    var offset = 0
    let end = bytes.count..<bytes.count
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) + [end] {
      while offset < range.lowerBound {
        guard Array(" \t\n\\".utf8).contains(bytes[offset]) else { return false }
        offset += 1
      }
      offset = max(offset, range.upperBound)
    }
    return true
  }
}
