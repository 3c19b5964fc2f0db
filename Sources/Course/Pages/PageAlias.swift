public import Markdown

/// An address at which a page once stood, and from which readers are led on to it.
public struct PageAlias: Sendable, Hashable {
  /// The file in the site: `old/index.html`.
  public var address: String
  /// Where in the page's file the author says so.
  public var position: SourcePosition

  public init(address: String, position: SourcePosition) {
    self.address = address
    self.position = position
  }

  /// The file for an address as authors write it: `old.html`, `/old/`, `old` (which is a folder, so
  /// that every server shows it) and `old.md`, the name that the notes had.
  ///
  /// - Returns: `nil` for what names no file of the site.
  static func address(_ text: String) -> String? {
    let path = text.hasPrefix("/") ? text.dropFirst() : text[...]
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let names = parts.last == "" ? parts.dropLast() : parts[...]
    guard let last = names.last,
      !names.contains(where: { ["", ".", ".."].contains($0) }),
      !path.utf8.contains(where: { $0 < 0x20 || "#?:\\".utf8.contains($0) })
    else { return nil }
    if parts.last == "" { return path + "index.html" }
    if last.hasSuffix(".html") || last.hasSuffix(".htm") { return String(path) }
    if last.hasSuffix(".md") { return path.dropLast(3) + ".html" }
    return path + "/index.html"
  }
}
