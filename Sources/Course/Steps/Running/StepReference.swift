internal import Markdown

extension Step {
  /// Whether `name`, as an author or a command line writes it, means the step: its id or number.
  public func isNamed(_ name: String) -> Bool { id == name || number == name }

  /// Whether a pattern means the step: an id or a number, a glob over either (`4.*`, `install-*`), or
  /// a line of the page (`week1.md:57`, `:57`).
  public func fits(_ pattern: String) -> Bool {
    if isNamed(pattern) { return true }
    if let colon = pattern.lastIndex(of: ":"),
      let line = Int(pattern[pattern.index(after: colon)...])
    {
      return (range.start.line...range.end.line).contains(line)
    }
    guard pattern.contains("*") || pattern.contains("?") else { return false }
    return [id, number].compactMap(\.self).contains(where: Glob(pattern).matches)
  }
}
