/// What an author can say of a step.
///
/// The names that other tools give the same thing are understood too; those that highlighters and
/// other tools read for themselves are known, and passed over.
enum AnnotationKey: String, CaseIterable {
  case name, kind, skip, optional, exit, timeout, cwd, env, needs, background, wait, os, tty, file
  case append, hide, secrets, stdin, silence

  /// What a name stands for.
  enum Meaning: Equatable {
    /// - Parameter isInverted: whether the name says the opposite, as `eval` does of `skip`.
    case key(AnnotationKey, isInverted: Bool)
    /// `set-X=value` is `env` with one variable.
    case variable(String)
    /// An attribute that another tool reads.
    case foreign
  }

  /// - Returns: `nil` for a name that is not known.
  static func meaning(of name: String) -> Meaning? {
    if name.hasPrefix("set-"), name.utf8.count > 4 { return .variable(String(name.dropFirst(4))) }
    let plain = String(
      decoding: name.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self
    )
    .lowercased()
    if let key = keys[plain] { return .key(key, isInverted: false) }
    if let key = inverted[plain] { return .key(key, isInverted: true) }
    if foreign.contains(plain) || foreignPrefixes.contains(where: plain.hasPrefix) {
      return .foreign
    }
    return nil
  }

  /// The names that can stand for a key, for suggestions.
  static let names = (Array(keys.keys) + Array(inverted.keys)).sorted()

  private static let keys: [String: AnnotationKey] = {
    var keys: [String: AnnotationKey] = [:]
    for key in allCases {
      keys[key.rawValue] = key
      for alias in key.aliases { keys[alias] = key }
    }
    return keys
  }()

  private var aliases: [String] {
    switch self {
    case .name: ["id", "label"]
    case .kind: []
    case .skip: ["ignore", "skip-execution", "no-run", "norun"]
    case .optional: []
    case .exit:
      [
        "exitcode", "exit-code", "exitcodes", "exit-codes", "exit-status", "returncode",
        "return-code", "status",
      ]
    case .timeout: ["time-limit"]
    case .cwd: ["dir", "workdir", "working-dir", "working-directory"]
    case .env: ["environment"]
    case .needs: ["requires", "require", "depends", "depends-on", "dependson", "deps"]
    case .background: ["detached", "detach", "long-running", "daemon"]
    case .wait: ["wait-for", "wait-until", "waituntil"]
    case .os: ["platform", "platforms", "os-type", "run-on", "runon"]
    case .tty: ["interactive", "terminal"]
    case .file: ["tangle", "create-file"]
    case .append: ["append-file"]
    case .hide: ["hidden"]
    case .secrets: ["secret"]
    case .stdin: ["input", "answers"]
    case .silence: []
    }
  }

  /// The attribute with a value that it can have.
  var example: String {
    switch self {
    case .name: "name=setup"
    case .kind: "kind=sample"
    case .skip, .optional, .background, .tty, .hide: "\(rawValue)=true"
    case .exit: "exit=1"
    case .timeout: "timeout=30s"
    case .cwd: "cwd=~/work"
    case .env: "env=PORT=8080"
    case .needs: "needs=setup"
    case .wait: "wait=port:8080"
    case .os: "os=macos"
    case .file, .append: "\(rawValue)=config/app.yml"
    case .secrets: "secrets=API_KEY"
    case .stdin: "stdin=yes"
    case .silence: "silence=plain-http"
    }
  }

  private static let inverted: [String: AnnotationKey] = [
    "eval": .skip, "execute": .skip, "run": .skip, "echo": .hide, "include": .hide,
    "show": .hide,
  ]

  /// Attributes of highlighters and page builders (Docusaurus, Hugo, Zola, MkDocs, Expressive Code,
  /// Quarto, knitr) and of other programs that run documents.
  private static let foreign: Set<String> = [
    "title", "caption", "filename", "linenos", "linenostart", "linenumbers", "line-numbers",
    "lineno", "showlinenumbers", "startline", "start-line", "startfrom", "lines", "hl-lines",
    "hllines", "hl", "highlight", "emphasize-lines", "mark", "ins", "del", "diff", "add", "remove",
    "focus", "collapse", "collapsed", "expand", "expandable", "fold", "copy", "nocopy", "no-copy",
    "wrap",
    "nowrap", "frame", "class", "style", "width", "height", "theme", "tab", "group", "sync", "live",
    "playground", "editable", "anchorlinenos", "lineanchors", "use-pygments", "attr", "lang",
    "language", "engine", "results", "warning", "message", "error", "cache", "prompt", "comment",
    "output", "code-fold", "code-summary", "code-line-numbers", "tags", "layout", "column",
    "excludefromrunall", "interpreter", "mimetype", "tag", "category", "promptenv", "terminalrows",
    "closeterminalonsuccess", "skipprompts", "transform", "session", "output-stream", "keep-crlf",
    "fail-fast", "strip-ansi-escaping", "skip-document-code", "part", "source-tree", "version",
    "non-deterministic", "require-package", "should-panic", "compile-fail", "edition2018",
    "edition2021", "expected-similarity", "icon", "meta", "description", "source", "url", "type",
  ]
  private static let foreignPrefixes = [
    "tesh-", "fig-", "fig.", "out.", "tbl-", "data-", "unset-", "code-", "html", "mdx-",
  ]
}
