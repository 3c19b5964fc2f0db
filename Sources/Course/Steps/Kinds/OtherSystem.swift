/// Whether a text is about a system other than the Linux that notes are followed on.
enum OtherSystem {
  /// The package managers that such systems have.
  static let packageManagers: NameSet = [
    "apk", "brew", "choco", "dnf", "emerge", "pacman", "paru", "port", "scoop", "winget", "yay",
    "yum", "zypper",
  ]

  /// Whether what a text introduces is for such a system: a text may name one in passing too.
  ///
  /// - Parameter text: as it is written: `Windows` is a system, and `windows` are parts of a stream.
  static func isFor(_ text: String) -> Bool {
    guard let name = Phrases.first(others, in: text), !isOwn(text),
      let range = text.firstRange(ofASCII: name)
    else { return false }
    let before = text[..<range.lowerBound]
    // "A pool for Windows nodes": what runs there is not the reader's own machine.
    let next = text[range.upperBound...].split(maxSplits: 1) { !$0.isLetter }.first
    if let next, things.contains(next.lowercased()) { return false }
    // "Clone it into your home folder (on a Mac: …)" is for everybody.
    if let open = before.lastIndex(of: "("), !before[open...].contains(")"),
      before[..<open].split(separator: " ").count > 4
    {
      return false
    }
    guard let last = before.last(where: { $0 != " " }), last.isLetter || last.isNumber else {
      return true
    }
    // "On Windows", "if you use a Mac", but not "other than the version of macOS has".
    return before.split(separator: " ").suffix(3).contains {
      leading.contains($0.lowercased().filter { $0.isLetter || $0 == "'" || $0 == "’" })
    }
  }

  /// Whether a text is about Linux, or about all systems.
  static func isOwn(_ text: String) -> Bool { Phrases.first(own, in: text.inLowercase) != nil }

  /// Whether a text is no more than the name of a Linux that has other packages: `CentOS 7:`.
  static func isOtherDistribution(_ text: String) -> Bool {
    guard text.utf8.count < 40, Phrases.first(distributions, in: text) != nil, !isOwn(text) else {
      return false
    }
    return text.split { !$0.isLetter }.allSatisfy {
      distributionWords.contains(String($0)) || $0.count == 1
    }
  }

  private static let things: NameSet = [
    "node", "nodes", "app", "apps", "admin", "image", "images", "pool", "pools", "workloads",
    "payload", "payloads", "target", "targets",
    "username", "password",
  ]
  private static let leading: NameSet = [
    "on", "for", "in", "using", "use", "with", "under", "a", "if", "via", "your", "en", "para",
    "sur", "pour", "sous", "auf", "unter", "für", "no", "em", "you're", "you’re", "and", "or",
  ]
  private static let others: Phrases = [
    "Windows", "macOS", "MacOS", "Mac OS", "Mac", "OSX", "OS X", "PowerShell", "Powershell",
    "Git Bash", "M1 chip", "M1 chips", "M1 Mac", "M1 Macs", "Apple Silicon", "Apple silicon",
    "Apple M1",
  ]
  private static let own: Phrases = [
    "linux", "ubuntu", "debian", "wsl", "wsl2", "unix", "all systems", "any system",
    "other operating systems", "other systems",
  ]
  private static let distributions: Phrases = [
    "CentOS", "Fedora", "RHEL", "Red Hat", "Redhat", "Rocky", "AlmaLinux", "openSUSE", "SUSE",
    "FreeBSD",
  ]
  private static let distributionWords: NameSet = [
    "CentOS", "Fedora", "RHEL", "Red", "Hat", "Redhat", "Rocky", "AlmaLinux", "openSUSE", "SUSE",
    "FreeBSD", "Stream", "Enterprise", "on", "On", "for", "For", "in", "In", "and", "or", "based",
    "systems", "users",
  ]
}
