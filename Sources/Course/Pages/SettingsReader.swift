internal import Markdown
internal import Yams

/// Reads `notes.yml` and tells each key and value it cannot use.
struct SettingsReader {
  let path: String
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  private static let keys = [
    "title", "description", "url", "language", "repository", "branch", "edit", "navigation",
    "theme", "values", "html", "smart", "links", "external", "secrets", "max_age",
    "runners",
  ]

  mutating func settings(_ text: String) -> CourseSettings {
    var settings = CourseSettings()
    do {
      guard let node = try Yams.compose(yaml: text) else { return settings }
      guard let mapping = node.mapping else {
        tell(SourcePosition(line: 1, column: 1), "settings are `key: value` lines", nil)
        return settings
      }
      var repository = Repository(url: "")
      for (key, value) in mapping { read(key, value, into: &settings, &repository) }
      if !repository.url.isEmpty || repository.edit != nil { settings.repository = repository }
    } catch {
      let (line, column, problem) = error.yamlPlace
      tell(
        SourcePosition(line: line, column: column), "not YAML: \(problem)",
        "write `key: value` on each line")
    }
    return settings
  }

  private mutating func read(
    _ key: Node, _ value: Node, into settings: inout CourseSettings, _ repository: inout Repository
  ) {
    let name = key.string ?? ""
    switch name {
    case "title": settings.title = text(key, value) ?? settings.title
    case "description": settings.description = text(key, value) ?? settings.description
    case "url": settings.baseURL = address(key, value).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    case "language": settings.language = language(key, value) ?? settings.language
    case "repository":
      repository.url =
        address(key, value).map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 } ?? ""
    case "branch": repository.branch = text(key, value) ?? repository.branch
    case "edit": repository.edit = pattern(key, value)
    case "navigation":
      guard let entries = value.sequence else {
        return tell(
          key.place, "'navigation' must be a list of pages", "write each as a line `- week1`")
      }
      settings.navigation = entries.flatMap { entry in navigation(entry) }
    case "theme":
      guard let mapping = value.mapping else {
        return tell(key.place, "'theme' must be `name: value` lines", "write `name: value`")
      }
      settings.theme = ThemeValue.values(mapping)
    case "values": readValues(key, value, into: &settings)
    case "html":
      let names = RawHTML.allCases.map(\.rawValue)
      settings.rawHTML =
        choice(key, value, names).flatMap(RawHTML.init) ?? settings.rawHTML
    case "smart":
      guard let flag = value.bool else {
        return tell(value.place, "'smart' must be true or false", "write `smart: true`")
      }
      settings.isSmart = flag
    case "links":
      guard let severity = choice(key, value, ["error", "warn"]) else { return }
      settings.linkSeverity = severity == "warn" ? .warning : .error
    case "external": readExternal(key, value, into: &settings.external)
    case "runners": readRunners(key, value, into: &settings)
    case "secrets":
      guard let names = Attribute.Value(value)?.words else {
        return tell(key.place, "'secrets' must be names of variables", "write `secrets: [NAME]`")
      }
      settings.secrets = names
    case "max_age":
      guard let age = value.string.flatMap(Duration.init(notation:)) else {
        return tell(value.place, "'max_age' must be a duration", "write `max_age: 30d`")
      }
      settings.maximumAge = age
    default:
      let nearest = NearestName.suggestions(for: name, among: Self.keys).first
      tell(key.place, "'\(name)' is no setting", nearest.map { "write `\($0)`" })
    }
  }

  private mutating func text(_ key: Node, _ value: Node) -> String? {
    if value.string == nil { tell(key.place, "'\(key.string ?? "")' must be a text", nil) }
    return value.string
  }

  /// An address with a host; what follows `?` or `#` could not be built upon.
  private mutating func address(_ key: Node, _ value: Node) -> String? {
    guard let address = text(key, value) else { return nil }
    let scheme = ["https://", "http://"].first { address.hasPrefix($0) }
    let rest = address.dropFirst(scheme?.count ?? 0)
    guard scheme != nil, let first = rest.utf8.first, first != UInt8(ascii: "/"),
      !rest.utf8.contains(where: { $0 <= 0x20 || "?#\"<>".utf8.contains($0) })
    else {
      tell(
        value.place, "'\(key.string ?? "")' must be an address that begins with https://",
        "write it as `https://example.org/course`")
      return nil
    }
    return address
  }

  /// The form of a tag of BCP 47: subtags of 1 to 8 letters and digits, the language first.
  private mutating func language(_ key: Node, _ value: Node) -> String? {
    guard let tag = text(key, value) else { return nil }
    let isLetter = { (byte: UInt8) in (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    let subtags = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isTag = subtags.allSatisfy { subtag in
      (1...8).contains(subtag.count)
        && subtag.allSatisfy { isLetter($0) || ShellByte.isDigit($0) }
    }
    guard isTag, let first = subtags.first, (2...3).contains(first.count),
      first.allSatisfy(isLetter)
    else {
      tell(
        value.place, "'\(tag)' is no language tag", "write a tag such as `en`, `de` or `pt-BR`")
      return nil
    }
    return tag
  }

  private mutating func pattern(_ key: Node, _ value: Node) -> String? {
    guard let pattern = text(key, value) else { return nil }
    guard pattern.contains("{path}") else {
      tell(
        value.place, "'edit' must have {path} in it, where the page's file goes",
        "write it as `https://example.org/edit/{branch}/{path}`")
      return nil
    }
    return pattern
  }

  mutating func choice(_ key: Node, _ value: Node, _ names: [String]) -> String? {
    if let text = value.string, names.contains(text) { return text }
    let nearest = NearestName.suggestions(for: value.string ?? "", among: names).first
    let list = names.dropLast().joined(separator: ", ") + " or \(names.last ?? "")"
    tell(
      value.place, "'\(key.string ?? "")' must be \(list)", "write `\(nearest ?? names[0])`")
    return nil
  }

  private mutating func readValues(
    _ key: Node, _ value: Node, into settings: inout CourseSettings
  ) {
    guard let mapping = value.mapping else {
      return tell(key.place, "'values' must be `name: value` lines", "write `name: value`")
    }
    for (name, value) in mapping {
      guard let name = name.string, let text = value.string else {
        tell(value.place, "a value must be a text", nil)
        continue
      }
      settings.values[name] = text
    }
  }

  /// `week1`, `Title: week1` or `Title:` with a list below it.
  private mutating func navigation(_ node: Node) -> [NavigationEntry] {
    if let reference = node.string {
      return [NavigationEntry(content: .reference(reference, title: nil), position: node.place)]
    }
    guard let mapping = node.mapping else {
      tell(node.place, "'navigation' has a list in a list", "give it a title: `- Title:`")
      return []
    }
    return mapping.compactMap { key, value in
      let title = key.string ?? ""
      if let reference = value.string {
        return NavigationEntry(content: .reference(reference, title: title), position: value.place)
      }
      guard let entries = value.sequence else {
        tell(value.place, "section '\(title)' must be a list of pages", "write `- week1` below it")
        return nil
      }
      let content = NavigationEntry.Content.section(
        title: title, entries.flatMap { entry in navigation(entry) })
      return NavigationEntry(content: content, position: key.place)
    }
  }

  mutating func tell(_ place: SourcePosition, _ message: String, _ mend: String?) {
    diagnostics.append(
      Diagnostic(
        path: path, position: place, severity: .error, message: message, rule: "settings",
        mend: mend))
  }
}

extension Node {
  /// Where it begins in its YAML.
  var place: SourcePosition {
    mark.map { SourcePosition(line: $0.line, column: $0.column) }
      ?? SourcePosition(line: 1, column: 1)
  }
}
