internal import Markdown

/// The lines of a file that a comment means.
public struct FileExcerpt: Sendable, Equatable {
  public var lines: [String]
  /// The 1-based line of the file that the first of them is.
  public var first: Int

  /// Why a file has no such part, in words.
  public struct Missing: Error {
    public var reason: String
    /// What it has that is most like it, as the attribute to write.
    public var nearest: String?
  }

  /// - Parameter text: the file's.
  /// - Throws: ``Missing`` where the file has no such part.
  public init(_ part: FileReference.Part, of text: String) throws(Missing) {
    var all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if all.last == "" { all.removeLast() }
    all = all.map { $0.hasSuffix("\r") ? String($0.dropLast()) : $0 }
    switch part {
    case .whole: (lines, first) = (all, 1)
    case .unknown(let reason): throw Missing(reason: reason)
    case .lines(let range):
      guard range.upperBound <= all.count else {
        throw Missing(reason: "it has \(all.count) lines", nearest: "lines=1-\(all.count)")
      }
      (lines, first) = (Array(all[range.lowerBound - 1..<range.upperBound]), range.lowerBound)
    case .between(let from, let to):
      guard let start = all.firstIndex(where: { $0.contains(from) }) else {
        throw Missing(
          reason: "no line of it holds '\(from)'", nearest: Self.nearest("from", from, all[...]))
      }
      var end = all.count - 1
      if let to {
        guard let found = all[(start + 1)...].firstIndex(where: { $0.contains(to) }) else {
          throw Missing(
            reason: "no line after \(start + 1) holds '\(to)'",
            nearest: Self.nearest("to", to, all[(start + 1)...]))
        }
        end = found
      }
      (lines, first) = (Array(all[start...end]), start + 1)
    case .region(let name):
      let range = try Self.region(name, all)
      (lines, first) = (
        Self.dedented(all[range].filter { RegionMark($0) == nil }), range.lowerBound + 1
      )
    }
  }

  private static func region(_ name: String, _ all: [String]) throws(Missing) -> Range<Int> {
    guard let start = all.firstIndex(where: { RegionMark($0) == .start(name) }) else {
      let names = all.compactMap { line -> String? in
        if case .start(let name)? = RegionMark(line) { name } else { nil }
      }
      let nearest = NearestName.suggestions(for: name, among: names).first ?? names.first
      throw Missing(
        reason: "it has no region '\(name)'", nearest: nearest.map { "region=\($0)" })
    }
    var depth = 0
    for index in all.indices.dropFirst(start + 1) {
      switch RegionMark(all[index]) {
      case .start: depth += 1
      case .end(name): return start + 1..<index
      case .end(nil):
        if depth == 0 { return start + 1..<index }
        depth -= 1
      case .end: depth = max(0, depth - 1)
      case nil: break
      }
    }
    throw Missing(reason: "its region '\(name)' has no end")
  }

  /// The line that has most words of a text, as an attribute.
  private static func nearest(_ key: String, _ text: String, _ lines: ArraySlice<String>) -> String?
  {
    let words = Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
    let counts = lines.map { line in
      (line, words.intersection(line.lowercased().split { !$0.isLetter && !$0.isNumber }).count)
    }
    guard let best = counts.max(by: { $0.1 < $1.1 }), best.1 > 0 else { return nil }
    return "\(key)='\(best.0.trimmed)'"
  }

  /// Without the blanks that all lines begin with.
  private static func dedented(_ lines: [String]) -> [String] {
    let blanks = lines.filter { !$0.trimmed.isEmpty }.map { $0.utf8.prefix { $0 == 0x20 }.count }
    let least = blanks.min() ?? 0
    return lines.map { String($0.dropFirst(min(least, $0.utf8.prefix { $0 == 0x20 }.count))) }
  }
}
