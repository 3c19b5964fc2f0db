internal import Markdown
internal import Yams

/// What an author says of one block, from all the places where it can be said.
///
/// In the order of trust: a comment above the block, the fence's info string, lines `#|` at the top of
/// the code, and the page's front matter.
struct Annotation {
  private(set) var settings: StepSettings
  private(set) var problems: [Problem] = []
  /// The code without its lines `#|`.
  private(set) var code: CodeBlock

  /// A problem with its place in the page's text.
  struct Problem: Equatable {
    var problem: AttributeProblem
    var position: SourcePosition
  }

  /// - Parameters:
  ///   - comments: the HTML right above the block.
  ///   - isShell: whether the fence's language is a shell's, or it has none.
  init(_ code: CodeBlock, comments: [Comment], defaults: StepSettings, isShell: Bool) {
    self.code = code
    settings = defaults
    if isShell { readOptionLines() }
    readInfo(isShell: isShell)
    for comment in comments { read(comment) }
    if let file = settings.file, file.path.isEmpty { settings.file = nil }
  }

  private mutating func add(
    _ attributes: [Attribute], takesAnyName: Bool, tells: Bool = true,
    at position: (Int) -> SourcePosition
  ) {
    guard !attributes.isEmpty else { return }
    let reading = SettingsReading(attributes, takesAnyName: takesAnyName)
    settings = settings.overridden(by: reading.settings)
    guard tells else { return }
    problems += reading.problems.map { Problem(problem: $0, position: position($0.offset)) }
  }

  private mutating func readInfo(isShell: Bool) {
    let info = code.info
    // Most info strings are one word.
    let language = info.utf8.prefix {
      $0 != 0x20 && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "{")
    }.count
    guard language < info.utf8.count, !info.hasPrefix("{{") else { return }
    let start = code.infoStart
    let reader = AttributeReader(info, from: language)
    let position = { (offset: Int) in
      SourcePosition(line: start.line, column: start.column + offset)
    }
    add(reader.attributes, takesAnyName: false, tells: isShell, at: position)
    if isShell, let problem = reader.problem {
      problems.append(.unreadable(problem.message, at: position(problem.offset)))
    }
  }

  private mutating func read(_ comment: Comment) {
    let isOfFile = [Include.mark, Verification.mark].contains {
      FileReference.text(of: comment.html, mark: $0) != nil
    }
    guard !isOfFile, let (text, mark) = comment.attributes
    else { return }
    let reader = AttributeReader(text.text)
    // Without our mark, only a comment that holds nothing but our attributes is meant.
    if mark == nil {
      let isOurs =
        !reader.attributes.isEmpty && reader.problem == nil
        && reader.attributes.allSatisfy {
          guard case .key? = AnnotationKey.meaning(of: $0.name) else { return false }
          return $0.value != .flag
        }
      guard isOurs else { return }
    }
    add(reader.attributes, takesAnyName: mark != nil, at: text.position)
    if let problem = reader.problem {
      problems.append(.unreadable(problem.message, at: text.position(problem.offset)))
    }
  }

  /// Takes the lines `#| key: value` off the top of the code.
  private mutating func readOptionLines() {
    guard code.literal.utf8.starts(with: "#|".utf8) else { return }
    let lines = code.literal.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    let count = lines.prefix { $0.starts(with: "#|".utf8) }.count
    for (line, start) in zip(lines.prefix(count), code.lineStarts) {
      let reader = AttributeReader(String(Substring(line)), from: 2)
      add(reader.attributes, takesAnyName: false) { offset in
        SourcePosition(line: start.line, column: start.column + offset)
      }
    }
    code.literal = String(
      Substring(code.literal.utf8.dropFirst(lines.prefix(count).reduce(0) { $0 + $1.count + 1 })))
    code.lineStarts.removeFirst(min(count, code.lineStarts.count))
  }
}

extension Annotation.Problem {
  static func stray(at position: SourcePosition) -> Self {
    let problem = AttributeProblem(
      rule: "stray-attribute", severity: .warning,
      message: "the comment stands above no code block, so that it says nothing",
      mend: "move it to the line above the fence", offset: 0)
    return Annotation.Problem(problem: problem, position: position)
  }

  fileprivate static func unreadable(_ message: String, at position: SourcePosition) -> Self {
    let problem = AttributeProblem(
      rule: "attribute-value", severity: .warning, message: "attributes cannot be read: \(message)",
      mend: nil, offset: 0)
    return Annotation.Problem(problem: problem, position: position)
  }
}

extension Diagnostic {
  init(_ annotation: Annotation.Problem, in source: SourceFile) {
    let problem = annotation.problem
    self.init(
      path: source.path, position: source.filePosition(annotation.position),
      severity: problem.severity, message: problem.message, rule: problem.rule,
      mend: problem.mend)
  }
}
