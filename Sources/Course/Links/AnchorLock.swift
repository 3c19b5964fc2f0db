internal import Markdown

/// The ids that a course's headings have had, so that links from elsewhere go on leading to them.
///
/// The file `anchors.lock` has a line for each id, and is made to be committed:
/// ```
/// content/week1.md install
/// content/week1.md set-up -> install
/// content/week1.md notes -> ?
/// ```
/// The first is an id of today. The second is one of earlier days, which stands at the heading
/// `install` besides its own. Of the third the heading is gone; it is told until its author writes
/// another id in place of `?`, or takes the line out. See ``AnchorMatch`` for how headings are known
/// again.
public struct AnchorLock: Sendable, Equatable {
  /// The file's path in the course.
  public static let path = "anchors.lock"

  private struct Entry: Sendable, Equatable {
    /// The ids that headings had at the last update, in order.
    var current: [String] = []
    /// Earlier ids in the order of the file; `nil` for one whose heading is gone.
    var earlier: [(id: String, target: String?)] = []

    static func == (left: Entry, right: Entry) -> Bool {
      left.current == right.current
        && left.earlier.elementsEqual(right.earlier, by: { $0 == $1 })
    }
  }

  private var pages: [String: Entry] = [:]

  /// Nothing is known yet.
  public init() {}

  /// Reads the file; lines that it cannot read are told and left out.
  public init(path: String = path, text: String, diagnostics: inout [Diagnostic]) {
    var number = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      // A checkout on Windows ends lines with CR LF.
      let line = Substring(line.last == 0x0D ? line.dropLast() : line).trimmed
      if line.isEmpty || line.utf8.first == UInt8(ascii: "#") { continue }
      guard let (page, id, target) = Self.read(line) else {
        diagnostics.append(
          Diagnostic(
            path: path, position: SourcePosition(line: number, column: 1), severity: .error,
            message: "the line is not `page id` or `page id -> id`", rule: "broken-lock",
            mend: "mend it, or take it out"))
        continue
      }
      switch target {
      case nil: pages[page, default: Entry()].current.append(id)
      case "?"?: pages[page, default: Entry()].earlier.append((id, nil))
      case let target?: pages[page, default: Entry()].earlier.append((id, target))
      }
    }
  }

  private static func read(_ line: String) -> (page: String, id: String, target: String?)? {
    var parts = line.split(separator: " ", omittingEmptySubsequences: false)
    var target: String?
    if parts.count >= 4, parts[parts.count - 2] == "->" {
      target = String(parts.removeLast())
      parts.removeLast()
    }
    guard parts.count >= 2, let id = parts.popLast(), !id.isEmpty, target != "" else { return nil }
    let page = parts.joined(separator: " ")
    guard page.hasSuffix(".md") else { return nil }
    return (page, String(id), target)
  }

  /// The file's text: pages in natural order, their ids in the order of their headings.
  public var text: String {
    var result = """
      # Ids of headings that links from elsewhere may name. Written by `notes build`; commit it.
      # `page id -> id` leads from an id of earlier days to the heading that has its place.

      """
    for page in NaturalOrder.sorted(Array(pages.keys)) {
      guard let entry = pages[page] else { continue }
      for id in entry.current { result += "\(page) \(id)\n" }
      for (id, target) in entry.earlier { result += "\(page) \(id) -> \(target ?? "?")\n" }
    }
    return result
  }

  /// Takes a page as it is today and finds what has become of the ids it had.
  ///
  /// - Parameters:
  ///   - headings: the ids of its headings in order.
  ///   - others: other ids of the page, which none may have besides.
  /// - Returns: the earlier ids that a heading has to have besides its own, by its own.
  public mutating func update(
    _ page: String, headings: [String], others: Set<String> = []
  ) -> [String: [String]] {
    let entry = entry(of: page, headings, others)
    pages[page] = headings.isEmpty && entry.earlier.isEmpty ? nil : entry
    return entry.earlier.reduce(into: [:]) { result, anchor in
      if let target = anchor.target { result[target, default: []].append(anchor.id) }
    }
  }

  /// Takes all pages as they are today, and adds to each the ids that its headings had.
  ///
  /// Drafts stay as they were, as nobody can link to them yet.
  public mutating func update(_ pages: inout [PageLinks]) {
    for index in pages.indices {
      let page = pages[index]
      pages[index].add(earlier: earlier(of: page))
      // A line of the file holds a path, and a path may hold a line feed.
      guard !page.isDraft, !page.path.utf8.contains(0x0A) else { continue }
      _ = update(
        page.path, headings: page.headings, others: page.ids.subtracting(page.headings))
    }
  }

  /// The ids of today by the earlier ones that they have to be found by, as an update of the page
  /// would find them.
  public func earlier(of page: PageLinks) -> [String: String] {
    guard pages[page.path] != nil else { return [:] }
    let entry = entry(of: page.path, page.headings, page.ids.subtracting(page.headings))
    return entry.earlier.reduce(into: [:]) { $0[$1.id] = $1.target }
  }

  private func entry(of page: String, _ headings: [String], _ others: Set<String>) -> Entry {
    var entry = pages[page] ?? Entry()
    let today = Set(headings)
    let match = AnchorMatch(earlier: entry.current, today: headings)
    var earlier = entry.earlier.map { id, target in
      (id: id, target: target.flatMap { today.contains($0) ? $0 : match.successors[$0] })
    }
    let known = Set(earlier.map(\.id))
    for id in match.lost where !known.contains(id) { earlier.append((id, match.successors[id])) }
    earlier.removeAll { today.contains($0.id) || others.contains($0.id) }
    entry.current = headings
    entry.earlier = earlier
    return entry
  }

  /// The ids whose heading is gone, and the pages that are, each at its line of ``text``.
  ///
  /// - Parameter paths: those of all pages of the course, also drafts.
  public func diagnostics(pages paths: Set<String>) -> [Diagnostic] {
    var line = 2
    var result: [Diagnostic] = []
    func tell(_ message: String, _ mend: String) {
      result.append(
        Diagnostic(
          path: Self.path, position: SourcePosition(line: line, column: 1), severity: .warning,
          message: message, rule: "lost-anchor", mend: mend))
    }
    for page in NaturalOrder.sorted(Array(pages.keys)) {
      guard let entry = pages[page] else { continue }
      if !paths.contains(page) {
        line += 1
        tell(
          "\(page) is gone, and links to it from elsewhere lead nowhere",
          "add `aliases: [/\(PagePath(page).site)]` to the page that took its place, and take its lines out"
        )
        line += entry.current.count + entry.earlier.count - 1
        continue
      }
      line += entry.current.count
      for (id, target) in entry.earlier {
        line += 1
        guard target == nil else { continue }
        tell(
          "'#\(id)' of \(page) is gone, and links to it from elsewhere lead to the page's top",
          "write the id of the heading that took its place for `?`, or take the line out")
      }
    }
    return result
  }
}
