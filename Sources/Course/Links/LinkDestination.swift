/// An address taken apart as far as a course can tell where it leads (RFC 3986 section 4.2).
enum LinkDestination: Equatable {
  /// With a host, such as `https://example.org/a` and `//example.org/a`.
  case external(String)
  /// Any other scheme, such as `mailto:` and `tel:`.
  case scheme
  /// A file of the course; the path is empty for a place on the same page.
  case local(Local)

  struct Local: Equatable {
    /// As it is written, without query and fragment.
    var path: Substring
    /// With its `?`; empty where there is none.
    var query: Substring = ""
    /// Without its `#`; `nil` where there is none.
    var fragment: Substring?
  }

  init(_ destination: String) {
    if destination.utf8.starts(with: "//".utf8) {
      self = .external("https:" + destination)
      return
    }
    if let scheme = Self.scheme(destination) {
      self = ["http", "https"].contains(scheme) ? .external(destination) : .scheme
      return
    }
    let text = destination[...]
    let hash = text.utf8.firstIndex(of: UInt8(ascii: "#"))
    let front = text[..<(hash ?? text.endIndex)]
    let question = front.utf8.firstIndex(of: UInt8(ascii: "?")) ?? front.endIndex
    var local = Local(path: front[..<question], query: front[question...])
    if let hash { local.fragment = text[text.utf8.index(after: hash)...] }
    self = .local(local)
  }

  /// In lowercase; a single letter is a drive of Windows, but no file of a course either.
  private static func scheme(_ text: String) -> String? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = text[..<colon].lowercased()
    let isScheme =
      !scheme.isEmpty && !(0x30...0x39).contains(scheme.utf8.first ?? 0)
      && scheme.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0)
      }
    return isScheme ? scheme : nil
  }
}
