/// Installing several packages with one command or one by one is the same.
enum Installation {
  static func isInstaller(_ name: String) -> Bool { verbs[name] != nil }

  /// The command for each package by itself; `nil` for what installs none by name.
  static func parts(of form: CommandForm) -> [CommandForm]? {
    guard let verbs = verbs[form.name], form.redirections.isEmpty,
      let verb = form.arguments.first(where: { !$0.isFlag }), verbs.contains(verb.pattern.text)
    else { return nil }
    let flags = form.arguments.filter(\.isFlag)
    let packages = form.arguments.filter { !$0.isFlag }.dropFirst()
    // A flag that is not known may have one of the words for its value.
    guard !packages.isEmpty, flags.allSatisfy({ switches.contains($0.pattern.text) }) else {
      return nil
    }
    return packages.map { package in
      var part = form
      part.arguments = [verb] + flags + [package]
      return part
    }
  }

  private static let verbs: [String: Set<String>] = [
    "apt-get": ["install", "remove", "purge"], "dnf": ["install", "remove"], "yum": ["install"],
    "apk": ["add"], "brew": ["install"], "pip": ["install", "uninstall"], "npm": ["install", "i"],
    "conda": ["install"], "snap": ["install"], "pacman": [], "gem": ["install"],
    "cargo": ["install"],
    "yarn": ["add"], "pnpm": ["add"],
  ]

  private static let switches: Set<String> = [
    "--no-install-recommends", "-g", "--global", "-U", "--upgrade", "--user", "-D", "--save-dev",
    "--break-system-packages", "--no-cache-dir", "--no-cache", "--classic", "--cask", "--pre",
  ]
}
