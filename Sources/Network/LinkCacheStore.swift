internal import Course
internal import FoundationEssentials
internal import Machine

/// Where answers of other sites are kept: in the course's folder `.notes`, which git does not see.
struct LinkCacheStore: Sendable {
  private let folder: String?

  /// - Parameter root: the course's folder; `nil` for pages that are of none.
  init(root: String?) { folder = root.map { "\($0)/.notes" } }

  /// Empty where there is none that can be read.
  func read() -> ExternalLinkCache {
    guard let path, let bytes = try? Files.read(path) else { return ExternalLinkCache() }
    return (try? JSONDecoder().decode(ExternalLinkCache.self, from: Data(bytes)))
      ?? ExternalLinkCache()
  }

  func write(_ cache: ExternalLinkCache) throws(MachineError) {
    guard let folder, let path else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(cache) else {
      preconditionFailure("texts and numbers can be written as JSON")
    }
    try Files.makeFolders(folder)
    try Files.write(Array("*\n".utf8), to: "\(folder)/.gitignore")
    try Files.write([UInt8](data), to: path)
  }

  private var path: String? { folder.map { "\($0)/links.json" } }
}
