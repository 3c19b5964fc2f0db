import Course
import TestSupport
import Testing

/// Random changes on both sides of notes and script.
struct ScriptMergePropertyTests {
  private static func read(_ text: String) -> Page {
    Page(path: "content/a.md", bytes: Array(text.utf8))
  }

  /// A page of random blocks in random containers.
  private static func page(_ random: inout SplitMix64) -> String {
    var text = "# Page\n\n"
    for number in 1...Int.random(in: 1...4, using: &random) {
      text += "## \(number). Part \(number)\n\n"
      let container = ["", "> ", "- ", "1. ", "> - "].randomElement(using: &random) ?? ""
      let rest = String(container.map { $0 == ">" ? ">" : " " })
      let lines = block(&random)
      for (index, line) in lines.enumerated() {
        let prefix = index == 0 ? container : rest
        let whole = prefix + line
        text +=
          (line.isEmpty ? String(whole.reversed().drop { $0 == " " }.reversed()) : whole) + "\n"
      }
      text += "\n"
      if Bool.random(using: &random) { text += "Some text.\n\n" }
    }
    return text
  }

  private static func block(_ random: inout SplitMix64) -> [String] {
    let commands = (0..<Int.random(in: 1...3, using: &random)).map { _ in command(&random) }
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      // With prompts, and sometimes what is printed.
      var lines = ["```console"]
      for command in commands where !command[0].hasPrefix("#") {
        lines.append("$ " + command[0])
        lines += command.dropFirst().map { "> " + $0 }
        if Bool.random(using: &random) { lines.append("printed \(random.next() % 9)") }
      }
      return lines.count == 1 ? ["```sh", "ls", "```"] : lines + ["```"]
    case 1: return ["~~~~ bash"] + commands.flatMap(\.self) + ["~~~~"]
    case 2: return commands.flatMap(\.self).map { $0.isEmpty ? "" : "    " + $0 }
    case 3:
      return [
        "```sh", "$ nano ~/.conf", "# Add:", "key\(random.next() % 9)=1", "other=2", "# Run",
        "$ ls",
        "```",
      ]
    default: return ["```sh"] + commands.flatMap(\.self) + ["```"]
    }
  }

  private static func command(_ random: inout SplitMix64) -> [String] {
    let word = "w\(random.next() % 20)"
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return ["for i in 1 2; do", "  echo \(word)", "done"]
    case 1: return ["cat >\(word) <<'EOF'", "  \(word)", "", "$x", "EOF"]
    case 2: return ["ls -l \\", "  \(word) \\", "  -a"]
    case 3: return ["# remark \(word)"]
    case 4: return ["echo '\(word)", "  b'"]
    case 5: return ["echo \(word)  # say it"]
    default: return ["echo \(word)"]
    }
  }

  /// Some lines of a text changed, added or taken away between two marks.
  private static func edited(
    _ text: String, _ random: inout SplitMix64, within isEditable: (String) -> Bool
  ) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      guard
        let index = lines.indices.filter({ isEditable(lines[$0]) }).randomElement(using: &random)
      else { break }
      switch Int.random(in: 0..<6, using: &random) {
      case 0: lines.remove(at: index)
      case 1: lines.insert("  echo new\(random.next() % 9)", at: index)
      case 2: lines.insert("  # note \(random.next() % 9)", at: index)
      case 3:
        lines.insert(
          ["```", "", "}", "$ ls", "'", "EOF"].randomElement(using: &random) ?? "", at: index)
      default:
        lines[index] = lines[index].replacing("w", with: "v").replacing("ls", with: "ls x")
          .replacing("key", with: "lock")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// 2,000 pages with up to three edits on each side.
  @Test(arguments: 0..<8)
  func `whatever both sides change, they agree and hold it all, or it is told`(part: Int) {
    var (agreed, told) = (0, 0)
    for seed in part * 250..<(part + 1) * 250 {
      var random = SplitMix64(seed: UInt64(seed))
      let notes = Self.page(&random)
      let before = Self.read(notes)
      guard Script.isNeeded(for: before) else { continue }
      let script = Script(before).text
      let record = SyncRecord(page: before.path, script: script)
      let areNotesEdited = Bool.random(using: &random)
      let side =
        areNotesEdited
        ? Self.read(Self.edited(notes, &random) { !$0.contains("```") && $0.contains("w") })
        : before
      let mark = script.ranges(of: "# What follows").first?.lowerBound ?? script.endIndex
      let newScript =
        Self.edited(String(script[..<mark]), &random) {
          $0.hasPrefix("  ") || $0.contains("w") || $0.contains("=")
        } + script[mark...]
      let merge = ScriptMerge(side, script: newScript, record: record)
      guard merge.conflicts.isEmpty else {
        told += 1
        #expect(merge.page.source.bytes == side.source.bytes, "seed \(seed)")
        continue
      }
      agreed += 1
      // The script as it was edited asks for nothing more.
      let held = ScriptMerge(merge.page, script: newScript, record: record)
      #expect(
        held.conflicts.isEmpty && held.carried.isEmpty,
        "seed \(seed): \(held.conflicts)\n\(notes)\n\(newScript)")
      // Every line that a side added is in what both make now.
      let known = Self.lines(script)
      let result = Self.lines(Script(merge.page).text)
      for new in [newScript, areNotesEdited ? Script(side).text : script] {
        let lost = Self.lines(new).subtracting(known).subtracting(result)
        #expect(lost.isEmpty, "seed \(seed): \(lost)\n\(notes)\n\(newScript)")
      }
      // Nothing but blocks has changed: all text around them is the side's.
      #expect(merge.page.headings.map(\.text) == side.headings.map(\.text))
    }
    #expect(agreed > 40 && told > 40, "\(agreed) agreed, \(told) told")
  }

  /// The lines of a script's steps without blanks around them, but for what follows from others.
  private static func lines(_ script: String) -> Set<String> {
    let mark = script.ranges(of: "# What follows").first?.lowerBound ?? script.endIndex
    let lines = script[..<mark].utf8.split(separator: UInt8(ascii: "\n")).map { line in
      let start = line.drop { $0 == 0x20 }
      let end = start.lastIndex { $0 != 0x20 }.map(start.index(after:)) ?? start.startIndex
      return String(Substring(start[..<end]))
    }
    return Set(
      lines.filter { line in
        !["# checksum", "#  ", "# shellcheck"].contains { line.hasPrefix($0) }
      })
  }
}
