internal import FoundationEssentials
internal import Glibc

/// Reading and writing files, with errors that say what could not be done to which.
package enum Files {
  /// Why a file cannot be read.
  package enum ReadingError: Error {
    case missing
    case isFolder
    case machine(MachineError)
  }

  package static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  package static func isFolder(_ path: String) -> Bool {
    var isDirectory = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
  }

  /// The path from the root on, without `.` and `..`; links stay.
  package static func absolute(_ path: String) -> String {
    let whole = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The folder that holds a path; empty for what stands at the root.
  package static func parent(_ path: String) -> String {
    String(path[..<(path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)])
  }

  package static func read(_ path: String) throws(ReadingError) -> [UInt8] {
    if isFolder(path) { throw .isFolder }
    if !exists(path) { throw .missing }
    guard System.isRegularFile(path) else {
      throw .machine(MachineError("cannot read \(path): it is no regular file"))
    }
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw .machine(MachineError("cannot read \(path)"))
    }
  }

  /// The names of what a folder holds; none where it cannot be read.
  package static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }

  /// The paths of all files below a folder, relative to it; hidden files and folders are left out, and
  /// so are folders that a link leads to, which may lead back.
  package static func list(_ folder: String) throws(MachineError) -> [String] {
    var result: [String] = []
    var open = [""]
    while let prefix = open.popLast() {
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(prefix)")
      else { throw MachineError("cannot list the folder \(folder)/\(prefix)") }
      for name in names where !name.hasPrefix(".") {
        let path = prefix + name
        if isFolder("\(folder)/\(path)") {
          guard !System.isLink("\(folder)/\(path)") else { continue }
          open.append(path + "/")
        } else {
          result.append(path)
        }
      }
    }
    return result
  }

  /// Writes a file whole or not at all, and only where its bytes differ.
  ///
  /// - Parameter isPrivate: whether a new file is for its owner alone.
  /// - Returns: whether it was written.
  @discardableResult
  package static func write(
    _ bytes: [UInt8], to path: String, isExecutable: Bool = false, isPrivate: Bool = false
  ) throws(MachineError) -> Bool {
    // A link stays, and what it leads to is written.
    let path = System.realPath(path) ?? absolute(path)
    if let old = try? read(path), old == bytes { return false }
    if isFolder(path) { throw MachineError("cannot write \(path): it is a folder") }
    let parent = parent(path)
    try makeFolders(parent)
    let fresh: mode_t = isPrivate ? 0o600 : 0o644
    let mode = isExecutable ? 0o755 : System.permissions(of: path) ?? fresh
    // The new file stands whole beside the old one before it takes its place.
    let temporary = "\(parent)/.notes-\(getpid()).tmp"
    do {
      remove(temporary)
      let file = try System.open(temporary, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
      // The mask of new files does not hold for one that takes another's place.
      System.setPermissions(mode, of: file)
      try System.write(bytes, to: file.number)
      try System.rename(temporary, to: path)
    } catch {
      remove(temporary)
      throw MachineError("cannot write \(path): \(error.description)")
    }
    return true
  }

  /// Makes a folder and those that it stands in, where they are not there.
  package static func makeFolders(_ path: String) throws(MachineError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw MachineError("cannot make the folder \(path)")
    }
  }

  /// Removes a file or a folder with all in it, where there is one.
  package static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Removes a folder that commands have written in: folders in it may be closed to their owner, and
  /// processes that are just ending may still write.
  package static func removeForeign(_ folder: String) {
    for _ in 0..<3 {
      remove(folder)
      guard System.information(of: folder) != nil else { return }
      FileTree.walk(folder) { path, information in
        if information.kind == .folder { System.setPermissions(0o700, of: path) }
      }
    }
  }
}
