/// The same shown with one tool after the other, below texts or headings such as "Using npm:" and
/// "Using yarn:"; a reader follows the first.
struct ToolChoice {
  /// Whether what follows shows in another way what a block before it has shown.
  var isLater: Bool {
    if isLaterSection { return true }
    guard let chosen, let label = lead.flatMap(Self.label) else { return false }
    return label.isOther(than: chosen)
  }

  private var isLaterSection = false
  /// The text right above; few blocks ask for what it names.
  private var lead: Prose?
  /// The tool of the last block that had one.
  private var chosen: Label?
  /// The first of the headings at one level that name tools.
  private var section: (level: Int, label: Label)?

  private struct Label: Equatable {
    var family: Int
    var tool: String

    /// Whether the tools do the same, and are not the same.
    func isOther(than label: Label) -> Bool { family == label.family && tool != label.tool }
  }

  mutating func note(_ prose: Prose) { lead = prose }

  mutating func passBlock() {
    if let label = lead.flatMap(Self.label), chosen?.family != label.family { chosen = label }
    lead = nil
  }

  mutating func enterSection(_ heading: OpenHeading) {
    lead = nil
    chosen = nil
    let level = heading.heading.level
    if let section, section.level < level { return }
    // A chapter may be about a tool; a section "With npm" is one of several ways.
    let isWay =
      heading.mayBegin(with: Self.ways) && Phrases.first(Self.ways, in: heading.lowercased) != nil
    let label = isWay ? Self.label(heading.lowercased) : nil
    if let label, let section, section.level == level, section.label.family == label.family {
      isLaterSection = section.label.tool != label.tool
    } else {
      section = label.map { (level, $0) }
      isLaterSection = false
    }
  }

  private static func label(_ prose: Prose) -> Label? {
    prose.text.utf8.count < 40 ? label(prose.text.inLowercase) : nil
  }

  /// The tool that a text in lowercase names without saying more: `pip (venv):`, `with conda`.
  private static func label(_ text: String) -> Label? {
    guard text.utf8.count < 40, Phrases.first(names, in: text) != nil else { return nil }
    var words = text.split { $0 == " " || $0 == ":" || $0 == "`" || $0 == "*" }[...]
    while let first = words.first, leading.contains(String(first)) { words = words.dropFirst() }
    guard let tool = words.popFirst(), let family = families[String(tool)] else { return nil }
    let isAlone =
      words.first.map { $0.hasPrefix("(") } ?? true || words.allSatisfy { $0 == "users" }
    return isAlone ? Label(family: family, tool: String(tool)) : nil
  }

  private static let ways: Phrases = [
    "^using", "^with", "^via", "^con", "^usando", "^mit", "^avec", "^com",
  ]
  private static let leading: NameSet = [
    "using", "with", "via", "for", "from", "if", "you", "use", "con",
    "usando", "mit", "avec", "com", "or", "and", "by",
  ]
  /// Tools of which one is as good as another.
  private static let tools = [
    ["pip", "pip3", "uv", "poetry", "conda", "mamba", "micromamba", "pipenv", "pdm", "pixi"],
    ["npm", "yarn", "pnpm", "bun"], ["curl", "wget", "httpie"], ["docker", "podman"],
    ["maven", "gradle"], ["apt", "snap", "homebrew", "brew", "dnf", "yum", "pacman"],
    ["vim", "nano", "emacs"],
  ]
  private static let names = Phrases(tools.flatMap(\.self))
  private static let families = NameTable(
    tools.enumerated().flatMap { family, names in names.map { ($0, family) } })
}
