@testable import Site

/// The roles of a line of code, as `k|def f|f s|"x"`: each range with its role's letter before it.
func roles(_ code: String, _ language: CodeLanguage) -> String {
  let bytes = Array(code.utf8)
  return language.tokens(of: bytes, 0..<bytes.count).all.map { token in
    let letter = Character(UnicodeScalar(token.role.rawValue))
    return "\(letter)|\(String(decoding: bytes[token.start..<token.end], as: UTF8.self))"
  }.joined(separator: " ")
}

/// A row of a language's table: code, and its roles.
typealias RoleRow = (code: String, roles: String)

/// Text of HTML that holds nothing but spans and entities.
func textContent(_ html: [UInt8]) -> [UInt8] {
  var text: [UInt8] = []
  var index = 0
  let entities: [(name: String, byte: UInt8)] = [
    ("&quot;", 0x22), ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E),
  ]
  while index < html.count {
    if html[index] == 0x3C {
      index = (html[index...].firstIndex(of: 0x3E) ?? html.count - 1) + 1
    } else if let entity = entities.first(where: { html[index...].starts(with: $0.name.utf8) }) {
      text.append(entity.byte)
      index += entity.name.utf8.count
    } else {
      text.append(html[index])
      index += 1
    }
  }
  return text
}
