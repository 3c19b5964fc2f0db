/// The bytes that mean something to the shell.
///
/// The lexer works on bytes, because every such character is ASCII and no byte of a longer UTF-8
/// sequence can be mistaken for one.
enum ShellByte {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let space = UInt8(ascii: " ")
  static let exclamation = UInt8(ascii: "!")
  static let doubleQuote = UInt8(ascii: "\"")
  static let hash = UInt8(ascii: "#")
  static let dollar = UInt8(ascii: "$")
  static let ampersand = UInt8(ascii: "&")
  static let singleQuote = UInt8(ascii: "'")
  static let openParenthesis = UInt8(ascii: "(")
  static let closeParenthesis = UInt8(ascii: ")")
  static let asterisk = UInt8(ascii: "*")
  static let plus = UInt8(ascii: "+")
  static let comma = UInt8(ascii: ",")
  static let dash = UInt8(ascii: "-")
  static let dot = UInt8(ascii: ".")
  static let semicolon = UInt8(ascii: ";")
  static let less = UInt8(ascii: "<")
  static let equals = UInt8(ascii: "=")
  static let greater = UInt8(ascii: ">")
  static let question = UInt8(ascii: "?")
  static let at = UInt8(ascii: "@")
  static let openBracket = UInt8(ascii: "[")
  static let backslash = UInt8(ascii: "\\")
  static let closeBracket = UInt8(ascii: "]")
  static let underscore = UInt8(ascii: "_")
  static let backquote = UInt8(ascii: "`")
  static let openBrace = UInt8(ascii: "{")
  static let bar = UInt8(ascii: "|")
  static let closeBrace = UInt8(ascii: "}")

  /// Whether a byte separates words on a line.
  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Whether a byte is a letter of ASCII.
  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Whether a byte may start a name (POSIX.1-2017 XBD 3.235).
  static func startsName(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte == underscore
  }

  /// Whether a byte may go on a name.
  static func continuesName(_ byte: UInt8) -> Bool { startsName(byte) || isDigit(byte) }

  /// Whether a byte means nothing to the shell wherever in a word it stands.
  static func isPlain(_ byte: UInt8) -> Bool {
    continuesName(byte) || byte >= 0x80 || (dash...UInt8(ascii: ":")).contains(byte)
  }

  /// Whether a byte that is not plain means nothing within a word that ends at a blank or a control
  /// operator.
  static func isPlainApart(_ byte: UInt8) -> Bool {
    switch byte {
    case comma, at, asterisk, question, closeBracket, openBrace, closeBrace, UInt8(ascii: "%"),
      UInt8(ascii: "~"), UInt8(ascii: "^"), hash, exclamation:
      true
    default: false
    }
  }

  /// The same where the word can be no assignment.
  static func isPlainArgument(_ byte: UInt8) -> Bool {
    isPlainApart(byte) || byte == equals || byte == plus || byte == openBracket
  }

  /// Whether a word that began plain is over before a byte.
  static func endsPlainWord(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == newline || byte == semicolon || byte == ampersand || byte == bar
      || byte == openParenthesis || byte == closeParenthesis
  }

  /// Whether bytes form a whole name.
  static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    return startsName(first) && bytes.allSatisfy(continuesName)
  }

  /// Whether a byte names a special parameter (POSIX.1-2017 XCU 2.5.2).
  static func isSpecialParameter(_ byte: UInt8) -> Bool {
    switch byte {
    case at, asterisk, hash, question, dash, dollar, exclamation: true
    default: false
    }
  }

  /// Whether a byte goes on a UTF-8 sequence.
  static func continuesCharacter(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
