extension Step {
  /// A hash of what running the step does and what it is compared with; prose, title and place are
  /// left out. A record whose hash differs tells of another step than the notes have now.
  public var fingerprint: String {
    var fields: [String] = []
    for action in ownActions {
      switch action {
      case .command(let command):
        fields += ["command", command.text, "\(command.expectedStatus)"]
        fields += [command.expectation?.text ?? ""]
        if let runner = command.runner {
          fields += ["runner", runner.kind.rawValue, runner.command]
        }
      case .edit(let edit):
        fields += ["edit", edit.action.rawValue, edit.file, edit.text]
        fields += [edit.isPrivileged ? "root" : "user"]
      }
    }
    fields += ["expectation", expectation?.text ?? ""]
    fields += ["folder", settings.folder ?? "", "answers"] + settings.answers
    fields += ["environment"] + settings.environment.flatMap { [$0.name, $0.value] }
    if settings.isBackground == true { fields.append("background") }
    if settings.usesTerminal == true { fields.append("terminal") }
    // With its length before it no field runs into the next.
    return "sha256:"
      + SHA256.hexadecimal(of: fields.map { "\($0.utf8.count):\($0)" }.joined())
  }
}
