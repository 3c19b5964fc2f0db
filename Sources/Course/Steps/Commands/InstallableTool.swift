/// A tool that a plain Debian or Ubuntu has not, with the package that brings it.
struct InstallableTool {
  var package: String
  /// Whether it is a helper that notes use in passing; the others are what whole courses are about, and
  /// are installed in ways of their own that no command need show.
  var isHelper: Bool

  static func named(_ name: String) -> InstallableTool? { tools[name] }

  /// Every tool's name.
  static var names: Dictionary<String, InstallableTool>.Keys { tools.keys }

  /// How texts write a tool, or its package, in lowercase.
  static func spellings(of name: String) -> [String] {
    [name, named(name)?.package].compactMap { $0?.lowercased() }
      .flatMap { [$0, String($0.map { $0 == "-" ? " " : $0 })] }
  }

  /// The tools that a text in lowercase names.
  static func mentioned(in text: String) -> Set<String> {
    Set(spellings.phrases.numbers(in: text).map { spellings.tools[$0] })
  }

  /// All spellings, and the tool that each stands for.
  private static let spellings: (phrases: Phrases, tools: [String]) = {
    let all = tools.keys.flatMap { name in Set(spellings(of: name)).map { ($0, name) } }
    return (Phrases(all.map(\.0)), all.map(\.1))
  }()

  /// Commands, then their package where its name differs. From the contents of Debian 12 and Ubuntu
  /// 24.04, without what their standard and minimal installations have.
  private static let helpers = """
    unzip; zip; tree; jq; make; cmake; gcc g++: build-essential; htop; tmux; screen; dos2unix
    ffmpeg; pandoc; shellcheck; nmap; netstat ifconfig: net-tools; dot: graphviz; convert: imagemagick
    dig nslookup: dnsutils; sqlite3; pip pip3: python3-pip; sponge ts: moreutils; fd: fd-find
    rg: ripgrep; bat; gnuplot; rename; parallel; pv; httpie; yamllint; expect; p7zip 7z: p7zip-full
    """
  private static let subjects = """
    docker: docker.io; docker-compose; podman; java javac: default-jdk; node: nodejs; npm
    psql: postgresql-client; redis-cli: redis-tools; ansible; mysql: default-mysql-client; nginx
    php: php-cli; ruby; R: r-base-core; go: golang; cargo rustc: cargo; mvn: maven; gradle
    """

  private static let tools: [String: InstallableTool] = {
    var tools: [String: InstallableTool] = [:]
    for (list, isHelper) in [(helpers, true), (subjects, false)] {
      for row in list.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
        let fields = row.split(separator: ":")
        let commands = fields[0].split(separator: " ")
        for command in commands {
          let package = fields.count > 1 ? fields[1].trimmed : String(command)
          tools[String(command)] = InstallableTool(package: package, isHelper: isHelper)
        }
      }
    }
    return tools
  }()
}
