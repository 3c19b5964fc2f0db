extension Step {
  /// Whether `name`, as an author or a command line writes it, means the step: its id or number.
  public func isNamed(_ name: String) -> Bool { id == name || number == name }
}
