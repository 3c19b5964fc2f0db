/// What is to be written in the place of an expectation that no longer holds.
///
/// Lines that still fit stay as they are written, wildcards too. One that can stand for several lines
/// stays only where what stands on both its sides does: between other neighbours it would hide what
/// has changed.
struct ExpectationUpdate {
  enum Line: Equatable {
    /// The line with this index among the old ones.
    case kept(Int)
    case new(String)
  }

  private(set) var lines: [Line] = []

  /// How many pairs of lines are compared at most; beyond that all lines are written anew.
  private static let limit = 1_000_000

  /// - Parameters:
  ///   - old: the lines as they are written.
  ///   - status: with which the command ended.
  init(_ old: [String], _ output: PrintedLines, status: Int, readsStatus: Bool, _ dialect: Dialect)
  {
    let expected = ExpectedOutput(old, dialect, readsStatus: readsStatus)
    lines = Self.merge(expected, output, dialect).map { line in
      // What is kept must not become a status where it comes to stand last.
      guard case .kept(let index) = line, !dialect.suffixes.isEmpty, dialect.status != .printed,
        ExpectedOutput.status(old[index]) != nil
      else { return line }
      return .new(old[index] + " (equal)")
    }
    // Where a dialect takes the first way of several, the lines kept may be a way that it misses.
    if !ExpectedOutput(texts(old), dialect, readsStatus: readsStatus).accepts(output) {
      lines = output.lines.indices.map { .new(Self.written($0, output, dialect)) }
    }
    guard dialect.status != .printed, dialect.status != .lastLine || readsStatus else { return }
    if expected.status == status, let line = expected.statusLine {
      // It keeps its place among lines that stay.
      let next = lines.firstIndex {
        if case .kept(let index) = $0 { index > line } else { false }
      }
      lines.insert(.kept(line), at: next ?? lines.count)
    } else if status != 0 {
      lines.append(.new("[\(status)]"))
    }
  }

  /// The lines as they are written.
  func texts(_ old: [String]) -> [String] {
    lines.map { line in
      switch line {
      case .kept(let index): old[index]
      case .new(let text): text
      }
    }
  }

  /// How far two sides have been gone through, and what that asks of the next line.
  private enum Demand: Int, CaseIterable {
    case none
    /// The line before was kept, or there is none.
    case afterKept
    /// The next line has to be kept, as a wildcard stands before it.
    case keep
    /// A wildcard has taken up lines and may take up more.
    case inWildcard
  }

  private enum Move { case keep, insert, drop, take, leave }

  private static func merge(
    _ expected: ExpectedOutput, _ output: PrintedLines, _ dialect: Dialect
  ) -> [Line] {
    let (old, count) = (expected.lines, output.lines.count)
    guard (old.count + 1) * (count + 1) <= limit else {
      return output.lines.indices.map { .new(written($0, output, dialect)) }
    }
    let matchers = old.map { $0.line.matcher() }
    let width = count + 1
    func place(_ i: Int, _ j: Int, _ demand: Demand) -> Int {
      (i * width + j) * Demand.allCases.count + demand.rawValue
    }
    // The best score from each place on, and the move that leads to it; below 0 there is none.
    let size = (old.count + 1) * width * Demand.allCases.count
    var scores = [Int](repeating: -1, count: size)
    var moves = [Move?](repeating: nil, count: size)
    for i in stride(from: old.count, through: 0, by: -1) {
      for j in stride(from: count, through: 0, by: -1) {
        let line = i < old.count ? old[i].line : nil
        let isMatch = j < count && line != nil && matchers[i](j, output)
        for demand in [Demand.inWildcard, .keep, .afterKept, .none] {
          let here = place(i, j, demand)
          if i == old.count, j == count {
            scores[here] = demand == .inWildcard ? -1 : 0
            continue
          }
          func offer(_ move: Move, _ gain: Int, _ next: Int) {
            guard scores[next] >= 0, scores[next] + gain > scores[here] else { return }
            scores[here] = scores[next] + gain
            moves[here] = move
          }
          if demand == .inWildcard {
            guard i < old.count else { continue }
            offer(.leave, 0, place(i + 1, j, .keep))
            if isMatch, line?.maximum ?? 0 > 1 { offer(.take, 0, place(i, j + 1, .inWildcard)) }
            continue
          }
          if let line {
            if line.minimum == 1, line.maximum == 1 {
              if isMatch { offer(.keep, 4, place(i + 1, j + 1, .afterKept)) }
            } else if demand != .none {
              if line.minimum == 0 { offer(.keep, 1, place(i + 1, j, .keep)) }
              if isMatch { offer(.take, 1, place(i, j + 1, .inWildcard)) }
            }
          }
          guard demand != .keep else { continue }
          if j < count { offer(.insert, 0, place(i, j + 1, .none)) }
          if i < old.count { offer(.drop, 0, place(i + 1, j, .none)) }
        }
      }
    }
    var result: [Line] = []
    var (i, j, demand) = (0, 0, Demand.afterKept)
    while i < old.count || j < count {
      guard let move = moves[place(i, j, demand)] else { break }
      switch move {
      case .keep:
        result.append(.kept(old[i].index))
        if old[i].line.minimum == 1, old[i].line.maximum == 1 {
          (i, j, demand) = (i + 1, j + 1, .afterKept)
        } else {
          (i, demand) = (i + 1, .keep)
        }
      case .take:
        if demand != .inWildcard { result.append(.kept(old[i].index)) }
        (j, demand) = (j + 1, .inWildcard)
      case .leave: (i, demand) = (i + 1, .keep)
      case .insert:
        result.append(.new(written(j, output, dialect)))
        (j, demand) = (j + 1, .none)
      case .drop: (i, demand) = (i + 1, .none)
      }
    }
    return result
  }

  /// A printed line as the dialect writes it, so that it is read as nothing else.
  static func written(_ index: Int, _ output: PrintedLines, _ dialect: Dialect) -> String {
    let line = output.lines[index]
    let plain = String(decoding: line.text, as: UTF8.self)
    guard !dialect.comparesWritten, !dialect.suffixes.isEmpty else { return plain }
    let isUnterminated =
      dialect.asksForFeed && output.endsWithoutFeed && index == output.lines.count - 1
    if let escaped = LineEscapes.written(line.text, isASCII: false) {
      return "\(escaped) (\(dialect.name == .scrut ? "escaped" : "esc"))"
    }
    // What begins as a prompt or a remark does would be read as one.
    if let first = line.text.first, isSign(plain, dialect) {
      let rest = plain.utf8.dropFirst().flatMap {
        $0 == UInt8(ascii: "\\") ? [$0, $0] : [$0]
      }
      return String(decoding: LineEscapes.hexadecimal(first) + rest, as: UTF8.self) + " (esc)"
    }
    if isUnterminated { return plain + " (no-eol)" }
    let isMeant =
      LineSuffix(plain, dialect) != nil || ExpectedOutput.status(plain) != nil
      || (dialect.hasEllipsisLines && plain == "...")
      || (dialect.hasInlineGaps && plain.contains(ascii: "[..]"))
    return isMeant ? plain + " (equal)" : plain
  }

  private static func isSign(_ line: String, _ dialect: Dialect) -> Bool {
    if dialect.name == .scrut { return line.hasPrefix("> ") || line == ">" }
    return line.trimmed.hasPrefix("#") || line.trimmed.hasPrefix("$")
  }
}
