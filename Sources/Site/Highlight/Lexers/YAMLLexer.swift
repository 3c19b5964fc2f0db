/// Reads YAML 1.2 line by line: keys, scalars, anchors, block scalars and flow collections.
struct YAMLLexer: CodeReading {
  let bytes: [UInt8]
  var position: Int
  let end: Int
  var tokens: CodeTokens

  /// How many flow collections are open.
  private var flow = 0
  /// The column of the key or the dash that the next value belongs to.
  private var column = 0
  private var noTemplateBefore = 0

  init(_ bytes: [UInt8], _ part: Range<Int>) {
    self.bytes = bytes
    position = part.lowerBound
    end = part.upperBound
    tokens = CodeTokens(size: part.count)
  }

  mutating func read() {
    while position < end {
      readEntry()
      position += 1
    }
    position = end
  }

  private mutating func readEntry() {
    let line = position
    if starts(with: "---", at: line) || starts(with: "...", at: line) {
      position += 3
      if next.isBlank || next == 0x0A || position == end { mark(line, .operator) }
    }
    column = afterBlanks(line) - line
    var isStart = true
    while position < end, bytes[position] != 0x0A {
      let start = position
      switch bytes[start] {
      case 0x20, 0x09, 0x0D: position += 1
      case 0x23 where start == line || bytes[start - 1].isBlank:
        skipLine()
        mark(start, .comment)
      case 0x2D where isStart && isSeparated(start + 1),
        0x3F where isStart && isSeparated(start + 1):
        column = start - line
        position += 1
      case 0x21, 0x26:
        readProperty()
        mark(start, .type)
      case 0x2A:
        readProperty()
        mark(start, .variable)
      case 0x22, 0x27:
        readQuoted()
        isStart = false
      case 0x7C where flow == 0, 0x3E where flow == 0:
        if !readBlockScalar() { readPlain(line) }
        isStart = false
      case 0x5B: open(1)
      case 0x7B where byte(start + 1) != 0x7B: open(1)
      case 0x5D where flow > 0, 0x7D where flow > 0: open(-1)
      case 0x2C where flow > 0, 0x3A where isSeparated(start + 1): position += 1
      default:
        readPlain(line)
        isStart = false
      }
    }
  }

  private mutating func open(_ count: Int) {
    flow += count
    position += 1
  }

  /// Whether an offset holds a blank or the end of a line.
  private func isSeparated(_ offset: Int) -> Bool {
    offset >= end || bytes[offset].isBlank || bytes[offset] == 0x0A
  }

  private func isFlowMark(_ byte: UInt8) -> Bool {
    flow > 0 && (byte == 0x2C || byte == 0x5B || byte == 0x5D || byte == 0x7B || byte == 0x7D)
  }

  /// A tag, an anchor or an alias.
  private mutating func readProperty() {
    position += 1
    while position < end, !isSeparated(position), !isFlowMark(bytes[position]) { position += 1 }
  }

  /// A plain scalar, which is a key where a colon ends it.
  private mutating func readPlain(_ line: Int) {
    let start = position
    var pieceStart = start
    while position < end, bytes[position] != 0x0A {
      let byte = bytes[position]
      if byte == 0x3A,
        isSeparated(position + 1) || flow > 0 && isFlowMark(self.byte(position + 1))
      {
        mark(pieceStart, .key)
        column = start - line
        position += 1
        return
      }
      if byte == 0x24 || byte == 0x7B,
        let close = templateEnd(at: position, noneBefore: &noTemplateBefore)
      {
        mark(position..<close, .variable)
        position = close
        pieceStart = close
        continue
      }
      if byte == 0x23, bytes[position - 1].isBlank { break }
      if isFlowMark(byte) { break }
      position += 1
    }
    if pieceStart == start {
      _ = markScalar(trimmed(start..<position), words: .settings)
    }
    // A mark that ends nothing, such as a brace that closes no collection, is text.
    if position == start { position += 1 }
  }

  /// A quoted scalar, on any number of lines.
  private mutating func readQuoted() {
    let start = position
    var pieceStart = start
    let quote = bytes[start]
    position += 1
    while position < end {
      let byte = bytes[position]
      if byte == quote {
        position += 1
        guard quote == 0x27, next == 0x27 else { break }
        position += 1
      } else if byte == 0x5C, quote == 0x22 {
        position = min(position + 2, end)
      } else if byte == 0x24 || byte == 0x7B,
        let close = templateEnd(at: position, noneBefore: &noTemplateBefore)
      {
        mark(pieceStart, .string)
        mark(position..<close, .variable)
        position = close
        pieceStart = close
      } else {
        position += 1
      }
    }
    let colon = afterBlanks(position)
    let isKey = byte(colon) == 0x3A && (isSeparated(colon + 1) || flow > 0) && pieceStart == start
    mark(pieceStart, isKey ? .key : .string)
    if isKey { position = colon + 1 }
  }

  /// `|` or `>` with all lines that are indented deeper; false where text follows.
  private mutating func readBlockScalar() -> Bool {
    let start = position
    var offset = start + 1
    while byte(offset).isDigit || byte(offset) == 0x2B || byte(offset) == 0x2D { offset += 1 }
    let rest = afterBlanks(offset)
    guard rest >= end || bytes[rest] == 0x0A || bytes[rest] == 0x23 && rest > offset else {
      return false
    }
    position = offset
    mark(start, .operator)
    if byte(rest) == 0x23 {
      position = lineEnd(from: rest)
      mark(rest, .comment)
    }
    let isTop = column == 0 && byte(lineStart(start)) == 0x2D && byte(lineStart(start) + 1) == 0x2D
    position = lineEnd(from: position)
    let first = position + 1
    var last = first
    var line = first
    while line < end {
      var text = line
      while byte(text) == 0x20 { text += 1 }
      let lineFeed = lineEnd(from: text)
      let isEmpty = afterBlanks(text) >= lineFeed
      if !isEmpty {
        if text - line <= column, !isTop { break }
        last = lineFeed
      }
      line = lineFeed + 1
    }
    if last > first { mark(first..<last, .string) }
    position = max(position, min(last, end))
    return true
  }

  private func lineStart(_ offset: Int) -> Int {
    var offset = offset
    while offset > 0, bytes[offset - 1] != 0x0A { offset -= 1 }
    return offset
  }
}
