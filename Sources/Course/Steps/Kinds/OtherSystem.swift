/// Whether a text is about a system other than the Linux that notes are followed on.
enum OtherSystem {
  /// The package managers that such systems have.
  static let packageManagers: NameSet = [
    "apk", "brew", "choco", "dnf", "emerge", "pacman", "paru", "port", "scoop", "winget", "yay",
    "yum", "zypper",
  ]

  /// - Parameter text: as it is written: `Windows` is a system, and `windows` are parts of a stream.
  static func isFor(_ text: String) -> Bool {
    Phrases.first(others, in: text) != nil && Phrases.first(own, in: text.inLowercase) == nil
  }

  private static let others: Phrases = [
    "Windows", "macOS", "MacOS", "Mac OS", "Mac", "OSX", "OS X", "PowerShell", "Powershell",
    "Git Bash",
  ]
  private static let own: Phrases = [
    "linux", "ubuntu", "debian", "wsl", "unix", "all systems", "any system",
  ]
}
