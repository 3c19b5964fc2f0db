/// A line of Markdown that says of a notebook what Markdown has no words for:
/// `<!-- cell: {"id":"load"} -->`.
struct NotebookMarker {
  enum Kind: String, CaseIterable {
    /// At the top: the notebook's metadata and version.
    case notebook
    /// Above each cell.
    case cell
    /// Above what a cell has printed or shown.
    case output
  }

  var kind: Kind
  var members: [String: JSONValue]

  /// The line, without its line feed.
  var line: String {
    "<!-- \(kind.rawValue): \(JSONWriter.text(of: .object(members), .comment)) -->"
  }

  init(_ kind: Kind, _ members: [String: JSONValue]) {
    self.kind = kind
    self.members = members
  }

  /// What a line says; `nil` for one that is no marker, a failure for one that cannot be read.
  static func read(_ line: some StringProtocol) -> Result<NotebookMarker, JSONReader.Failure>? {
    guard let kind = kind(of: line) else { return nil }
    let opening = "<!-- \(kind.rawValue): "
    var rest = Substring(line).utf8.dropFirst(opening.utf8.count)
    while let last = rest.last, last == 0x20 || last == 0x0D { rest.removeLast() }
    guard rest.elementsEqual(rest.dropLast(3)) == false, Substring(rest).hasSuffix("-->") else {
      return .failure(.init(offset: 0, message: "`-->` is missing at the end of the line"))
    }
    do {
      let value = try JSONReader.value(of: Array(rest.dropLast(3)))
      guard let members = value.object else {
        return .failure(.init(offset: opening.utf8.count, message: "not an object in braces"))
      }
      return .success(NotebookMarker(kind, members))
    } catch {
      return .failure(
        .init(offset: opening.utf8.count + error.offset, message: "not JSON: \(error.message)"))
    }
  }

  /// Whether a line is taken for a marker.
  static func kind(of line: some StringProtocol) -> Kind? {
    guard line.utf8.starts(with: "<!-- ".utf8) else { return nil }
    return Kind.allCases.first { line.utf8.starts(with: "<!-- \($0.rawValue): {".utf8) }
  }
}

/// A text of a notebook as it stands in Markdown.
enum ShownText {
  /// Whether it comes back as it is: no control characters but tabs and line feeds, nothing that a
  /// reader of files takes for something else, and no line that is a marker.
  static func isFaithful(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F { return false }
      // C1 controls are C2 80 to C2 9F, and EF BB BF is a byte-order mark.
      if previous == 0xC2, byte < 0xA0 { return false }
      if previous == 0xEF, byte == 0xBB { return false }
      previous = byte
    }
    return !lines(text).contains { NotebookMarker.kind(of: $0) != nil }
  }

  /// What is shown: the text itself where that is faithful.
  static func of(_ text: String) -> String {
    if isFaithful(text) { return text }
    return lines(ScreenText(text).text).map { line in
      NotebookMarker.kind(of: line) == nil ? String(line) : " " + line
    }.joined(separator: "\n")
  }

  static func lines(_ text: String) -> [Substring] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }
  }
}

/// Code between fences, CommonMark 0.30 section 4.5.
enum Fence {
  /// - Parameter content: lines, each with its line feed; or nothing.
  static func block(_ content: String, info: String) -> String {
    var longest = 2
    var run = 0
    for byte in content.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence)\(info)\n\(content)\(fence)\n"
  }

  /// A fence's length and info string, for a line that opens one at its beginning.
  static func opening(_ line: Substring) -> (length: Int, info: String)? {
    let length = line.utf8.prefix { $0 == UInt8(ascii: "`") }.count
    let info = Substring(line.utf8.dropFirst(length))
    guard length >= 3, !info.utf8.contains(UInt8(ascii: "`")) else { return nil }
    return (length, info.trimmed)
  }

  static func closes(_ line: Substring, _ length: Int) -> Bool {
    let run = line.utf8.prefix { $0 == UInt8(ascii: "`") }.count
    return run >= length && line.utf8.dropFirst(run).allSatisfy { $0 == 0x20 || $0 == 0x0D }
  }
}
