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

  /// The text, or its beginning and an ellipsis where it takes more columns.
  func cut(columns width: Int) -> String {
    columns > width ? (pieces(columns: width - 1).first ?? "") + "…" : self
  }

  /// The text with blanks behind it up to a width in columns.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columns))
  }
}
