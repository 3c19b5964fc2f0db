internal import Markdown
internal import Yams

/// What a page says about itself in YAML between two lines `---` at its top.
///
/// Keys that other tools read are let through without a word.
public struct FrontMatter: Sendable, Equatable {
  public var title: String?
  public var description: String?
  /// The page's place among its neighbours; pages without one follow, by name.
  public var order: Int?
  /// Whether the page is left out of the site.
  public var isDraft = false
  /// When the page came out.
  public var date: Timestamp?
  /// When the page was last changed, where it is not for git to say.
  public var updated: Timestamp?
  public var tags: [String] = []
  /// Addresses that lead on to the page.
  public internal(set) var aliases: [PageAlias] = []
  /// From where the page is left out, though it stands in the site.
  public var hiding: PageHiding = []
  /// Values for the placeholders of the page's steps, by name.
  public private(set) var values: [String: String] = [:]
  /// What `steps:` says of all steps of the page.
  public private(set) var steps = StepSettings()
  /// The rules of `notes check` that `silence:` switches off for the page, each with its place.
  private(set) var silenced: [SilencedRule] = []
  /// The 1-based line of the text on which the Markdown begins.
  public private(set) var contentLine = 1

  public init() {}

  /// Reads the front matter of a file.
  ///
  /// A text that begins with `---` but holds no mapping up to the next `---` or `...` is Markdown
  /// from its first line, as a thematic break may stand there.
  init(of source: SourceFile, diagnostics: inout [Diagnostic]) {
    guard let (yaml, lineCount) = Self.yaml(in: source.text) else { return }
    do {
      guard let node = try Yams.compose(yaml: yaml) else {
        contentLine = lineCount + 3
        return
      }
      guard let mapping = node.mapping else { return }
      contentLine = lineCount + 3
      for (key, value) in mapping {
        guard let name = key.string else { continue }
        read(name, value, source, &diagnostics)
      }
    } catch {
      // Only what looks like front matter is told; a scalar between two breaks is a heading.
      guard yaml.contains(":") else { return }
      contentLine = lineCount + 3
      let (line, column, problem) = error.yamlPlace
      diagnostics.append(
        Diagnostic(
          path: source.path,
          position: source.filePosition(SourcePosition(line: line + 1, column: column)),
          severity: .error, message: "front matter is not YAML: \(problem)", rule: "front-matter",
          mend: "write `key: value` on each line between the two `---`"))
    }
  }

  private mutating func read(
    _ name: String, _ value: Node, _ source: SourceFile, _ diagnostics: inout [Diagnostic]
  ) {
    switch name {
    case "title": title = value.string
    case "description": description = value.string
    case "order": order = value.int
    case "draft": isDraft = value.bool ?? false
    case "date": date = value.string.flatMap(Timestamp.init(written:))
    case "updated": updated = value.string.flatMap(Timestamp.init(written:))
    case "tags": return readTags(value, source, &diagnostics)
    case "aliases": return readAliases(value, source, &diagnostics)
    case "hide": return readHiding(value, source, &diagnostics)
    case "steps": return readSteps(value, source, &diagnostics)
    case "secrets": return readSecrets(value, source, &diagnostics)
    case "silence": return readSilenced(value, source, &diagnostics)
    case "values": return readValues(value, source, &diagnostics)
    default: return
    }
    let isRead =
      switch name {
      case "order": value.int != nil
      case "draft": value.bool != nil
      // Nothing is said where a template has left the place empty.
      case "date": date != nil || value.string?.isEmpty == true
      case "updated": updated != nil || value.string?.isEmpty == true
      default: value.string != nil
      }
    guard !isRead else { return }
    let wanted =
      [
        "order": "a whole number", "draft": "true or false", "date": "a date such as 2026-03-01",
        "updated": "a date such as 2026-03-01",
      ][
        name] ?? "a text"
    diagnostics.append(.frontMatter("'\(name)' must be \(wanted)", at: value, source))
  }

  private mutating func readSteps(
    _ value: Node, _ source: SourceFile, _ diagnostics: inout [Diagnostic]
  ) {
    guard let mapping = value.mapping else {
      return diagnostics.append(
        .frontMatter("'steps' must be `key: value` lines", at: value, source))
    }
    for pair in mapping {
      guard let attribute = Attribute(pair) else { continue }
      let reading = SettingsReading([attribute], takesAnyName: true)
      steps = steps.overridden(by: reading.settings)
      diagnostics += reading.problems.map {
        Diagnostic(
          Annotation.Problem(problem: $0, position: Diagnostic.textPosition(pair.key)), in: source)
      }
    }
  }

  private mutating func readValues(
    _ value: Node, _ source: SourceFile, _ diagnostics: inout [Diagnostic]
  ) {
    guard let mapping = value.mapping else {
      return diagnostics.append(
        .frontMatter("'values' must be `name: value` lines", at: value, source))
    }
    for (key, value) in mapping {
      guard let name = key.string, let text = value.string else {
        diagnostics.append(.frontMatter("a value must be a text", at: value, source))
        continue
      }
      values[name] = text
    }
  }

  /// The names stand for all steps of the page.
  private mutating func readSecrets(
    _ value: Node, _ source: SourceFile, _ diagnostics: inout [Diagnostic]
  ) {
    guard let names = Attribute.Value(value)?.words else {
      return diagnostics.append(
        .frontMatter("'secrets' must be names of variables", at: value, source))
    }
    steps.secrets += names
  }

  private mutating func readSilenced(
    _ value: Node, _ source: SourceFile, _ diagnostics: inout [Diagnostic]
  ) {
    let nodes = value.sequence.map(Array.init) ?? [value]
    for node in nodes {
      guard let names = Attribute.Value(node)?.words else {
        diagnostics.append(.frontMatter("'silence' must be names of rules", at: node, source))
        continue
      }
      silenced += names.map { SilencedRule(rule: $0, position: Diagnostic.textPosition(node)) }
    }
  }

  /// The text between the marks and how many lines it has.
  private static func yaml(in text: String) -> (String, lineCount: Int)? {
    guard text.utf8.starts(with: "---".utf8) else { return nil }
    var lineCount = 0
    var start = text.utf8.startIndex
    var contentStart = start
    while start < text.utf8.endIndex {
      let rest = text.utf8[start...]
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      let line = rest[..<end]
      if lineCount == 0 {
        guard isMark(line, ["---"]) else { return nil }
        contentStart = end == rest.endIndex ? end : text.utf8.index(after: end)
      } else if isMark(line, ["---", "..."]) {
        return (String(text[contentStart..<start]), lineCount - 1)
      }
      lineCount += 1
      start = end == rest.endIndex ? end : text.utf8.index(after: end)
    }
    return nil
  }

  private static func isMark(_ line: Substring.UTF8View, _ marks: [String]) -> Bool {
    guard line.count >= 3 else { return false }
    let end = line.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { line.index(after: $0) }
    return marks.contains { line[..<(end ?? line.startIndex)].elementsEqual($0.utf8) }
  }
}

/// A rule that is switched off by name, with the place of the name in the page's text.
struct SilencedRule: Sendable, Equatable {
  var rule: String
  var position: SourcePosition
}

extension Diagnostic {
  static func frontMatter(
    _ message: String, at node: Node, _ source: SourceFile, mend: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      path: source.path, position: source.filePosition(textPosition(node)), severity: .error,
      message: message, rule: "front-matter", mend: mend)
  }

  /// Where a node of the front matter stands in the page's text, whose first line is the mark `---`.
  static func textPosition(_ node: Node) -> SourcePosition {
    let mark = node.mark.map { ($0.line, $0.column) } ?? (1, 1)
    return SourcePosition(line: mark.0 + 1, column: mark.1)
  }
}

extension Error {
  /// Where in the YAML the trouble stands, 1-based, and what it is.
  var yamlPlace: (line: Int, column: Int, problem: String) {
    switch self as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (mark.line, mark.column, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      (
        context.mark.line, context.mark.column,
        "'\(duplicates.joined(separator: "', '"))' stands there twice"
      )
    case .reader(let problem, _, _, _): (1, 1, problem)
    default: (1, 1, String(describing: self))
    }
  }
}
