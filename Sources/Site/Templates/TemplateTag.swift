/// A tag of a Mustache template, such as `{{title}}`, with its place (the Mustache manual, mustache(5)).
struct TemplateTag: Equatable {
  enum Kind: Equatable {
    case variable
    /// `{{#name}}` or `{{^name}}`.
    case opening
    case closing
    /// `{{>name}}`, or `{{<name}}` with blocks that replace its own.
    case partial
    /// `{{$name}}`, a part that another template may replace.
    case block
    /// Comments, delimiters and settings of the reader.
    case other
  }

  var kind: Kind
  /// Without the function around it: `title` of `{{uppercased(title)}}`.
  var name: String
  /// 1-based.
  var line: Int
  /// 1-based, in UTF-8 bytes, of the tag's first byte.
  var column: Int

  /// The tags of a template in order. What is not closed is left out: reading the template tells it.
  static func all(in template: [UInt8]) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    var delimiters = (open: Array("{{".utf8), close: Array("}}".utf8))
    var (line, lineStart, position) = (1, 0, 0)
    while let open = template[position...].firstRange(of: delimiters.open)?.lowerBound {
      for index in position..<open where template[index] == UInt8(ascii: "\n") {
        (line, lineStart) = (line + 1, index + 1)
      }
      let start = open + delimiters.open.count
      // The third brace of `{{{name}}}` belongs to the tag.
      let isTriple = template.indices.contains(start) && template[start] == UInt8(ascii: "{")
      let close = (isTriple ? [UInt8(ascii: "}")] : []) + delimiters.close
      guard let end = template[start...].firstRange(of: close) else { break }
      var content = String(decoding: template[start..<end.lowerBound], as: UTF8.self)
      let kind = kind(&content)
      if kind == .other { changeDelimiters(&delimiters, content) }
      tags.append(
        TemplateTag(kind: kind, name: name(content), line: line, column: open - lineStart + 1))
      for index in open..<end.upperBound where template[index] == UInt8(ascii: "\n") {
        (line, lineStart) = (line + 1, index + 1)
      }
      position = end.upperBound
    }
    return tags
  }

  /// Takes the sign that says what a tag is from its beginning.
  private static func kind(_ content: inout String) -> Kind {
    let kind: Kind
    switch content.first {
    case "#", "^": kind = .opening
    case "/": kind = .closing
    case ">", "<": kind = .partial
    case "$": kind = .block
    case "{", "&": kind = .variable
    case "!", "=", "%": return .other
    default: return .variable
    }
    content.removeFirst()
    return kind
  }

  private static func name(_ content: String) -> String {
    var name = content[...]
    while let open = name.firstIndex(of: "("), let close = name.lastIndex(of: ")"), open < close {
      name = name[name.index(after: open)..<close]
    }
    return String(name.filter { $0 != " " && $0 != "\t" && $0 != "\n" })
  }

  private static func changeDelimiters(
    _ delimiters: inout (open: [UInt8], close: [UInt8]), _ content: String
  ) {
    guard content.first == "=", content.last == "=" else { return }
    let parts = content.dropFirst().dropLast().split(separator: " ")
    guard parts.count == 2 else { return }
    delimiters = (Array(parts[0].utf8), Array(parts[1].utf8))
  }
}
