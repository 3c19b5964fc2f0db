/// A text that shows what a script holds, so that the block below it stands in a file and is not typed.
enum ScriptText {
  static func decide(_ block: BlockFacts, _ lead: Prose?) -> KindDecision? {
    guard let lead, lead.text.hasSuffix(":"), block.language != .other, block.isShell,
      !block.hasPrompts, let sentence = lead.sentences.last,
      let words = Phrases.first(shown, in: sentence), Phrases.first(typed, in: sentence) == nil,
      !block.commands.contains(where: startsScript)
    else { return nil }
    return KindDecision(.edit, ContentRules.scriptRule, words)
  }

  /// Whether a command runs a script rather than being a part of one.
  private static func startsScript(_ command: StepCommand) -> Bool {
    guard let first = command.resolved.first else { return false }
    return first.name.hasSuffix(".sh") || first.name.hasPrefix("./")
      || ["bash", "sh", "zsh", "sbatch", "qsub", "chmod"].contains(first.name)
  }

  private static let shown: Phrases = [
    "here is the script", "here's the script", "here is a script", "here's a script",
    "here is our script", "here's our script", "here is the full script",
    "here is the complete script", "here is an example script", "here's an example script",
    "script you wrote", "script we wrote", "script looks like", "script should look like",
    "script will look like", "script would look like", "script now looks like",
    "script should now look like", "script will now look like", "script might look like",
    "final script is", "finished script", "complete script", "content of the script",
    "contents of the script", "script contains",
  ]
  private static let typed: Phrases = [
    "run", "execute", "type", "terminal", "prompt", "command line", "launch", "submit", "start",
    "download", "output",
  ]
}
