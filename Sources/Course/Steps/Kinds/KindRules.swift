/// Decides what a block is. The first rule that fits decides: what only shows something comes before
/// what is typed, since running it would be the worse mistake.
enum KindRules {
  /// The rule of an editor's command with lines for it in the block itself.
  static let editorRule = "editor-command"

  /// - Parameter content: the block as a file's content, where the text makes it that.
  static func decide(
    _ block: BlockFacts, _ content: FileContent?, _ surroundings: Surroundings,
    _ memory: PageMemory
  ) -> KindDecision {
    if block.actions.contains(where: { if case .edit = $0 { true } else { false } }) {
      return KindDecision(.edit, editorRule)
    }
    let shown =
      PlaceRules.otherPrompt(block) ?? content?.decision ?? ContentRules.script(
        block, surroundings.lead, goesOn: memory.isInScript)
      ?? ScriptText.decide(block, surroundings.lead)
      ?? NothingTyped.decide(block) ?? ContentRules.output(block, surroundings)
      ?? ContentRules.outputBelow(block, memory)
      ?? ContentRules.foreign(block, surroundings, memory)
    if let shown { return shown }
    let elsewhere =
      PlaceRules.context(block, surroundings, memory) ?? RefusedText.decide(block, memory)
      ?? NamesOfFiles.decide(block, surroundings.lead)
      ?? PlaceRules.sample(
        block, surroundings, memory.tools, hasBlocks: memory.hasBlocks)
    if let elsewhere { return elsewhere }
    if let blank = Placeholder.blank(in: block) {
      return KindDecision(.template, "blank-to-fill", blank)
    }
    if let words = Placeholder.words(in: block, made: memory.made) {
      return KindDecision(.template, Placeholder.rule, words)
    }
    if let words = Placeholder.named(block, surroundings) {
      return KindDecision(.template, "text-says-to-replace", words)
    }
    return block.hasPrompts ? KindDecision(.transcript, "prompts") : KindDecision(.run, "shell")
  }
}
