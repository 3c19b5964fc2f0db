internal import Course
internal import Machine

extension Session {
  /// The values that the shell has for variables, without those it does not know.
  func values(of names: [String]) throws(MachineError) -> [String] {
    guard !names.isEmpty else { return [] }
    let question = """
      (for notes_name in \(names.joined(separator: " ")); do
        \\builtin printf '%s\\0' "${!notes_name-}"
      done) && :
      """
    let result = try run(question, limit: .seconds(10))
    return result.standardOutput.text.split(separator: "\0").map(String.init)
  }

  /// What the place is and which versions of tools it has.
  ///
  /// It is asked by a shell of its own, free of the notes' functions, aliases and options, that runs
  /// where the steps ran.
  ///
  /// - Parameter tools: programs; those that can safely be asked are.
  func system(place: String, tools: [String]) throws(MachineError) -> SystemRecord {
    let questions = tools.compactMap { tool in
      ToolVersion.questions[tool].map { ToolVersion.question(tool, $0) }
    }
    let script = """
      . /etc/os-release && printf '%s\\n' "distribution $PRETTY_NAME"
      printf '%s\\n' "kernel $(uname -s) $(uname -r)" "architecture $(uname -m)"
      printf '%s\\n' "tool bash $BASH_VERSION"
      \(questions.joined(separator: "\n"))
      """
    let result = try run(
      "\\builtin command bash -c \(script.shellQuoted) && :", limit: .seconds(60))
    var record = SystemRecord(place: place)
    for line in result.standardOutput.text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2 else { continue }
      let value = words[1]
      switch words[0] {
      case "distribution": record.distribution = ScreenText(value).text
      case "kernel": record.kernel = ScreenText(value).text
      case "architecture": record.architecture = ScreenText(value).text
      case "tool":
        guard let blank = value.firstIndex(of: " "),
          let version = ToolVersion.version(in: value[blank...])
        else { continue }
        record.tools[String(value[..<blank])] = version
      default: break
      }
    }
    return record
  }
}

extension Step {
  /// The programs that its commands run.
  var tools: [String] {
    commands.flatMap(\.simpleCommands).map { CommandDemands($0).name }
      + commands.compactMap { $0.runner?.program }
  }
}

extension [String] {
  /// Each once, in order of the alphabet.
  var unique: [String] { Set(self).sorted() }
}

/// How tools are asked for their version, and what they answer.
enum ToolVersion {
  /// The tools whose version says something of a run, with the words that ask for it. A program that
  /// is not listed is not asked: who knows what it makes of `--version`.
  static let questions: [String: String] = {
    let plain = [
      "apt", "apt-get", "cargo", "cmake", "conda", "curl", "docker", "docker-compose", "dvc", "gcc",
      "g++", "gh", "git", "helm", "jq", "julia", "jupyter", "make", "mamba", "mlflow", "mvn",
      "mysql", "node", "npm", "perl", "php", "pip", "pip3", "pipenv", "podman", "poetry", "psql",
      "python", "python3", "R", "ruby", "rustc", "sqlite3", "tar", "terraform", "uv", "wget",
      "yarn",
    ]
    let special = [
      "go": "version", "java": "-version", "kubectl": "version --client", "ssh": "-V",
    ]
    return Dictionary(uniqueKeysWithValues: plain.map { ($0, "--version") })
      .merging(special) { _, special in special }
  }()

  /// A command that prints `tool NAME` and the beginning of the answer, where there is the tool.
  static func question(_ tool: String, _ words: String) -> String {
    """
    if type -P \(tool) >/dev/null; then
      answer=$(timeout 5 \(tool) \(words) </dev/null 2>&1 | head -n 3)
      printf '%s\\n' "tool \(tool) ${answer//$'\\n'/ }"
    fi
    """
  }

  /// The first number with a dot in it: `2.39.5` of `git version 2.39.5`.
  static func version(in answer: some StringProtocol) -> String? {
    for word in answer.split(whereSeparator: { " (),\"'=".contains($0) }) {
      let digits = word.drop { !$0.isNumber }
      let version = digits.prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || ".-+~".contains($0))
      }
      let isVersion =
        version.split(separator: ".").prefix(2).filter { $0.first?.isNumber == true }
        .count == 2
      if isVersion { return String(version) }
    }
    return nil
  }
}
