internal import Markdown

/// Finds links that lead nowhere, over all pages of a course.
public struct LinkCheck: Sendable {
  private let table: LinkTable
  private let candidates: LinkCandidates
  private let severity: Diagnostic.Severity

  /// The rules about links, which a page switches off where the link stands.
  static let rules =
    [
      "dead-link", "dead-image", "dead-anchor", "earlier-anchor", "broken-image",
    ] + ExternalLinkCheck.rules

  /// - Parameter severity: how much a dead link matters; see ``CourseSettings/linkSeverity``.
  public init(_ table: LinkTable, severity: Diagnostic.Severity = .error) {
    self.table = table
    self.severity = severity
    candidates = LinkCandidates(table)
  }

  /// The dead links of a page in the order of their places; those in drafts are nobody's trouble yet.
  public func diagnostics(_ page: PageLinks) -> [Diagnostic] {
    guard !page.isDraft else { return [] }
    let found = page.links.compactMap { link -> Diagnostic? in
      let resolution = table.resolution(of: link.destination, on: page.path)
      return resolution.problem.map { problem in
        var found = diagnostic(problem, of: link, on: page.path)
        found.isSilenced = link.silenced.contains(found.rule)
        return found
      }
    }
    return found.inOrder
  }

  private func diagnostic(
    _ problem: LinkResolution.Problem, of link: PageLink, on page: String
  ) -> Diagnostic {
    let shown = link.destination
    func tell(_ message: String, mend: String) -> Diagnostic {
      link.kind == .image
        ? Diagnostic(
          path: page, position: link.position, severity: severity, message: message,
          rule: "dead-image", mend: mend)
        : Diagnostic(
          path: page, position: link.position, severity: severity, message: message,
          rule: "dead-link", mend: mend)
    }
    switch problem {
    case .outside:
      return tell(
        "'\(shown)' leads out of the course", mend: "write the whole address, with https://")
    case .draft(let path):
      return tell(
        "'\(shown)' leads to a draft, which the site leaves out",
        mend: "take `draft: true` out of \(path), or the link")
    case .missing(let path):
      let nearest = candidates.path(near: path, on: page)
      return tell(
        "'\(shown)' is no page and no file of the course",
        mend: nearest.map { "write `\(written($0, like: link, on: page))`" }
          ?? (isHost(shown)
            ? "write `https://\(shown)` if it is on another site"
            : "write where it is now, or take the link out"))
    case .folderWithoutIndex(let path):
      var diagnostic = tell(
        "'\(shown)' is a folder without a page, of which most servers show nothing",
        mend: (path.utf8.starts(with: "content".utf8) ? "add \(path)/README.md, " : "")
          + "link to a file in it, or set `repository` in notes.yml")
      diagnostic.severity = .hint
      return diagnostic
    case .earlierID(let id, let target, let now):
      return Diagnostic(
        path: page, position: link.position, severity: .hint,
        message: "'#\(id)' is what a heading of \(target == page ? "this page" : target) was named "
          + "once",
        rule: "earlier-anchor", mend: "write `\(front(shown))#\(now)`")
    case .missingID(let id, let target):
      let nearest = candidates.id(near: id, on: target)
      return Diagnostic(
        path: page, position: link.position, severity: severity,
        message: "'#\(id)' is no heading of \(target == page ? "this page" : target)",
        rule: "dead-anchor",
        mend: nearest.map { "write `\(front(shown))#\($0)`" }
          ?? "write the heading's words in lowercase, with `-` for each blank")
    }
  }

  /// An address without its fragment.
  private func front(_ address: String) -> Substring {
    Substring(address.utf8.prefix { $0 != UInt8(ascii: "#") })
  }

  /// Whether what is written looks like an address whose scheme was left out: `www.example.org/a`.
  private func isHost(_ shown: String) -> Bool {
    let host = shown.utf8.prefix { $0 != UInt8(ascii: "/") }
    return shown.utf8.starts(with: "www.".utf8)
      || host.count < shown.utf8.count && host.dropFirst().contains(UInt8(ascii: "."))
        && host.first != UInt8(ascii: ".")
  }

  /// The address of a file as the author of the link would write it.
  private func written(_ path: String, like link: PageLink, on page: String) -> String {
    guard case .local(let local) = LinkDestination(link.destination) else { return path }
    let address =
      local.path.utf8.first == 0x2F && path.hasPrefix("content/")
      ? String(path.dropFirst("content".count))
      : CoursePath.relative(from: CoursePath.folder(of: page), to: path)
    return AddressText.encoded(address) + (local.fragment.map { "#\($0)" } ?? "")
  }
}
