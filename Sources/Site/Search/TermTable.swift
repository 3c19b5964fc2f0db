/// Gives terms numbers, from 0 on in the order in which they come. Capitals of ASCII are taken for their
/// small letters.
///
/// All lies in flat arrays, as a course can have hundreds of thousands of terms.
struct TermTable {
  /// The terms one after the other.
  private(set) var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// A hash table: 0, or one more than the number of a term. Its size is a power of two.
  private var slots: [UInt32]

  private struct Entry {
    /// The first eight bytes, by which most terms are told from all others.
    var head: UInt64
    var start: UInt32
    var hash: UInt32
    var count: UInt8
  }

  /// - Parameter capacity: a power of two, about twice the number of terms that are expected.
  init(capacity: Int) {
    slots = [UInt32](repeating: 0, count: capacity)
    entries.reserveCapacity(capacity / 2)
    bytes.reserveCapacity(capacity * 4)
  }

  var count: Int { entries.count }

  /// Where in ``bytes`` a term stands.
  func range(of number: Int) -> Range<Int> {
    let start = Int(entries[number].start)
    return start..<start + Int(entries[number].count)
  }

  /// - Parameter term: UTF-8 of 255 bytes at most.
  mutating func number(of term: Span<UInt8>) -> Int {
    let (head, hash) = Self.key(term)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if isSame(entries[number], term, head) { return number }
      slot = (slot + 1) & mask
    }
    slots[slot] = UInt32(entries.count + 1)
    entries.append(
      Entry(head: head, start: UInt32(bytes.count), hash: hash, count: UInt8(term.count)))
    bytes.append(addingCapacity: term.count) { bytes in
      for index in term.indices { bytes.append(Self.small(term[index])) }
    }
    if entries.count * 2 > slots.count { grow() }
    return entries.count - 1
  }

  private func isSame(_ entry: Entry, _ term: Span<UInt8>, _ head: UInt64) -> Bool {
    guard entry.head == head, Int(entry.count) == term.count else { return false }
    guard term.count > 8 else { return true }
    let start = Int(entry.start)
    for index in 8..<term.count where bytes[start + index] != Self.small(term[index]) {
      return false
    }
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

  @inline(__always)
  private static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// The first eight bytes as a number and a hash of all.
  private static func key(_ term: Span<UInt8>) -> (head: UInt64, hash: UInt32) {
    var head: UInt64 = 0
    let first = term.extracting(first: 8)
    for index in first.indices { head = head << 8 | UInt64(small(first[index])) }
    var hash = head ^ UInt64(term.count)
    if term.count > 8 {
      // FNV-1a.
      for index in 8..<term.count {
        hash = (hash ^ UInt64(small(term[index]))) &* 0x0000_0100_0000_01B3
      }
    }
    // The high bits of the product depend on all others.
    return (head, UInt32(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32))
  }
}
