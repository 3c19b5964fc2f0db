/// What the author says a block is, which goes before all that the text tells.
enum AuthorRules {
  static func decide(_ block: BlockFacts, _ settings: StepSettings) -> KindDecision? {
    let rule = "author"
    if let file = settings.file { return KindDecision(.edit, rule, "file=\(file.path)") }
    // In another language no kind makes the block one that a shell reads.
    guard block.language != .other else { return nil }
    if let kind = settings.kind { return KindDecision(kind, rule, "kind=\(kind.rawValue)") }
    if !settings.isForThisSystem {
      return KindDecision(.sample, rule, "os=\(settings.systems.joined(separator: ","))")
    }
    guard settings.isSkipped == false || settings.isBackground == true else { return nil }
    return KindDecision(block.hasPrompts ? .transcript : .run, rule, "skip=false")
  }
}
