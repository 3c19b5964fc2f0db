internal import Markdown

/// Reads a notebook's JSON and tells all that is wrong with it.
struct NotebookReader {
  let path: String
  let bytes: [UInt8]
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  mutating func notebook() -> Notebook? {
    let root: JSONValue
    do {
      root = try JSONReader.value(of: bytes)
    } catch {
      tell(error.offset, "not JSON: \(error.message)", "ask for the file anew; it is damaged")
      return nil
    }
    guard var members = root.object else {
      tell([], "a notebook is a JSON object, and this is \(root.kind)")
      return nil
    }
    guard let major = members["nbformat"]?.integer else {
      tell([.member("nbformat")], "'nbformat' with the version is missing: this is no notebook")
      return nil
    }
    if major == 3 {
      let upgrade = NotebookUpgrade(members)
      members = upgrade.members
    } else if major != 4 {
      tell(
        [.member("nbformat")], "notebooks of version \(major) are not read",
        "open it in Jupyter and save it, or run `jupyter nbconvert --to notebook`")
      return nil
    }
    let notebook = read(members, isUpgraded: major == 3)
    return diagnostics.hasErrors ? nil : notebook
  }

  private mutating func read(_ members: [String: JSONValue], isUpgraded: Bool) -> Notebook {
    var notebook = Notebook()
    var rest = members
    rest["nbformat"] = nil
    notebook.metadata = object(rest.removeValue(forKey: "metadata"), [.member("metadata")])
    notebook.minor = rest.removeValue(forKey: "nbformat_minor")?.integer ?? 0
    let cells = rest.removeValue(forKey: "cells")
    if let cells = cells?.array {
      for (index, cell) in cells.enumerated() {
        // Cells that were made of an older notebook have no place of their own.
        read(cell, isUpgraded ? [] : [.member("cells"), .element(index)], into: &notebook)
      }
    } else {
      tell([.member("cells")], "'cells' must be a list, and is \(cells?.kind ?? "missing")")
    }
    notebook.other = rest
    return notebook
  }

  private mutating func read(
    _ value: JSONValue, _ path: [JSONKey], into notebook: inout Notebook
  ) {
    guard var rest = value.object else {
      return tell(path, "a cell must be an object, and is \(value.kind)")
    }
    let kind = rest.removeValue(forKey: "cell_type")
    let source = rest.removeValue(forKey: "source")
    guard let text = source?.joined.string else {
      return tell(
        path + [.member("source")],
        "'source' must be a text or a list of lines, and is \(source?.kind ?? "missing")")
    }
    let content: Notebook.Content
    switch kind?.string {
    case "markdown": content = .markdown
    case "raw": content = .raw
    case "code": content = code(&rest, path)
    default:
      let name = kind?.string.map { "'\($0.printable)'" } ?? kind?.kind ?? "missing"
      return tell(
        path + [.member("cell_type")], "'cell_type' must be code, markdown or raw, and is \(name)")
    }
    var cell = Notebook.Cell(content, id: nil, source: text)
    if let id = rest["id"]?.string {
      cell.id = id
      rest["id"] = nil
    }
    cell.metadata = object(rest.removeValue(forKey: "metadata"), path + [.member("metadata")])
    if let attachments = rest["attachments"]?.object {
      cell.attachments = attachments.mapValues(Notebook.Output.joinedBundle)
      rest["attachments"] = nil
    }
    cell.other = rest
    notebook.cells.append(cell)
  }

  private mutating func code(
    _ members: inout [String: JSONValue], _ path: [JSONKey]
  ) -> Notebook.Content {
    let count = members.removeValue(forKey: "execution_count")?.integer
    let list = members.removeValue(forKey: "outputs") ?? .array([])
    guard let values = list.array else {
      tell(path + [.member("outputs")], "'outputs' must be a list, and is \(list.kind)")
      return .code(count: count, outputs: [])
    }
    var outputs: [Notebook.Output] = []
    for (index, value) in values.enumerated() {
      let place = path + [.member("outputs"), .element(index)]
      guard var fields = value.object else {
        tell(place, "an output must be an object, and is \(value.kind)")
        continue
      }
      guard let type = fields.removeValue(forKey: "output_type")?.string else {
        tell(place, "an output must have a text 'output_type'")
        continue
      }
      if type == "stream", let text = fields["text"] { fields["text"] = text.joined }
      if let data = fields["data"] { fields["data"] = Notebook.Output.joinedBundle(data) }
      outputs.append(Notebook.Output(type: type, fields: fields))
    }
    return .code(count: count, outputs: outputs)
  }

  private mutating func object(_ value: JSONValue?, _ path: [JSONKey]) -> [String: JSONValue] {
    guard let value else { return [:] }
    if let members = value.object { return members }
    tell(path, "'metadata' must be an object, and is \(value.kind)")
    return [:]
  }

  private mutating func tell(_ path: [JSONKey], _ message: String, _ mend: String? = nil) {
    tell(JSONReader.offset(of: path, in: bytes), message, mend)
  }

  private mutating func tell(_ offset: Int, _ message: String, _ mend: String?) {
    var position = SourcePosition(line: 1, column: 1)
    for byte in bytes.prefix(offset) {
      if byte == 0x0A {
        position = SourcePosition(line: position.line + 1, column: 1)
      } else {
        position.column += 1
      }
    }
    diagnostics.append(
      Diagnostic(
        path: path, position: position, severity: .error, message: message, rule: "notebook",
        mend: mend))
  }
}

extension Notebook {
  /// Reads nbformat 4 of any minor version, and 3, which becomes 4.
  ///
  /// - Parameter diagnostics: takes what is wrong.
  /// - Returns: `nil` for what is no notebook.
  public init?(path: String, bytes: [UInt8], diagnostics: inout [Diagnostic]) {
    var reader = NotebookReader(path: path, bytes: bytes)
    let notebook = reader.notebook()
    diagnostics += reader.diagnostics.inOrder
    guard let notebook else { return nil }
    self = notebook
  }
}
