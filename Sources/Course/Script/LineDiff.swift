/// The difference of two texts by lines, as `diff -u` shows it.
public struct LineDiff: Sendable {
  /// A change with the lines around it.
  public struct Hunk: Sendable {
    /// The 0-based index of the first changed line on each side; one past the end for what is added
    /// there.
    public var oldIndex: Int
    public var newIndex: Int
    fileprivate var rows: ArraySlice<Row>
  }

  public private(set) var hunks: [Hunk] = []

  fileprivate enum Row {
    case same(old: Int, new: Int, String)
    case removed(old: Int, new: Int, String)
    case added(old: Int, new: Int, String)

    var isSame: Bool { if case .same = self { true } else { false } }

    var place: (old: Int, new: Int) {
      switch self {
      case .same(let old, let new, _), .removed(let old, let new, _), .added(let old, let new, _):
        (old, new)
      }
    }
  }

  private static let context = 3

  public init(from old: [String], to new: [String]) {
    let rows = Self.rows(old, new)
    var start: Int?
    var lastChange = 0
    for (index, row) in rows.enumerated() where !row.isSame {
      if let open = start, index - lastChange > 2 * Self.context {
        close(rows, open, lastChange)
        start = nil
      }
      if start == nil { start = index }
      lastChange = index
    }
    if let start { close(rows, start, lastChange) }
  }

  /// In the unified format; empty when nothing differs.
  public func text(oldName: String, newName: String) -> String {
    guard !hunks.isEmpty else { return "" }
    var result = "--- \(oldName)\n+++ \(newName)\n"
    for hunk in hunks {
      let old = hunk.rows.filter { if case .added = $0 { false } else { true } }.count
      let new = hunk.rows.filter { if case .removed = $0 { false } else { true } }.count
      let place = hunk.rows.first?.place ?? (old: 0, new: 0)
      // The unified format counts from 1, but names the line before where a side has none.
      let oldStart = place.old + (old > 0 ? 1 : 0)
      let newStart = place.new + (new > 0 ? 1 : 0)
      result += "@@ -\(oldStart),\(old) +\(newStart),\(new) @@\n"
      for row in hunk.rows {
        switch row {
        case .same(_, _, let text): result += " \(text)\n"
        case .removed(_, _, let text): result += "-\(text)\n"
        case .added(_, _, let text): result += "+\(text)\n"
        }
      }
    }
    return result
  }

  private mutating func close(_ rows: [Row], _ first: Int, _ last: Int) {
    let place = rows[first].place
    let range = max(0, first - Self.context)...min(rows.count - 1, last + Self.context)
    hunks.append(Hunk(oldIndex: place.old, newIndex: place.new, rows: rows[range]))
  }

  private static func rows(_ old: [String], _ new: [String]) -> [Row] {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old, by: { $0.utf8.elementsEqual($1.utf8) }) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var rows: [Row] = []
    var (oldIndex, newIndex) = (0, 0)
    while oldIndex < old.count || newIndex < new.count {
      if removed.contains(oldIndex) {
        rows.append(.removed(old: oldIndex, new: newIndex, old[oldIndex]))
        oldIndex += 1
      } else if inserted.contains(newIndex) {
        rows.append(.added(old: oldIndex, new: newIndex, new[newIndex]))
        newIndex += 1
      } else {
        rows.append(.same(old: oldIndex, new: newIndex, new[newIndex]))
        oldIndex += 1
        newIndex += 1
      }
    }
    return rows
  }
}
