import Foundation
import Testing

@testable import Course

/// Compares the split of real shell blocks into commands with asking bash line by line.
///
/// The blocks come from a throwaway extraction, which knows no more of Markdown than fences.
struct CorpusAgreementTests {
  static let corpus = "/work/shared/corpus"

  @Test(.enabled(if: FileManager.default.fileExists(atPath: corpus)))
  func `the blocks of the corpus split into commands as bash reads them`() throws {
    var counts: [String: Int] = [:]
    for block in try Self.blocks() {
      let expected = try BashSplit(block.text).commands
      let split = ShellScript(block.text).commands.map(SplitCommand.init)
      let language = block.language.isEmpty ? "untagged" : block.language
      counts[language + (split == expected ? " agree" : " differ"), default: 0] += 1
      for command in expected {
        let isLong = command.endLine != command.line
        counts["command \(command.verdict)" + (isLong ? " of several lines" : ""), default: 0] += 1
      }
      #expect(split == expected, "\(block.id)\n\(block.text)")
    }
    for (what, count) in counts.sorted(by: { $0.key < $1.key }) { print("corpus:", what, count) }
  }

  struct Block {
    let id: String
    let language: String
    let text: String
  }

  static func blocks() throws -> [Block] {
    let paths = FileManager.default.enumerator(atPath: corpus)?.compactMap { $0 as? String } ?? []
    var blocks: [Block] = []
    for path in paths.filter({ $0.hasSuffix(".md") }).sorted() {
      blocks += extract(path, try String(contentsOfFile: "\(corpus)/\(path)", encoding: .utf8))
    }
    return blocks
  }

  private static func extract(_ path: String, _ text: String) -> [Block] {
    var blocks: [Block] = []
    var open: (language: String, indent: Int, line: Int, lines: [Substring])?
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let content = line.drop { $0 == " " || $0 == "\t" }
      let indent = line.count - content.count
      if var block = open {
        if content.hasPrefix("```") {
          open = nil
          guard ["", "sh", "bash", "shell", "console", "zsh"].contains(block.language) else {
            continue
          }
          let text = stripPrompts(block.lines).joined(separator: "\n")
          blocks.append(
            Block(id: "\(path):\(block.line)", language: block.language, text: text))
        } else {
          block.lines.append(line.dropFirst(min(block.indent, indent)))
          open = block
        }
      } else if content.hasPrefix("```"), !content.dropFirst(3).contains("`") {
        let language = content.dropFirst(3).trimmingCharacters(in: .whitespaces)
        open = (language, indent, number + 1, [])
      }
    }
    return blocks
  }

  private static func stripPrompts(_ lines: [Substring]) -> [Substring] {
    guard lines.first(where: { !$0.isEmpty })?.hasPrefix("$ ") == true else { return lines }
    return lines.map { $0.hasPrefix("$ ") ? $0.dropFirst(2) : $0 }
  }
}
