/// Knows headings again whose ids have changed.
///
/// A heading that kept its id is the same. Of the others, by two rules in this order:
/// 1. Between two headings that kept their ids (or the page's ends), when as many ids came as went,
///    the first that came is the first that went, and so on.
/// 2. What is left goes to the id, of those that came and are not taken, that shares most words with
///    it, the first of several; at least half of the words of both together have to be shared.
struct AnchorMatch {
  /// The id of today for an id of earlier days that no heading has any more.
  private(set) var successors: [String: String] = [:]
  /// The ids that no heading has any more, in their order.
  let lost: [String]

  /// How many pairs of ids rule 2 compares at most on a page; beyond it nothing is known again.
  private static let limit = 10_000

  init(earlier: [String], today: [String]) {
    let kept = Set(earlier).intersection(today)
    lost = earlier.filter { !kept.contains($0) }
    guard !lost.isEmpty else { return }
    let gone = Self.gaps(in: earlier, around: kept)
    let came = Self.gaps(in: today, around: kept)
    var taken: Set<String> = []
    for (place, ids) in gone {
      guard let new = came[place], new.count == ids.count else { continue }
      for (id, successor) in zip(ids, new) {
        successors[id] = successor
        taken.insert(successor)
      }
    }
    matchWords(today.filter { !kept.contains($0) && !taken.contains($0) })
  }

  /// The headings between which a run of ids stands; `nil` at the ends of the page.
  private struct Place: Hashable {
    var before: String?
    var after: String?
  }

  private static func gaps(in ids: [String], around kept: Set<String>) -> [Place: [String]] {
    var result: [Place: [String]] = [:]
    var run: [String] = []
    var before: String?
    func end(_ after: String?) {
      if !run.isEmpty { result[Place(before: before, after: after)] = run }
      run = []
    }
    for id in ids {
      guard kept.contains(id) else {
        run.append(id)
        continue
      }
      end(id)
      before = id
    }
    end(nil)
    return result
  }

  private mutating func matchWords(_ came: [String]) {
    var open = came.map { (id: $0, words: Self.words($0)) }
    let left = lost.filter { successors[$0] == nil }
    guard left.count * open.count <= Self.limit else { return }
    for id in left {
      let words = Self.words(id)
      var best: (index: Int, shared: Int)?
      for (index, candidate) in open.enumerated() {
        let shared = words.intersection(candidate.words).count
        guard shared > 0, shared * 2 >= words.union(candidate.words).count,
          shared > best?.shared ?? 0
        else { continue }
        best = (index, shared)
      }
      guard let best else { continue }
      successors[id] = open.remove(at: best.index).id
    }
  }

  private static func words(_ id: String) -> Set<Substring> { Set(id.split(separator: "-")) }
}
