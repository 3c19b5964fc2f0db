/// That a term has another weight on a page than before.
public struct SearchEdit {
  let key: [UInt8]
  let term: [UInt8]
  let page: Int
  /// `nil` where the page has the term no longer.
  let weight: UInt8?

  /// What differs between the terms that a page had and those that it has, in the order of the keys.
  ///
  /// - Parameters:
  ///   - old: as ``SearchTerms/packed`` has them.
  ///   - new: likewise.
  public static func edits(from old: [UInt8], to new: [UInt8], page: Int) -> [SearchEdit] {
    let old = weights(old)
    let new = weights(new)
    var edits: [SearchEdit] = []
    for (term, weight) in new where old[term] != weight {
      edits.append(SearchEdit(term, page, weight))
    }
    for term in old.keys where new[term] == nil { edits.append(SearchEdit(term, page, nil)) }
    return sorted(edits)
  }

  public static func sorted(_ edits: [SearchEdit]) -> [SearchEdit] {
    edits.sorted { one, other in
      one.key == other.key ? one.page < other.page : one.key.lexicographicallyPrecedes(other.key)
    }
  }

  /// The part of the key that is the prefix of one of the shards, else that of one to make: where the
  /// prefixes of others go on, a shard has the next letter in its own.
  public func prefix(among prefixes: Set<String>) -> String {
    let parts = (0...key.count).map { String(decoding: key[..<$0], as: UTF8.self) }
    return parts.first(where: prefixes.contains)
      ?? parts.first { part in !prefixes.contains { $0.hasPrefix(part) } } ?? parts[key.count]
  }

  /// Whether the term belongs into the shard of a prefix.
  public func isFiled(under prefix: String) -> Bool { key.starts(with: prefix.utf8) }

  private init(_ term: [UInt8], _ page: Int, _ weight: UInt8?) {
    var key: [UInt8] = []
    SearchKey.append(of: term.span, to: &key)
    self.key = key
    self.term = term
    self.page = page
    self.weight = weight
  }

  private static func weights(_ packed: [UInt8]) -> [[UInt8]: UInt8] {
    var weights: [[UInt8]: UInt8] = [:]
    SearchTerms.forEach(in: packed) { term, weight in
      weights[term.indices.map { term[$0] }] = weight
    }
    return weights
  }
}
