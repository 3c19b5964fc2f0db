internal import Markdown

/// Steps that show a script piece by piece: one leaves a loop or a choice open, and a later one ends it.
///
/// Nobody types half a loop, goes on with the text and types the other half.
enum ScriptPieces {
  /// Makes the text of a script of such steps.
  static func join(in steps: inout [Step]) {
    var index = 0
    while index < steps.count {
      guard let last = end(ofPiecesFrom: index, in: steps) else {
        index += 1
        continue
      }
      let words = String(steps[index].code.literal.trimmed.prefix { $0 != "\n" })
      for piece in index...last {
        steps[piece].decision = KindDecision(.edit, ContentRules.scriptRule, words)
        steps[piece].actions = []
        steps[piece].traits = []
        steps[piece].expectation = nil
      }
      index = last + 1
    }
  }

  /// How many blocks a script is looked for in.
  private static let longest = 12

  /// The number of the last step of the script that the one at `start` leaves open: the one that ends it,
  /// or, where none does, the last below it that is indented as what stands in a loop.
  private static func end(ofPiecesFrom start: Int, in steps: [Step]) -> Int? {
    guard mayBeginScript(steps[start]) else { return nil }
    var text = steps[start].code.literal + "\n"
    guard opensCompound(text) else { return nil }
    var indented: Int?
    for index in steps.indices[(start + 1)...].prefix(longest) {
      let step = steps[index]
      guard step.headings == steps[start].headings, mayGoOn(step) else { break }
      text += step.code.literal + "\n"
      let script = ShellScript(text)
      if script.isComplete { return script.problems.isEmpty ? index : indented }
      if isIndented(step), indented.map({ $0 == index - 1 }) ?? (index == start + 1) {
        indented = index
      }
    }
    return indented
  }

  private static func isIndented(_ step: Step) -> Bool {
    step.kind == .run
      && step.code.literal.utf8.split(separator: ShellByte.newline).allSatisfy {
        $0.first == 0x20 || $0.first == 0x09
      }
  }

  private static func mayBeginScript(_ step: Step) -> Bool {
    step.kind == .run && step.decision.rule != AuthorRules.rule
      && step.actions.contains { action in
        if case .command(let command) = action { !command.faults.isEmpty } else { false }
      }
  }

  private static func mayGoOn(_ step: Step) -> Bool {
    !step.hasPrompts && step.decision.rule != AuthorRules.rule
      && BlockLanguage(step.code.language) != .other
  }

  /// Whether a loop, a choice or a group of a function is left open, and no quote.
  private static func opensCompound(_ text: String) -> Bool {
    let script = ShellScript(text)
    return !script.isComplete && script.problems.allSatisfy { $0.kind == .unclosedGroup }
  }
}
