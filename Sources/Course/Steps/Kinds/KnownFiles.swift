/// Blocks whose lines have the form of files that everybody knows: a Dockerfile's, a list of packages for
/// Python, or what a cluster is asked for.
enum KnownFiles {
  /// The first instruction of a Dockerfile where the block is nothing else, and it or the text says so.
  static func dockerfile(_ block: BlockFacts, _ lead: Prose?) -> String? {
    var first: String?
    var isContinued = false
    for line in block.lines where !line.text.isBlank && !line.isComment {
      if !isContinued {
        guard let byte = line.text.firstVisible, (0x41...0x5A).contains(byte),
          case let text = line.text.trimmed, instructions.contains(text.firstWord),
          text.contains(" ")
        else { return nil }
        first = first ?? text
      }
      isContinued = line.text.utf8.last == ShellByte.backslash
    }
    guard let first else { return nil }
    let isNamed =
      lead?.marked.contains(ascii: "dockerfile") == true
      || block.lines.contains { $0.isComment && $0.text.inLowercase.contains(ascii: "dockerfile") }
    return isNamed ? first : nil
  }

  private static let instructions: NameSet = [
    "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL",
    "MAINTAINER", "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
  ]

  /// The first package of a block that is a list of them, below a text about `requirements.txt`.
  static func requirement(_ block: BlockFacts, _ lead: Prose) -> String? {
    guard lead.marked.contains(ascii: "requirements"), lead.marked.contains(ascii: ".txt"),
      block.lines.count > 1,
      block.lines.allSatisfy({ $0.isComment || isPackage($0.text.trimmed) })
    else { return nil }
    return block.lines.first { !$0.isComment }?.text.trimmed
  }

  /// `scikit-learn==1.0.2`, `mlflow`, `uvicorn[standard] >= 0.2` (PEP 508).
  private static func isPackage(_ line: String) -> Bool {
    let name = line.utf8.prefix {
      ShellByte.continuesName($0) || $0 == ShellByte.dash || $0 == ShellByte.dot
    }
    guard name.first.map(ShellByte.isLetter) == true else { return false }
    var rest = line.utf8[name.endIndex...]
    if rest.first == ShellByte.openBracket,
      let close = rest.firstIndex(of: ShellByte.closeBracket)
    {
      rest = rest[close...].dropFirst()
    }
    rest = rest.drop { $0 == 0x20 }
    guard let sign = rest.first else { return true }
    return "=<>~!".utf8.contains(sign) && rest.contains(where: ShellByte.isDigit)
      && rest.allSatisfy { ShellByte.continuesName($0) || "=<>~!.,*+- ".utf8.contains($0) }
  }

  /// The first line of what a cluster is asked for: a kind and the version of its interface stand at the
  /// top, and nothing that only a cluster says of it.
  static func manifest(_ block: BlockFacts) -> String? {
    guard let first = block.lines.first(where: { !$0.isComment && !$0.text.isBlank })?.text,
      first.hasPrefix("kind: ") || first.hasPrefix("apiVersion: "),
      block.lines.contains(where: { $0.text.hasPrefix("kind: ") && $0.text != "kind: Config" }),
      block.lines.contains(where: { $0.text.hasPrefix("apiVersion: ") }),
      block.lines.contains(where: { $0.text.hasPrefix("  ") }),
      !block.lines.contains(where: { told.first(beginning: $0.text.trimmed) != nil }),
      // The shape that all of them have.
      !first.contains(byte: ShellByte.less)
    else { return nil }
    return first
  }

  private static let told: Fragments = [
    "creationTimestamp:", "resourceVersion:", "uid:", "managedFields:", "selfLink:", "status:",
  ]
}
