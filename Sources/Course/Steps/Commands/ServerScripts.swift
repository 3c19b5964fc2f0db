/// Scripts that serve until they are stopped, by their names.
extension CommandTable {
  /// `python app.py`, `node server.js`, `python manage.py runserver`: scripts of these names serve.
  static func isServerScript(_ command: ResolvedCommand) -> Bool {
    guard scriptRunners.contains(command.name), let script = command.subcommand
    else { return false }
    let file = script.lastPathPart ?? ""
    let parts = file.utf8.split(separator: ShellByte.dot).map(Substring.init)
    guard parts.count == 2, parts[1] != "sh" else { return false }
    // Who asks a script for a port of HTTP has it serve there; a port alone may be a database's.
    if command.values.contains(where: { $0.hasPrefix("--http_port") || $0.hasPrefix("--http-port") }
    ) {
      return true
    }
    return ["app", "server", "serve", "webapp", "wsgi", "asgi"].contains(parts[0])
      || file == "manage.py" && command.values.contains("runserver")
  }

  static let scriptRunners: NameSet = ["python", "python3", "node", "ruby", "php"]

  /// `npm run start:dev`, `yarn watch:css`: a variant of a script that serves or watches.
  static func isServingScript(_ command: ResolvedCommand) -> Bool {
    guard packageManagers.contains(command.name) else { return false }
    let words = command.values.first == "run" ? command.values.dropFirst() : command.values[...]
    guard let script = words.first,
      let colon = script.utf8.firstIndex(of: UInt8(ascii: ":")), colon != script.startIndex
    else { return false }
    let name = script[..<colon]
    let variant = script[script.utf8.index(after: colon)...]
    return serving.contains(String(name)) && variants.contains(String(variant))
      || name != "test" && variant == "watch"
  }

  private static let packageManagers: NameSet = ["npm", "yarn", "pnpm", "bun"]
  private static let serving: NameSet = ["start", "dev", "serve", "watch", "preview", "develop"]
  /// What follows the name of a script that serves; others, such as `dev:setup`, come back.
  private static let variants: NameSet = [
    "dev", "development", "prod", "production", "local", "debug", "server", "client", "frontend",
    "backend", "front", "back", "web", "api", "app", "ui", "css", "js", "docs", "all", "watch",
    "ssr", "ssl", "https", "mock",
  ]

  /// Options by which a message is sent, or waited for, once.
  static let onceOnly: NameSet = ["--once", "-1", "-t", "--times"]
}
