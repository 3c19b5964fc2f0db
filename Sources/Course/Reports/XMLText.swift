/// XML 1.0 as it is written, an element a line.
package struct XMLText {
  package private(set) var text = ""
  private var depth = 0

  package init() {}

  package mutating func line(_ line: String) {
    text += String(repeating: "  ", count: depth) + line + "\n"
  }

  package mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    line("<\(Self.tag(name, attributes))>")
    depth += 1
  }

  package mutating func close(_ name: String) {
    depth -= 1
    line("</\(name)>")
  }

  package mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    line("<\(Self.tag(name, attributes))/>")
  }

  /// An element whose text stands as it is, without blanks around it.
  package mutating func element(_ name: String, _ attributes: [(String, String)], _ content: String)
  {
    line("<\(Self.tag(name, attributes))>\(Self.escaped(content))</\(name)>")
  }

  private static func tag(_ name: String, _ attributes: [(String, String)]) -> String {
    // A reader makes a blank of a line feed in an attribute, unless it is written as a number.
    name
      + attributes.map {
        " \($0)=\"\(escaped($1).replacing("\n", with: "&#10;").replacing("\t", with: "&#9;"))\""
      }.joined()
  }

  /// Markup as entities; what XML 1.0 (section 2.2) lets no document hold is left out.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;".unicodeScalars
      case "<": result += "&lt;".unicodeScalars
      case ">": result += "&gt;".unicodeScalars
      case "\"": result += "&quot;".unicodeScalars
      case "\t", "\n", "\u{20}"..."\u{7E}", "\u{A0}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}",
        "\u{10000}"..."\u{10FFFF}":
        result.append(scalar)
      // Let in by the grammar, but discouraged, and nothing a reader could see: what is left.
      default: break
      }
    }
    return String(result)
  }
}
