/// Reads formats with a setting or a rule a line: INI, properties, `.env` and makefiles.
struct SettingsLexer: CodeReading {
  /// What sets one format apart from the others.
  struct Format: Sendable {
    /// The bytes that begin a comment at the start of a line.
    var comments: [UInt8] = [0x23]
    /// The bytes that begin one behind a blank too.
    var laterComments: [UInt8] = [0x23]
    /// The bytes that stand between a key and its value.
    var separators: [UInt8] = [0x3D]
    /// Words that begin a line.
    var keywords = WordTable([], foldsCase: false)
    /// Whether `name: other` is a rule, and lines that begin with a tabulator are commands.
    var hasRules = false
    /// Whether `$x`, `${x}` and `$(x)` are variables.
    var hasVariables = true
  }

  let bytes: [UInt8]
  var position: Int
  let end: Int
  var tokens: CodeTokens
  private let format: Format

  init(_ bytes: [UInt8], _ part: Range<Int>, format: Format) {
    self.bytes = bytes
    position = part.lowerBound
    end = part.upperBound
    tokens = CodeTokens(size: part.count)
    self.format = format
  }

  mutating func read() {
    var isContinued = false
    while position < end {
      let line = position
      let lineFeed = lineEnd(from: line)
      skipBlanks()
      if position < lineFeed {
        let isCommand = format.hasRules && bytes[line] == 0x09
        if format.comments.contains(bytes[position]), !isContinued {
          mark(position..<lineFeed, .comment)
        } else if isContinued || isCommand {
          readValue(to: lineFeed)
        } else {
          readSetting(to: lineFeed)
        }
      }
      let last = trimmed(line..<lineFeed).upperBound - 1
      isContinued = last >= line && bytes[last] == 0x5C
      position = lineFeed + 1
    }
    position = end
  }

  private mutating func readSetting(to lineFeed: Int) {
    if bytes[position] == 0x5B, !format.hasRules {
      let start = position
      while position < lineFeed, bytes[position] != 0x5D { position += 1 }
      if position < lineFeed { position += 1 }
      return mark(start, .heading)
    }
    readKeyword(to: lineFeed)
    let start = position
    guard let separator = separator(to: lineFeed) else { return readValue(to: lineFeed) }
    let isRule =
      format.hasRules && bytes[separator] == 0x3A
      && byte(separator + 1) != 0x3D && !starts(with: "::=", at: separator)
    var name = start..<separator
    // `:=`, `?=`, `+=`, `!=`
    while format.hasRules, let last = name.last, [0x3A, 0x3F, 0x2B, 0x21].contains(bytes[last]) {
      name = start..<last
    }
    mark(trimmed(name), isRule ? .function : .key)
    position = separator + 1
    while position < lineFeed, bytes[position] == 0x3D || bytes[position] == 0x3A { position += 1 }
    skipBlanks()
    readValue(to: lineFeed)
  }

  private mutating func readKeyword(to lineFeed: Int) {
    var offset = position
    var key: UInt64 = 0
    while offset < lineFeed, bytes[offset].isNamePart || bytes[offset] == 0x2D {
      key = WordTable.key(key, bytes[offset])
      offset += 1
    }
    guard offset > position, format.keywords[key].role != .plain, byte(offset) != 0x3D,
      byte(offset) != 0x3A
    else { return }
    mark(position..<offset, .keyword)
    position = min(afterBlanks(offset), lineFeed)
  }

  /// The first byte between key and value that stands outside of variables.
  private func separator(to lineFeed: Int) -> Int? {
    var depth = 0
    for offset in position..<lineFeed {
      switch bytes[offset] {
      case 0x28, 0x7B: depth += 1
      case 0x29, 0x7D: depth -= 1
      case let byte where depth <= 0 && format.separators.contains(byte): return offset
      default: break
      }
    }
    return nil
  }

  private mutating func readValue(to lineFeed: Int) {
    if markScalar(trimmed(position..<lineFeed), words: .settings) {
      position = lineFeed
      return
    }
    while position < lineFeed {
      let start = position
      switch bytes[start] {
      case 0x22, 0x27:
        position = quoteEnd(to: lineFeed)
        if position > start + 1 { mark(start, .string) }
      case 0x24 where format.hasVariables:
        readVariable(to: lineFeed)
        if position > start + 1 { mark(start, .variable) }
      case let byte
      where format.laterComments.contains(byte) && start > 0 && bytes[start - 1].isBlank:
        position = lineFeed
        mark(start, .comment)
      default: position += 1
      }
    }
  }

  /// Behind the quote that closes the one at the position; behind that one where none does.
  private func quoteEnd(to lineFeed: Int) -> Int {
    var offset = position + 1
    while offset < lineFeed {
      if bytes[offset] == bytes[position] { return offset + 1 }
      offset += bytes[offset] == 0x5C ? 2 : 1
    }
    return position + 1
  }

  private mutating func readVariable(to lineFeed: Int) {
    position += 1
    guard position < lineFeed else { return }
    let opening = bytes[position]
    if opening == 0x28 || opening == 0x7B {
      let closing = opening == 0x28 ? 0x29 as UInt8 : 0x7D
      var depth = 0
      while position < lineFeed {
        let byte = bytes[position]
        position += 1
        if byte == opening { depth += 1 }
        if byte == closing { depth -= 1 }
        if depth == 0 { return }
      }
    } else if opening.isNamePart {
      while position < lineFeed, bytes[position].isNamePart { position += 1 }
    } else if format.hasRules, opening != 0x20, opening != 0x22, opening != 0x27 {
      position += 1
    }
  }
}
