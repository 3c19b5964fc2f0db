/// On which pages of a course each term stands.
///
/// Everything lies in a few flat arrays: a course of 10,000 pages has millions of postings.
public struct SearchIndex {
  private var terms = TermTable(capacity: 4096)
  /// By the number of the term.
  private var lists: [List] = []
  /// The number of a term and its weight, page by page.
  private var postings: [UInt32] = []
  /// Where each page's postings end.
  private var ends: [Int] = []

  private struct List {
    /// The last page that has the term.
    var last: Int32 = -1
    /// How many bytes the postings of the term take in a shard.
    var size: Int32 = 0
  }

  public init() {}

  /// Takes in the terms of the next page.
  ///
  /// - Parameter packed: as ``SearchTerms/packed`` has them.
  public mutating func add(_ packed: [UInt8]) {
    let page = ends.count
    SearchTerms.forEach(in: packed) { term, weight in
      let number = terms.number(of: term)
      if number == lists.count { lists.append(List()) }
      lists[number].size += Int32(
        SearchPostings.size(page: page, after: Int(lists[number].last), weight: weight))
      lists[number].last = Int32(page)
      postings.append(UInt32(number) << 3 | UInt32(weight))
    }
    ends.append(postings.count)
  }

  /// Gives the shards of all terms, one by one, in the order of their keys.
  public func forEachShard<Failure: Error>(
    _ body: (SearchShard) throws(Failure) -> Void
  ) throws(Failure) {
    let keys = SortedKeys(terms)
    let (bytes, starts) = encoded(in: keys.order)
    try split(keys.order[...], depth: 0, keys) { numbers, depth throws(Failure) in
      var lines: [UInt8] = []
      for number in numbers {
        lines += terms.bytes[terms.range(of: number)]
        lines.append(0x20)
        lines += bytes[starts[number]..<starts[number] + Int(lists[number].size)]
        lines.append(0x0A)
      }
      let prefix = numbers.first.map { keys[$0].prefix(depth) } ?? []
      try body(SearchShard(prefix: String(decoding: prefix, as: UTF8.self), lines: lines))
    }
  }

  /// Gives runs of terms whose keys begin alike and whose lines fit into a shard, with how much of the
  /// keys it is that is alike.
  private func split<Failure: Error>(
    _ order: ArraySlice<Int>, depth: Int, _ keys: SortedKeys,
    _ body: (_ numbers: ArraySlice<Int>, _ depth: Int) throws(Failure) -> Void
  ) throws(Failure) {
    guard let first = order.first else { return }
    let size = order.reduce(0) { $0 + terms.range(of: $1).count + 2 + Int(lists[$1].size) }
    // Only the key of a term by itself can be at its end here.
    guard size > SearchShard.limit, depth < keys[first].count else { return try body(order, depth) }
    var start = order.startIndex
    while start < order.endIndex {
      let byte = keys.byte(depth, of: order[start])
      var end = start + 1
      while end < order.endIndex, keys.byte(depth, of: order[end]) == byte { end += 1 }
      try split(order[start..<end], depth: depth + 1, keys, body)
      start = end
    }
  }

  /// The postings of all terms as text, those of each together, and where each begin.
  private func encoded(in order: [Int]) -> (bytes: [UInt8], starts: [Int]) {
    var starts = [Int](repeating: 0, count: lists.count)
    var size = 0
    for number in order {
      starts[number] = size
      size += Int(lists[number].size)
    }
    var bytes = [UInt8](repeating: 0, count: size)
    var cursors = starts
    var lasts = [Int32](repeating: -1, count: lists.count)
    var index = 0
    for (page, end) in ends.enumerated() {
      while index < end {
        let number = Int(postings[index] >> 3)
        SearchPostings.forEachDigit(
          page: page, after: Int(lasts[number]), weight: UInt8(postings[index] & 7)
        ) { digit in
          bytes[cursors[number]] = digit
          cursors[number] += 1
        }
        lasts[number] = Int32(page)
        index += 1
      }
    }
    return (bytes, starts)
  }
}

/// The keys of terms, and the numbers of the terms in the order of their keys.
private struct SortedKeys {
  private var bytes: [UInt8] = []
  private var starts: [Int] = []
  private(set) var order: [Int] = []

  init(_ terms: TermTable) {
    bytes.reserveCapacity(terms.bytes.count * 5 / 4 + terms.count)
    starts.reserveCapacity(terms.count + 1)
    let text = terms.bytes.span
    for number in 0..<terms.count {
      starts.append(bytes.count)
      SearchKey.append(of: text.extracting(terms.range(of: number)), to: &bytes)
    }
    starts.append(bytes.count)
    // Nearly all pairs of keys differ in their first eight bytes.
    let heads = (0..<terms.count).map { number -> (head: UInt64, number: Int) in
      var head: UInt64 = 0
      for index in starts[number]..<starts[number] + 8 {
        head = head << 8 | (index < starts[number + 1] ? UInt64(bytes[index]) : 0)
      }
      return (head, number)
    }
    order = heads.sorted { one, other in
      one.head == other.head
        ? self[one.number].lexicographicallyPrecedes(self[other.number]) : one.head < other.head
    }.map(\.number)
  }

  subscript(number: Int) -> ArraySlice<UInt8> { bytes[starts[number]..<starts[number + 1]] }

  func byte(_ offset: Int, of number: Int) -> UInt8 { bytes[starts[number] + offset] }
}
