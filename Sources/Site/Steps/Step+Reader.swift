internal import Course

extension Step {
  /// Whether there is something for a reader to do, and to tick off once it is done.
  var isTask: Bool {
    guard settings.isHidden != true, settings.isSkipped != true else { return false }
    return kind.isRunnable || kind == .template || kind == .context
  }

  /// Whether its commands go along where all commands up to a step are copied.
  var isCopiedAlong: Bool {
    // What goes on in another program has no place at a prompt.
    (isRunnable || kind == .template && settings.isSkipped != true) && !isInLanguageSession
  }

  /// The language of the block, where no shell runs it.
  var runnerLanguage: String? {
    for case .command(let command) in actions { return command.runner?.language }
    return nil
  }

  /// What running the step types into a shell, where that is less than the block shows: without the
  /// commands that open an editor for an edit of another step.
  var typedText: String? {
    if runnerLanguage != nil {
      return commands.map { $0.shellText(in: self) }.joined(separator: "\n")
    }
    let isShort = actions.contains { action in
      if case .command(let command) = action { command.doneBy != nil } else { false }
    }
    guard isShort, !hasPrompts, edits.isEmpty else { return nil }
    return commands.filter { $0.doneBy == nil }.map(\.text).joined(separator: "\n")
  }
}
