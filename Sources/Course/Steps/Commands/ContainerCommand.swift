/// A command to Docker or Podman, taken apart: the verb, the image and what runs in it.
struct ContainerCommand {
  private(set) var verb: String
  private(set) var flags: Set<String> = []
  /// The image that `run` starts.
  private(set) var image: String?
  /// What runs in it, when the command says so.
  private(set) var program: [Word] = []
  /// The name that `build` gives.
  private(set) var builtImage: String?

  /// `nil` for other commands.
  init?(_ name: String, _ arguments: ArraySlice<Word>) {
    guard name == "docker" || name == "podman" else { return nil }
    var words = arguments
    guard let first = words.popFirst()?.value else { return nil }
    // `docker container run` is the long form of `docker run`.
    let isGroup = first == "container" || first == "image"
    verb = isGroup ? words.popFirst()?.value ?? first : first
    var operands: [Word] = []
    while let word = words.popFirst() {
      guard word.text.hasPrefix("-"), operands.isEmpty else {
        operands.append(word)
        continue
      }
      // `-p80:80` and `-v/a:/b` hold their values.
      if let letter = Self.letterBeforeValue(word.text) {
        flags.insert(letter)
        continue
      }
      let name = String(word.text.prefix { $0 != "=" })
      flags.formUnion(Self.letters(name))
      // To `build`, `-t` is a name; to `run`, a switch.
      let isTag = verb == "build" && (name == "-t" || name == "--tag")
      guard isTag || !Self.switches.contains(name), !word.text.contains("=") else { continue }
      let value = words.popFirst()
      if isTag { builtImage = value?.value }
      if name == "--entrypoint" { program = value.map { [$0] } ?? [] }
    }
    if let entry = arguments.lazy.compactMap(\.value).first(where: {
      $0.hasPrefix("--entrypoint=")
    }) {
      flags.insert(entry)
    }
    if verb == "exec" { program = Array(operands.dropFirst()) }
    guard verb == "run" else { return }
    image = operands.first?.value ?? operands.first?.text
    program += operands.dropFirst()
  }

  var isInteractive: Bool { flags.contains("-i") || flags.contains("--interactive") }
  var isDetached: Bool { flags.contains("-d") || flags.contains("--detach") }

  /// Whether it leaves a person at a prompt: a shell or an interpreter without a script.
  var opensPrompt: Bool {
    guard isInteractive, !isDetached else { return false }
    let entry = flags.first { $0.hasPrefix("--entrypoint=") }?.dropFirst("--entrypoint=".count)
    if let name = entry.map(String.init) {
      let base = name.split(separator: "/").last.map(String.init) ?? name
      return Self.prompts.contains(base)
    }
    if !program.isEmpty { return InnerProgram.waits(program[...]) }
    guard let image else { return verb == "attach" }
    return Self.basic.contains(Self.baseName(image))
  }

  /// Whether it is told to keep a terminal for an image that says nothing of itself: from a server
  /// such an image is for trying things out in.
  var mayOpenPrompt: Bool { isInteractive && !isDetached && program.isEmpty && !stays }

  /// Whether it stays in the foreground as a server.
  var stays: Bool {
    guard verb == "run", !isDetached, let image, !opensPrompt else { return false }
    // Who publishes a port serves something there.
    let publishes = flags.contains("-p") || flags.contains("--publish") || flags.contains("-P")
    let name = Self.baseName(image)
    // A long option is the image's own program's: `--model_dir=/a`.
    let hasProgram =
      program.first.map { !$0.text.hasPrefix("--") || ["--version", "--help"].contains($0.text) }
      ?? false
    return !hasProgram && (publishes || Self.servers.stand(in: name))
  }

  /// Whether an image's name says that the reader has made it: `my-app`, `myimage`.
  static func isOwn(_ image: String) -> Bool {
    !image.contains("/") && owned.first(beginning: image) != nil
  }

  private static let owned: Fragments = ["my-", "my_", "myapp", "myimage", "mycontainer"]

  /// `docker.io/library/postgres:18` is `postgres`.
  static func baseName(_ image: String) -> String {
    guard let last = image.utf8.split(separator: UInt8(ascii: "/")).last else { return "" }
    return String(Substring(last.prefix { $0 != UInt8(ascii: ":") && $0 != ShellByte.at }))
  }

  /// The option of a word in which its value follows at once; `nil` for one of letters alone, which may
  /// as well be several.
  private static func letterBeforeValue(_ word: String) -> String? {
    let bytes = word.utf8
    guard bytes.count > 2, bytes.first == ShellByte.dash,
      let letter = bytes.dropFirst().first, "pvewulhcm".utf8.contains(letter),
      !bytes.dropFirst(2).allSatisfy(ShellByte.isLetter),
      bytes.dropFirst(2).first != ShellByte.equals
    else { return nil }
    return String(word.prefix(2))
  }

  /// `-it` is `-i` and `-t`.
  private static func letters(_ flag: String) -> Set<String> {
    guard flag.hasPrefix("-"), !flag.hasPrefix("--") else { return [flag] }
    return Set(flag.dropFirst().map { "-\($0)" })
  }

  private static let prompts: NameSet = [
    "bash", "sh", "zsh", "ash", "python", "python3", "ipython", "psql", "pgcli", "mysql",
    "redis-cli", "mongosh", "node", "irb", "spark-shell", "pyspark", "sqlite3",
  ]
  /// Images whose own command is a prompt.
  private static let basic: NameSet = [
    "ubuntu", "debian", "alpine", "fedora", "centos", "busybox", "python", "node", "ruby", "julia",
    "r-base", "bash", "archlinux", "rockylinux", "amazonlinux",
  ]
  private static let servers: Fragments = [
    "postgres", "mysql", "mariadb", "mongo", "redis", "pgadmin", "nginx", "httpd", "jupyter",
    "notebook", "grafana", "prometheus", "kafka", "redpanda", "rabbitmq", "elasticsearch", "kestra",
    "airflow", "mlflow", "minio", "localstack", "metabase", "superset", "tensorboard", "registry",
    "mageai", "mage-ai", "adminer", "traefik", "vault",
  ]
  /// Flags that take no word of their own.
  private static let switches: NameSet = [
    "-it", "-ti", "-i", "-t", "-d", "-itd", "-dit", "-a", "-q", "-aq", "-qa", "-f", "--rm",
    "--interactive", "--tty", "--detach", "--privileged", "--init", "--no-cache", "--pull", "--all",
    "--force", "--quiet", "--read-only", "-P", "--publish-all", "--volumes",
  ]
}
