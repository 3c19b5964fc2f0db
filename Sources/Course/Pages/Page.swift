public import Markdown

/// One Markdown file, read: its front matter, its tree and its steps.
public struct Page: Sendable {
  public let source: SourceFile
  public let frontMatter: FrontMatter
  public let document: Document
  public let headings: [Heading]
  public let steps: [Step]
  /// The blocks that are to be equal to a part of a file.
  public let includes: [Include]
  /// The sections whose commands are to be those of a script.
  public let verifications: [Verification]
  /// What reading has told of bytes, front matter and annotations.
  private let troubles: [Diagnostic]
  let silencing: Silencing

  /// The path the page is known by, such as `content/week1.md`.
  public var path: String { source.path }

  /// What runs blocks of languages other than the shell's, by the language.
  package let runners: [String: LanguageRunner]

  /// Reads a page. Every sequence of bytes gives one.
  ///
  /// - Parameters:
  ///   - isSmart: whether quotes, dashes and ellipses become those of print.
  ///   - runners: what the course says that runs blocks of other languages, by the language.
  public init(
    path: String, bytes: [UInt8], isSmart: Bool = false, runners: [String: LanguageRunner] = [:]
  ) {
    self.runners = runners
    let source = SourceFile(path: path, bytes: bytes)
    var diagnostics = source.diagnostics
    let frontMatter = FrontMatter(of: source, diagnostics: &diagnostics)
    let document = Document(
      parsing: source.text.dropping(lines: frontMatter.contentLine - 1),
      firstLine: frontMatter.contentLine,
      extensions: isSmart ? [.notes, .smartPunctuation] : .notes)
    let headings = Heading.all(in: document, of: source)
    self.source = source
    self.frontMatter = frontMatter
    self.document = document
    self.headings = headings
    let extractor = StepExtractor(
      document: document, headings: headings, text: source.text, defaults: frontMatter.steps,
      runners: runners)
    steps = extractor.steps
    includes = extractor.includes
    verifications = extractor.verifications
    diagnostics += extractor.problems.map { Diagnostic($0, in: source) }
    troubles = diagnostics
    silencing = Silencing(
      frontMatter, steps: steps, commented: extractor.commented, in: source)
  }

  /// Where the page has tabs. It is found out each time that it is asked for.
  public var tabs: TabGroups {
    let hidden = steps.filter { $0.settings.isHidden == true }.map(\.range.start)
    return TabGroups(document, hidden: Set(hidden))
  }

  /// What is wrong with the file as a text: bytes, front matter, fences. Checks add theirs. It is
  /// found out each time that it is asked for.
  public var diagnostics: [Diagnostic] {
    let found =
      troubles + tabs.diagnostics(in: source) + DocumentCheck.diagnostics(document, in: source)
      + IndentedContentCheck.diagnostics(document, in: source)
      + FormulaCheck.diagnostics(document, in: source) + silencing.diagnostics(path: path)
    return found.isEmpty ? [] : silencing.applied(to: found).inOrder
  }

  /// From the front matter, else the first heading, be it in HTML, else the file's name.
  public var title: String {
    if let title = frontMatter.title, !title.isEmpty { return title }
    if headings.first?.level != 1, let title = rawTitle { return title }
    if let heading = headings.first, !heading.text.isEmpty { return heading.text }
    return names.name
  }

  /// The names that follow from the path.
  public var names: PagePath { PagePath(path) }
}

extension String {
  /// What follows the first `count` lines.
  fileprivate func dropping(lines count: Int) -> String {
    if count == 0 { return self }
    var start = utf8.startIndex
    for _ in 0..<count {
      guard let feed = utf8[start...].firstIndex(of: 0x0A) else { return "" }
      start = utf8.index(after: feed)
    }
    return String(self[start...])
  }
}
