internal import Markdown

/// Compares a block with the part of a file that it is to be equal to.
public struct IncludeCheck {
  public private(set) var diagnostics: [Diagnostic] = []
  /// From the notes' block to the file's lines, in the unified format.
  public private(set) var diff = ""
  /// What the block is to hold, where it holds something else.
  private var lines: [String]?

  /// - Parameters:
  ///   - path: the file's, as messages name it.
  ///   - text: what it holds, or `nil` where it is not there.
  ///   - files: paths of files that may be meant instead.
  public init(
    _ include: Include, on page: Page, path: String, text: String?, files: [String] = []
  ) {
    guard let text else {
      diagnostics = page.silencing.applied(to: [
        .missingFile(path, at: include.position, on: page, rule: "include-drift", among: files)
      ])
      return
    }
    let wanted: FileExcerpt
    do {
      wanted = try FileExcerpt(include.file.part, of: text)
    } catch {
      diagnostics = page.silencing.applied(to: [
        .missingPart(error, of: path, at: include.position, on: page, rule: "include-drift")
      ])
      return
    }
    var own = include.code.literal.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    if own.last == "" { own.removeLast() }
    let comparison = LineDiff(from: own, to: wanted.lines)
    guard let hunk = comparison.hunks.first else { return }
    lines = wanted.lines
    diff = comparison.text(
      oldName: "\(page.path):\(page.source.filePosition(include.range.start).line)",
      newName: "\(path):\(wanted.first)")
    let place =
      include.code.lineStarts.indices.contains(hunk.oldIndex)
      ? include.code.lineStarts[hunk.oldIndex] : include.range.start
    let isFenced = if case .fenced = include.code.form { true } else { false }
    diagnostics = page.silencing.applied(to: [
      Diagnostic(
        path: page.path, position: page.source.filePosition(place), severity: .error,
        message: "differs from \(path):\(wanted.first + hunk.newIndex), which the block includes",
        rule: "include-drift",
        mend: isFenced
          ? "run `notes check --fix` to take the file's lines" : "put the lines between fences",
        isFixable: isFenced)
    ])
  }

  /// Whether ``mended(_:_:)`` changes the block.
  public var isMendable: Bool { diagnostics.contains { $0.isFixable && !$0.isSilenced } }

  /// The page's bytes with every block that differs as its file has it; nothing else changes.
  ///
  /// - Parameter checks: those of the page's ``Page/includes``, in order.
  public static func mended(_ page: Page, _ checks: [IncludeCheck]) -> [UInt8] {
    var file = FileLines(page.source.bytes)
    for (include, check) in zip(page.includes, checks) where check.isMendable {
      check.mend(include, of: page.source, in: &file)
    }
    return file.bytes
  }

  private func mend(_ include: Include, of source: SourceFile, in file: inout FileLines) {
    guard let lines, case .fenced(let isClosed) = include.code.form else { return }
    let opening = source.filePosition(include.range.start)
    let starts = include.code.lineStarts.map(source.filePosition)
    // A block without lines has none to take the indent from, but its fence.
    let model = starts.first ?? opening
    let prefix = file.text(model.line - 1).prefix(max(0, model.column - 1)).map { byte in
      byte == UInt8(ascii: ">") || byte == 0x09 ? byte : 0x20
    }
    for start in starts { file.drop(start.line - 1) }
    for line in lines {
      var bytes = prefix + Array(line.utf8)
      while line.isEmpty, bytes.last == 0x20 || bytes.last == 0x09 { bytes.removeLast() }
      file.add(bytes, below: opening.line - 1)
    }
    file.widen(
      FencePlace(
        opening: include.range.start.line, closing: isClosed ? include.range.end.line : nil))
  }
}

extension Diagnostic {
  /// A comment that names a file that is not there.
  static func missingFile(
    _ path: String, at position: SourcePosition, on page: Page, rule: String, among files: [String]
  ) -> Diagnostic {
    let name = path.lastPathPart
    let nearest =
      files.first { $0.lastPathPart == name }
      ?? NearestName.suggestions(for: path, among: files).first
    return Diagnostic(
      path: page.path, position: page.source.filePosition(position), severity: .error,
      message: "there is no file \(path)", rule: rule,
      mend: nearest.map { "write `\($0)`" } ?? "name it from the course's folder")
  }

  /// A comment that names a part that a file does not have.
  static func missingPart(
    _ missing: FileExcerpt.Missing, of path: String, at position: SourcePosition, on page: Page,
    rule: String
  ) -> Diagnostic {
    Diagnostic(
      path: page.path, position: page.source.filePosition(position), severity: .error,
      message: "\(path) has no such part: \(missing.reason)", rule: rule,
      mend: missing.nearest.map { "write `\($0)`" } ?? "name a part that it has")
  }
}
