/// Names between angle brackets, and those of several words between square ones, as shells see them.
extension Placeholder {
  /// The command as it is once such names, which a shell takes for files or for several words, are plain
  /// words; `nil` where there are none.
  static func withoutMarks(_ command: StepCommand) -> [SimpleCommand]? {
    let text = command.text
    var names: Set<String> = []
    if text.contains(byte: ShellByte.less) { names.formUnion(angled(withoutBodies(text))) }
    if text.contains(byte: ShellByte.openBracket) {
      names.formUnion(command.simpleCommands.compactMap(\.bracketedName))
    }
    guard !names.isEmpty else { return nil }
    var bytes: [UInt8] = []
    var rest = text[...]
    while let start = rest.firstIndex(where: { $0 == "<" || $0 == "[" }) {
      bytes += rest[..<start].utf8
      rest = rest[start...]
      let close: Character = rest.first == "<" ? ">" : "]"
      if let end = rest.firstIndex(of: close), names.contains(String(rest[...end])) {
        // A gap is a word as well.
        bytes += rest[...end].utf8.map { ShellByte.continuesName($0) ? $0 : UInt8(ascii: "_") }
        rest = rest[end...].dropFirst()
      } else {
        bytes += rest.prefix(1).utf8
        rest = rest.dropFirst()
      }
    }
    return ShellScript(bytes: bytes + Array(rest.utf8) + [0x0A]).commands.flatMap(\.simpleCommands)
  }
}

extension Placeholder {
  /// A name in capitals between backquotes: no program is called so.
  static func backquoted(_ text: String) -> String? {
    guard text.contains(byte: ShellByte.backquote) else { return nil }
    let pieces = text.utf8.split(separator: ShellByte.backquote, omittingEmptySubsequences: false)
    let name = pieces.indices.dropFirst().dropLast().first { index in
      // The pieces between an odd mark and the next.
      !index.isMultiple(of: 2) && pieces[index].count > 2
        && pieces[index].allSatisfy {
          (0x41...0x5A).contains($0) || $0 == ShellByte.underscore || $0 == ShellByte.dash
        }
    }
    return name.map { "`\(Substring(pieces[$0]))`" }
  }
}

extension SimpleCommand {
  /// `[CONTAINER ID]`, which to a shell is two words that no pattern of file names begins or ends.
  var bracketedName: String? {
    guard
      let start = words.indices.dropFirst().first(where: {
        let text = words[$0].text.utf8
        return text.first == ShellByte.openBracket && text.count > 1
          && text.dropFirst().allSatisfy(ShellByte.isLetter)
      }),
      let end = words.indices[start...].dropFirst().prefix(4).first(where: {
        words[$0].text.utf8.last == ShellByte.closeBracket
      })
    else { return nil }
    let name = words[start...end].map(\.text).joined(separator: " ")
    return name.utf8.dropFirst().dropLast().allSatisfy {
      ShellByte.continuesName($0) || $0 == 0x20 || $0 == ShellByte.dash
    } ? name : nil
  }
}
