internal import Markdown

/// Finds commands that bash can read and that go wrong for a reader all the same.
enum CommandCheck {
  static func diagnostics(_ page: Page) -> [Diagnostic] {
    page.steps.filter { $0.kind.isRunnable || $0.kind == .template }.flatMap { step in
      step.commands.flatMap { command in
        rules.flatMap { $0(command) }.map { finding in
          page.diagnostic(
            at: finding.offset, of: command, in: step, finding.severity, finding.message,
            rule: finding.rule, mend: finding.mend)
        }
      }
    }
  }

  /// A trouble at a byte offset in a command's text.
  private struct Finding {
    var offset: Int
    var severity: Diagnostic.Severity
    var message: String
    var rule: String
    var mend: String
  }

  private static let rules: [@Sendable (StepCommand) -> [Finding]] = [
    typographic, plainHTTP, asking,
  ]

  /// Signs that a word processor puts in the place of those the shell knows.
  private static func typographic(_ command: StepCommand) -> [Finding] {
    // A line that begins beyond ASCII is a drawing, not a command.
    guard command.text.utf8.contains(where: { $0 > 0x7F }), command.text.utf8.first ?? 0 < 0x80
    else { return [] }
    // Within a text that is only printed they harm nobody.
    let quoted = quotedRanges(ShellScript(command.text + "\n"))
    var offset = 0
    var previous: Unicode.Scalar = " "
    let scalars = command.text.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      defer {
        offset += UTF8.width(scalar)
        previous = scalar
      }
      guard let (name, plain) = signs[scalar], !quoted.contains(where: { $0.contains(offset) })
      else { continue }
      var mend = [" ": "write a blank", "": "delete it"][plain] ?? "write `\(plain)`"
      if plain == "-" {
        // A dash harms where it is to begin an option: one of letters, or of a word.
        let word = scalars[index...].dropFirst().prefix { $0.properties.isAlphabetic }
        guard previous == " ", !word.isEmpty else { continue }
        mend = "write `\(word.count > 3 ? "--" : "-")\(String(word))`"
      }
      return [
        Finding(
          offset: offset, severity: .error,
          message: "'\(scalar)' is \(name), which the shell takes for a letter",
          rule: "typographic-sign", mend: mend)
      ]
    }
    return []
  }

  /// With what to write in their place.
  private static let signs: [Unicode.Scalar: (name: String, plain: String)] = [
    "\u{201C}": ("a curly quote", "\""), "\u{201D}": ("a curly quote", "\""),
    "\u{2018}": ("a curly quote", "'"), "\u{2019}": ("a curly quote", "'"),
    "\u{A0}": ("a no-break space", " "), "\u{202F}": ("a no-break space", " "),
    "\u{200B}": ("a space of no width", ""), "\u{2013}": ("a dash", "-"),
    "\u{2014}": ("a dash", "-"), "\u{2212}": ("a minus sign", "-"),
  ]

  private static func quotedRanges(_ script: ShellScript) -> [Range<Int>] {
    script.tokens.filter {
      switch $0.kind {
      case .singleQuoted, .doubleQuoted, .ansiCQuoted, .hereDocumentBody, .comment: true
      default: false
      }
    }.map(\.range)
  }

  /// A program or data that anyone on the way could have changed.
  private static func plainHTTP(_ command: StepCommand) -> [Finding] {
    for simple in command.simpleCommands {
      guard ["wget", "curl"].contains(ResolvedCommand(simple).name) else { continue }
      for word in simple.words.dropFirst() {
        guard let value = word.value, value.hasPrefix("http://"),
          let (host, _) = RemoteHost.host(in: value), !RemoteHost.isPrivate(host)
        else { continue }
        return [
          Finding(
            offset: word.range.lowerBound - command.origin, severity: .warning,
            message:
              "'\(host)' is asked without encryption, so that anyone on the way can change the answer",
            rule: "plain-http", mend: "write `https://` if the server has it")
        ]
      }
    }
    return []
  }

  /// An installation that stops and asks.
  private static func asking(_ command: StepCommand) -> [Finding] {
    for simple in command.simpleCommands {
      let resolved = ResolvedCommand(simple)
      guard ["apt", "apt-get", "conda", "dnf", "yum"].contains(resolved.name),
        CommandTable.traits(of: simple).contains(.interactive)
      else { continue }
      return [
        Finding(
          offset: simple.range.lowerBound - command.origin, severity: .hint,
          message:
            "'\(resolved.name) \(resolved.subcommand ?? "")' stops and asks before it goes on",
          rule: "asks", mend: "add `-y` to let readers paste what follows along with it")
      ]
    }
    return []
  }
}
