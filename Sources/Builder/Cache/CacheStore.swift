internal import Course
internal import Machine

/// Where the cache of a course's build is kept: in its folder `.notes`, which git does not see.
struct CacheStore {
  private let folder: String
  private let path: String

  /// - Parameter output: the site's folder; each has a cache of its own.
  init(root: String, output: String) {
    var hash = StableHash()
    hash.combine(output)
    folder = "\(root)/.notes"
    path = "\(folder)/build-\(hash.digits.prefix(8))"
  }

  /// What the last build knew, where it was made with the same ground.
  func cache(ground: UInt64) -> BuildCache {
    let cache = BuildCache(reading: path)
    return cache.ground == ground ? cache : BuildCache()
  }

  /// The same, without reading what it knew of each page.
  func standing(ground: UInt64) -> StandingCache? {
    StandingCache(reading: path).flatMap { $0.course.ground == ground ? $0 : nil }
  }

  func save(_ cache: StandingCache) throws(MachineError) { try write(cache.written, to: path) }

  /// What the last build left and reported.
  var last: LastBuild? { LastBuild(reading: lastPath) }

  func save(_ last: LastBuild) throws(MachineError) { try write(last.bytes, to: lastPath) }

  /// What the last build knew of the repository.
  var history: HistoryCache { HistoryCache(reading: historyPath) }

  func save(_ history: HistoryCache, ifNot old: HistoryCache) throws(MachineError) {
    guard history != old else { return }
    try write(history.bytes, to: historyPath)
  }

  func save(_ cache: BuildCache, ifNot old: BuildCache) throws(MachineError) {
    guard cache != old else { return }
    try write(cache.bytes, to: path)
  }

  private var lastPath: String { path + "-last" }
  private var historyPath: String { "\(folder)/history" }

  private func write(_ bytes: [UInt8], to path: String) throws(MachineError) {
    try Files.makeFolders(folder)
    try Files.write(Array("*\n".utf8), to: "\(folder)/.gitignore")
    try Files.write(bytes, to: path)
  }
}
