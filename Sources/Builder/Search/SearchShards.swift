internal import Machine
internal import Site

/// The shards of a site while some of them change: those that do are in memory, others on disk.
struct SearchShards {
  private let site: SiteFolder
  /// By prefix.
  private var all: [String: SearchLayout.Shard]
  private var changed: [String: SearchShard] = [:]

  /// - Parameter shards: those that stand in the site as they were written.
  init(_ shards: [SearchLayout.Shard], site: SiteFolder) {
    self.site = site
    all = Dictionary(shards.map { ($0.prefix, $0) }, uniquingKeysWith: { $1 })
  }

  /// Takes a shard out; an empty one where there is none.
  mutating func take(_ prefix: String) throws(MachineError) -> SearchShard {
    defer {
      all[prefix] = nil
      changed[prefix] = nil
    }
    if let shard = changed[prefix] { return shard }
    guard all[prefix] != nil else { return SearchShard(prefix: prefix) }
    let path = "\(site.path)/\(SearchShard.path(prefix: prefix))"
    guard let shard = SearchShard(prefix: prefix, file: try System.contents(of: path)) else {
      throw MachineError("cannot read \(path): another program is writing it")
    }
    return shard
  }

  mutating func put(_ shard: SearchShard) {
    all[shard.prefix] = SearchLayout.Shard(shard)
    changed[shard.prefix] = shard
  }

  /// Makes one of the shards around a changed one as long as what stands above them would fit.
  mutating func join(around prefix: String) throws(MachineError) {
    var prefix = prefix
    while !prefix.isEmpty {
      prefix = String(prefix.dropLast())
      let members = all.values.filter { $0.prefix.hasPrefix(prefix) }
      guard members.reduce(0, { $0 + $1.size }) <= SearchShard.limit else { return }
      // Alone it stands there already, or has nothing to be joined with.
      guard members.count != 1 || members[0].prefix != prefix else { continue }
      var shards: [SearchShard] = []
      for member in members.map(\.prefix).sorted() { shards.append(try take(member)) }
      if !shards.isEmpty { put(SearchShard(prefix: prefix, joining: shards)) }
    }
  }

  /// All shards in the order of their prefixes.
  var layout: [SearchLayout.Shard] { all.values.sorted { $0.prefix < $1.prefix } }

  /// Those that are not as they stand in the site.
  var made: [SearchShard] { changed.values.sorted { $0.prefix < $1.prefix } }
}
