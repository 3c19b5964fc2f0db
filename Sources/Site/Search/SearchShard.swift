/// The terms whose keys begin alike, with the pages that they stand on, as a file of the site.
///
/// A shard that would be larger than ``limit`` is split by the next letter of the keys. So which shard
/// a term is in depends on the terms that begin like it and on no others.
public struct SearchShard: Equatable {
  /// How many bytes of lines a shard has at most, unless a single term has more.
  public static let limit = 24_000

  /// What the keys of its terms begin with; see ``SearchKey``.
  public let prefix: String
  /// A line for each term, in the order of the keys: the term, a blank and its postings.
  private(set) var lines: [UInt8]

  init(prefix: String, lines: [UInt8]) {
    self.prefix = prefix
    self.lines = lines
  }

  /// A shard without terms.
  public init(prefix: String) { self.init(prefix: prefix, lines: []) }

  /// One shard of the terms of several.
  ///
  /// - Parameter shards: in the order of their prefixes, which all begin with this one's.
  public init(prefix: String, joining shards: [SearchShard]) {
    self.init(prefix: prefix, lines: shards.flatMap(\.lines))
  }

  public var size: Int { lines.count }

  public var file: SiteFile {
    SiteFile(
      path: Self.path(prefix: prefix), bytes: Self.opening(prefix) + lines + Self.closing)
  }

  public static func path(prefix: String) -> String { SearchFiles.path("w-\(prefix)") }

  /// Reads a file that ``file`` gave; `nil` where it is none.
  public init?(prefix: String, file: [UInt8]) {
    let opening = Self.opening(prefix)
    guard file.starts(with: opening), file.count >= opening.count + Self.closing.count,
      file.suffix(Self.closing.count).elementsEqual(Self.closing)
    else { return nil }
    self.init(
      prefix: prefix, lines: Array(file[opening.count..<file.count - Self.closing.count]))
  }

  private static func opening(_ prefix: String) -> [UInt8] {
    // No term has a backquote, a backslash or a dollar sign in it.
    SearchFiles.opening("w-\(prefix)") + Array("`\n".utf8)
  }

  private static let closing = Array("`)\n".utf8)

  /// The shards to make of it: itself, those that it is split into where there is more in it than fits,
  /// or none where there is nothing.
  public var parts: [SearchShard] {
    guard size > Self.limit, !prefix.utf8.contains(SearchKey.end) else {
      return lines.isEmpty ? [] : [self]
    }
    var parts: [SearchShard] = []
    var key: [UInt8] = []
    let depth = prefix.utf8.count
    for line in lines.split(separator: 0x0A) {
      let term = Array(line.prefix { $0 != 0x20 })
      key.removeAll(keepingCapacity: true)
      SearchKey.append(of: term.span, to: &key)
      let prefix = String(decoding: key[...depth], as: UTF8.self)
      if parts.last?.prefix != prefix { parts.append(SearchShard(prefix: prefix)) }
      parts[parts.count - 1].lines += line
      parts[parts.count - 1].lines.append(0x0A)
    }
    return parts.flatMap(\.parts)
  }

  /// Takes in how terms have changed on pages.
  ///
  /// - Parameter edits: in the order of their keys and pages.
  public mutating func apply(_ edits: ArraySlice<SearchEdit>) {
    let old = lines
    var rest = edits
    lines = []
    lines.reserveCapacity(old.count + 1024)
    var key: [UInt8] = []
    var start = 0
    while start < old.count {
      guard let blank = old[start...].firstIndex(of: 0x20),
        let end = old[blank...].firstIndex(of: 0x0A)
      else { break }
      key.removeAll(keepingCapacity: true)
      SearchKey.append(of: old.span.extracting(start..<blank), to: &key)
      while let edit = rest.first, edit.key.lexicographicallyPrecedes(key) {
        append(Self.popTerm(&rest), postings: [])
      }
      if rest.first?.key == key {
        append(
          Self.popTerm(&rest),
          postings: SearchPostings.decoded(old.span.extracting(blank + 1..<end)))
      } else {
        lines += old[start...end]
      }
      start = end + 1
    }
    while !rest.isEmpty { append(Self.popTerm(&rest), postings: []) }
  }

  /// Takes the edits of the first term.
  private static func popTerm(_ edits: inout ArraySlice<SearchEdit>) -> ArraySlice<SearchEdit> {
    let key = edits.first?.key
    let term = edits.prefix { $0.key == key }
    edits = edits.dropFirst(term.count)
    return term
  }

  private mutating func append(
    _ edits: ArraySlice<SearchEdit>, postings: [(page: Int, weight: UInt8)]
  ) {
    guard let term = edits.first?.term else { return }
    let edited = Set(edits.map(\.page))
    let kept = postings.filter { !edited.contains($0.page) }
    let added = edits.compactMap { edit in edit.weight.map { (page: edit.page, weight: $0) } }
    let all = (kept + added).sorted { $0.page < $1.page }
    guard !all.isEmpty else { return }
    lines += term
    lines.append(0x20)
    var previous = -1
    for (page, weight) in all {
      SearchPostings.append(page: page, after: previous, weight: weight, to: &lines)
      previous = page
    }
    lines.append(0x0A)
  }
}
