internal import Markdown

/// Finds what the author of a dead link may have meant.
///
/// It costs little for each link, however many the course has: names are compared only within the
/// folder that the link names, and where that holds no more than ``limit``.
struct LinkCandidates {
  private let table: LinkTable
  /// The paths of pages, files and folders by the folder they stand in.
  private let byFolder: [String: [String]]
  /// The same by name, in lowercase and without `.md`.
  private let byName: [String: [String]]

  private static let limit = 200

  init(_ table: LinkTable) {
    self.table = table
    let paths = table.paths
    byFolder = Dictionary(grouping: paths) { CoursePath.folder(of: $0) }
    byName = Dictionary(grouping: paths) { Self.plainName(of: $0) }
  }

  /// The path that is nearest to one that is missing: the same name in other letter case, with
  /// another ending or in another folder, else a name that differs little in the same folder.
  ///
  /// - Parameter page: the page that the link stands on, which it will not have meant.
  func path(near missing: String, on page: String) -> String? {
    let missing = missing.replacing("\\", with: "/")
    if let path = sameName(as: missing, on: page) { return path }
    let folder = CoursePath.folder(of: missing)
    let names = (byFolder[folder] ?? []).filter { $0 != page }
    guard names.count <= Self.limit else { return nil }
    let name = CoursePath.name(of: missing)
    return NearestName.suggestions(for: name, among: names.map(CoursePath.name)).first.map {
      folder + $0
    }
  }

  /// Of the paths that end with the same name the one that shares most parts at its end, then at its
  /// beginning. None where two share as many, or where it is just one of many files of that name.
  private func sameName(as missing: String, on page: String) -> String? {
    let name = Self.plainName(of: missing)
    let same = (byName[name] ?? []).filter { $0 != page }
    guard same.count <= Self.limit else { return nil }
    let wanted = missing.lowercased().split(separator: "/")
    let scored = same.map { path in
      let parts = path.lowercased().split(separator: "/")
      let ending = zip(parts.reversed(), wanted.reversed()).prefix { $0 == $1 }.count
      let beginning = zip(parts, wanted).prefix { $0 == $1 }.count
      return (path: path, score: (ending, beginning))
    }
    guard let best = scored.max(by: { $0.score < $1.score }),
      scored.count(where: { $0.score == best.score }) == 1
    else { return nil }
    let isOnly = scored.count == 1 && name != "readme" && name != "index"
    let isNear = best.score.0 >= 2 || best.score.1 >= wanted.count - 1
    return isOnly || isNear ? best.path : nil
  }

  /// The id of a page that is nearest to one it does not have: the same letters with other signs
  /// between them, else one that differs little.
  func id(near missing: String, on page: String) -> String? {
    let ids = table.ids(of: page)
    guard ids.count <= Self.limit else { return nil }
    let sorted = ids.sorted()
    let letters = { (id: String) in Slug.name(id, words: .max).replacing("-", with: "") }
    let wanted = letters(missing)
    return sorted.first { letters($0) == wanted }
      ?? NearestName.suggestions(for: missing.lowercased(), among: sorted).first
  }

  private static func plainName(of path: String) -> String {
    let name = CoursePath.name(of: path).lowercased()
    for ending in [".md", ".html"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }
}
