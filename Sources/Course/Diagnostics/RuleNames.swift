/// The names of all rules, by which notes switch them off; docs/rules.md explains each.
public enum RuleNames {
  public static let all: [String] = [
    "address", "asks", "attribute-value", "blocking-service", "broken-image", "broken-lock",
    "broken-record", "byte-order-mark", "command-drift", "dead-anchor", "dead-image", "dead-link",
    "dead-remote-anchor", "dead-remote-link", "dotfile-outside-home", "duplicate-name",
    "earlier-anchor", "empty-expectation", "encoding-damage", "failed-record", "formula",
    "front-matter", "group-exists", "hidden-command", "include-drift", "indented-content",
    "invalid-utf8",
    "line-endings",
    "lost-anchor", "missing-file", "missing-tool", "missing-url", "moved-link", "nesting",
    "notebook", "nul-byte", "old-record", "outdated-theme", "placeholder-unexplained",
    "plain-http", "regular-expression", "remote-image", "script-drift", "secret-in-clear",
    "settings", "shallow-clone", "shell-syntax", "stale-record", "stray-attribute",
    "sync-conflict", "tabs", "template", "test-document", "typographic-sign", "unclosed-fence",
    "undefined-reference", "unknown-attribute", "unknown-rule", "unknown-step", "unknown-suffix",
    "unreachable-link",
  ]
}
