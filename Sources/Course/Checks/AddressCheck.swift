internal import Markdown

/// Finds files of a site that would stand at one address.
public enum AddressCheck {
  /// Pages and aliases that clash, in order of path.
  ///
  /// - Parameter pages: all pages; drafts have no address.
  public static func diagnostics(_ pages: [PageSummary]) -> [Diagnostic] {
    let shown = pages.filter { !$0.isDraft }.sorted { $0.path < $1.path }
    let addresses = SiteAddresses(shown.map(\.path))
    var owners: [String: (path: String, address: String)] = [:]
    var result: [Diagnostic] = []
    func claim(_ address: String, for page: PageSummary, _ position: SourcePosition, alias: Bool) {
      let key = address.lowercased()
      guard let owner = owners[key] else {
        owners[key] = (page.path, address)
        return
      }
      let isSame = owner.address == address
      let what = alias ? "alias '\(address)'" : "'\(address)'"
      result.append(
        Diagnostic(
          path: page.path, position: position, severity: isSame ? .error : .warning,
          message: isSame
            ? "\(what) is the address of \(owner.path) already"
            : "\(what) differs from '\(owner.address)' of \(owner.path) in letter case alone",
          rule: "address",
          mend: alias ? "take the alias out of one of them" : "give one of the files another name"))
    }
    for page in shown {
      guard let address = addresses[page.path]?.path else { continue }
      claim(address, for: page, SourcePosition(line: 1, column: 1), alias: false)
    }
    // After all pages, so that it is the alias that is told.
    for page in shown {
      for alias in page.aliases { claim(alias.address, for: page, alias.position, alias: true) }
    }
    return result.inOrder
  }
}
