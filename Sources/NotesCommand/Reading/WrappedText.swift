import Course

/// Running text for a terminal: words with styles, in lines that are not longer than wanted.
struct WrappedText {
  private let terminal: Terminal
  /// A word is one or more pieces without a blank between them; `nil` ends a line.
  private var words: [[Piece]?] = []
  /// Whether the next piece goes on with the last word.
  private var isInWord = false

  private struct Piece {
    var text: String
    var styles: [Terminal.Style]
  }

  init(_ terminal: Terminal) { self.terminal = terminal }

  /// Adds text whose blanks part words.
  mutating func add(_ text: String, _ styles: [Terminal.Style] = []) {
    for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { isInWord = false }
      guard !word.isEmpty else { continue }
      let piece = Piece(text: String(word).printable, styles: styles)
      if isInWord, let last = words.last, let last {
        words[words.count - 1] = last + [piece]
      } else {
        words.append([piece])
      }
      isInWord = true
    }
  }

  mutating func endLine() {
    words.append(nil)
    isInWord = false
  }

  /// - Parameters:
  ///   - width: in columns, for the text alone.
  func lines(width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var column = 0
    func show(_ word: [Piece]) -> String {
      word.map { piece in piece.styles.reduce(piece.text) { terminal.paint($0, $1) } }.joined()
    }
    for word in words {
      guard let word else {
        lines.append(line)
        (line, column) = ("", 0)
        continue
      }
      let length = word.map(\.text.columns).reduce(0, +)
      if column > 0, column + 1 + length > width {
        lines.append(line)
        (line, column) = ("", 0)
      }
      line += (column > 0 ? " " : "") + show(word)
      column += (column > 0 ? 1 : 0) + length
    }
    if column > 0 { lines.append(line) }
    return lines
  }
}

extension String {
  /// How many columns of a terminal the text takes: none for combining marks, two for the signs that
  /// East Asian Width (UAX #11) calls wide.
  var columns: Int {
    unicodeScalars.reduce(0) { sum, scalar in
      if scalar.value < 0x300 { return sum + 1 }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: return sum
      default: return sum + (scalar.isWide ? 2 : 1)
      }
    }
  }

  /// The text in pieces of at most so many columns, at least one.
  func pieces(columns width: Int) -> [String] {
    var pieces: [String] = [""]
    var column = 0
    for character in self {
      let length = String(character).columns
      if column + length > max(1, width), column > 0 {
        pieces.append("")
        column = 0
      }
      pieces[pieces.count - 1].append(character)
      column += length
    }
    return pieces
  }
}

extension Unicode.Scalar {
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
