internal import Markdown

/// Reads Markdown that ``MarkedWriter`` has written, and that people may have changed since.
struct MarkedReader {
  private let path: String
  private let lines: [Substring]
  private let file: (String) -> [UInt8]?
  private var index = 0
  private(set) var notebook = Notebook()
  private(set) var diagnostics: [Diagnostic] = []

  init(_ text: String, path: String, file: @escaping (String) -> [UInt8]?) {
    self.path = path
    self.file = file
    // What is written has none at the ends of lines; editors and git may have put them there.
    var lines = ShownText.lines(text).map { line in
      line.utf8.last == 0x0D ? Substring(line.utf8.dropLast()) : line
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
    while index < lines.count {
      switch marker() {
      case .notebook?: readNotebook()
      case .cell?: readCell()
      case .output?, nil: readUnmarked()
      }
    }
    nameCells()
  }

  /// Whether a page was made of a notebook.
  static func isMarked(_ text: String) -> Bool {
    NotebookMarker.kind(
      of: text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst() : text[...])
      == .notebook
  }

  private func marker() -> NotebookMarker.Kind? { NotebookMarker.kind(of: lines[index]) }

  /// Takes the marker of the line; one that cannot be read is told, and says nothing.
  private mutating func members() -> [String: JSONValue] {
    defer { index += 1 }
    switch NotebookMarker.read(lines[index]) {
    case .success(let marker)?: return marker.members
    case .failure(let failure)?:
      tell("a notebook's comment is \(failure.message)", line: index, column: failure.offset + 1)
      return [:]
    case nil: return [:]
    }
  }

  private mutating func readNotebook() {
    let line = index
    var members = members()
    notebook.minor = members.removeValue(forKey: "nbformat_minor")?.integer ?? 5
    notebook.metadata = members.removeValue(forKey: "metadata")?.object ?? [:]
    if let path = members.removeValue(forKey: "metadata_file")?.string {
      let member = JSONValue.object(["path": .string(path), "json": .bool(true)])
      notebook.metadata = content(member, "metadata", line)?.object ?? [:]
    }
    notebook.other = members
    skipBlank()
  }

  private mutating func skipBlank() {
    while index < lines.count, lines[index].trimmed.isEmpty { index += 1 }
  }

  /// Text that no marker stands above is a cell of its own.
  private mutating func readUnmarked() {
    if marker() == .output { index += 1 }
    let text = textToNextMarker()
    if !text.trimmed.isEmpty {
      notebook.cells.append(Notebook.Cell(.markdown, id: nil, source: text))
    }
  }

  /// The lines up to the next marker, without the blank one that parts them.
  private mutating func textToNextMarker() -> String {
    let start = index
    while index < lines.count, marker() == nil { index += 1 }
    var text = lines[start..<index]
    if text.last?.isEmpty == true { text.removeLast() }
    return text.joined(separator: "\n")
  }

  private mutating func readCell() {
    let line = index
    var members = members()
    let kind = members.removeValue(forKey: "cell_type")?.string ?? "markdown"
    var cell = Notebook.Cell(.markdown, id: members.removeValue(forKey: "id")?.string, source: "")
    cell.metadata = members.removeValue(forKey: "metadata")?.object ?? [:]
    let exact = members.removeValue(forKey: "source")?.string
    let count = members.removeValue(forKey: "execution_count")?.integer
    let attachments = members.removeValue(forKey: "attachments")?.object
    cell.other = members
    var shown: String
    if kind == "markdown" {
      shown = textToNextMarker()
    } else if let code = fence() {
      shown = code.utf8.hasFinalLineFeed ? String(Substring(code.utf8.dropLast())) : code
    } else {
      tell("the fence of a cell is missing below its comment", line: line, column: 1)
      shown = ""
    }
    if let exact, ShownText.of(exact).utf8.elementsEqual(shown.utf8) { shown = exact }
    if let attachments { cell.attachments = read(attachments, &shown, line) }
    cell.source = shown
    if kind == "raw" { cell.content = .raw }
    if kind == "code" { cell.content = .code(count: count, outputs: outputs(count)) }
    notebook.cells.append(cell)
    // What an author has written below a fence is a text of its own.
    if kind != "markdown" {
      skipBlank()
      if index < lines.count, marker() == nil { readUnmarked() }
    }
  }

  /// The lines between the fences that begin here, each with its line feed.
  private mutating func fence() -> String? {
    guard index < lines.count, let opening = Fence.opening(lines[index]) else { return nil }
    index += 1
    var code = ""
    while index < lines.count, !Fence.closes(lines[index], opening.length) {
      code += lines[index] + "\n"
      index += 1
    }
    index += 1
    return code
  }

  private mutating func read(
    _ attachments: [String: JSONValue], _ source: inout String, _ line: Int
  ) -> [String: JSONValue] {
    var result: [String: JSONValue] = [:]
    for (name, value) in attachments {
      var bundle = value.object ?? [:]
      for (type, value) in bundle {
        guard let member = value["file"] else { continue }
        if let path = member["path"]?.string {
          source = source.replacing(path, with: "attachment:\(name)")
        }
        bundle[type] = content(member, type, line)
      }
      result[name] = .object(bundle)
    }
    return result
  }

  private mutating func outputs(_ count: Int?) -> [Notebook.Output] {
    var outputs: [Notebook.Output] = []
    skipBlank()
    while index < lines.count, marker() == .output {
      let line = index
      var fields = members()
      let type = fields.removeValue(forKey: "output_type")?.string ?? "stream"
      let newline = fields.removeValue(forKey: "newline")?.bool
      let printed = fence()
      switch type {
      case "stream":
        if fields["name"] == nil { fields["name"] = .string("stdout") }
        fields["text"] = Self.text(fields["text"], printed, isEnded: newline ?? true)
      case "display_data", "execute_result":
        if type == "execute_result", fields["execution_count"] == nil {
          fields["execution_count"] = count.map(JSONValue.integer) ?? .null
        }
        if fields["metadata"] == nil { fields["metadata"] = .object([:]) }
        var data = fields.removeValue(forKey: "data")?.object ?? [:]
        for (type, member) in fields.removeValue(forKey: "files")?.object ?? [:] {
          data[type] = content(member, type, line)
        }
        data["text/plain"] = Self.text(data["text/plain"], printed, isEnded: newline ?? false)
        fields["data"] = .object(data)
      default: break
      }
      outputs.append(Notebook.Output(type: type, fields: fields))
      skipBlank()
      // The pictures stand there for readers; the marker names them.
      while index < lines.count, lines[index].hasPrefix("!["), lines[index].hasSuffix(")") {
        index += 1
        skipBlank()
      }
    }
    return outputs
  }

  /// The text of the marker, unless the fence shows another.
  private static func text(_ exact: JSONValue?, _ printed: String?, isEnded: Bool) -> JSONValue? {
    guard let printed else { return exact }
    if let exact {
      guard let text = exact.string else { return exact }
      let shown = ShownText.of(text)
      if shown.utf8.elementsEqual(printed.utf8) || printed.utf8.elementsEqual((shown + "\n").utf8) {
        return exact
      }
    }
    return .string(isEnded ? printed : String(Substring(printed.utf8.dropLast())))
  }

  private mutating func content(_ member: JSONValue, _ type: String, _ line: Int) -> JSONValue? {
    let path = member["path"]?.string ?? ""
    // A page may name nothing of the machine that does not lie beside it.
    guard !path.hasPrefix("/"), CoursePath.resolved(path, in: "") != nil else {
      tell(
        "the file '\(path.printable)' of a notebook lies outside of the page's folder", line: line,
        column: 1)
      return nil
    }
    guard let bytes = file(path) else {
      tell("the file '\(path.printable)' of a notebook is missing", line: line, column: 1)
      return nil
    }
    do {
      return try BundleFile.value(of: bytes, type: type, member)
    } catch {
      tell(
        "the file '\(path.printable)' of a notebook is not JSON: \(error.message)", line: line,
        column: 1)
      return nil
    }
  }

  /// Cells that were added since get ids, which nbformat 4.5 asks for.
  private mutating func nameCells() {
    guard notebook.minor >= 5 else { return }
    var names = UniqueNames(first: 2)
    for case let id? in notebook.cells.map(\.id) { _ = names.unique(id) }
    for index in notebook.cells.indices where notebook.cells[index].id == nil {
      notebook.cells[index].id = names.unique(
        "cell-" + Checksum.of(notebook.cells[index].source).prefix(8))
    }
  }

  private mutating func tell(_ message: String, line: Int, column: Int) {
    diagnostics.append(
      Diagnostic(
        path: path, position: SourcePosition(line: line + 1, column: column), severity: .error,
        message: message, rule: "notebook",
        mend: "import the notebook anew, or remove the comment"))
  }
}

extension Notebook {
  /// Reads Markdown that ``markdown(folder:)`` has made.
  ///
  /// - Parameters:
  ///   - file: the bytes of a file by its path from the folder of the Markdown on.
  ///   - diagnostics: takes what is wrong with it.
  /// - Returns: `nil` for Markdown that was made of no notebook.
  public init?(
    markdown text: String, path: String, diagnostics: inout [Diagnostic],
    file: @escaping (String) -> [UInt8]?
  ) {
    guard MarkedReader.isMarked(text) else { return nil }
    let reader = MarkedReader(text, path: path, file: file)
    diagnostics += reader.diagnostics.inOrder
    self = reader.notebook
  }
}
