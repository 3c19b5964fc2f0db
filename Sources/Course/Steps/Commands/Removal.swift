/// Whether a command deletes what the notes themselves did not make.
enum Removal {
  static func goesBeyondNotes(_ command: ResolvedCommand) -> Bool {
    switch command.name {
    case "rm", "rmdir": removesFolders(command)
    case "docker", "podman": removesAllContainers(command)
    case "fly", "flyctl", "copilot", "eb", "vagrant", "heroku", "doctl":
      !["delete", "destroy", "terminate", "apps:destroy"].filter(command.values.contains).isEmpty
    case "gcloud": command.values.starts(with: ["projects", "delete"])
    case "aws":
      command.values.contains("--force") && command.values.contains("rb")
        || command.values.contains("--recursive") && command.values.contains("rm")
    case "xargs": command.values.contains("rm")
    case "rsync": command.values.contains { $0.hasPrefix("--delete") }
    case "psql", "mysql", "bq":
      command.values.contains { value in
        let text = value.uppercased()
        return text.contains("DROP DATABASE") || text.contains("DROP SCHEMA")
      }
    default: false
    }
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
        // Folders that every desktop makes for its person.
        let own = ["Documents", "Downloads", "Desktop", "Pictures", "Music", "Videos"]
        if own.contains(where: { path.hasPrefix("~/\($0)") || path.hasPrefix("$HOME/\($0)") }) {
          return true
        }
        return path.hasPrefix("/") && path.split(separator: "/").count <= 2
          && !path.hasPrefix("/tmp/")
      }
  }

  /// `docker rm $(docker ps -aq)`: whatever the machine has.
  private static func removesAllContainers(_ command: ResolvedCommand) -> Bool {
    let verbs: Set<String> = [
      "rm", "rmi", "volume", "network", "image", "container", "stop", "kill",
    ]
    guard let verb = command.subcommand, verbs.contains(verb), verb != "stop", verb != "kill" else {
      return false
    }
    return command.arguments.contains { word in
      word.scripts.contains { script in
        script.simpleCommands.contains { ["docker", "podman"].contains(ResolvedCommand($0).name) }
      }
    }
  }
}
