/// Where the cluster is that commands talk to. Courses have their readers make one on their own machine
/// unless they say otherwise, and to that no command needs a network.
enum Cluster {
  private static let makers: NameSet = ["minikube", "kind", "k3d", "microk8s", "k3s"]
  private static let providers: NameSet = [
    "aws", "eksctl", "gcloud", "az", "doctl", "oci", "ibmcloud", "linode-cli", "civo", "rosa",
    "kops", "oc",
  ]

  /// Whether a command starts a cluster on the machine itself.
  static func isLocal(_ command: ResolvedCommand) -> Bool {
    makers.contains(command.name)
      && ["start", "create", "cluster", "addons"].contains(command.subcommand)
  }

  /// Whether a command speaks to a provider of clusters.
  static func isRemote(_ command: ResolvedCommand) -> Bool { providers.contains(command.name) }

  /// Whether a command only talks to the cluster, which itself fetches nothing for it: what is to run
  /// there comes as images from a server.
  static func isTalk(_ command: ResolvedCommand) -> Bool {
    guard let verb = CommandRow.verb(of: command.values) else { return false }
    if command.name == "helm" { return releases.contains(verb) }
    // Where `oc` is used, the cluster is one of an organisation.
    guard command.name == "kubectl" else { return false }
    if fetching.contains(verb) { return false }
    if verb == "create",
      !command.values.contains(where: { plain.contains($0) || ofFile.contains($0) })
    {
      return false
    }
    return !command.values.contains { word in
      word.contains(ascii: "://")
        && RemoteHost.host(in: word).map { !RemoteHost.isPrivate($0.host) } ?? true
    }
  }

  /// Whether words behind a `k` are those of a command: its users, and its own documentation, call
  /// `kubectl` so. What the verb is about is named in the client's own words, or an option follows; a
  /// text may have the letter and a verb as well.
  static func isShortCall(_ words: some Collection<String>) -> Bool {
    guard let verb = words.first, verbs.contains(verb) else { return false }
    guard let next = words.dropFirst().first else { return verb == "cluster-info" }
    if words.dropFirst().contains(where: { $0.utf8.first == ShellByte.dash && $0.utf8.count > 1 }) {
      return true
    }
    let kind = String(next.prefix { $0 != "/" && $0 != "," })
    return resources.contains(kind) || verb == "config" && next.contains("-")
  }

  /// The same for a line.
  static func isShortCall(_ line: String) -> Bool {
    guard line.utf8.first == UInt8(ascii: "k"), line.hasPrefix("k ") else { return false }
    return isShortCall(line.split(separator: " ").dropFirst().map(String.init))
  }

  private static let verbs: NameSet = [
    "annotate", "api-resources", "apply", "attach", "auth", "autoscale", "cluster-info", "config",
    "cordon", "cp", "create", "delete", "describe", "diff", "drain", "edit", "exec", "explain",
    "expose", "get", "label", "logs", "patch", "port-forward", "replace", "rollout", "run", "scale",
    "set", "taint", "top", "uncordon", "wait",
  ]
  private static let resources: NameSet = [
    "po", "pod", "pods", "no", "node", "nodes", "ns", "namespace", "namespaces", "svc", "service",
    "services", "deploy", "deployment", "deployments", "rs", "replicaset", "replicasets", "ds",
    "daemonset", "daemonsets", "sts", "statefulset", "statefulsets", "job", "jobs", "cj", "cronjob",
    "cronjobs", "cm", "configmap", "configmaps", "secret", "secrets", "pv", "pvc", "ing", "ingress",
    "ingresses", "ep", "endpoints", "sa", "serviceaccount", "serviceaccounts", "hpa", "netpol",
    "networkpolicy", "events", "crd", "crds", "role", "rolebinding", "clusterrole",
    "clusterrolebinding", "quota", "limitrange", "sc", "storageclass", "status", "restart",
    "history", "undo",
  ]
  private static let fetching: NameSet = [
    "run", "set", "debug", "krew", "new-app", "new-build", "start-build", "import-image",
  ]
  /// What holds no images.
  private static let plain: NameSet = [
    "namespace", "ns", "secret", "configmap", "cm", "serviceaccount", "sa", "role", "rolebinding",
    "clusterrole", "clusterrolebinding", "quota", "service", "svc", "ingress", "token",
  ]
  /// The content of a file is applied; whether it names images is not known.
  private static let ofFile: NameSet = ["-f", "--filename", "-k", "--kustomize"]
  /// What `helm` says of what it has installed.
  private static let releases: NameSet = [
    "uninstall", "delete", "list", "ls", "status", "history", "rollback", "get",
  ]
}
