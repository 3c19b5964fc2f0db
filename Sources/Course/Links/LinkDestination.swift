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
    if let scheme = Self.scheme(of: destination) {
      self = scheme == .web ? .external(destination) : .scheme
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

  private enum Scheme { case web, other }

  /// A single letter is a drive of Windows, but no file of a course either.
  private static func scheme(of text: String) -> Scheme? {
    let bytes = text.utf8Span.span
    var end = 0
    while end < bytes.count, bytes[end] != UInt8(ascii: ":") {
      switch bytes[end] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        break
      case UInt8(ascii: "0")...UInt8(ascii: "9") where end > 0: break
      default: return nil
      }
      end += 1
    }
    guard end > 0, end < bytes.count else { return nil }
    let isWeb =
      (4...5).contains(end) && bytes[0] | 0x20 == UInt8(ascii: "h")
      && bytes[1] | 0x20 == UInt8(ascii: "t") && bytes[2] | 0x20 == UInt8(ascii: "t")
      && bytes[3] | 0x20 == UInt8(ascii: "p") && (end == 4 || bytes[4] | 0x20 == UInt8(ascii: "s"))
    return isWeb ? .web : .other
  }

  /// Whether the address is one of a file of the course, or of a place on the page.
  static func isLocal(_ destination: String) -> Bool {
    scheme(of: destination) == nil && !destination.utf8.starts(with: "//".utf8)
  }
}
