internal import Markdown

/// A page's template, filled with what many pages share and cut open where they differ.
///
/// Filling in a template through the library costs as much as all else that is done for a page. So it
/// is done once for pages of one shape, with marks in place of their values, and the result is cut at
/// the marks.
struct PageFrame {
  private let pieces: [Piece]

  private enum Piece {
    case text([UInt8])
    /// The place of a value; `isEscaped` where the template asks for it with two braces, not three.
    case hole(Hole, isEscaped: Bool)
  }

  /// The values that differ from page to page.
  enum Hole: Int, CaseIterable {
    case title, description, body, contents, navigation, breadcrumb, run, stepCount, head,
      lastChange
    case editAddress
    /// The address of the script that draws diagrams, on pages that have some.
    case diagrams
    case previousAddress, previousTitle, nextAddress, nextTitle

    /// As templates name it; a point leads into a section.
    var name: String {
      switch self {
      case .previousAddress: "previous.href"
      case .previousTitle: "previous.title"
      case .nextAddress: "next.href"
      case .nextTitle: "next.title"
      default: "\(self)"
      }
    }
  }

  /// Some of the values, such as those that a page has.
  struct Holes: OptionSet, Hashable {
    let rawValue: Int

    init(rawValue: Int) { self.rawValue = rawValue }
    init(_ holes: Hole...) { rawValue = holes.reduce(0) { $0 | 1 << $1.rawValue } }

    func contains(_ hole: Hole) -> Bool { rawValue & 1 << hole.rawValue != 0 }
    mutating func insert(_ hole: Hole) { self.formUnion(Self(rawValue: 1 << hole.rawValue)) }
  }

  /// - Parameters:
  ///   - shared: values that the pages share.
  ///   - holes: the values that they all have, each with one of its own.
  /// - Returns: `nil` where a template does more with a value than to show it, such as to count it; then
  ///   each page has to be filled in by itself.
  init?(theme: Theme, shared: [String: Any], holes: Holes) {
    var marks: [Hole: String] = [:]
    for hole in Hole.allCases where holes.contains(hole) {
      marks[hole] = "\u{1}&\(hole.rawValue);\u{2}"
    }
    let whole = Array(theme.page(shared.merging(Self.tree(marks)) { $1 }).utf8)
    guard let pieces = Self.pieces(of: whole) else { return nil }
    self.pieces = pieces
  }

  /// Values by their names as a template looks them up: `previous.href` is `href` in `previous`.
  static func tree(_ values: [Hole: String]) -> [String: Any] {
    var tree: [String: Any] = [:]
    for (hole, value) in values {
      let path = hole.name.split(separator: ".").map(String.init)
      if path.count == 1 {
        tree[path[0]] = value
      } else {
        var section = tree[path[0]] as? [String: Any] ?? [:]
        section[path[1]] = value
        tree[path[0]] = section
      }
    }
    return tree
  }

  /// The whole page, with where the page's own values stand in it.
  func filled(_ values: [Hole: [UInt8]]) -> (bytes: [UInt8], layout: PageLayout) {
    var output: [UInt8] = []
    var layout = PageLayout()
    output.reserveCapacity(values.values.reduce(4096) { $0 + $1.count })
    for piece in pieces {
      switch piece {
      case .text(let text): output += text
      case .hole(let hole, let isEscaped):
        let start = output.count
        if isEscaped {
          Self.append(escaping: values[hole] ?? [], to: &output)
        } else {
          output += values[hole] ?? []
        }
        if let own = PageLayout.Value(hole) {
          layout.pieces.append(
            PageLayout.Piece(value: own, isEscaped: isEscaped, range: start..<output.count))
        }
      }
    }
    return (output, layout)
  }

  /// As the template library does it, which takes single quotes for a text's ends too.
  static func append(escaping bytes: [UInt8], to output: inout [UInt8]) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): output.append(html: "&amp;")
      case UInt8(ascii: "<"): output.append(html: "&lt;")
      case UInt8(ascii: ">"): output.append(html: "&gt;")
      case UInt8(ascii: "\""): output.append(html: "&quot;")
      case UInt8(ascii: "'"): output.append(html: "&#39;")
      default: output.append(byte)
      }
    }
  }

  private static let opening = [UInt8]("\u{1}".utf8)
  private static let closing = [UInt8](";\u{2}".utf8)

  private static func pieces(of whole: [UInt8]) -> [Piece]? {
    var pieces: [Piece] = []
    var rest = whole[...]
    while let mark = rest.firstRange(of: opening) {
      pieces.append(.text(Array(rest[..<mark.lowerBound])))
      rest = rest[mark.upperBound...]
      let isEscaped = rest.starts(with: "&amp;".utf8)
      guard isEscaped || rest.starts(with: "&".utf8), let end = rest.firstRange(of: closing),
        let number = Int(
          String(
            decoding: rest[..<end.lowerBound].dropFirst(isEscaped ? 5 : 1), as: UTF8.self)),
        let hole = Hole(rawValue: number)
      else { return nil }
      pieces.append(.hole(hole, isEscaped: isEscaped))
      rest = rest[end.upperBound...]
    }
    guard rest.firstRange(of: closing) == nil else { return nil }
    return pieces + [.text(Array(rest))]
  }
}
