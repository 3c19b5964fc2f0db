internal import Machine

/// The folder that holds a sandbox's upper layers; it goes when the sandbox does, unless it is kept.
final class Layers {
  private let scratch: ScratchFolder?
  private let kept: KeptFolder?
  private let path: String
  private(set) var layers: [Layer] = []
  private var works: [String] = []

  struct Layer {
    /// Where it stands inside.
    var mountPoint: String
    /// The folder of this machine below it, which is never written.
    var lower: String
    var upper: String
    var work: String
  }

  /// - Parameter kept: the folder to keep the layers in, or `nil` for a private one.
  init(keeping folder: String?, isRoot: Bool) throws(MachineError) {
    kept = try folder.map { (folder) throws(MachineError) in
      try KeptFolder(folder, isRoot: isRoot)
    }
    scratch =
      kept == nil
      ? try ScratchFolder(in: StorageParent.find(isRoot: isRoot), purpose: "sandbox") : nil
    path = kept?.path ?? scratch?.path ?? ""
    for path in [root, temporary, runtime, runtime + "/lock", runtime + "/notes"] {
      try System.makeFolder(path)
    }
    System.makeAlike(temporary, to: "/tmp")
    System.makeAlike(runtime, to: "/")
  }

  deinit {
    guard kept != nil else { return }
    for folder in works + [root] { Files.removeForeign(folder) }
  }

  /// Where the layered machine is put together, in the mount space of the session alone.
  var root: String { "\(path)/root" }

  /// The sandbox's `/tmp` and `/run`.
  var temporary: String { "\(path)/tmp" }
  var runtime: String { "\(path)/run" }

  /// The layer over a folder. Where it is laid a second time, the changes of the first are there, but
  /// the work folder is another, as the kernel wants it.
  ///
  /// - Parameter mountPoint: where it stands inside.
  func layer(over lower: String, at mountPoint: String) throws(MachineError) -> Layer {
    // No name of a run before: the kernel takes no work folder twice.
    let work = try System.makePrivateFolder(prefix: "\(path)/work-")
    works.append(work)
    if let index = layers.firstIndex(where: { $0.mountPoint == mountPoint }) {
      layers[index].work = work
      return layers[index]
    }
    let layer = Layer(
      mountPoint: mountPoint, lower: lower, upper: "\(path)/\(try name(for: mountPoint))",
      work: work)
    try System.makeFolder(layer.upper)
    // The upper folder stands for the lower one itself, which all users must be able to enter.
    System.makeAlike(layer.upper, to: lower)
    layers.append(layer)
    return layer
  }

  private func name(for mountPoint: String) throws(MachineError) -> String {
    if let kept { return try kept.name(for: mountPoint) }
    return KeptFolder.newName(layers.count)
  }
}
