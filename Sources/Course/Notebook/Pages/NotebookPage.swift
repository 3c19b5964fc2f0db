/// Makes Markdown of a notebook: texts as they are, code in fences, outputs as what the notes say is
/// printed, pictures in files.
///
/// Cells that a page was made into give the Markdown that they came from, unless their source was
/// changed since; what they printed is the record's and no part of the notes.
struct NotebookPage {
  private(set) var text = ""
  private(set) var files: [NotebookFile] = []
  private let language: String
  private let folder: String
  private var names = UniqueNames(first: 2)
  private var isFirst = true

  init(_ notebook: Notebook, folder: String) {
    self.folder = folder
    language = notebook.language
    let notes = notebook.metadata["notes"]
    text = notes?["front_matter"]?.string ?? ""
    for (index, cell) in notebook.cells.enumerated() {
      guard cell.metadata["notes"]?["setup"] == nil else { continue }
      add(cell, index)
    }
    if let end = notes?["end"]?.string {
      text = (isFirst ? text : String(Substring(text.utf8.dropLast()))) + end
    }
  }

  private mutating func add(_ cell: Notebook.Cell, _ index: Int) {
    let notes = cell.metadata["notes"]
    let checksum = notes?["source"]?.string
    if let original = notes?["text"]?.string, checksum == Checksum.of(cell.source) {
      return append(original, gap: notes?["gap"]?.string)
    }
    if cell.source.trimmed.isEmpty, notes == nil { return }
    let gap = notes?["gap"]?.string
    let name = names.unique((cell.id ?? "cell-\(index + 1)").safeFileName)
    switch cell.content {
    case .markdown: append(withPictures(cell, name), gap: gap)
    case .raw: append(Fence.block(cell.source + "\n", info: "raw").withoutBlankEnd, gap: gap)
    case .code(_, let outputs):
      append(Fence.block(cell.source + "\n", info: language).withoutBlankEnd, gap: gap)
      guard notes == nil else { return }
      for (number, output) in outputs.enumerated() { add(output, "\(name)-\(number + 1)") }
    }
  }

  /// - Parameter gap: the lines before it; by default a blank one.
  private mutating func append(_ piece: String, gap: String?) {
    text += (gap ?? (isFirst ? "" : "\n")) + piece + "\n"
    isFirst = false
  }

  /// The text of a cell with its pictures where the notes had them, or in files.
  private mutating func withPictures(_ cell: Notebook.Cell, _ name: String) -> String {
    var source = cell.source
    for (attachment, value) in (cell.attachments ?? [:]).sorted(by: { $0.key < $1.key }) {
      if let address = cell.metadata["notes"]?["images"]?[attachment]?.string {
        source = source.replacing("attachment:\(attachment)", with: address)
        continue
      }
      for (type, content) in value.object ?? [:] where type.hasPrefix("image/") {
        let stem = "\(folder)/\(names.unique("\(name)-\(attachment.safeFileName)"))"
        guard let (file, _) = BundleFile.file(type, content, named: stem) else { continue }
        files.append(file)
        source = source.replacing("attachment:\(attachment)", with: file.path)
      }
    }
    return source
  }

  private mutating func add(_ output: Notebook.Output, _ name: String) {
    for (type, content) in output.data.sorted(by: { $0.key < $1.key })
    where type.hasPrefix("image/") {
      let stem = "\(folder)/\(names.unique(name))"
      guard let (file, _) = BundleFile.file(type, content, named: stem) else { continue }
      files.append(file)
      return append("![Output](\(file.path))", gap: nil)
    }
    guard let printed = output.plainText, !printed.isEmpty else { return }
    let shown = ShownText.of(printed)
    append(
      Fence.block(shown.utf8.hasFinalLineFeed ? shown : shown + "\n", info: "output")
        .withoutBlankEnd,
      gap: nil)
  }
}

extension Notebook {
  /// Whether the notebook was made of a page.
  public var isOfPage: Bool { metadata["notes"]?["page"] != nil }

  /// The notebook as a page that says only what Markdown has words for.
  ///
  /// - Parameter folder: that of the pictures beside it, such as `week1.files`.
  public func page(folder: String) -> (text: String, files: [NotebookFile]) {
    let page = NotebookPage(self, folder: folder)
    return (page.text, page.files)
  }
}
