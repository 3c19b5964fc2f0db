/// Whether a command deletes what the notes themselves did not make.
enum Removal {
  static func goesBeyondNotes(_ command: ResolvedCommand) -> Bool {
    guard removing.contains(command.name) else { return tearsDown(command) }
    return switch command.name {
    case "rm", "rmdir": removesFolders(command)
    case "docker", "podman": removesAllContainers(command)
    case "fly", "flyctl", "copilot", "eb", "vagrant", "heroku", "doctl":
      !["delete", "destroy", "terminate", "apps:destroy"].filter(command.values.contains).isEmpty
    case "gcloud", "az", "eksctl", "gh", "hcloud", "linode-cli", "oci", "sam":
      // What stands in a cloud is deleted with all it holds.
      verbs(command).contains("delete") || deletesStore(command)
    case "gsutil", "bq": deletesStore(command)
    case "aws":
      verbs(command).contains { $0.hasPrefix("delete-") || $0.hasPrefix("terminate-") }
        || deletesStore(command)
    case "cdk", "serverless", "sls", "pulumi", "cdktf":
      verbs(command).contains { ["destroy", "remove"].contains($0) }
    case "prefect", "redis-cli":
      command.values.contains {
        ["delete", "reset", "flushall", "flushdb"].contains($0.lowercased())
      }
    case "find":
      command.values.contains("-delete")
        && ["/", "~", "$HOME"].contains(command.arguments.first?.text)
    // What is written to a file is a file; a device loses what it held.
    case "dd":
      command.arguments.contains {
        $0.text.hasPrefix("of=/dev/") && $0.text != "of=/dev/null" && $0.text != "of=/dev/stdout"
      }
    // `-ffdx`: the row only knows fewer letters.
    case "git":
      command.subcommand == "clean"
        && command.values.contains { value in
          value.utf8.first == ShellByte.dash && value.utf8.dropFirst().first != ShellByte.dash
            && value.contains(byte: UInt8(ascii: "f")) && !value.contains(byte: UInt8(ascii: "n"))
        }
    case "xargs": command.values.contains("rm")
    case "rsync": command.values.contains { $0.hasPrefix("--delete") }
    case "psql", "mysql", "mariadb", "sqlcmd", "clickhouse-client", "snowsql":
      command.values.contains { value in
        let text = value.uppercased()
        return text.contains(ascii: "DROP DATABASE") || text.contains(ascii: "DROP SCHEMA")
      }
    default: false
    }
  }

  /// Whether it runs a script or a target that says so by its name: `./teardown.sh`, `make destroy`.
  private static func tearsDown(_ command: ResolvedCommand) -> Bool {
    switch command.name {
    case "make", "just", "task":
      command.values.contains { target in
        endings.contains(target) || target.hasSuffix("-destroy")
          || endings.contains { end in things.contains { target == "\(end)-\($0)" } }
      }
    case "npm", "yarn", "pnpm": command.values.contains(where: endings.contains)
    case "bash", "sh", "python", "python3", "node":
      command.subcommand?.lastPathPart.map(isTearing) ?? false
    default: isTearing(command.name)
    }
  }

  /// Whether a script's name begins or ends with the word: `teardown_course.py`, `infra-destroy.sh`.
  private static func isTearing(_ script: String) -> Bool {
    guard hints.stand(in: script.inLowercase) else { return false }
    let name = script.inLowercase.prefix { $0 != "." }
    return endings.contains { name.hasPrefix($0) || name.hasSuffix($0) } && !name.hasPrefix("test")
  }

  /// What each of the words has.
  private static let hints: Fragments = ["tear", "destroy"]
  private static let endings = ["teardown", "tear-down", "tear_down", "destroy"]

  /// What a target may tear down that holds more than files.
  private static let things = [
    "infra", "infrastructure", "cluster", "stack", "env", "environment", "all", "prod", "dev",
  ]

  /// The commands that are looked at.
  private static let removing: NameSet = [
    "rm", "rmdir", "docker", "podman", "fly", "flyctl", "copilot", "eb", "vagrant", "heroku",
    "doctl", "gcloud", "az", "eksctl", "gh", "hcloud", "linode-cli", "oci", "sam", "gsutil", "bq",
    "aws", "cdk", "serverless", "sls", "pulumi", "cdktf", "prefect", "redis-cli", "find", "xargs",
    "dd", "git",
    "rsync", "psql", "mysql", "mariadb", "sqlcmd", "clickhouse-client", "snowsql",
  ]

  /// The words before the first option: the service and what is done to it.
  private static func verbs(_ command: ResolvedCommand) -> ArraySlice<String> {
    command.values.drop { $0.hasPrefix("-") }.prefix { !$0.hasPrefix("-") }.prefix(4)
  }

  /// `s3 rm --recursive`, `gsutil rm -r`, `bq rm -r`, `s3 rb --force`: all of a bucket or data set.
  private static func deletesStore(_ command: ResolvedCommand) -> Bool {
    let values = command.values
    if values.contains("rb") { return command.name == "gsutil" || values.contains("--force") }
    let isRecursive = values.contains {
      $0 == "--recursive" || (["-r", "-R", "-rf"].contains($0) && command.name != "aws")
    }
    return isRecursive && values.contains("rm") || values.contains("--delete")
  }

  /// `rm -rf` of the root, of a folder at the top of the tree, of the home folder or of all in the
  /// current one.
  private static func removesFolders(_ command: ResolvedCommand) -> Bool {
    let isRecursive = command.values.contains { value in
      value == "--recursive"
        || (value.hasPrefix("-") && !value.hasPrefix("--")
          && value.contains { $0 == "r" || $0 == "R" })
    }
    return isRecursive
      && command.arguments.contains { argument in
        let path = argument.text.filter { $0 != "\"" && $0 != "'" }
        if ["~", "~/", "~/*", "*", ".", "./", "./*", "$HOME", "${HOME}", "$HOME/"].contains(path) {
          return true
        }
        // Folders that every desktop makes for its person, and where programs keep their keys.
        let own = [
          "Documents", "Downloads", "Desktop", "Pictures", "Music", "Videos", ".ssh", ".kube",
          ".aws", ".gnupg", ".config", ".docker",
        ]
        if own.contains(where: { path.hasPrefix("~/\($0)") || path.hasPrefix("$HOME/\($0)") }) {
          return true
        }
        if ["/var/lib/", "/etc/", "/usr/lib/", "/boot/"].contains(where: path.hasPrefix) {
          return !path.hasPrefix("/var/lib/apt/lists")
        }
        return path.hasPrefix("/") && path.split(separator: "/").count <= 2
          && !path.hasPrefix("/tmp/")
      }
  }

  private static let removers: NameSet = [
    "rm", "rmi", "volume", "network", "image", "container",
  ]

  /// `docker rm $(docker ps -aq)`: whatever the machine has.
  private static func removesAllContainers(_ command: ResolvedCommand) -> Bool {
    guard let verb = command.subcommand, removers.contains(verb) else { return false }
    return command.arguments.contains { word in
      word.scripts.contains { script in
        script.simpleCommands.contains { ["docker", "podman"].contains(ResolvedCommand($0).name) }
      }
    }
  }
}
