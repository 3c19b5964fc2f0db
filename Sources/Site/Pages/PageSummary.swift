public import Course

/// What the rest of a course has to know of a page: enough to list it, to lead to it and to say whether a
/// link to it is dead, so that no tree has to be kept for it.
public struct PageSummary: Sendable, Equatable {
  /// The file, such as `content/part/week1.md`.
  public let path: String
  /// Where the page stands in the site: `part/week1.html`.
  public let address: String
  /// The folder that ``address`` is in, with a slash at its end: `part/`; empty at the top.
  let folder: String
  public var title: String
  public var description: String?
  /// The page's place among its neighbours; pages without one follow, by name.
  public var order: Int?
  public var isDraft: Bool
  /// Whether the page stands in no list.
  public var isHidden: Bool
  /// How many steps a reader can run.
  public var stepCount: Int
  /// Whether there is a list of headings beside the page.
  public var hasContents: Bool
  /// What is wrong with the file.
  public var diagnostics: [Diagnostic]

  public init(
    path: String, title: String, description: String?, order: Int?, isDraft: Bool, isHidden: Bool,
    stepCount: Int, hasContents: Bool, diagnostics: [Diagnostic]
  ) {
    self.path = path
    let address = PagePath(path).site
    self.address = address
    let end = address.utf8.lastIndex(of: UInt8(ascii: "/")).map { address.utf8.index(after: $0) }
    folder = String(address[..<(end ?? address.startIndex)])
    self.title = title
    self.description = description
    self.order = order
    self.isDraft = isDraft
    self.isHidden = isHidden
    self.stepCount = stepCount
    self.hasContents = hasContents
    self.diagnostics = diagnostics
  }

  init(_ page: Page, hasContents: Bool) {
    self.init(
      path: page.path, title: page.title, description: page.frontMatter.description,
      order: page.frontMatter.order, isDraft: page.frontMatter.isDraft, isHidden: false,
      stepCount: page.steps.count { $0.kind.isRunnable }, hasContents: hasContents,
      diagnostics: page.diagnostics)
  }

  /// The names of the folders that ``address`` is in.
  var folders: [Substring] { folder.split(separator: "/") }
}
