/// Commands that change nothing on a machine, so that neither notes nor a script lack anything without
/// them: they print, look, ask, or steer the shell.
enum PassiveCommands {
  /// - Parameter form: a command that writes no file.
  static func contains(_ form: CommandForm) -> Bool {
    let words = form.arguments.map(\.pattern.text)
    if form.name.isEmpty || names.contains(form.name) { return true }
    if words.contains("--version") || words.contains("--help") { return true }
    if words == ["-V"] || words == ["-v"] || words == ["-h"] || words == ["version"] { return true }
    let isInPlace = words.contains { $0.hasPrefix("-i") || $0.hasPrefix("--in-place") }
    if form.name == "sed" { return !isInPlace }
    if form.name == "find" {
      return !words.contains { ["-delete", "-exec", "-execdir"].contains($0) }
    }
    // What a script made for itself it takes away again.
    if form.name == "rm" {
      let operands = form.arguments.filter { !$0.isFlag }
      return !operands.isEmpty && operands.allSatisfy(\.pattern.isUnknown)
    }
    guard let verb = words.first(where: { !$0.hasPrefix("-") }) else { return false }
    return verbs[form.name]?.contains(verb) ?? false
  }

  private static let names: Set<String> = [
    "echo", "printf", "true", "false", ":", "test", "[", "set", "shopt", "trap", "exit", "return",
    "local", "declare", "typeset", "readonly", "export", "unset", "alias", "umask", "hash", "exec",
    "cd", "pushd", "popd", "pwd", "ls", "cat", "head", "tail", "less", "more", "which", "type",
    "command", "whoami", "id", "uname", "sleep", "wait", "read", "clear", "history", "grep",
    "egrep",
    "fgrep", "rg", "wc", "env", "printenv", "date", "man", "hostname", "groups", "source", ".",
    "getent", "stat", "file", "df", "du", "free", "top", "ps", "jobs", "mktemp", "basename",
    "dirname",
    "realpath", "readlink", "seq", "tput", "cut", "sort", "uniq", "awk", "tr", "diff", "cmp", "jq",
    "lsb_release", "nproc", "tree", "break", "continue", "shift", "let", "nvidia-smi", "ping",
    "apt-cache", "sha256sum", "md5sum", "ip", "ss", "lscpu", "lsblk",
  ]

  private static let verbs: [String: Set<String>] = [
    "git": ["status", "log", "diff", "show"], "systemctl": ["status", "is-active", "is-enabled"],
    "docker": ["ps", "images", "info", "logs", "inspect"],
    "podman": ["ps", "images", "info", "logs", "inspect"],
    "docker-compose": ["ps", "logs", "config"],
    "pip": ["list", "show", "freeze"], "apt-get": ["list", "show", "search", "policy"],
    "kubectl": ["get", "describe", "logs"], "npm": ["list", "ls"], "conda": ["list", "info"],
    "ufw": ["status"],
  ]
}
