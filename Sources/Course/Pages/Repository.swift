/// Where the sources of a course are hosted, for links to them.
public struct Repository: Sendable, Equatable {
  /// Without a slash at its end: `https://github.com/someone/course`.
  public var url: String
  public var branch = "main"
  /// The address under which a file is edited, with `{branch}` and `{path}` in it; `nil` for the way
  /// GitHub has it, and GitLab.
  public var edit: String?

  public init(url: String) { self.url = url }

  /// Where a file can be edited.
  ///
  /// - Parameter path: relative to the course, such as `content/week1.md`.
  public func editAddress(of path: String) -> String {
    let pattern = edit ?? "\(base)/edit/{branch}/{path}"
    return pattern.replacing("{branch}", with: AddressText.encoded(branch))
      .replacing("{path}", with: AddressText.encoded(path))
  }

  /// Where a folder's files are listed.
  ///
  /// - Parameter path: relative to the course; empty for the course itself.
  public func folderAddress(of path: String) -> String {
    let tree = "\(base)/tree/\(AddressText.encoded(branch))"
    return path.isEmpty ? tree : "\(tree)/\(AddressText.encoded(path))"
  }

  /// GitLab parts the repository's path from its own words by `-`.
  private var base: String {
    url.utf8.starts(with: "https://gitlab.".utf8) ? url + "/-" : url
  }
}
