/// Finds passwords and keys for all readers to see, each where it stands first.
enum SecretCheck {
  static func diagnostics(_ page: Page) -> [Diagnostic] {
    var told: Set<String> = []
    // The secret of a template is a word to be replaced.
    return page.steps.filter(\.kind.isRunnable).flatMap { step in
      step.commands.flatMap { command in
        command.simpleCommands.compactMap { simple -> Diagnostic? in
          guard let (word, value) = SecretText.found(in: simple) else { return nil }
          // What an image or an example begins with is no secret, and nobody can use a part of one.
          guard !SecretText.isWellKnown(value), !SecretText.isCut(value),
            told.insert(value).inserted
          else { return nil }
          return page.diagnostic(
            at: word.range, of: command, in: step, .warning,
            "a password or key stands here in the clear", rule: "secret-in-clear",
            mend: "let the reader set it: `export NAME=…` once, then `$NAME`")
        }
      }
    }
  }
}
