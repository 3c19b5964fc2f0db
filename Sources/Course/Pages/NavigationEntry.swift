public import Markdown

/// A line of `navigation:` in the settings: a page, a folder, or a section with lines of its own.
public struct NavigationEntry: Sendable, Equatable {
  public indirect enum Content: Sendable, Equatable {
    /// A page or a folder by its path in `content/`, with or without `.md`; the title replaces its own.
    case reference(String, title: String?)
    case section(title: String, [NavigationEntry])
  }

  public var content: Content
  /// Where it stands in the settings.
  public var position: SourcePosition
}
