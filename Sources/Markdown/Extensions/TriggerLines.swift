/// The lines of a text on which extensions may find something: what stands on none of them is as
/// libcmark reads it, and most blocks are.
struct TriggerLines {
  /// In ascending order, each once.
  private var numbers: [Int] = []

  /// - Parameter offsets: where something may stand in the text, in ascending order.
  init(_ offsets: [Int], in source: SourceText) {
    var number = source.firstLine
    for offset in offsets {
      while source.start(ofLine: number + 1) <= offset { number += 1 }
      if numbers.last != number { numbers.append(number) }
    }
  }

  /// Whether one of the lines is a line of the range.
  func touch(_ range: SourceRange) -> Bool {
    let index = numbers.partitionPoint { $0 < range.start.line }
    return index < numbers.count && numbers[index] <= range.end.line
  }
}
