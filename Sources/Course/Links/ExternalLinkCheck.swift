/// Tells which links to other sites lead nowhere, by what asking for them has given.
public enum ExternalLinkCheck {
  /// The rules about these links, which a page switches off where the link stands.
  static let rules = ["dead-remote-anchor", "dead-remote-link", "moved-link", "unreachable-link"]

  /// In the order of places, for every place at which a link stands.
  ///
  /// - Parameters:
  ///   - cache: what is known; of links without an answer nothing is told.
  ///   - severity: how much a dead link matters; see ``CourseSettings/linkSeverity``.
  public static func diagnostics(
    _ links: ExternalLinks, _ cache: ExternalLinkCache, severity: Diagnostic.Severity
  ) -> [Diagnostic] {
    let found = links.links.flatMap { link -> [Diagnostic] in
      guard let answer = cache[link.url] else { return [] }
      return link.places.compactMap { place in
        diagnostic(link, place, answer, severity).map { found in
          var found = found
          found.isSilenced = place.silenced.contains(found.rule)
          return found
        }
      }
    }
    let byPath = Dictionary(grouping: found, by: \.path)
    return NaturalOrder.sorted(Array(byPath.keys)).flatMap { (byPath[$0] ?? []).inOrder }
  }

  private static func diagnostic(
    _ link: ExternalLinks.Link, _ place: ExternalLinks.Place, _ answer: ExternalLinkCache.Answer,
    _ severity: Diagnostic.Severity
  ) -> Diagnostic? {
    let url = link.url
    guard answer.isAlive else { return dead(link, place, answer, severity) }
    if let fragment = place.fragment, answer.missing?.contains(fragment) == true {
      return Diagnostic(
        path: place.path, position: place.position, severity: .warning,
        message: "'\(url)' has no place with the id '\(fragment)'", rule: "dead-remote-anchor",
        mend: "write the id of today, or take `#\(fragment)` out")
    }
    guard let moved = answer.movedTo else { return nil }
    return Diagnostic(
      path: place.path, position: place.position, severity: .hint,
      message: "'\(url)' has moved for good", rule: "moved-link",
      mend: "write `\(moved)\(place.fragment.map { "#\($0)" } ?? "")`")
  }

  private static func dead(
    _ link: ExternalLinks.Link, _ place: ExternalLinks.Place, _ answer: ExternalLinkCache.Answer,
    _ severity: Diagnostic.Severity
  ) -> Diagnostic {
    let host = answer.host ?? link.host
    let mend = "write where it is now, or take the link out"
    if let status = answer.status, status < 500 {
      return Diagnostic(
        path: place.path, position: place.position, severity: severity,
        message: "'\(link.url)' is not there: the server answers \(status)",
        rule: "dead-remote-link", mend: mend)
    }
    if answer.trouble == .unknownHost {
      return Diagnostic(
        path: place.path, position: place.position, severity: severity,
        message: "'\(link.url)' leads nowhere: no machine has the name \(host)",
        rule: "dead-remote-link", mend: mend)
    }
    let reason =
      switch answer.trouble {
      case .noConnection: "\(host) takes no connection"
      case .timeout: "\(host) does not answer in time"
      case .certificate: "browsers do not trust the certificate of \(host)"
      case .endlessRedirects: "its redirects come to no end"
      case .unknownHost, .brokenAnswer, nil:
        answer.status.map { "the server answers \($0)" } ?? "what the server answers is not HTTP"
      }
    return Diagnostic(
      path: place.path, position: place.position, severity: .warning,
      message: "'\(link.url)' cannot be had: \(reason)", rule: "unreachable-link",
      mend: "try it in a browser; if it is right, add it to `external: {ignore: […]}` in notes.yml")
  }

  /// Which ids a web page does not have, as far as its HTML tells.
  ///
  /// - Returns: none where the page has no heading: then a script makes what readers see.
  public static func missing(_ ids: [String], in html: String) -> [String] {
    let attributes = HTMLAttributeScanner.attributes(in: html)
    let there = Set(attributes.filter { ["id", "name"].contains($0.name) }.map(\.value))
    // Code hosts put `user-content-` before the ids of notes, and their script finds them without it.
    let missing = ids.filter { !there.contains($0) && !there.contains("user-content-" + $0) }
    guard !missing.isEmpty else { return [] }
    let hasHeading = (1...6).contains { level in
      html.contains(ascii: "<h\(level)") || html.contains(ascii: "<H\(level)")
    }
    return hasHeading ? missing : []
  }
}
