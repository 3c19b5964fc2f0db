/// Terms with what they mean, as PHP Markdown Extra, Pandoc and kramdown write them.
public struct DefinitionList: Sendable, Equatable {
  public var groups: [Group]

  /// Terms that mean the same thing, and what that is.
  public struct Group: Sendable, Equatable {
    /// A paragraph each, at least one.
    public var terms: [Block]
    /// At least one.
    public var definitions: [Definition]
  }

  public struct Definition: Sendable, Equatable {
    public var blocks: [Block]
    /// Whether no blank line stands before it, so that its paragraphs are shown without `<p>`.
    public var isTight: Bool
  }

  /// Terms and definitions as blocks, in order.
  var blocks: [Block] { groups.flatMap { $0.terms + $0.definitions.flatMap(\.blocks) } }
}
