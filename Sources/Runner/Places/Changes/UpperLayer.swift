internal import Machine

/// The upper layer of an overlay, read as changes to the folder under it.
///
/// The kernel's overlay marks what is gone by a character device 0:0, and a folder that hides the one
/// under it by an attribute (Documentation/filesystems/overlayfs.rst, "whiteouts and opaque
/// directories"); fuse-overlayfs also by files `.wh.NAME` and `.wh..wh..opq`, as container images do
/// (OCI image layer specification, "Whiteouts").
struct UpperLayer {
  /// The folder that holds what was written.
  var folder: String
  /// What lies under it; `nil` for a folder that was empty at first.
  var lower: String?
  /// Where commands see it.
  var path: String
  /// Whether owners are those that commands see. Where only one user can be, all files are theirs.
  var keepsOwners = true

  /// Whether nothing is to be told of a path.
  typealias Filter = (String) -> Bool

  /// All changes, each folder before what it holds.
  ///
  /// - Parameter isLeftOut: asked for each path; nothing below one that is left out is looked at.
  func changes(leavingOut isLeftOut: Filter) -> [PathChange] {
    var result: [PathChange] = []
    var open = [Folder(upper: folder, lower: lower, path: path == "/" ? "" : path)]
    while let folder = open.popLast() {
      let children = changes(in: folder, isLeftOut, &result)
      open += children.reversed()
    }
    return result
  }

  /// A folder that is in the upper layer, and the one that shows through it.
  private struct Folder {
    var upper: String
    var lower: String?
    var path: String
    var isOpaque = false
  }

  /// Adds what differs directly in a folder.
  ///
  /// - Returns: the folders in it that are to be looked at.
  private func changes(
    in folder: Folder, _ isLeftOut: Filter, _ result: inout [PathChange]
  ) -> [Folder] {
    var children: [Folder] = []
    var names = Set(Files.names(in: folder.upper))
    let gone = names.filter { $0.hasPrefix(".wh.") }
    names.subtract(gone)
    var deleted = Set(gone.map { String($0.dropFirst(4)) })
    if folder.isOpaque, let lower = folder.lower {
      deleted.formUnion(Set(Files.names(in: lower)).subtracting(names))
    }
    for name in names.union(deleted).sorted() {
      let path = "\(folder.path)/\(name)"
      if isLeftOut(path) { continue }
      let upper = "\(folder.upper)/\(name)"
      var lower = folder.lower.map { "\($0)/\(name)" }
      var old = lower.flatMap(System.information)
      let new = names.contains(name) ? System.information(of: upper) : nil
      guard let new, new.kind != .whiteout else {
        if let lower, old != nil { result.append(Self.deletion(of: lower, seenAs: path)) }
        continue
      }
      var movedFrom: String?
      if new.kind == .folder, let origin = origin(of: upper, in: folder) {
        lower = origin.lower
        movedFrom = origin.path
        old = nil
      }
      if let lower, let old, (old.kind == .folder) != (new.kind == .folder) {
        result.append(Self.deletion(of: lower, seenAs: path))
      }
      result += change(
        path, upper: upper, new: new, lower: lower, old: old, movedFrom: movedFrom)
      if new.kind == .folder {
        let shows = old?.kind == .folder || movedFrom != nil
        children.append(
          Folder(
            upper: upper, lower: shows ? lower : nil, path: path,
            isOpaque: shows && Self.isOpaque(upper)))
      }
    }
    return children
  }

  /// What is to tell of a file that is there, nothing where it is as it was.
  private func change(
    _ path: String, upper: String, new: FileInformation, lower: String?, old: FileInformation?,
    movedFrom: String?
  ) -> [PathChange] {
    var change = PathChange(path: path, kind: .new, type: new.type, size: new.shownSize)
    change.movedFrom = movedFrom
    guard let lower, let old, (old.kind == .folder) == (new.kind == .folder) else {
      return [change]
    }
    if !hasSameContent(upper, new, lower, old) {
      change.kind = .changed
      change.sizeBefore = old.shownSize
    } else if isSame(new, old) {
      return []
    } else {
      change.kind = .metadata
    }
    return [change]
  }

  private func hasSameContent(
    _ upper: String, _ new: FileInformation, _ lower: String, _ old: FileInformation
  ) -> Bool {
    guard new.kind == old.kind else { return false }
    switch new.kind {
    case .file: return new.size == old.size && FileTree.haveSameContent(upper, lower)
    case .link: return System.linkTarget(upper) == System.linkTarget(lower)
    case .folder, .whiteout, .other: return true
    }
  }

  private func isSame(_ new: FileInformation, _ old: FileInformation) -> Bool {
    if keepsOwners, (new.owner, new.group) != (old.owner, old.group) { return false }
    // A folder's time tells only that something in it changed, which is told by itself.
    return new.permissions == old.permissions
      && (new.kind != .file || new.modified == old.modified)
  }

  /// Where a folder was before the kernel moved it by a note in the layer ("redirect_dir").
  private func origin(of upper: String, in folder: Folder) -> (lower: String, path: String)? {
    guard let lower, let value = System.attribute("trusted.overlay.redirect", of: upper) else {
      return nil
    }
    let text = String(decoding: value, as: UTF8.self)
    // From the layer's root on, or another name in the same folder.
    if text.hasPrefix("/") {
      return (lower + text, (path == "/" ? "" : path) + text)
    }
    return folder.lower.map { ("\($0)/\(text)", "\(folder.path)/\(text)") }
  }

  private static func isOpaque(_ folder: String) -> Bool {
    System.attribute("trusted.overlay.opaque", of: folder) == Array("y".utf8)
      || System.attribute("user.fuseoverlayfs.opaque", of: folder) == Array("y".utf8)
      || [".wh..wh..opq", ".wh..opq"].contains {
        System.information(of: "\(folder)/\($0)") != nil
      }
  }

  private static func deletion(of lower: String, seenAs path: String) -> PathChange {
    var change = PathChange(
      path: path, kind: .deleted, type: System.information(of: lower)?.type ?? .other, size: 0)
    var files = 0
    FileTree.walk(lower) { _, information in
      guard information.kind != .folder else { return }
      files += 1
      change.size += information.size
    }
    if change.type == .folder { change.files = files }
    return change
  }
}

extension FileInformation {
  fileprivate var type: PathChange.FileType {
    switch kind {
    case .file: .file
    case .folder: .folder
    case .link: .link
    case .whiteout, .other: .other
    }
  }

  /// A folder's own size says nothing to a reader.
  fileprivate var shownSize: Int { kind == .folder ? 0 : size }
}
