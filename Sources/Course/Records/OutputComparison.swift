/// What was printed, with what differs from the notes marked.
///
/// Lines are told the same as ``ExpectedOutput`` does, so that what a pattern allows is no difference;
/// of a line that took another's place only the changed signs are marked.
public struct OutputComparison: Sendable, Equatable {
  public struct Piece: Sendable, Equatable {
    public var text: String
    public var isChanged: Bool

    public init(_ text: String, isChanged: Bool = false) {
      self.text = text
      self.isChanged = isChanged
    }
  }

  /// The printed text from its beginning to its end. A changed piece without text stands where the
  /// notes say more than was printed.
  public private(set) var pieces: [Piece] = []

  /// How many lines are compared; those behind are there, unmarked.
  static let limit = 200

  /// - Parameters:
  ///   - expected: as the notes have it, with suffixes and all.
  ///   - printed: as a screen shows it.
  public init(expected: String, printed: String) {
    let said = ExpectedOutput.lines(expected)
    let wanted = ExpectedOutput(expected).lines.prefix(Self.limit).map {
      Wanted(text: said[$0.index], line: $0.line)
    }
    var lines = printed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    var missing: [String] = []
    var added: [String] = []
    for step in Self.alignment(wanted, printed, count: min(lines.count, Self.limit)) {
      switch step {
      case .missing(let index):
        if wanted[index].line.minimum > 0 { missing.append(wanted[index].text) }
      case .added(let index): added.append(lines[index])
      case .same(let index):
        close(&missing, &added)
        append(lines[index] + "\n")
      }
    }
    close(&missing, &added)
    for line in lines.dropFirst(Self.limit) { append(line + "\n") }
  }

  private struct Wanted {
    var text: String
    var line: ExpectedLine
  }

  private enum Alignment {
    /// A line of the notes that was not printed.
    case missing(Int)
    /// A printed line that the notes do not have.
    case added(Int)
    case same(Int)
  }

  /// The way through both that finds the most lines again.
  private static func alignment(
    _ wanted: [Wanted], _ printed: String, count: Int
  ) -> [Alignment] {
    let output = PrintedLines(printed)
    let count = min(count, output.lines.count)
    let width = count + 1
    // How many lines can be found again from a place in both on.
    var found = [Int](repeating: 0, count: (wanted.count + 1) * width)
    var matches = [Bool](repeating: false, count: wanted.count * width)
    var required = 0
    for row in wanted.indices.reversed() {
      let matcher = wanted[row].line.matcher()
      let next = wanted[row].line.maximum > 1 ? row : row + 1
      // What stands for any number of lines leaves as many as the notes name behind it.
      let last = next == row ? count - required : count
      if wanted[row].line.minimum > 0 { required += 1 }
      for column in (0..<count).reversed() {
        let isMatch = column < last && matcher(column, output)
        matches[row * width + column] = isMatch
        found[row * width + column] = max(
          found[(row + 1) * width + column], found[row * width + column + 1],
          isMatch ? 1 + found[next * width + column + 1] : 0)
      }
    }
    var result: [Alignment] = []
    var (row, column) = (0, 0)
    // One that may match several lines is missing only if it has matched none.
    var hasMatched = false
    while row < wanted.count || column < count {
      let best = found[row * width + column]
      if row < wanted.count, column < count, matches[row * width + column],
        best == 1 + found[(wanted[row].line.maximum > 1 ? row : row + 1) * width + column + 1]
      {
        result.append(.same(column))
        hasMatched = wanted[row].line.maximum > 1
        if !hasMatched { row += 1 }
        column += 1
      } else if row < wanted.count, column == count || best == found[(row + 1) * width + column] {
        if !hasMatched { result.append(.missing(row)) }
        hasMatched = false
        row += 1
      } else {
        result.append(.added(column))
        column += 1
      }
    }
    return result
  }

  /// Takes lines that stand in each other's place.
  private mutating func close(_ missing: inout [String], _ added: inout [String]) {
    for (index, line) in added.enumerated() {
      if index < missing.count, !Self.isPattern(missing[index]) {
        for piece in LineComparison(from: missing[index], to: line).pieces {
          append(piece.text, isChanged: piece.isChanged)
        }
        append("\n")
      } else {
        append(line, isChanged: true)
        append("\n")
      }
    }
    if missing.count > added.count { append("", isChanged: true) }
    (missing, added) = ([], [])
  }

  private static func isPattern(_ line: String) -> Bool {
    LineSuffix(line) != nil || line.contains("[..]")
  }

  private mutating func append(_ text: String, isChanged: Bool = false) {
    if !isChanged, pieces.last?.isChanged == false {
      pieces[pieces.count - 1].text += text
    } else if !text.isEmpty || isChanged {
      pieces.append(Piece(text, isChanged: isChanged))
    }
  }
}
