internal import Course
internal import Site

/// What the files of search hold, by which the next build changes only some of them.
struct SearchLayout: Equatable {
  /// The pages that are searched, in the order of the course.
  var pages: [Page] = []
  var groups: [Group] = []
  /// In the order of their prefixes.
  var shards: [Shard] = []
  /// The paths of the pages that list headings.
  var headings: [String] = []
  /// ``HeadingsPages/surroundings``
  var headingSurroundings: UInt64 = 0
  /// The same for the same files as they were written.
  var stamps: UInt64 = 0

  struct Page: Equatable {
    var path: String
    /// That of its text, in bytes.
    var size: Int
  }

  struct Group: Equatable {
    /// How many pages it has.
    var count: Int
    var version: String
  }

  struct Shard: Equatable {
    var prefix: String
    var size: Int
    var version: String
  }

  /// The number of each group's first page.
  var firstPages: [Int] {
    var next = 0
    return groups.map { group in
      defer { next += group.count }
      return next
    }
  }

  /// The paths of the files in the site.
  var files: [String] {
    firstPages.map(SearchGroup.path) + shards.map { SearchShard.path(prefix: $0.prefix) }
      + headings + [SearchDirectory.path]
  }

  var directory: SiteFile {
    SearchDirectory.file(
      shards: shards.map { ($0.prefix, $0.version) }, groups: groups.map { ($0.count, $0.version) })
  }

  /// - Parameter files: those in the site.
  /// - Returns: `nil` where one of the layout's is not there.
  func stamps(in files: [String: FileStamp]) -> UInt64? {
    var hash = StableHash()
    for path in self.files {
      guard let stamp = files[path] else { return nil }
      hash.combine(stamp.inode)
      hash.combine(UInt64(stamp.size))
      hash.combine(UInt64(bitPattern: stamp.modified))
      hash.combine(UInt64(bitPattern: stamp.changed))
    }
    return hash.value
  }

  init() {}

  init(from reader: inout BinaryReader) throws(BinaryReader.Damaged) {
    pages = try reader.array { reader throws(BinaryReader.Damaged) in
      Page(path: try reader.text(), size: try reader.integer())
    }
    groups = try reader.array { reader throws(BinaryReader.Damaged) in
      Group(count: try reader.integer(), version: try reader.text())
    }
    shards = try reader.array { reader throws(BinaryReader.Damaged) in
      Shard(prefix: try reader.text(), size: try reader.integer(), version: try reader.text())
    }
    headings = try reader.array { reader throws(BinaryReader.Damaged) in try reader.text() }
    headingSurroundings = try reader.number()
    stamps = try reader.number()
    let counts = groups.map(\.count)
    // Sums of damaged numbers must not overflow.
    guard counts.allSatisfy({ 0 < $0 && $0 <= pages.count }),
      counts.reduce(0, +) == pages.count,
      (pages.map(\.size) + shards.map(\.size)).allSatisfy({ (0..<1 << 32).contains($0) })
    else { throw BinaryReader.Damaged() }
  }

  func write(to writer: inout BinaryWriter) {
    writer.write(pages) { writer, page in
      writer.write(page.path)
      writer.write(page.size)
    }
    writer.write(groups) { writer, group in
      writer.write(group.count)
      writer.write(group.version)
    }
    writer.write(shards) { writer, shard in
      writer.write(shard.prefix)
      writer.write(shard.size)
      writer.write(shard.version)
    }
    writer.write(headings) { $0.write($1) }
    writer.write(headingSurroundings)
    writer.write(stamps)
  }
}
