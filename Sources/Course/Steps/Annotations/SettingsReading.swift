import Markdown

/// What is wrong with one attribute.
struct AttributeProblem: Equatable {
  var rule: String
  var severity: Diagnostic.Severity
  var message: String
  var mend: String?
  /// The bytes before the attribute in the text it was read from.
  var offset: Int
}

/// Makes settings of attributes.
struct SettingsReading {
  private(set) var settings = StepSettings()
  private(set) var problems: [AttributeProblem] = []
  /// Whether any attribute is one of ours.
  private(set) var isOurs = false

  /// - Parameter takesAnyName: whether the text is no place for other tools' attributes, so that an
  ///   unknown name is a slip even where no known one is like it.
  init(_ attributes: [Attribute], takesAnyName: Bool) {
    for attribute in attributes {
      switch AnnotationKey.meaning(of: attribute.name) {
      case .foreign: continue
      case .variable(let name):
        isOurs = true
        settings.environment.append(.init(name: name, value: attribute.value.text ?? ""))
      case .key(let key, let isInverted):
        // A file and a name mean nothing without a value, and are others' words then.
        if attribute.value == .flag, !key.isFlag, !takesAnyName { continue }
        isOurs = true
        if let wanted = set(key, attribute.value, isInverted: isInverted) {
          problems.append(
            AttributeProblem(
              rule: "attribute-value", severity: .warning,
              message: "'\(attribute.name)' must be \(wanted)",
              mend: "write it as in `\(key.example)`",
              offset: attribute.offset))
        }
      case nil: tellUnknown(attribute, takesAnyName: takesAnyName)
      }
    }
  }

  private mutating func tellUnknown(_ attribute: Attribute, takesAnyName: Bool) {
    let nearest = NearestName.suggestions(for: attribute.name, among: AnnotationKey.names).first
    // A bare word in an info string is anybody's, unless it is nearly one of ours.
    if attribute.value == .flag, !takesAnyName, nearest == nil || attribute.name.utf8.count < 4 {
      return
    }
    problems.append(
      AttributeProblem(
        rule: "unknown-attribute", severity: .warning,
        message: "'\(attribute.name)' is no attribute of a step",
        mend: nearest.map { "write `\($0)`" }
          ?? "the attributes are \(AnnotationKey.allCases.map(\.rawValue).joined(separator: ", "))",
        offset: attribute.offset))
  }

  /// Takes the value over.
  ///
  /// - Returns: what the value must be, where it is not that; `nil` when all is well.
  private mutating func set(
    _ key: AnnotationKey, _ value: Attribute.Value, isInverted: Bool
  ) -> String? {
    switch key {
    case .skip, .optional, .background, .tty, .hide:
      guard let bool = value.bool else { return "true or false" }
      setFlag(key, isInverted ? !bool : bool)
    case .name:
      guard let text = value.text, !Slug.name(text).isEmpty else { return "a name" }
      settings.name = Slug.name(text)
    case .kind:
      guard let kind = value.text.flatMap(StepKind.init) else {
        return StepKind.allCases.map(\.rawValue).joined(separator: ", ")
      }
      settings.kind = kind
    case .exit:
      guard let status = value.text.flatMap({ Int($0) }), (0...255).contains(status) else {
        return "a number from 0 to 255"
      }
      settings.exitStatus = status
    case .timeout:
      guard let limit = value.text.flatMap(Duration.init(notation:)), limit > .zero else {
        return "a duration such as 30s or 5m"
      }
      settings.timeout = limit
    case .cwd:
      guard let text = value.text, !text.isEmpty else { return "a folder" }
      settings.folder = text
    case .file:
      guard let text = value.text, !text.isEmpty else { return "a file" }
      settings.file = .init(path: text, isAddition: settings.file?.isAddition ?? false)
    case .append: return setAppend(value)
    case .env: return setEnvironment(value)
    case .wait:
      guard let conditions = WaitCondition.all(in: value), !conditions.isEmpty else {
        return "a port, an address, a delay such as 5s, or output:TEXT"
      }
      settings.wait = conditions
    case .stdin: settings.answers = value.lines ?? settings.answers
    case .needs, .os, .secrets, .silence:
      guard let words = value.words, !words.isEmpty else { return "one or more names" }
      setNames(key, words)
    }
    return nil
  }

  private mutating func setFlag(_ key: AnnotationKey, _ bool: Bool) {
    switch key {
    case .skip: settings.isSkipped = bool
    case .optional: settings.isOptional = bool
    case .background: settings.isBackground = bool
    case .tty: settings.usesTerminal = bool
    default: settings.isHidden = bool
    }
  }

  private mutating func setNames(_ key: AnnotationKey, _ words: [String]) {
    switch key {
    case .needs: settings.needs = words
    case .os: settings.systems = words
    case .secrets: settings.secrets = words
    default: settings.silenced = words
    }
  }

  /// `append` alone goes with `file`; with a value it names the file.
  private mutating func setAppend(_ value: Attribute.Value) -> String? {
    if let isAddition = value.bool {
      settings.file = .init(path: settings.file?.path ?? "", isAddition: isAddition)
    } else if let path = value.text, !path.isEmpty {
      settings.file = .init(path: path, isAddition: true)
    } else {
      return "a file, or true beside `file`"
    }
    return nil
  }

  /// `A=1`, `A=1 B=2`, `{"A": "1"}` or a list of `A=1`.
  private mutating func setEnvironment(_ value: Attribute.Value) -> String? {
    let wanted = "variables such as NAME=value"
    if case .mapping(let entries) = value {
      for entry in entries {
        guard let text = entry.value.text else { return wanted }
        settings.environment.append(.init(name: entry.name, value: text))
      }
      return nil
    }
    guard let words = value.words, !words.isEmpty else { return wanted }
    for word in words {
      guard let equals = word.firstIndex(of: "="), equals > word.startIndex else { return wanted }
      settings.environment.append(
        .init(name: String(word[..<equals]), value: String(word[word.index(after: equals)...])))
    }
    return nil
  }
}

extension AnnotationKey {
  /// Whether the name may stand alone.
  fileprivate var isFlag: Bool {
    switch self {
    case .skip, .optional, .background, .tty, .hide, .append: true
    default: false
    }
  }
}

extension Attribute.Value {
  /// The lines of a text, or the texts of a list.
  fileprivate var lines: [String]? {
    switch self {
    case .text(let text):
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.count > 1, lines.last == "" { lines.removeLast() }
      return lines
    case .list: return words
    case .flag, .mapping: return nil
    }
  }
}
