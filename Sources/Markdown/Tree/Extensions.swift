/// What is read beyond CommonMark, each as a pass of its own.
public struct Extensions: OptionSet, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// GFM 0.29 section 4.10.
  public static let tables = Extensions(rawValue: 1 << 0)
  /// GFM 0.29 section 5.3.
  public static let taskLists = Extensions(rawValue: 1 << 1)
  /// GFM 0.29 section 6.5.
  public static let strikethrough = Extensions(rawValue: 1 << 2)
  /// Addresses that stand in the text as they are, GFM 0.29 section 6.9.
  public static let bareLinks = Extensions(rawValue: 1 << 3)
  public static let footnotes = Extensions(rawValue: 1 << 4)
  public static let alerts = Extensions(rawValue: 1 << 5)
  /// `{#id}` at the end of a heading.
  public static let headingIDs = Extensions(rawValue: 1 << 6)
  /// `$x$`, `$$x$$` and fences ```` ```math ````.
  public static let math = Extensions(rawValue: 1 << 7)
  /// `:rocket:`
  public static let emoji = Extensions(rawValue: 1 << 8)
  /// A term, and below it `: what it means`.
  public static let definitionLists = Extensions(rawValue: 1 << 10)
  /// `*[HTML]: Hyper Text Markup Language`
  public static let abbreviations = Extensions(rawValue: 1 << 11)
  /// Typographic quotes, dashes and ellipses in place of those of a typewriter.
  public static let smartPunctuation = Extensions(rawValue: 1 << 9)

  /// What notes are read with: all but smart punctuation, which changes what an author wrote.
  public static let notes: Extensions = [
    .tables, .taskLists, .strikethrough, .bareLinks, .footnotes, .alerts, .headingIDs, .math,
    .emoji, .definitionLists, .abbreviations,
  ]
}
