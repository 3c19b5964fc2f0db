@testable import Course

/// Compact notations for the results of a parse, so that a test fits on a line.
///
/// A script is its commands between ` ¶ `, each the list of its simple commands. A simple command
/// is `context: joint words redirections`; `!` marks an invalid and `…` an incomplete command.
func dump(_ script: ShellScript) -> String {
  script.commands.map { command in
    let mark =
      switch command.status {
      case .complete: ""
      case .invalid: "!"
      case .incomplete: "…"
      }
    return command.simpleCommands.map(dump).joined(separator: ", ") + mark
  }.joined(separator: " ¶ ")
}

func dump(_ command: SimpleCommand) -> String {
  let path = command.enclosing.map { "\($0)" }.joined(separator: "/")
  let assignments = command.assignments.map { assignment in
    let index = assignment.subscript.map { "[\($0)]" } ?? ""
    return
      "{\(assignment.name)\(index)\(assignment.isAppending ? "+" : "")=\(assignment.value.text)}"
  }
  let redirections = command.redirections.map { redirection in
    let document = redirection.hereDocument.map { "{\($0.content)}" } ?? ""
    let descriptor = redirection.descriptor ?? ""
    return "<\(descriptor)\(redirection.operator.rawValue) \(redirection.target.text)\(document)>"
  }
  let members = assignments + command.words.map(\.text) + redirections
  let joint = command.joinedBy == .none ? [] : ["\(command.joinedBy)"]
  let text = (joint + members).joined(separator: " ") + (command.isBackground ? " &" : "")
  return path.isEmpty ? text : "\(path): \(text)"
}

/// A word is its parts between spaces: the quoting's initial and the text, or the expansion.
func dump(_ word: Word) -> String {
  word.parts.map(dump).joined(separator: " ")
}

private func dump(_ part: WordPart) -> String {
  let isQuoted = part.quoting == .double
  return switch part.kind {
  case .literal(let text): "\(part.quoting):\(text)"
  case .parameter(let name, let inner):
    (isQuoted ? "\"$" : "$") + name + (inner.isEmpty ? "" : "(" + dumpAll(inner) + ")")
  case .command(let script): (isQuoted ? "\"" : "") + "command(" + dump(script) + ")"
  case .process(let script): "process(" + dump(script) + ")"
  case .arithmetic(let inner): "arithmetic(" + dumpAll(inner) + ")"
  case .array(let words): "array(" + words.map { dump($0) }.joined(separator: ", ") + ")"
  }
}

private func dumpAll(_ parts: [WordPart]) -> String { parts.map(dump).joined(separator: " ") }

/// Tokens are their kinds and texts.
func dumpTokens(_ block: String) -> String {
  let bytes = Array(block.utf8)
  return ShellScript(block).tokens.map {
    "\($0.kind) \(String(decoding: bytes[$0.range], as: UTF8.self))"
  }.joined(separator: " · ")
}
