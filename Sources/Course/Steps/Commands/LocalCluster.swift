/// Clusters that run on the reader's own machine, to which no command needs a network.
enum LocalCluster {
  private static let makers: NameSet = ["minikube", "kind", "k3d", "microk8s", "k3s"]

  /// Whether a command is one of the programs that start such a cluster and know of it.
  static func isStarted(_ command: ResolvedCommand) -> Bool {
    makers.contains(command.name)
      && ["start", "create", "cluster", "addons"].contains(command.subcommand)
  }

  /// Whether a command only talks to the cluster, which itself fetches nothing for it: what is to run
  /// there comes as images from a server.
  static func isTalk(_ command: ResolvedCommand) -> Bool {
    guard command.name == "kubectl", let verb = CommandRow.verb(of: command.values) else {
      return false
    }
    guard !fetching.contains(verb) else {
      return verb == "create" && command.values.contains { plain.contains($0) }
    }
    return !command.values.contains { $0.contains(ascii: "://") }
  }

  private static let fetching: NameSet = ["apply", "create", "run", "set", "replace", "debug"]
  /// What holds no images.
  private static let plain: NameSet = [
    "namespace", "ns", "secret", "configmap", "cm", "serviceaccount", "sa", "role", "rolebinding",
    "clusterrole", "clusterrolebinding", "quota", "service", "svc", "ingress", "token",
  ]
}
