internal import Machine

/// The files below a folder, by their paths relative to it, with what the file system knows of each.
struct FileListing {
  private(set) var files: [String: FileStamp] = [:]
  /// Relative to the folder, each before those in it.
  private(set) var folders: [String] = []

  /// Lists what is not hidden; links to files are followed, links to folders are not.
  ///
  /// A folder that is not there holds nothing.
  init(_ folder: String) throws(MachineError) {
    guard Files.isFolder(folder) else { return }
    var open = [""]
    while let prefix = open.popLast() {
      guard let entries = System.entries(of: "\(folder)/\(prefix)") else {
        throw MachineError("cannot list the folder \(folder)/\(prefix)")
      }
      for (name, information) in entries where !name.hasPrefix(".") {
        let path = prefix + name
        switch information.kind {
        case .folder:
          guard !System.isLink("\(folder)/\(path)") else { continue }
          folders.append(path)
          open.append(path + "/")
        case .file: files[path] = FileStamp(information)
        case .link, .whiteout, .other: continue
        }
      }
    }
  }
}
