internal import Markdown

/// Finds commands that bash can read and that go wrong for a reader all the same.
enum CommandCheck {
  static func diagnostics(_ page: Page) -> [Diagnostic] {
    page.steps.filter(\.kind.isRunnable).flatMap { step in
      step.commands.flatMap { command in
        let reading = Reading(text: command.text, script: ShellScript(command.text + "\n"))
        return rules.flatMap { $0(reading) }.map { finding in
          Diagnostic(
            path: page.path,
            position: page.source.filePosition(command.position(of: finding.offset, in: step)),
            severity: finding.severity, message: finding.message, rule: finding.rule,
            mend: finding.mend)
        }
      }
    }
  }

  /// A command's text with what the shell reads in it; all offsets are those of the text.
  private struct Reading {
    var text: String
    var script: ShellScript

    var simpleCommands: [SimpleCommand] { script.simpleCommands }
  }

  /// A trouble at a byte offset in a command's text.
  private struct Finding {
    var offset: Int
    var severity: Diagnostic.Severity
    var message: String
    var rule: String
    var mend: String
  }

  private static let rules: [@Sendable (Reading) -> [Finding]] = [
    typographic, secret, plainHTTP, asking,
  ]

  /// Signs that a word processor puts in the place of those the shell knows.
  private static func typographic(_ command: Reading) -> [Finding] {
    let signs: [(sign: String, name: String, plain: String)] = [
      ("\u{201C}", "a curly quote", "\""), ("\u{201D}", "a curly quote", "\""),
      ("\u{2018}", "a curly quote", "'"), ("\u{2019}", "a curly quote", "'"),
      ("\u{A0}", "a no-break space", " "), ("\u{2013}", "a dash", "--"),
    ]
    // Within a text that is only printed they harm nobody.
    let quoted = quotedRanges(command.script)
    for (sign, name, plain) in signs {
      guard let range = command.text.firstRange(of: sign) else { continue }
      let offset = command.text.utf8.distance(from: command.text.startIndex, to: range.lowerBound)
      guard !quoted.contains(where: { $0.contains(offset) }) else { continue }
      return [
        Finding(
          offset: offset, severity: .error,
          message: "'\(sign)' is \(name), which the shell takes for a letter",
          rule: "typographic-sign", mend: plain == " " ? "write a blank" : "write `\(plain)`")
      ]
    }
    return []
  }

  private static func quotedRanges(_ script: ShellScript) -> [Range<Int>] {
    script.tokens.filter {
      switch $0.kind {
      case .singleQuoted, .doubleQuoted, .ansiCQuoted, .hereDocumentBody, .comment: true
      default: false
      }
    }.map(\.range)
  }

  /// A password or key for all readers to see.
  private static func secret(_ command: Reading) -> [Finding] {
    guard let simple = command.simpleCommands.first(where: SecretText.isIn) else { return [] }
    return [
      Finding(
        offset: simple.range.lowerBound, severity: .warning,
        message: "a password or key stands here in the clear", rule: "secret-in-clear",
        mend: "let the reader set it: `export NAME=…` once, then `$NAME`")
    ]
  }

  /// A program or data that anyone on the way could have changed.
  private static func plainHTTP(_ command: Reading) -> [Finding] {
    for simple in command.simpleCommands {
      guard ["wget", "curl"].contains(ResolvedCommand(simple).name) else { continue }
      for word in simple.words.dropFirst() {
        guard let value = word.value, value.hasPrefix("http://"),
          let (host, _) = RemoteHost.host(in: value), !RemoteHost.isLocal(host)
        else { continue }
        return [
          Finding(
            offset: word.range.lowerBound, severity: .warning,
            message:
              "'\(host)' is asked without encryption, so that anyone on the way can change the answer",
            rule: "plain-http", mend: "write `https://` if the server has it")
        ]
      }
    }
    return []
  }

  /// An installation that stops and asks.
  private static func asking(_ command: Reading) -> [Finding] {
    for simple in command.simpleCommands {
      let resolved = ResolvedCommand(simple)
      guard ["apt", "apt-get", "conda", "dnf", "yum"].contains(resolved.name),
        CommandTable.traits(of: simple).contains(.interactive)
      else { continue }
      return [
        Finding(
          offset: simple.range.lowerBound, severity: .hint,
          message:
            "'\(resolved.name) \(resolved.subcommand ?? "")' stops and asks before it goes on",
          rule: "asks", mend: "add `-y` to let readers paste what follows along with it")
      ]
    }
    return []
  }
}

extension StepCommand {
  /// Where a byte of the text stands in the page's text.
  fileprivate func position(of offset: Int, in step: Step) -> SourcePosition {
    let before = text.utf8.prefix(offset)
    let feeds = before.count { $0 == 0x0A }
    guard feeds > 0 else {
      return SourcePosition(line: position.line, column: position.column + offset)
    }
    let line = position.line + feeds
    let column =
      before.count
      - (before.lastIndex(of: 0x0A).map {
        before.distance(from: before.startIndex, to: $0)
      } ?? 0)
    // A line below the first begins where the block's line does.
    let start = step.code.lineStarts.first { $0.line == line }
    return SourcePosition(line: line, column: (start?.column ?? 1) + max(0, column - 1))
  }
}
