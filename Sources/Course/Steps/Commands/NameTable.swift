/// Values by name, for tables that are asked about the words of every command.
///
/// A dictionary hashes so that nobody can foresee it, which takes ten times as long as to compare.
/// Nothing is added to these tables, so that no input makes one slow. They are classes because rows
/// of other tables hold them: of a structure of arrays each copy counts every array.
final class NameTable<Value: Sendable>: Sendable {
  private let names: [String]
  private let values: [Value]
  /// The index of a name where its hash leads, or in one of the places right behind; -1 where none
  /// stands. At most half of the places are taken.
  private let places: [Int]
  /// A bit for each length that a name has; longer ones share the last.
  private let lengths: UInt64
  /// A bit for the first byte of each name, by its six lowest bits.
  private let firsts: UInt64

  /// - Parameter entries: of entries with the same name the first counts.
  init(_ entries: some Sequence<(String, Value)>) {
    var names: [String] = []
    var values: [Value] = []
    var lengths: UInt64 = 0
    var firsts: UInt64 = 0
    for (name, value) in entries {
      names.append(name)
      values.append(value)
      lengths |= Self.length(name.utf8.count)
      firsts |= Self.first(name.utf8Span.span)
    }
    var count = 4
    while count < names.count * 2 { count *= 2 }
    var places = Array(repeating: -1, count: count)
    for (index, name) in names.enumerated() {
      var place = Self.hash(name.utf8Span.span) & (count - 1)
      while places[place] >= 0, names[places[place]] != name { place = (place + 1) & (count - 1) }
      if places[place] < 0 { places[place] = index }
    }
    self.names = names
    self.values = values
    self.places = places
    self.lengths = lengths
    self.firsts = firsts
  }

  subscript(_ name: String) -> Value? { index(of: name).map { values[$0] } }

  func contains(_ name: String) -> Bool { index(of: name) != nil }

  private func index(of name: String) -> Int? {
    let bytes = name.utf8Span.span
    guard lengths & Self.length(bytes.count) != 0, firsts & Self.first(bytes) != 0 else {
      return nil
    }
    var place = Self.hash(bytes) & (places.count - 1)
    while places[place] >= 0 {
      if names[places[place]] == name { return places[place] }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  private static func length(_ count: Int) -> UInt64 { 1 << UInt64(min(count, 63)) }

  private static func first(_ bytes: Span<UInt8>) -> UInt64 {
    bytes.isEmpty ? 1 : 1 &<< UInt64(bytes[0] & 63)
  }

  /// FNV-1a.
  private static func hash(_ bytes: Span<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for index in bytes.indices { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
    return Int(hash ^ (hash >> 15))
  }
}

extension NameTable: ExpressibleByDictionaryLiteral {
  convenience init(dictionaryLiteral entries: (String, Value)...) { self.init(entries) }
}

/// Names as ``NameTable`` has them, without values.
struct NameSet: Sendable, ExpressibleByArrayLiteral {
  private let table: NameTable<Void>

  init(_ names: some Sequence<String>) { table = NameTable(names.lazy.map { ($0, ()) }) }

  init(arrayLiteral names: String...) { self.init(names) }

  func contains(_ name: String) -> Bool { table.contains(name) }
}
