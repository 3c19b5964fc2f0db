internal import Machine

/// The folder that holds a sandbox's upper layers; it goes when the sandbox does.
final class Layers {
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

  /// The layer over a folder. Where it is laid a second time, the changes of the first are there, but
  /// the work folder is another, as the kernel wants it.
  func layer(over lower: String) throws(MachineError) -> Layer {
    count += 1
    let upper = uppers[lower] ?? "\(folder.path)/upper\(count)"
    uppers[lower] = upper
    let layer = Layer(upper: upper, work: "\(folder.path)/work\(count)")
    try System.makeFolder(layer.upper)
    try System.makeFolder(layer.work)
    // The upper folder stands for the lower one itself, which all users must be able to enter.
    System.makeAlike(layer.upper, to: lower)
    return layer
  }
}
