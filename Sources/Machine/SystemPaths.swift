internal import CMachine
package import Glibc

/// What the file system knows of paths, and what it is asked to change about them.
extension System {
  /// The path with its links followed, or `nil` where nothing is.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Puts a file in another's place, which is there all the time (POSIX.1-2017, `rename`).
  package static func rename(_ old: String, to new: String) throws(MachineError) {
    guard unsafe Glibc.rename(old, new) == 0 else {
      throw MachineError(doing: "replace \(new)", code: errno)
    }
  }

  /// The permission bits of a file, or `nil` where none is.
  package static func permissions(of path: String) -> mode_t? {
    var information = stat()
    return unsafe stat(path, &information) == 0 ? information.st_mode & 0o7777 : nil
  }

  package static func setPermissions(_ mode: mode_t, of descriptor: borrowing Descriptor) {
    _ = fchmod(descriptor.number, mode)
  }

  package static func isRegularFile(_ path: String) -> Bool {
    var information = stat()
    return unsafe stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
  }

  package static func isLink(_ path: String) -> Bool { information(of: path)?.kind == .link }

  /// What the file system knows of a path, or `nil` where nothing is; links are not followed.
  package static func information(of path: String) -> FileInformation? {
    var information = stat()
    return unsafe lstat(path, &information) == 0 ? FileInformation(information) : nil
  }

  /// The value of an extended attribute (xattr(7)), at most 4096 bytes of it; `nil` where the file
  /// has none of that name.
  package static func attribute(_ name: String, of path: String) -> [UInt8]? {
    var value = [UInt8](repeating: 0, count: 4096)
    let length = unsafe value.withUnsafeMutableBytes { buffer in
      unsafe notes_attribute(path, name, buffer.baseAddress, buffer.count)
    }
    return length < 0 ? nil : Array(value.prefix(length))
  }

  /// What a link leads to, as it is written in it.
  package static func linkTarget(_ path: String) -> [UInt8]? {
    var target = [UInt8](repeating: 0, count: 4096)
    let length = unsafe target.withUnsafeMutableBytes { buffer -> Int in
      guard let start = buffer.baseAddress else { return -1 }
      return unsafe readlink(path, start, buffer.count)
    }
    return length < 0 ? nil : Array(target.prefix(length))
  }

  package static func setPermissions(_ mode: mode_t, of path: String) {
    _ = unsafe chmod(path, mode)
  }

  package static func isReadable(_ path: String) -> Bool { unsafe access(path, R_OK) == 0 }

  /// Takes an open file for this program alone until the descriptor is closed (flock(2)).
  ///
  /// - Returns: whether nobody else has it.
  package static func lock(_ descriptor: borrowing Descriptor) -> Bool {
    notes_lock(descriptor.number) == 0
  }

  /// A descriptor that becomes readable when something happens in the folders it is told to watch
  /// (inotify(7)).
  static func watcher() throws(MachineError) -> Descriptor {
    try Descriptor(
      owning: inotify_init1(CInt(O_NONBLOCK | O_CLOEXEC)), doing: "watch folders")
  }

  /// Tells a watcher to watch a folder itself, not those in it; twice is as good as once.
  ///
  /// - Returns: whether it does.
  static func watch(_ folder: String, with watcher: borrowing Descriptor) -> Bool {
    let events =
      IN_CREATE | IN_DELETE | IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_FROM | IN_MOVED_TO
      | IN_DELETE_SELF | IN_MOVE_SELF
    return unsafe inotify_add_watch(watcher.number, folder, UInt32(events)) >= 0
  }
}
