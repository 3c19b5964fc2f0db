extension CodeLanguage {
  /// The language that the first word of an info string names; `nil` for one that is not known.
  ///
  /// `{.python}`, `python{1,3}`, `python,ignore` and `language-python` are ways to write attributes.
  package init?(infoString: some StringProtocol) {
    var name: [UInt8] = []
    for byte in infoString.utf8 {
      switch byte {
      case 0x41...0x5A: name.append(byte | 0x20)
      case 0x7B, 0x2E, 0x3A, 0x20, 0x3D:
        if !name.isEmpty {
          self.init(name: name)
          return
        }
      case 0x61...0x7A, 0x30...0x39, 0x2D, 0x5F, 0x2B, 0x23: name.append(byte)
      default:
        self.init(name: name)
        return
      }
      // No name is as long.
      if name.count > 32 { return nil }
    }
    self.init(name: name)
  }

  private init?(name: [UInt8]) {
    let prefix = "language-".utf8
    let name = name.starts(with: prefix) ? name.dropFirst(prefix.count) : name[...]
    guard let language = Self.names[String(decoding: name, as: UTF8.self)] else { return nil }
    self = language
  }

  /// The language of a file by its name; `nil` for one that does not tell.
  package init?(file: some StringProtocol) {
    let name = file.split(separator: "/").last.map { $0.lowercased() } ?? ""
    if let language = Self.files[name] {
      self = language
      return
    }
    if name.hasPrefix("dockerfile") || name.hasPrefix(".env") {
      self = name.hasPrefix(".env") ? .environment : .docker
      return
    }
    guard let dot = name.lastIndex(of: "."),
      let language = Self.names[String(name[name.index(after: dot)...])]
    else { return nil }
    self = language
  }

  /// The names as they are written in info strings, and the endings of files.
  private static let names: [String: CodeLanguage] = {
    let lists: [(CodeLanguage, String)] = [
      (.c, "c h"), (.cPlusPlus, "cpp c++ cc cxx hpp hh hxx cuda cu arduino ino"),
      (.cSharp, "csharp cs c#"), (.css, "css scss less"), (.diff, "diff patch udiff"),
      (.docker, "dockerfile docker containerfile"), (.environment, "env dotenv"),
      (.go, "go golang"), (.graphQL, "graphql gql"), (.hcl, "hcl tf tfvars terraform opentofu"),
      (.html, "html htm xhtml vue svelte jinja jinja2 j2 django handlebars hbs mustache"),
      (.ini, "ini cfg conf systemd service desktop editorconfig gitconfig"), (.java, "java"),
      (.javaScript, "javascript js jsx mjs cjs node"),
      (.json, "json jsonc json5 jsonl ndjson geojson ipynb"), (.kotlin, "kotlin kt kts"),
      (.lua, "lua"), (.make, "makefile make mk gnumake"), (.nginx, "nginx nginxconf"),
      (.php, "php"), (.powerShell, "powershell ps1 ps pwsh posh"),
      (.properties, "properties"), (.protocolBuffers, "protobuf proto"),
      (.python, "python py py3 python3 pyi ipython ipython3 jupyter pyspark starlark bzl"),
      (.pythonSession, "pycon python-repl python-console"), (.r, "r rlang rscript"),
      (.ruby, "ruby rb rake gemfile"), (.rust, "rust rs"),
      (
        .shell,
        """
        sh bash shell zsh ksh dash shell-script shellscript command-line commandline bashrc
        """
      ),
      (
        .shellSession,
        "console terminal shell-session shellsession bash-session sh-session"
      ),
      (
        .sql,
        """
        sql mysql postgres postgresql psql pgsql plpgsql sqlite tsql plsql bigquery snowflake
        duckdb spark-sql sparksql hive ksql
        """
      ),
      (.swift, "swift"), (.toml, "toml"), (.typeScript, "typescript ts tsx mts cts"),
      (.xml, "xml svg rss atom xsd xsl xslt plist pom csproj"),
      (.yaml, "yaml yml docker-compose compose k8s kubernetes ansible helm"),
    ]
    var names: [String: CodeLanguage] = [:]
    for (language, words) in lists {
      for word in words.split(whereSeparator: \.isWhitespace) { names[String(word)] = language }
    }
    return names
  }()

  /// Files whose whole names tell.
  private static let files: [String: CodeLanguage] = [
    ".bashrc": .shell, ".bash_profile": .shell, ".bash_aliases": .shell, ".profile": .shell,
    ".zshrc": .shell, ".zprofile": .shell, "makefile": .make, "gnumakefile": .make,
    "containerfile": .docker, "jenkinsfile": .java, "pipfile": .toml, "poetry.lock": .toml,
    "cargo.lock": .toml, "gemfile": .ruby, "nginx.conf": .nginx, "config": .ini, "hosts": .ini,
    ".gitconfig": .ini, ".npmrc": .ini, "crontab": .ini,
  ]
}
