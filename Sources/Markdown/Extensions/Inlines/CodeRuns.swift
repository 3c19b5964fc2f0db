/// The runs of backticks in a text, by which code spans are found in linear time.
struct CodeRuns {
  /// Where the last run of each length begins.
  private var last: [Int: Int] = [:]

  init(in text: [UInt8]) {
    var index = 0
    while index < text.count {
      let length = Self.length(in: text, at: index)
      if length > 0 { last[length] = index }
      index += max(1, length)
    }
  }

  /// Where a code span ends that begins with a run of backticks, or where the run ends when there is
  /// no other of its length (CommonMark 0.30 section 6.1).
  func end(ofRunAt start: Int, in text: [UInt8]) -> Int {
    let length = Self.length(in: text, at: start)
    var index = start + length
    guard let last = last[length], last > start else { return index }
    while index <= last {
      let other = Self.length(in: text, at: index)
      index += max(1, other)
      if other == length { return index }
    }
    return start + length
  }

  private static func length(in text: [UInt8], at start: Int) -> Int {
    var end = start
    while end < text.count, text[end] == UInt8(ascii: "`") { end += 1 }
    return end - start
  }
}
