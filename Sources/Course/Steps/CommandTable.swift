/// What is known of commands: which need the network, root, a terminal, a Docker daemon, or never
/// come back.
///
/// One row a line: commands, then the first words after them (`*` for any or none), then traits.
/// A trait with flags in brackets holds only when one of them is given (`+`) or none of them (`-`).
/// The first row that fits decides.
enum CommandTable {
  private static let table = """
    # packages
    apt apt-get aptitude : install upgrade full-upgrade dist-upgrade remove purge autoremove build-dep : root network interactive[- -y --yes --assume-yes -qq -qy]
    apt apt-get aptitude : update : root network
    apt-key add-apt-repository : * : root network
    dnf yum zypper : install update upgrade remove : root network interactive[- -y --assumeyes]
    apk pacman snap : * : root network
    dpkg : -i --install -r -P --configure : root
    brew : install upgrade update tap cask : network
    pip pip3 pipx uv poetry pipenv : install add sync download lock update upgrade run : network
    pip pip3 : uninstall : interactive[- -y --yes]
    conda mamba micromamba : install create update remove env : network interactive[- -y --yes]
    npm npx yarn pnpm : * : network
    cargo go gem : install get add build fetch : network
    # fetching
    wget curl aria2c ftp gsutil rclone nslookup dig host ping telnet : * : network
    git : clone fetch pull push ls-remote submodule : network
    git : reset : destructive[+ --hard]
    git : clean : destructive
    git : add : interactive[+ -p --patch -i]
    git : rebase : interactive[+ -i --interactive]
    ssh sftp : * : network interactive
    scp rsync ssh-copy-id : * : network
    aws : configure : interactive
    aws az : * : network
    gcloud : auth init : network interactive
    gcloud bq : * : network
    gh : * : network
    kaggle : * : network
    # containers
    docker-compose : up : docker network service[- -d --detach]
    docker-compose : build pull run : docker network
    docker-compose : * : docker
    docker podman : run : docker network interactive[+ -it -ti -i --interactive]
    docker podman : pull build push login buildx : docker network
    docker podman : exec attach : docker interactive[+ -it -ti -i --interactive]
    docker podman : system volume image container network : docker destructive[+ prune]
    docker podman : logs : docker service[+ -f --follow]
    docker podman : --version -v version --help help : 
    docker podman : * : docker
    kubectl : port-forward proxy : network service
    kubectl : logs : network service[+ -f --follow]
    kubectl helm minikube kind k3d : * : network
    # infrastructure
    terraform tofu : destroy : network destructive interactive[- -auto-approve]
    terraform tofu : apply : network interactive[- -auto-approve]
    terraform tofu : init plan import refresh : network
    ansible ansible-playbook vagrant : * : network
    prefect : cloud deploy : network
    # system
    systemctl service : start stop restart reload enable disable mask : root
    journalctl : * : service[+ -f --follow]
    groupadd groupdel groupmod useradd userdel usermod adduser deluser addgroup : * : root
    chown chgrp mount umount modprobe sysctl ufw iptables visudo update-alternatives : * : root
    reboot shutdown poweroff halt : * : root session
    mkfs fdisk parted dd shred wipefs : * : root destructive
    dropdb : * : destructive
    passwd : * : interactive
    # editors, pagers, sessions
    nano vim vi nvim emacs micro pico ed joe : * : interactive
    less more man htop top watch : * : interactive
    newgrp su login : * : session interactive
    logout : * : session
    exit : * : session
    # programs that talk or stay
    psql mysql sqlite3 redis-cli mongosh pgcli mycli : * : interactive[- -c -f -e --command --file --version -l]
    python python3 ipython node irb R julia : -m -c : 
    jupyter jupyter-lab jupyter-notebook : notebook lab server : service
    jupyter-lab jupyter-notebook : * : service
    mlflow : ui server models : service
    prefect : server agent worker orion : service
    airflow : webserver scheduler standalone : service
    uvicorn gunicorn streamlit flask hypercorn waitress-serve tensorboard : * : service[- --version --help]
    tail : * : service[+ -f -F --follow]
    ngrok : * : network service
    """

  /// The traits of what a block does, from all its commands and edits.
  static func traits(of actions: [StepAction]) -> Set<StepTrait> {
    var result: Set<StepTrait> = []
    for action in actions {
      switch action {
      case .command(let command):
        for simple in command.simpleCommands { result.formUnion(traits(of: simple)) }
      case .edit: result.insert(.interactive)
      }
    }
    return result
  }

  /// Whether the table or the everyday tools of a shell have a command of this name.
  static func knows(_ name: String) -> Bool { rows[name] != nil || everyday.contains(name) }

  /// Whether the table itself has the command.
  static func hasRow(_ name: String) -> Bool { rows[name] != nil }

  static func isEditor(_ name: String) -> Bool { editors.contains(name) }

  static func traits(of simple: SimpleCommand) -> Set<StepTrait> {
    let command = ResolvedCommand(simple)
    var result: Set<StepTrait> = []
    if command.prefixes.contains("sudo") || command.prefixes.contains("doas") {
      result.insert(.root)
    }
    if command.name == "rm" || command.name == "rmdir", removesBeyondNotes(command) {
      result.insert(.destructive)
    }
    let values = command.values
    guard let row = rows[command.name]?.first(where: { $0.fits(values) }) else {
      return result.union(isRepl(command) ? [.interactive] : [])
    }
    for condition in row.traits where condition.holds(values) { result.insert(condition.trait) }
    return result
  }

  /// `rm -rf` of the root, of a folder at the top of the tree, or of all of the home folder.
  private static func removesBeyondNotes(_ command: ResolvedCommand) -> Bool {
    let isRecursive = command.values.contains { value in
      value == "--recursive"
        || (value.hasPrefix("-") && !value.hasPrefix("--")
          && value.contains { $0 == "r" || $0 == "R" })
    }
    return isRecursive
      && command.arguments.contains { argument in
        let path = argument.text.filter { $0 != "\"" && $0 != "'" }
        if ["~", "~/", "~/*", "*", ".", "./", "$HOME", "${HOME}", "$HOME/"].contains(path) {
          return true
        }
        return path.hasPrefix("/") && path.split(separator: "/").count <= 2
          && !path.hasPrefix("/tmp/")
      }
  }

  /// An interpreter that is given nothing to run talks to the person.
  private static func isRepl(_ command: ResolvedCommand) -> Bool {
    ["python", "python3", "ipython", "node", "irb", "R", "julia", "bash", "sh", "zsh"]
      .contains(command.name)
      && command.arguments.allSatisfy { $0.text == "-i" || $0.text == "-q" }
  }

  private static let editors: Set<String> = [
    "nano", "vim", "vi", "nvim", "emacs", "micro", "pico", "ed", "joe", "code", "gedit", "subl",
    "kate", "notepad",
  ]

  /// Commands that ask nothing of the machine, so that they have no row.
  private static let everyday: Set<String> = [
    ".", "alias", "awk", "bash", "cat", "cd", "chmod", "clear", "cmp", "comm", "cp", "cut", "date",
    "declare", "df", "diff", "dirname", "du", "echo", "env", "eval", "export", "false", "file",
    "find", "free", "grep", "gunzip", "gzip", "head", "history", "hostname", "id", "jobs", "jq",
    "kill", "ln", "ls", "lsof", "make", "mkdir", "mktemp", "mv", "netstat", "nohup", "paste",
    "pkill", "printf", "ps", "pwd", "pyenv", "python", "python3", "read", "realpath", "rm", "rmdir",
    "sed", "seq", "set", "sh", "sleep", "sort", "source", "split", "ss", "stat", "sudo", "tar",
    "tee",
    "test", "touch", "tr", "tree", "true", "type", "uname", "uniq", "unset", "unzip", "uptime",
    "wc",
    "whereis", "which", "whoami", "xargs", "yes", "zip",
  ]

  private static let rows: [String: [CommandRow]] = {
    var result: [String: [CommandRow]] = [:]
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let row = CommandRow(line)
      for command in row.commands { result[command, default: []].append(row) }
    }
    return result
  }()
}

/// A row of the table.
struct CommandRow {
  var commands: [String]
  /// First words after the command that the row is about; empty for any.
  private var subcommands: Set<String>
  private(set) var traits: [Condition]

  struct Condition {
    var trait: StepTrait
    /// Flags of which one must be given, or none may; empty for always.
    var flags: Set<String> = []
    var isRequired = false

    func holds(_ values: [String]) -> Bool {
      flags.isEmpty || values.contains { flags.contains($0) } == isRequired
    }
  }

  /// - Precondition: the line has the form that ``CommandTable`` describes.
  init(_ line: Substring) {
    let fields = line.split(separator: ":", omittingEmptySubsequences: false).map(\.trimmed)
    precondition(fields.count == 3, "a row of the command table has three fields: \(line)")
    commands = fields[0].split(separator: " ").map(String.init)
    subcommands = Set(fields[1].split(separator: " ").map(String.init)).subtracting(["*"])
    traits = []
    var rest = fields[2][...]
    while !rest.isEmpty {
      let name = rest.prefix { $0 != " " && $0 != "[" }
      guard let trait = StepTrait(rawValue: String(name)) else {
        preconditionFailure("'\(name)' is no trait")
      }
      rest = rest.dropFirst(name.count)
      var condition = Condition(trait: trait)
      if rest.first == "[", let end = rest.firstIndex(of: "]") {
        let words = rest[rest.index(after: rest.startIndex)..<end].split(separator: " ")
        condition.isRequired = words.first == "+"
        condition.flags = Set(words.dropFirst().map(String.init))
        rest = rest[rest.index(after: end)...]
      }
      traits.append(condition)
      rest = rest.drop { $0 == " " }
    }
  }

  /// Whether the row is about a command with these arguments.
  func fits(_ values: [String]) -> Bool {
    if subcommands.isEmpty { return true }
    if let flag = values.first, subcommands.contains(flag) { return true }
    return values.first { !$0.hasPrefix("-") }.map(subcommands.contains) ?? false
  }
}
