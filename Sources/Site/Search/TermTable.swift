/// Gives terms numbers, from 0 on in the order in which they come.
///
/// All lies in flat arrays, as a course can have hundreds of thousands of terms.
struct TermTable {
  /// The terms one after the other.
  private(set) var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// A hash table: 0, or one more than the number of a term. Its size is a power of two.
  private var slots: [UInt32]

  private struct Entry {
    var start: UInt32
    var hash: UInt32
    var count: UInt8
  }

  /// - Parameter capacity: a power of two, about twice the number of terms that are expected.
  init(capacity: Int) { slots = [UInt32](repeating: 0, count: capacity) }

  var count: Int { entries.count }

  /// Where in ``bytes`` a term stands.
  func range(of number: Int) -> Range<Int> {
    let start = Int(entries[number].start)
    return start..<start + Int(entries[number].count)
  }

  /// - Parameter term: UTF-8 of 255 bytes at most.
  mutating func number(of term: Span<UInt8>) -> Int {
    let hash = Self.hash(term)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if entries[number].hash == hash, isSame(number, term) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(entries.count + 1)
    entries.append(Entry(start: UInt32(bytes.count), hash: hash, count: UInt8(term.count)))
    for index in term.indices { bytes.append(term[index]) }
    if entries.count * 2 > slots.count { grow() }
    return entries.count - 1
  }

  private func isSame(_ number: Int, _ term: Span<UInt8>) -> Bool {
    let range = range(of: number)
    guard range.count == term.count else { return false }
    for index in term.indices where bytes[range.lowerBound + index] != term[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, entry) in entries.enumerated() {
      var slot = Int(entry.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// FNV-1a, with its high bits mixed into the low ones.
  private static func hash(_ term: Span<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for index in term.indices { hash = (hash ^ UInt32(term[index])) &* 0x0100_0193 }
    return hash ^ hash >> 15
  }
}
