internal import Machine

/// The folder that holds a sandbox's upper layers; it goes when the sandbox does.
final class SandboxStorage {
  private let folder: ScratchFolder
  private var uppers: [String: String] = [:]
  private var count = 0

  struct Layer {
    var upper: String
    var work: String
  }

  init(in parent: String) throws(MachineError) {
    folder = try ScratchFolder(in: parent, purpose: "sandbox")
    for path in [root, temporary, runtime, runtime + "/lock", runtime + "/notes"] {
      try System.makeFolder(path)
    }
    System.makeAlike(temporary, to: "/tmp")
    System.makeAlike(runtime, to: "/")
  }

  /// Where the layered machine is put together, in the mount space of the session alone.
  var root: String { "\(folder.path)/root" }

  /// The sandbox's `/tmp` and `/run`.
  var temporary: String { "\(folder.path)/tmp" }
  var runtime: String { "\(folder.path)/run" }

  /// The layer over a mount point. A second shell of the run gets the changes of the first, but a
  /// work folder of its own, as the kernel wants it.
  func layer(for mountPoint: String) throws(MachineError) -> Layer {
    count += 1
    let upper = uppers[mountPoint] ?? "\(folder.path)/upper\(count)"
    uppers[mountPoint] = upper
    let layer = Layer(upper: upper, work: "\(folder.path)/work\(count)")
    try System.makeFolder(layer.upper)
    try System.makeFolder(layer.work)
    // The upper folder stands for the mount point itself, which all users must be able to enter.
    System.makeAlike(layer.upper, to: mountPoint)
    return layer
  }
}
