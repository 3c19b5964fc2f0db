/// JavaScript without its comments and indentation, as readers load it.
///
/// The lexer that colours code guesses where a text leaves doubt, and a wrong guess costs a colour.
/// Here it would cost the script, so this reader goes by ECMAScript's own rules for where a `/` divides
/// (section 12.9.5) and knows when they leave doubt: then the text is left as it is. Line ends stay,
/// because a statement may end with one, and so do comments `/*!` with licences.
struct ShippedScript {
  private let bytes: [UInt8]
  private var position = 0
  private var output: [UInt8] = []
  /// What stands before the position, blanks and comments aside.
  private var last = Before.operation
  /// Where the word before the position begins; -1 where there is none.
  private var word = ""
  private var brackets: [Bracket] = []

  private enum Before {
    /// A value has ended: a `/` divides.
    case value
    /// A `/` begins a regular expression.
    case operation
    /// The text tells no more than that something has ended.
    case unknown
  }

  private enum Bracket {
    /// `true` for that of `if (…)` and the like, behind which a statement begins.
    case round(isHead: Bool)
    case curly, filling, square
  }

  /// Where a text is not JavaScript, or may be read in two ways.
  private struct Doubt: Error {}

  static func text(_ bytes: [UInt8]) -> [UInt8] {
    var reader = ShippedScript(bytes)
    return (try? reader.read()) ?? bytes
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    output.reserveCapacity(bytes.count)
  }

  private mutating func read() throws(Doubt) -> [UInt8] {
    // Old signs of HTML comments, and ends of lines beyond ASCII, which comments end at too.
    for index in bytes.indices {
      switch bytes[index] {
      case 0x3C, 0x2D, 0xE2:
        if Self.ends.contains(where: bytes[index...].starts) { throw Doubt() }
      default: break
      }
    }
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: readBlanks()
      case 0x2F where next == 0x2F: skipLine()
      case 0x2F where next == 0x2A: try readComment()
      case 0x2F: try readSlash()
      case 0x22, 0x27: try readString()
      case 0x60:
        take()
        try readTemplate()
      case _ where byte.isNamePart || byte == 0x24: readWord()
      case 0x5C: throw Doubt()
      default: try readSign()
      }
    }
    guard brackets.isEmpty else { throw Doubt() }
    while output.last == 0x20 { output.removeLast() }
    return output
  }

  private static let ends = ["<!--", "-->", "\u{2028}", "\u{2029}"].map { Array($0.utf8) }

  private var next: UInt8 { position + 1 < bytes.count ? bytes[position + 1] : 0 }

  private mutating func take() {
    output.append(bytes[position])
    position += 1
  }

  /// One line end for any number, and no blanks beside it.
  private mutating func readBlanks() {
    let start = position
    var isLineEnd = false
    while position < bytes.count, bytes[position].isBlank || bytes[position] == 0x0A {
      if bytes[position] == 0x0A { isLineEnd = true }
      position += 1
    }
    if isLineEnd {
      endLine()
    } else if let byte = output.last, byte != 0x0A, byte != 0x20 {
      output += bytes[start..<position]
    }
  }

  private mutating func endLine() {
    while output.last?.isBlank == true { output.removeLast() }
    if let byte = output.last, byte != 0x0A { output.append(0x0A) }
  }

  private mutating func skipLine() {
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
  }

  private mutating func readComment() throws(Doubt) {
    let start = position
    position += 2
    while position + 1 < bytes.count, bytes[position] != 0x2A || bytes[position + 1] != 0x2F {
      position += 1
    }
    guard position + 1 < bytes.count else { throw Doubt() }
    position += 2
    if bytes[start + 2] == 0x21 {
      output += bytes[start..<position]
    } else if bytes[start..<position].contains(0x0A) {
      endLine()
    } else if let byte = output.last, byte != 0x20, byte != 0x0A {
      output.append(0x20)
    }
  }

  private mutating func readWord() {
    let start = position
    while position < bytes.count, bytes[position].isNamePart || bytes[position] == 0x24 { take() }
    // `a.in / 2` is about a value of that name.
    let isMember = start > 0 && bytes[start - 1] == 0x2E && (start < 2 || bytes[start - 2] != 0x2E)
    word = isMember ? "" : String(decoding: bytes[start..<position], as: UTF8.self)
    last =
      Self.operations.contains(word) ? .operation : Self.doubtful.contains(word) ? .unknown : .value
  }

  private static let operations: Set<String> = [
    "case", "delete", "do", "else", "in", "instanceof", "new", "return", "throw", "typeof", "void",
  ]
  /// Words of the language in some places, and names in others.
  private static let doubtful: Set<String> = ["await", "of", "yield"]
  private static let heads: Set<String> = ["if", "while", "for", "with"]

  private mutating func readSign() throws(Doubt) {
    let byte = bytes[position]
    let isStep = (byte == 0x2B || byte == 0x2D) && next == byte
    switch byte {
    case 0x28: brackets.append(.round(isHead: last == .value && Self.heads.contains(word)))
    case 0x5B: brackets.append(.square)
    case 0x7B: brackets.append(.curly)
    case 0x29, 0x5D, 0x7D:
      switch (byte, brackets.popLast()) {
      case (0x29, .round(let isHead)?): last = isHead ? .operation : .value
      case (0x5D, .square?): last = .value
      case (0x7D, .curly?): last = .unknown
      case (0x7D, .filling?):
        take()
        return try readTemplate()
      default: throw Doubt()
      }
      word = ""
      return take()
    default: break
    }
    word = ""
    take()
    last = .operation
    if isStep {
      take()
      last = .unknown
    }
  }

  private mutating func readSlash() throws(Doubt) {
    var end = position + 1
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x2F { end += 1 }
    // A regular expression ends on its line.
    let divides = last == .value || end == bytes.count || bytes[end] == 0x0A
    guard divides || last == .operation else { throw Doubt() }
    word = ""
    guard !divides else {
      guard last != .operation else { throw Doubt() }
      last = .operation
      return take()
    }
    try readExpression()
  }

  private mutating func readExpression() throws(Doubt) {
    take()
    var isInSet = false
    while position < bytes.count, bytes[position] != 0x0A {
      switch bytes[position] {
      case 0x5C where next != 0x0A && position + 1 < bytes.count: take()
      case 0x5B: isInSet = true
      case 0x5D: isInSet = false
      case 0x2F where !isInSet:
        take()
        last = .value
        return
      default: break
      }
      take()
    }
    throw Doubt()
  }

  private mutating func readString() throws(Doubt) {
    let quote = bytes[position]
    take()
    while position < bytes.count, bytes[position] != 0x0A {
      let byte = bytes[position]
      if byte == 0x5C, position + 1 < bytes.count { take() }
      take()
      if byte == quote {
        last = .value
        word = ""
        return
      }
    }
    throw Doubt()
  }

  /// From behind the sign that begins a template, or goes on with it behind a `}`.
  private mutating func readTemplate() throws(Doubt) {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x5C, position + 1 < bytes.count { take() }
      take()
      if byte == 0x60 {
        last = .value
        word = ""
        return
      }
      if byte == 0x24, position < bytes.count, bytes[position] == 0x7B {
        take()
        brackets.append(.filling)
        last = .operation
        word = ""
        return
      }
    }
    throw Doubt()
  }
}
