/// What a block asks of machine and person, from its commands and what the page has made before.
enum StepTraits {
  static func of(
    _ actions: [StepAction], _ memory: PageMemory, _ settings: StepSettings
  ) -> Set<StepTrait> {
    var result: TraitSet = []
    for action in actions {
      switch action {
      case .command(let command):
        if let words = Placeholder.withoutMarks(command) {
          for simple in words {
            result.formUnion(traits(of: simple, ResolvedCommand(simple), memory))
          }
        } else {
          for (simple, resolved) in zip(command.simpleCommands, command.resolved) {
            result.formUnion(traits(of: simple, resolved, memory))
          }
        }
      case .edit(let edit):
        if edit.editor != nil { result.insert(.interactive) }
        if edit.isPrivileged { result.insert(.root) }
      }
    }
    // The author knows whether it asks, and whether it holds anybody up.
    switch settings.usesTerminal {
    case true?: result.insert(.interactive)
    case false?: result.remove(.interactive)
    case nil: break
    }
    switch settings.isBackground {
    case true?: result.insert(.service)
    case false?: result.remove(.service)
    case nil: break
    }
    return result.traits
  }

  private static func traits(
    of simple: SimpleCommand, _ resolved: ResolvedCommand, _ memory: PageMemory
  ) -> TraitSet {
    var traits = CommandTable.traits(of: simple, resolved, builtImages: memory.builtImages)
    if !memory.hasRemoteCluster, Cluster.isTalk(resolved) { traits.remove(.network) }
    return traits
  }
}
