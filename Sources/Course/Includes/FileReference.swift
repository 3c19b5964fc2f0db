/// A file, or a part of one, as a comment names it: `include: scripts/setup.sh region=docker`.
public struct FileReference: Sendable, Equatable {
  /// From the course's folder, or from the page's where it begins with a point.
  public var path: String
  public var part: Part

  /// Which lines of the file are meant.
  public enum Part: Sendable, Equatable {
    case whole
    /// From one line to another, both included, counted from 1.
    case lines(ClosedRange<Int>)
    /// What stands between two remarks with its name.
    case region(String)
    /// From the first line that holds one text to the next that holds another, or to the end.
    case between(from: String, to: String?)
    /// It cannot be read.
    case unknown(String)
  }

  /// - Parameters:
  ///   - html: raw HTML.
  ///   - mark: the word with a colon by which a comment says what it is for.
  /// - Returns: `nil` where it is no comment for this.
  init?(_ html: String, mark: String) {
    guard let text = Self.text(of: html, mark: mark) else { return nil }
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A }
    let path = text.utf8.prefix { !isBlank($0) }
    guard !path.isEmpty else { return nil }
    self.path = String(Substring(path))
    let attributes = AttributeReader(text, from: path.count).attributes
    var values: [String: String] = [:]
    for attribute in attributes { values[attribute.name] = attribute.value.text ?? "" }
    part = Self.part(attributes.map(\.name), values)
  }

  private static func part(_ names: [String], _ values: [String: String]) -> Part {
    let known = ["region", "lines", "from", "to"]
    if let other = names.first(where: { !known.contains($0) }) {
      return .unknown("'\(other)' is none of region, lines, from and to")
    }
    if let name = values["region"] { return .region(name) }
    if let text = values["lines"] {
      return lines(text).map(Part.lines) ?? .unknown("'\(text)' is no range such as 3-9")
    }
    if let from = values["from"] { return .between(from: from, to: values["to"]) }
    return values["to"] == nil ? .whole : .unknown("'to' needs a 'from'")
  }

  private static func lines(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = ends.first ?? nil, first > 0, ends.count < 3 else { return nil }
    guard ends.count == 2 else { return first...first }
    guard let last = ends[1], last >= first else { return nil }
    return first...last
  }

  /// What follows the mark in a comment with which the HTML begins.
  static func text(of html: String, mark: String) -> String? {
    let bytes = html.utf8
    var rest = bytes.drop { $0 == 0x20 }
    guard rest.starts(with: "<!--".utf8) else { return nil }
    rest = rest.dropFirst(4).drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
    guard rest.starts(with: mark.utf8) else { return nil }
    let text = String(Substring(rest.dropFirst(mark.utf8.count)))
    return text.lastRange(ofASCII: "-->").map { String(text[..<$0.lowerBound]).trimmed }
  }
}
