/// A language that code can be coloured in.
package enum CodeLanguage: String, Sendable, CaseIterable {
  case c, cPlusPlus, cSharp, css, diff, docker, environment, go, graphQL, hcl, html, ini, java
  case javaScript, json, kotlin, lua, make, nginx, php, powerShell, properties, protocolBuffers
  case python, pythonSession, r, ruby, rust, shell, shellSession, sql, swift, toml, typeScript, xml
  case yaml

  /// The coloured ranges of a part of a text, which stands on its own.
  func tokens(of bytes: [UInt8], _ part: Range<Int>) -> CodeTokens {
    func read(_ grammar: Grammar) -> CodeTokens {
      read(GrammarLexer(bytes, part, grammar: grammar))
    }
    func read(_ format: SettingsLexer.Format) -> CodeTokens {
      read(SettingsLexer(bytes, part, format: format))
    }
    func read(_ lexer: some CodeReading) -> CodeTokens {
      var lexer = lexer
      lexer.read()
      return lexer.tokens
    }
    return switch self {
    case .c: read(.c)
    case .cPlusPlus: read(.cPlusPlus)
    case .cSharp: read(.cSharp)
    case .css: read(StyleLexer(bytes, part))
    case .diff: read(DiffLexer(bytes, part))
    case .docker: read(.docker)
    case .environment: read(.environment)
    case .go: read(.go)
    case .graphQL: read(.graphQL)
    case .hcl: read(.hcl)
    case .html: read(MarkupLexer(bytes, part, isHTML: true))
    case .ini: read(.ini)
    case .java: read(.java)
    case .javaScript: read(.javaScript)
    case .json: read(.json)
    case .kotlin: read(.kotlin)
    case .lua: read(.lua)
    case .make: read(.make)
    case .nginx: read(.nginx)
    case .php: read(.php)
    case .powerShell: read(.powerShell)
    case .properties: read(.properties)
    case .protocolBuffers: read(.protocolBuffers)
    case .python: read(.python)
    case .pythonSession: read(PythonSessionLexer(bytes, part))
    case .r: read(.r)
    case .ruby: read(.ruby)
    case .rust: read(.rust)
    case .shell: read(ShellReader(bytes, part))
    case .shellSession: read(ShellSessionReader(bytes, part))
    case .sql: read(.sql)
    case .swift: read(.swift)
    case .toml: read(.toml)
    case .typeScript: read(.typeScript)
    case .xml: read(MarkupLexer(bytes, part, isHTML: false))
    case .yaml: read(YAMLLexer(bytes, part))
    }
  }
}
