/// What is known of commands: which need the network, root, a terminal, a Docker daemon, or never
/// come back.
///
/// One row a line: commands, then the first words after them (`*` for any or none), then traits.
/// A trait with flags in brackets holds only when one of them is given (`+`) or none of them (`-`).
/// The first row that fits decides.
enum CommandTable {
  private static let table = """
    # packages
    apt apt-get aptitude : install upgrade full-upgrade dist-upgrade remove purge autoremove build-dep : root network interactive[- -y --yes --assume-yes -qq -qy -yq]
    apt apt-get aptitude : update : root network
    apt-key add-apt-repository : * : root network
    dnf yum zypper : install update upgrade remove : root network interactive[- -y --assumeyes]
    apk pacman snap : * : root network
    dpkg : -i --install -r -P --configure : root
    brew : install upgrade update tap cask : network
    pip pip3 pipx : install download wheel : network
    pip pip3 : uninstall : interactive[- -y --yes]
    uv : add sync lock tool venv pip python : network
    poetry pipenv pdm hatch : install add update lock sync : network
    pyenv rbenv nvm sdk : install virtualenv : network
    conda mamba micromamba : install create update remove env : network interactive[- -y --yes]
    npm yarn pnpm : run start dev : service
    npm : init : interactive[- -y --yes]
    npm yarn : login : network interactive
    npm npx yarn pnpm : * : network
    poetry pipenv : shell : interactive
    cargo go gem bundle mvn gradle sbt : install get add build fetch update package : network
    # fetching
    ping : * : network service[- -c -V]
    wget curl aria2c ftp rclone nslookup dig host telnet : * : network
    git : push : network destructive[+ --force -f]
    git : clone fetch pull ls-remote submodule : network
    git : reset : destructive[+ --hard]
    git : clean : destructive
    git : add : interactive[+ -p --patch -i]
    git : rebase : interactive[+ -i --interactive]
    git : commit : interactive[- -m --message -am -F -C --amend --no-edit -qm]
    git : config : interactive[+ --edit -e]
    git : branch : destructive[+ -D]
    ssh-keygen : * : interactive[- -N -y -l -R]
    ssh sftp : * : network interactive
    scp rsync ssh-copy-id : * : network
    aws : configure : interactive
    aws az doctl : * : network
    gcloud : auth init : network interactive
    gcloud bq gsutil : * : network
    gh : auth : network interactive
    wandb huggingface-cli : login : network interactive
    gh kaggle huggingface-cli wandb dvc : * : network
    ollama : run : network interactive
    ollama : pull : network
    rustup : * : network
    # platforms
    eb copilot : init terminate : network interactive
    fly flyctl heroku : auth login : network interactive
    eb copilot fly flyctl heroku vercel netlify : * : network
    bentoml hugo jekyll rails mkdocs gatsby : serve server : service
    # containers
    docker-compose : up : docker network service[- -d --detach]
    docker-compose : build pull run : docker network
    docker-compose : logs : docker service[+ -f --follow]
    docker-compose : version --version : 
    docker-compose : * : docker
    docker podman : pull push login : docker network
    docker podman : build buildx scan scout : docker network
    docker : stack swarm : docker
    docker podman : exec : docker interactive[+ -it -ti -i --interactive]
    docker podman : attach : docker interactive
    docker podman : system volume image container network builder : docker destructive[+ prune] interactive[+ prune]
    docker podman : logs : docker service[+ -f --follow]
    docker podman : --version -v version --help help : 
    docker podman : * : docker
    kubectl kind minikube helm : version completion config : 
    kubectl oc : edit : network interactive
    kind minikube : create start delete : docker network
    nc : -l : service
    swapoff swapon : * : root
    kubectl oc : port-forward proxy : network service
    kubectl oc : logs : network service[+ -f --follow]
    kubectl oc helm minikube kind k3d eksctl : * : network
    # infrastructure
    terraform tofu : destroy : network destructive interactive[- -auto-approve --auto-approve]
    terraform tofu : apply : network interactive[- -auto-approve --auto-approve]
    terraform tofu : init plan import refresh : network
    ansible ansible-playbook vagrant packer pulumi : * : network
    prefect : cloud deploy : network
    dbt : deps run build seed test debug : network
    # system
    systemctl service : start stop restart reload enable disable mask : root
    journalctl : * : service[+ -f --follow]
    groupadd groupdel groupmod useradd userdel usermod adduser deluser addgroup : * : root
    chown chgrp mount umount modprobe sysctl ufw iptables visudo update-alternatives : * : root
    crontab : -r : destructive
    sleep : infinity : service
    reboot shutdown poweroff halt : * : root session
    mkfs fdisk parted dd shred wipefs : * : root destructive
    dropdb : * : destructive
    passwd : * : interactive
    # editors, pagers, sessions
    nano vim vi nvim emacs micro pico ed joe gedit kate : * : interactive
    sudoedit : * : interactive root
    code subl : * :
    less more man htop top watch : * : interactive
    newgrp su login : * : session interactive
    logout exit : * : session
    # programs that talk or stay
    psql mysql sqlite3 redis-cli mongosh : * : interactive[- -c -f -e --command --file --version -V -l]
    pgcli mycli litecli : * : interactive[- --version -e --execute]
    spark-shell pyspark spark-sql : * : interactive[- --version -e -f]
    jupyter jupyter-lab jupyter-notebook : notebook lab server : service
    jupyter-lab jupyter-notebook : * : service
    mlflow : ui server models : service
    prefect dagster mage : server agent worker orion dev start : service
    airflow : webserver scheduler standalone : service
    uvicorn gunicorn streamlit flask hypercorn waitress-serve tensorboard celery : * : service[- --version --help]
    tail : * : service[+ -f -F --follow]
    ngrok cloudflared : * : network service
    spark-submit : * : 
    # Windows
    choco scoop winget : * : network
    """

  /// Whether the table or the everyday tools of a shell have a command of this name.
  static func knows(_ name: String) -> Bool { rows[name] != nil || everyday.contains(name) }

  /// Whether the table itself has the command.
  static func hasRow(_ name: String) -> Bool { rows[name] != nil }

  /// Whether a row of the command is about this first word in particular.
  static func hasVerb(_ name: String, _ verb: String?) -> Bool {
    guard let verb else { return false }
    return rows[name]?.contains { $0.names(verb) } ?? false
  }

  static func isEditor(_ name: String) -> Bool { editors.contains(name) }

  /// The traits of one command.
  ///
  /// - Parameter builtImages: container images that the notes build, so that no server has them.
  static func traits(of simple: SimpleCommand, builtImages: Set<String> = []) -> Set<StepTrait> {
    let command = ResolvedCommand(simple)
    var result: Set<StepTrait> = SecretText.isIn(simple) ? [.secret] : []
    if command.prefixes.contains("sudo") || command.prefixes.contains("doas") {
      result.insert(.root)
    }
    if Removal.goesBeyondNotes(command) { result.insert(.destructive) }
    if SystemFolders.areWritten(simple, command) { result.insert(.root) }
    if isInstaller(command) { result.insert(.interactive) }
    let values = command.values
    if values.allSatisfy({ ["--version", "--help", "-V"].contains($0) }), !values.isEmpty {
      return result
    }
    if let container = ContainerCommand(command), container.verb == "run" {
      return result.union(traits(of: container, builtImages))
    }
    // `mkfs.ext4` is one of the family of `mkfs`.
    let family = command.name.hasPrefix("mkfs.") ? "mkfs" : command.name
    guard let row = rows[family]?.first(where: { $0.fits(values) }) else {
      if isServerModule(values), !simple.isBackground { result.insert(.service) }
      if isRepl(command), !simple.readsInput { result.insert(.interactive) }
      // Whatever the program, an address beyond this machine among its words is fetched.
      if values.contains(where: RemoteHost.isRemoteStore) { result.insert(.network) }
      return result
    }
    for condition in row.traits where condition.holds(values) { result.insert(condition.trait) }
    // In the background it holds nobody up, and with its input given it asks nobody.
    if simple.isBackground { result.remove(.service) }
    // With a command to run there, `ssh` comes back by itself.
    if command.name == "ssh", RemoteHost.hasRemoteCommand(command) { result.remove(.interactive) }
    if simple.readsInput, OpenedProgram.shells.contains(command.name) {
      result.remove(.interactive)
    }
    let isLocal = RemoteHost.areAllLocal(values, isLogin: command.name == "ssh")
    if isLocal { result.remove(.network) }
    return result
  }

  private static func traits(
    of container: ContainerCommand, _ builtImages: Set<String>
  ) -> Set<StepTrait> {
    var result: Set<StepTrait> = [.docker]
    if let image = container.image, !builtImages.contains(image), !image.hasPrefix("$") {
      result.insert(.network)
    }
    let isBuilt = container.image.map(builtImages.contains) ?? false
    if container.opensPrompt || (container.mayOpenPrompt && !isBuilt) {
      result.insert(.interactive)
    }
    if container.stays { result.insert(.service) }
    return result
  }

  /// An installer script that shows its licence and asks, unless it is told not to (`-b`).
  private static func isInstaller(_ command: ResolvedCommand) -> Bool {
    let words = [command.name] + command.values
    return words.contains { word in
      let file = word.split(separator: "/").last ?? ""
      return file.hasSuffix(".sh")
        && ["anaconda", "miniconda", "miniforge"].contains { file.lowercased().hasPrefix($0) }
    } && !command.values.contains("-b")
      && ["bash", "sh"].contains { $0 == command.name || command.name.hasSuffix(".sh") }
  }

  /// `python -m http.server` and its like.
  private static func isServerModule(_ values: [String]) -> Bool {
    let servers: Set<String> = ["http.server", "SimpleHTTPServer", "uvicorn", "flask", "gunicorn"]
    guard let flag = values.firstIndex(of: "-m"), flag + 1 < values.count else { return false }
    return servers.contains(values[flag + 1])
  }

  /// An interpreter that is given nothing to run talks to the person.
  private static func isRepl(_ command: ResolvedCommand) -> Bool {
    ["python", "python3", "ipython", "node", "irb", "R", "julia", "bash", "sh", "zsh"]
      .contains(command.name)
      && command.arguments.allSatisfy { $0.text == "-i" || $0.text == "-q" }
  }

  private static let editors: Set<String> = [
    "nano", "vim", "vi", "nvim", "emacs", "micro", "pico", "ed", "joe", "code", "gedit", "subl",
    "kate", "notepad", "sudoedit",
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
    "whereis", "hash", "ifconfig", "ip", "nproc", "tput", "jar", "java", "javac", "scala", "hadoop",
    "hdfs", "start-all.sh", "gpg", "openssl", "crontab", "uv", "pyspark", "pytest", "black", "ruff",
    "git", "docker", "kafka-topics", "unlink", "wslpath", "explorer.exe", "shasum", "md5sum",
    "sha256sum", "base64", "xxd", "od", "expr", "bc", "cal", "nl", "fold", "rev", "tac", "shuf",
    "cmake", "isort", "black", "pylint", "flake8", "mypy", "pre-commit", "stress", "gcc", "g++",
    "cc", "rustc", "swift", "perl", "ruby", "php", "sqlite3", "time",
    "which", "whoami", "xargs", "yes", "zip", "zcat", "zgrep", "zless",
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
