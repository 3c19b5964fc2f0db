/// Blocks in which no line is one to type, by their form: addresses to open, options without a command,
/// and trees of folders that are drawn by indentation alone.
enum NothingTyped {
  static func decide(_ block: BlockFacts) -> KindDecision? {
    guard !block.hasPrompts, block.language != .other, let first = block.lines.first?.text else {
      return nil
    }
    if areAddresses(block.lines) {
      return KindDecision(.output, "address-to-open", first.trimmed)
    }
    if let options = options(block.lines) {
      return KindDecision(.sample, "options-alone", options)
    }
    return isTree(block.lines) ? KindDecision(.output, "table", first.trimmed) : nil
  }

  /// The first of lines that all begin with an option, and so have no command.
  private static func options(_ lines: [BlockLine]) -> String? {
    guard let first = lines.first(where: { !$0.isComment && !$0.text.isBlank })?.text.trimmed,
      first.hasPrefix("--"), !HelpText.isEntry(first),
      first.utf8.dropFirst(2).first.map(ShellByte.isLetter) == true,
      lines.allSatisfy({
        $0.isComment || $0.text.isBlank || $0.text.firstVisible == ShellByte.dash
      })
    else { return nil }
    return first
  }

  private static func areAddresses(_ lines: [BlockLine]) -> Bool {
    guard let first = lines.first(where: { !$0.isComment })?.text.trimmed,
      ShownLine.isAddress(first.utf8)
    else {
      return false
    }
    return lines.allSatisfy {
      $0.isComment || $0.text.isBlank || ShownLine.isAddress($0.text.trimmed.utf8)
    }
  }

  /// `a/`, and below it names that are indented further, each alone in its line.
  private static func isTree(_ lines: [BlockLine]) -> Bool {
    guard lines.count > 2, let root = lines.first?.text.utf8, root.last == UInt8(ascii: "/"),
      root.first != 0x20, !root.contains(0x20)
    else { return false }
    return lines.dropFirst().allSatisfy { line in
      guard line.text.utf8.first == 0x20 || line.text.utf8.first == 0x09 else {
        return line.text.isBlank
      }
      let name = line.text.prefix { $0 != "#" }.trimmed
      return !name.contains(byte: 0x20)
    }
  }
}
