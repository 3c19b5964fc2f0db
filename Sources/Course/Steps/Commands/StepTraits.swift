/// What a block asks of machine and person, from its commands and what the page has made before.
enum StepTraits {
  static func of(
    _ actions: [StepAction], _ memory: PageMemory, _ settings: StepSettings
  ) -> Set<StepTrait> {
    var result: TraitSet = []
    for action in actions {
      switch action {
      case .command(let command):
        for (simple, resolved) in words(of: command) {
          var traits = CommandTable.traits(
            of: simple, resolved, builtImages: memory.builtImages)
          if !memory.hasRemoteCluster, Cluster.isTalk(resolved) { traits.remove(.network) }
          result.formUnion(traits)
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

  private static func words(of command: StepCommand) -> [(SimpleCommand, ResolvedCommand)] {
    guard command.text.contains(byte: ShellByte.less) else {
      return Array(zip(command.simpleCommands, command.resolved))
    }
    return Placeholder.withoutAngles(command).map { ($0, ResolvedCommand($0)) }
  }
}
