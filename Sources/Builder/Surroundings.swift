internal import Course
internal import Site

/// What a page's file depends on beside its own notes, as a number for each page.
struct Surroundings: Sendable {
  private let builder: SiteBuilder
  /// ``CourseLinks/later(than:)``
  private let later: [String: [String]]
  /// ``CourseLinks/earlierIDs``
  private let earlierIDs: [String: [String: String]]

  init(
    _ builder: SiteBuilder, later: [String: [String]], earlierIDs: [String: [String: String]]
  ) {
    self.builder = builder
    self.later = later
    self.earlierIDs = earlierIDs
  }

  /// The same for the same surroundings of the page with a number.
  subscript(index: Int) -> UInt64 {
    let path = builder.pages[index].path
    var hash = StableHash()
    hash.combine(builder.surroundings[index])
    for address in later[path] ?? [] { hash.combine(address) }
    for (earlier, now) in (earlierIDs[path] ?? [:]).sorted(by: { $0.key < $1.key }) {
      hash.combine(earlier)
      hash.combine(now)
    }
    return hash.value
  }
}
