/// Writes a notebook as Markdown that says all the notebook does: cells and outputs as text and
/// fences, what has no place in those in ``NotebookMarker``s above them, and pictures and other long
/// content in files.
struct MarkedWriter {
  private(set) var text = ""
  private(set) var files: [NotebookFile] = []
  private let language: String
  /// The folder of the files, without a slash.
  private let folder: String
  private var names = UniqueNames(first: 2)

  init(_ notebook: Notebook, folder: String) {
    language = notebook.language
    self.folder = folder
    var members = notebook.other
    members["nbformat_minor"] = .integer(notebook.minor)
    let metadata = JSONValue.object(notebook.metadata)
    if let (file, member) = BundleFile.file("metadata", metadata, named: "\(folder)/notebook") {
      files.append(file)
      members["metadata_file"] = member["path"]
    } else {
      members["metadata"] = metadata
    }
    text = NotebookMarker(.notebook, members).line + "\n"
    for (index, cell) in notebook.cells.enumerated() { write(cell, index) }
  }

  private mutating func write(_ cell: Notebook.Cell, _ index: Int) {
    let name = names.unique(
      (cell.id ?? "").isEmpty ? "cell-\(index + 1)" : (cell.id ?? "").safeFileName)
    var members = cell.other
    members["id"] = cell.id.map(JSONValue.string)
    if !cell.metadata.isEmpty { members["metadata"] = .object(cell.metadata) }
    var shown = cell.source
    if let attachments = cell.attachments {
      members["attachments"] = .object(write(attachments, name, &shown))
    }
    let displayed = ShownText.of(shown)
    if displayed != shown || !displayed.utf8.elementsEqual(shown.utf8) {
      members["source"] = .string(shown)
    }
    switch cell.content {
    case .markdown:
      add(.cell, members)
      text += displayed + "\n\n"
    case .raw:
      members["cell_type"] = .string("raw")
      add(.cell, members)
      text += Fence.block(displayed.isEmpty ? "" : displayed + "\n", info: "raw") + "\n"
    case .code(let count, let outputs):
      members["cell_type"] = .string("code")
      members["execution_count"] = count.map(JSONValue.integer)
      add(.cell, members)
      text += Fence.block(displayed.isEmpty ? "" : displayed + "\n", info: language) + "\n"
      for (number, output) in outputs.enumerated() {
        write(output, named: "\(folder)/\(name)-\(number + 1)", count: count)
      }
    }
  }

  private mutating func add(_ kind: NotebookMarker.Kind, _ members: [String: JSONValue]) {
    text += NotebookMarker(kind, members).line + "\n"
  }

  /// Writes the files of a cell, and leads its text to them.
  private mutating func write(
    _ attachments: [String: JSONValue], _ cell: String, _ source: inout String
  ) -> [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    for name in attachments.keys.sorted() {
      var bundle = attachments[name]?.object ?? [:]
      for (type, value) in bundle where type.hasPrefix("image/") {
        let stem = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } ?? name
        let unique = names.unique("\(cell)-\(stem.safeFileName)")
        guard let (file, member) = BundleFile.file(type, value, named: "\(folder)/\(unique)") else {
          continue
        }
        files.append(file)
        bundle[type] = .object(["file": member])
        let led = source.replacing("attachment:\(name)", with: file.path)
        if led.replacing(file.path, with: "attachment:\(name)").utf8.elementsEqual(source.utf8) {
          source = led
        }
      }
      members[name] = .object(bundle)
    }
    return members
  }

  private mutating func write(_ output: Notebook.Output, named stem: String, count: Int?) {
    var members = output.fields
    if output.type != "stream" { members["output_type"] = .string(output.type) }
    switch output.type {
    case "stream":
      if members["name"] == .string("stdout") { members["name"] = nil }
      let text = members["text"]?.string
      if let text, ShownText.isFaithful(text) {
        members["text"] = nil
        if !text.utf8.hasFinalLineFeed { members["newline"] = .bool(false) }
      }
      show(members, text)
    case "display_data", "execute_result":
      if output.type == "execute_result", members["execution_count"]?.integer == count, count != nil
      {
        members["execution_count"] = nil
      }
      if members["metadata"] == .object([:]) { members["metadata"] = nil }
      writeData(output, members, stem)
    default:
      show(members, output.plainText)
    }
  }

  private mutating func writeData(
    _ output: Notebook.Output, _ fields: [String: JSONValue], _ stem: String
  ) {
    var members = fields
    guard var data = members["data"]?.object else { return show(members, nil) }
    var kept: [String: JSONValue] = [:]
    var images: [String] = []
    for type in data.keys.sorted() where type != "text/plain" {
      guard let value = data[type],
        let (file, member) = BundleFile.file(type, value, named: names.unique(stem))
      else { continue }
      data[type] = nil
      kept[type] = member
      files.append(file)
      if type.hasPrefix("image/") { images.append(file.path) }
    }
    var plain = data["text/plain"]?.string
    if let text = plain, images.isEmpty, ShownText.isFaithful(text) {
      data["text/plain"] = nil
      if text.utf8.hasFinalLineFeed { members["newline"] = .bool(true) }
    }
    members["data"] = data.isEmpty ? nil : .object(data)
    members["files"] = kept.isEmpty ? nil : .object(kept)
    if !images.isEmpty { plain = nil }
    show(members, plain)
    for image in images { text += "![Output](\(image))\n\n" }
  }

  private mutating func show(_ members: [String: JSONValue], _ printed: String?) {
    add(.output, members)
    guard let printed else {
      text += "\n"
      return
    }
    let shown = ShownText.of(printed)
    let isEnded = shown.isEmpty || shown.utf8.hasFinalLineFeed
    text += Fence.block(isEnded ? shown : shown + "\n", info: "output") + "\n"
  }
}

extension String.UTF8View {
  var hasFinalLineFeed: Bool { last == 0x0A }
}

extension Notebook {
  /// The notebook as Markdown from which ``init(markdown:path:diagnostics:file:)`` makes it again.
  ///
  /// - Parameter folder: that of the files beside it, such as `week1.files`.
  public func markdown(folder: String) -> (text: String, files: [NotebookFile]) {
    let writer = MarkedWriter(self, folder: folder)
    return (writer.text, writer.files)
  }
}
