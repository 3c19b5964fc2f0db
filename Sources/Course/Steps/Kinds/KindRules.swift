/// Decides what a block is. The first rule that fits decides: what only shows something comes before
/// what is typed, since running it would be the worse mistake.
enum KindRules {
  /// The rule of an editor's command with lines for it in the block itself.
  static let editorRule = "editor-command"

  static func decide(
    _ block: BlockFacts, _ surroundings: Surroundings, _ memory: PageMemory
  ) -> KindDecision {
    if block.actions.contains(where: { if case .edit = $0 { true } else { false } }) {
      return KindDecision(.edit, editorRule)
    }
    return PlaceRules.otherPrompt(block)
      ?? ContentRules.edit(block, surroundings)
      ?? ContentRules.output(block, surroundings)
      ?? ContentRules.foreign(block)
      ?? PlaceRules.context(block, surroundings, memory)
      ?? PlaceRules.sample(block, surroundings)
      ?? block.commands.lazy.compactMap(Placeholder.words(in:)).first
      .map { KindDecision(.template, "placeholder", $0) }
      ?? KindDecision(block.hasPrompts ? .transcript : .run, block.hasPrompts ? "prompts" : "shell")
  }
}
