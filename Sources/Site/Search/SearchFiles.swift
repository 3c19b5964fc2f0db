internal import Course

/// The scripts that search loads when it needs them: each calls a function of the theme's script with
/// its own name and what it holds.
///
/// A site that is opened from a folder can read no other files, as browsers forbid `fetch` there.
public enum SearchFiles {
  public static let folder = "search"

  static func path(_ name: String) -> String { "\(folder)/\(name).js" }

  static func opening(_ name: String) -> [UInt8] { Array("notesSearch(\"\(name)\",".utf8) }

  /// Three letters or digits that differ where the bytes do, nearly always: they go to the end of the
  /// address under which the file is loaded, so that no browser takes an older one that it has kept.
  public static func version(of bytes: [UInt8]) -> String {
    var hash = StableHash()
    hash.combine(bytes)
    let text = String(hash.value % 46_656, radix: 36)
    return String(repeating: "0", count: 3 - text.utf8.count) + text
  }
}

/// What search loads first: which other files there are.
public enum SearchDirectory {
  /// - Parameters:
  ///   - shards: the prefix and the version of each, in order.
  ///   - groups: how many pages each has, and its version.
  public static func file(
    shards: [(prefix: String, version: String)], groups: [(count: Int, version: String)]
  ) -> SiteFile {
    let terms = shards.map { $0.prefix + $0.version }.joined(separator: " ")
    let pages = groups.map { "\($0.count)\($0.version)" }.joined()
    return SiteFile(
      path: path, bytes: SearchFiles.opening("index") + Array("[\"\(terms)\",\"\(pages)\"])\n".utf8)
    )
  }

  public static let path = SearchFiles.path("index")
}

/// The texts of a few pages that follow each other, for results to show.
public enum SearchGroup {
  /// How many pages a group has at most; a digit in the directory.
  private static let limit = 8
  /// How many bytes of text end a group.
  private static let size = 10_000

  /// That of the group whose first page has a number: a group that is parted in two renames no other.
  public static func path(_ first: Int) -> String { SearchFiles.path("text-\(first)") }

  /// Which pages stand together.
  ///
  /// A page's path decides whether a group begins with it, so that a page that comes, goes or grows
  /// moves the groups around it and no others.
  ///
  /// - Parameter pages: the path and the size of the text of each, in the order of the course.
  public static func ranges(_ pages: [(path: String, size: Int)]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var size = 0
    for (index, page) in pages.enumerated() {
      var hash = StableHash()
      hash.combine(page.path)
      let isFull = index - start == limit || size + page.size > Self.size
      if index > start, isFull || hash.value >> 20 & 3 == 0 {
        ranges.append(start..<index)
        start = index
        size = 0
      }
      size += page.size
    }
    return start < pages.count ? ranges + [start..<pages.count] : ranges
  }

  /// - Parameters:
  ///   - first: the number of the first page.
  ///   - pages: the address in the site and the text of each, as ``SearchText`` has it.
  public static func file(_ first: Int, pages: [(address: String, text: [UInt8])]) -> SiteFile {
    var bytes = SearchFiles.opening("text-\(first)") + Array("[\n".utf8)
    for page in pages {
      bytes += opening(page.address) + page.text
      bytes += Array(",\n".utf8)
    }
    return SiteFile(path: path(first), bytes: bytes + Array("])\n".utf8))
  }

  /// The text of a page in a file that ``file(_:pages:)`` gave; `nil` where it is not there.
  ///
  /// - Parameter place: the page's in its group, from 0.
  public static func text(at place: Int, address: String, in file: [UInt8]) -> [UInt8]? {
    let lines = file.split(separator: 0x0A, omittingEmptySubsequences: false)
    let opening = opening(address)
    guard lines.indices.contains(place + 2), lines[place + 1].starts(with: opening) else {
      return nil
    }
    return Array(lines[place + 1].dropFirst(opening.count).dropLast())
  }

  private static func opening(_ address: String) -> [UInt8] {
    var bytes = Array("[".utf8)
    SearchText.append(AddressText.encoded(address).utf8Span.span, to: &bytes)
    return bytes + Array(",".utf8)
  }
}
