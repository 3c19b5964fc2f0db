/// What the author says a block is, which goes before all that the text tells.
enum AuthorRules {
  static let rule = "author"

  static func decide(_ block: BlockFacts, _ settings: StepSettings) -> KindDecision? {
    // In a language that nothing runs no kind makes the block one that a shell reads.
    guard block.language != .other || block.runner != nil else { return nil }
    if let kind = settings.kind { return KindDecision(kind, rule, "kind=\(kind.rawValue)") }
    if !settings.isForThisSystem {
      return KindDecision(.sample, rule, "os=\(settings.systems.joined(separator: ","))")
    }
    guard settings.isSkipped == false || settings.isBackground == true else { return nil }
    return KindDecision(block.hasPrompts ? .transcript : .run, rule, "skip=false")
  }
}
