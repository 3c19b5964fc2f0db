/// Where the steps of a page run.
public enum Location: Sendable, Hashable, CustomStringConvertible {
  /// A throw-away view of this machine.
  case sandbox
  /// This machine itself.
  case host
  /// A throw-away view of a folder that holds a whole system; its path.
  case rootfs(String)
  /// A new container, removed at the end.
  case container(image: String)
  /// Another machine; its name as `ssh` takes it.
  case ssh(String)

  /// Reads `sandbox`, `host`, `rootfs:DIR`, `container:IMAGE` or `ssh:HOST`.
  public init(_ text: String) throws(LocationError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let (kind, value) = (parts[0], parts.count > 1 ? String(parts[1]) : nil)
    // `ssh://user@host:22` is a name that ssh takes as it is.
    let isAddress = kind == "ssh" && value?.hasPrefix("//") == true
    switch (kind, isAddress ? text : value) {
    case ("sandbox", nil): self = .sandbox
    case ("host", nil): self = .host
    case ("rootfs", let folder?) where !folder.isEmpty: self = .rootfs(folder)
    // A word that begins with a dash would be taken for an option.
    case ("container", let image?) where Self.isName(image): self = .container(image: image)
    case ("ssh", let host?) where Self.isName(host): self = .ssh(host)
    default: throw LocationError(text: text)
    }
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix("-") && !text.contains { $0.isWhitespace || $0.isNewline }
  }

  public var description: String {
    switch self {
    case .sandbox: "sandbox"
    case .host: "host"
    case .rootfs(let folder): "rootfs:\(folder)"
    case .container(let image): "container:\(image)"
    case .ssh(let host): host.hasPrefix("ssh://") ? host : "ssh:\(host)"
    }
  }

  /// Whether what the steps change is still there afterwards.
  public var keepsChanges: Bool {
    switch self {
    case .host, .ssh: true
    case .sandbox, .rootfs, .container: false
    }
  }

  /// Whether what the steps change lies in layers, which can be told and kept.
  public var hasLayers: Bool {
    switch self {
    case .sandbox, .rootfs: true
    case .host, .container, .ssh: false
    }
  }

  /// Whether commands can be given the person's terminal there.
  public var canHaveTerminal: Bool { hasLayers || self == .host }

  /// Whether the network can be taken away without harm to others.
  public var canBeOffline: Bool { !keepsChanges }
}

/// A text that names no place.
public struct LocationError: Error, CustomStringConvertible {
  var text: String

  public var description: String {
    let forms = "sandbox, host, rootfs:DIR, container:IMAGE or ssh:HOST"
    let missing = ["rootfs": "a folder", "container": "an image", "ssh": "a host"]
    if let what = missing[text.hasSuffix(":") ? String(text.dropLast()) : text] {
      return "'\(text)' lacks \(what); a place is \(forms)"
    }
    return "there is no place '\(text)'; a place is \(forms)"
  }
}
