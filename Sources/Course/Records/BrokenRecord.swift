internal import Markdown
internal import Yams

extension Diagnostic {
  /// What is told of a record that cannot be read.
  ///
  /// - Parameters:
  ///   - text: the record's file.
  ///   - error: what decoding it threw.
  public static func brokenRecord(_ path: String, text: String, _ error: any Error) -> Diagnostic {
    let problem = RecordProblem(text, error)
    return Diagnostic(
      path: path, position: problem.position, severity: .error,
      message: "this is no record that can be read: \(problem.message)", rule: "broken-record",
      mend: "run `notes exec --record` for its page, or remove the file")
  }
}

/// Where in a record's text something is wrong, and what.
private struct RecordProblem {
  var position = SourcePosition(line: 1, column: 1)
  var message: String

  init(_ text: String, _ error: any Error) {
    let root: Node?
    do {
      // JSON is YAML too, and this reader knows the place of everything.
      root = try Yams.compose(yaml: text)
    } catch {
      let (line, column, problem) = error.yamlPlace
      position = SourcePosition(line: max(1, line), column: max(1, column))
      message = "not JSON: \(problem)"
      return
    }
    var path: [any CodingKey] = []
    switch error as? DecodingError {
    case .keyNotFound(let key, let context):
      path = context.codingPath
      message = "'\(key.stringValue)' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      path = context.codingPath
      message = "\(Self.name(path)) is of the wrong kind"
    case .dataCorrupted(let context):
      path = context.codingPath
      message = path.isEmpty ? "not JSON" : "\(Self.name(path)) has an unknown value"
    default: message = String(describing: error)
    }
    if let mark = Self.node(at: path, in: root)?.mark {
      position = SourcePosition(line: mark.line, column: mark.column)
    }
  }

  private static func name(_ path: [any CodingKey]) -> String {
    path.last { $0.intValue == nil }.map { "'\($0.stringValue)'" } ?? "it"
  }

  /// The node that a path leads to, or the last on the way.
  private static func node(at path: [any CodingKey], in root: Node?) -> Node? {
    var node = root
    for key in path {
      let next = key.intValue.map { node?.sequence?[$0] } ?? node?.mapping?[.init(key.stringValue)]
      node = next ?? node
    }
    return node
  }
}
