internal import Markdown

/// The lines of a file with what becomes of each.
struct FileLines {
  /// The bytes of each line, and its ending.
  private var lines: [(text: [UInt8], ending: ArraySlice<UInt8>)] = []
  /// Lines that go, by their index.
  private var dropped: Set<Int> = []
  /// What is written below a line, by its index; without endings.
  private var added: [Int: [[UInt8]]] = [:]

  init(_ bytes: [UInt8]) {
    var reader = LineReader(bytes)
    var ranges: [Range<Int>] = []
    while let line = reader.next() { ranges.append(line) }
    for (index, range) in ranges.enumerated() {
      let end = index + 1 < ranges.count ? ranges[index + 1].lowerBound : bytes.count
      lines.append((Array(bytes[range]), bytes[range.upperBound..<end]))
    }
  }

  var count: Int { lines.count }

  /// A line's bytes without its ending, as they are by now.
  func text(_ index: Int) -> [UInt8] { lines[index].text }

  /// Writes other bytes in the place of some of a line's.
  mutating func replace(_ range: Range<Int>, of index: Int, with bytes: [UInt8]) {
    lines[index].text.replaceSubrange(range, with: bytes)
  }

  mutating func drop(_ index: Int) { dropped.insert(index) }

  /// Puts a line below another, and below those that were put there before.
  mutating func add(_ text: [UInt8], below index: Int) { added[index, default: []].append(text) }

  /// - Parameter keepsBlanks: whether an empty line of output has the blanks before it.
  mutating func write(_ update: ExpectationUpdate, _ test: TestCase, keepsBlanks: Bool) {
    let numbers = test.lines.map { $0.start.line - 1 }
    dropped.formUnion(numbers)
    var last = numbers.first.map { $0 - 1 } ?? test.lastLine - 1
    for line in update.lines {
      switch line {
      case .kept(let index):
        last = numbers[index]
        dropped.remove(last)
      case .new(let text):
        var bytes = Array((test.prefix + text).utf8)
        if text.isEmpty, !keepsBlanks {
          while bytes.last == 0x20 || bytes.last == 0x09 { bytes.removeLast() }
        }
        added[last, default: []].append(bytes)
      }
    }
  }

  /// Makes the fences longer than any in the lines between them.
  mutating func widen(_ fence: FencePlace) {
    let opening = fence.opening - 1
    guard let closing = fence.closing.map({ $0 - 1 }), let old = Self.fence(in: lines[opening].text)
    else { return }
    let inner = (opening..<closing).flatMap { index in
      (index == opening || dropped.contains(index) ? [] : [lines[index].text])
        + (added[index] ?? [])
    }
    let runs = inner.compactMap(Self.fence).filter { $0.sign == old.sign }
    guard let longest = runs.map(\.range.count).max(), longest >= old.range.count else { return }
    for index in [opening, closing] {
      guard let run = Self.fence(in: lines[index].text) else { continue }
      lines[index].text.replaceSubrange(
        run.range, with: [UInt8](repeating: old.sign, count: longest + 1))
    }
  }

  /// The first run of three or more backticks or tildes in a line.
  private static func fence(in line: [UInt8]) -> (sign: UInt8, range: Range<Int>)? {
    guard let start = line.firstIndex(where: { $0 == 0x60 || $0 == 0x7E }) else { return nil }
    let end = line[start...].firstIndex { $0 != line[start] } ?? line.endIndex
    return end - start >= 3 ? (line[start], start..<end) : nil
  }

  var bytes: [UInt8] {
    var result: [UInt8] = []
    // New lines end as the first one does.
    let feed = lines.first.flatMap { $0.ending.isEmpty ? nil : $0.ending } ?? [0x0A]
    let isEnded = lines.last?.ending.isEmpty == false
    for (index, line) in lines.enumerated() {
      if !dropped.contains(index) {
        result += line.text
        result += line.ending.isEmpty ? feed : line.ending
      }
      for text in added[index] ?? [] { result += text + feed }
    }
    if !isEnded, result.suffix(feed.count) == feed { result.removeLast(feed.count) }
    return result
  }
}
