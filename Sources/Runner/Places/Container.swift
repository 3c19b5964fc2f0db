import Course
internal import Glibc
internal import Machine

/// A new container of docker or podman, whichever answers; it is removed at the end.
///
/// The session's folder is bound into it. The container's first process reads its orders from there,
/// so that it ends with this program, however that does.
struct Container: Place {
  private let image: String
  private let variables: [String: String]
  private let isOffline: Bool
  private let engine: String
  private let name: String

  /// - Parameters:
  ///   - progress: told what takes long before it is begun.
  ///   - isInterrupted: asked at least ten times a second whether the person wants to stop.
  init(
    image: String, environment: [String: String], isOffline: Bool = false,
    isInterrupted: () -> Bool = { false }, progress: (String) -> Void = { _ in }
  ) throws(MachineError) {
    self.image = image
    self.isOffline = isOffline
    variables = environment
    let words = environment.map { "\($0)=\($1)" }
    guard let engine = try Self.engine(environment) else {
      throw MachineError(
        "no container can be made: neither docker nor podman answers",
        mend: "start the docker daemon, or `apt install podman`")
    }
    self.engine = engine
    name = "notes-\(getpid())-\(String(UInt32.random(in: .min ... .max), radix: 36))"
    let known = try Tool.run(
      [engine, "image", "inspect", image], environment: words, limit: .seconds(30))
    guard !known.isSuccess else { return }
    progress("fetching the image \(image)")
    let pull = try Tool.run(
      [engine, "pull", image], environment: words, limit: .seconds(3600),
      isInterrupted: isInterrupted)
    if !pull.isSuccess {
      let last = pull.output.split(separator: "\n").last.map(String.init) ?? "it was stopped"
      throw MachineError("the image \(image) cannot be fetched: \(last)")
    }
  }

  /// The path of the first program of its kind that can make containers here.
  static func engine(_ environment: [String: String]) throws(MachineError) -> String? {
    let words = environment.map { "\($0)=\($1)" }
    for name in ["docker", "podman"] {
      guard let path = Programs(environment).path(of: name) else { continue }
      if try Tool.run([path, "version"], environment: words, limit: .seconds(15)).isSuccess {
        return path
      }
    }
    return nil
  }

  var temporaryFolder: String { variables["TMPDIR"] ?? "/tmp" }
  func folderInside(_ folder: String) -> String { "/run/notes" }
  var startFolder: String? { nil }
  var files: [String: String] {
    ["apt.conf": QuietEnvironment.aptConfiguration, "bin/sudo": SudoScript.text]
  }

  func launch(_ bash: [String], folder: String) -> [String] {
    [
      engine, "run", "--rm", "--name", name, "--volume", "\(folder):\(folderInside(folder))",
      // Otherwise a system with SELinux would keep the folder from it.
      "--security-opt", "label=disable", "--entrypoint", bash[0],
    ] + (isOffline ? ["--network", "none"] : []) + [image] + bash.dropFirst()
  }

  var removal: [String] { [engine, "rm", "--force", name] }
  func environment(folder: String) -> [String] { variables.map { "\($0)=\($1)" }.sorted() }

  func exports(folder: String) -> [String] {
    QuietEnvironment.exports(folder: folder) + [
      "PATH=\("\(folder)/bin".shellQuoted):\"$PATH\""
    ]
  }

  func failure(_ reason: String) -> MachineError {
    MachineError("no shell starts in a container of \(image): \(reason)")
  }
}
