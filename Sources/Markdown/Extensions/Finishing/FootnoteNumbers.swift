/// Counts the references to notes, which get their numbers in the order of the first ones.
struct FootnoteNumbers {
  /// The definitions that were referred to, by their index, in the order of their numbers.
  private var order: [Int] = []
  private var numberOf: [Int: Int] = [:]
  private var counts: [Int] = []
  private var taken = 0

  /// Counts a reference to a definition.
  mutating func refer(to note: Int) -> (number: Int, occurrence: Int) {
    if numberOf[note] == nil {
      order.append(note)
      counts.append(0)
      numberOf[note] = order.count
    }
    let number = number(of: note)
    counts[number - 1] += 1
    return (number, counts[number - 1])
  }

  func number(of note: Int) -> Int { numberOf[note] ?? 0 }

  func count(of number: Int) -> Int { counts[number - 1] }

  /// The next definition that was referred to and not yet asked for.
  mutating func next() -> Int? {
    guard taken < order.count else { return nil }
    taken += 1
    return order[taken - 1]
  }
}
