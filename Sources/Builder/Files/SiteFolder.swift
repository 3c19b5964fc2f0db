internal import Machine
internal import Site
internal import Synchronization

/// The folder that a site is written into.
///
/// New files are put beside the old ones first and take their places together at the end, so that a build
/// that is ended early leaves the old site whole. A list of the files made is kept in the folder: what
/// an earlier build made and this one does not is removed, and nothing else ever is.
final class SiteFolder: Sendable {
  let path: String
  /// What it held when this build began, by path in the site.
  let old: [String: FileStamp]
  /// What earlier builds made.
  let made: Set<String>
  private let isCheck: Bool
  private let state = Mutex(State())
  /// Keeps other builds out as long as it is open.
  private let lock: Descriptor?

  private struct State {
    var changes: [SiteChange] = []
    var kept: Set<String> = []
    /// Whether all that earlier builds made stays, but for these.
    var dropped: Set<String>?
    var folders: Set<String> = []
  }

  /// What a file of the site is put for another one.
  enum Outcome {
    case kept, changed
    /// Another file than one that a build made stands there.
    case foreign
  }

  private static let list = ".notes-files"
  private static let staging = ".notes-new"
  /// In ``staging`` as soon as all new files are there: the list of files to be.
  private static let mark = ".notes-ready"

  /// - Parameter isCheck: whether nothing shall be written.
  init(_ path: String, isCheck: Bool) throws(MachineError) {
    self.path = path
    self.isCheck = isCheck
    if !isCheck { try Files.makeFolders(path) }
    lock = try Self.lock(path, isCheck: isCheck)
    if !isCheck { try Self.finish(path) }
    old = try FileListing(path).files
    let made = Self.madeFiles(path)
    self.made = made
    foreign = old.keys.filter { !made.contains($0) }.sorted()
  }

  /// Files that no build made, in order; those of whoever keeps the site, such as `CNAME`.
  let foreign: [String]

  /// What it holds now that the build has ended.
  var now: [String: FileStamp] {
    get throws(MachineError) {
      let changes = changes
      // To look at few files takes less than to list all.
      guard changes.count < old.count / 4 else { return try FileListing(path).files }
      var now = old
      for change in changes {
        now[change.path] = System.information(of: "\(path)/\(change.path)").map { FileStamp($0) }
      }
      return now
    }
  }

  /// By which the list of the files made is known to be the same.
  var listStamp: FileStamp? {
    System.information(of: "\(path)/\(Self.list)").map { FileStamp($0) }
  }

  var changes: [SiteChange] { state.withLock { $0.changes } }

  /// Whether a file that no build made stands where a folder is wanted, or within what has to become a
  /// file.
  func isBlocked(_ file: String) -> Bool {
    if foreign.isEmpty { return false }
    var folder = Files.parent(file)
    while !folder.isEmpty {
      if old[folder] != nil, !made.contains(folder) { return true }
      folder = Files.parent(folder)
    }
    return foreign.contains { $0.hasPrefix(file + "/") }
  }

  /// Puts a file in its place, or does nothing where the same stands there already.
  func put(_ file: SiteFile) throws(MachineError) -> Outcome {
    var kind = SiteChange.Kind.new
    if old[file.path] != nil {
      if (try? System.contents(of: "\(path)/\(file.path)")) == file.bytes {
        keep(file.path)
        return .kept
      }
      guard made.contains(file.path) else { return .foreign }
      kind = .changed
    }
    guard !isBlocked(file.path) else { return .foreign }
    if let target = try stagedFile(file.path) { try System.write(file.bytes, to: target) }
    note(SiteChange(path: file.path, kind: kind))
    return .changed
  }

  func note(_ change: SiteChange) { state.withLock { $0.changes.append(change) } }

  /// Says that a file stays as it is.
  func keep(_ file: String) { state.withLock { _ = $0.kept.insert(file) } }

  /// Says that all files stay that earlier builds made, but for some and for those that are put anew.
  func keepAll(but dropped: Set<String>) { state.withLock { $0.dropped = dropped } }

  /// Gives all new files their places and removes those that are no longer made.
  func commit() throws(MachineError) {
    let (written, kept) = state.withLock { state in
      (state.changes.map(\.path), state.dropped.map(made.subtracting) ?? state.kept)
    }
    let all = written.allSatisfy(kept.contains) ? kept : kept.union(written)
    let isListSame = all == made
    let stale = isListSame ? [] : made.subtracting(all).filter { old[$0] != nil }.sorted()
    state.withLock { state in
      state.changes += stale.map { SiteChange(path: $0, kind: .removed) }
      state.changes.sort { $0.path < $1.path }
    }
    guard !isCheck, !written.isEmpty || !isListSame else { return }
    let standing = isListSame ? try? System.contents(of: "\(path)/\(Self.list)") : nil
    let list =
      standing ?? Array("notes.site/1\n\(all.sorted().joined(separator: "\n"))\n".utf8)
    try Files.makeFolders("\(path)/\(Self.staging)")
    try System.write(list, to: "\(path)/\(Self.staging)/\(Self.mark)")
    try Self.finish(path)
  }

  /// Where a new file is written until it takes its place; `nil` where nothing shall be written.
  func stagedFile(_ file: String) throws(MachineError) -> String? {
    guard !isCheck else { return nil }
    let target = "\(path)/\(Self.staging)/\(file)"
    let folder = Files.parent(target)
    if state.withLock({ !$0.folders.contains(folder) }) {
      try Files.makeFolders(folder)
      state.withLock { _ = $0.folders.insert(folder) }
    }
    return target
  }

  /// Ends what a build began to put in place, or takes away what it left before it was ready to.
  private static func finish(_ path: String) throws(MachineError) {
    let staging = "\(path)/\(staging)"
    guard Files.exists(staging) else { return }
    guard let list = try? System.contents(of: "\(staging)/\(mark)") else {
      return Files.remove(staging)
    }
    let isSame = (try? System.contents(of: "\(path)/\(self.list)")) == list
    let removed = isSame ? [] : madeFiles(path).subtracting(paths(list))
    for file in removed {
      System.removeFile("\(path)/\(file)")
      var folder = Files.parent("\(path)/\(file)")
      while folder.utf8.count > path.utf8.count, System.removeEmptyFolder(folder) {
        folder = Files.parent(folder)
      }
    }
    try move(from: staging, to: path)
    try Files.write(list, to: "\(path)/\(self.list)")
    Files.remove(staging)
  }

  /// Moves all that a folder holds to another, pages last, so that what they load is there.
  private static func move(from: String, to: String) throws(MachineError) {
    let entries = (System.entries(of: from) ?? []).filter { $0.name != mark }
      .sorted { !$0.name.hasSuffix(".html") && $1.name.hasSuffix(".html") }
    for (name, information) in entries {
      let target = "\(to)/\(name)"
      if information.kind == .folder, Files.isFolder(target) {
        try move(from: "\(from)/\(name)", to: target)
      } else {
        try System.rename("\(from)/\(name)", to: target)
      }
    }
  }

  private static func madeFiles(_ path: String) -> Set<String> {
    (try? System.contents(of: "\(path)/\(list)")).map(paths) ?? []
  }

  private static func paths(_ list: [UInt8]) -> Set<String> {
    Set(
      list.split(separator: UInt8(ascii: "\n")).dropFirst().map {
        String(decoding: $0, as: UTF8.self)
      })
  }

  private static func lock(_ path: String, isCheck: Bool) throws(MachineError) -> Descriptor? {
    guard Files.isFolder(path), let folder = try? System.openFolder(path) else { return nil }
    guard isCheck || System.lock(folder) else {
      throw MachineError("cannot write \(path): another build is writing it")
    }
    return folder
  }
}

/// A file of the site that a build makes, changes or removes.
package struct SiteChange: Sendable, Equatable {
  package enum Kind: String, Sendable { case new, changed, removed }

  /// In the site.
  package var path: String
  package var kind: Kind
}
