package import Glibc

/// What the file system knows of a file itself; of a link, not of what it leads to.
package struct FileInformation: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case file, folder, link
    /// A character device with the number 0:0, by which an overlay says that a name is gone.
    case whiteout
    case other
  }

  package var kind: Kind
  /// The permission bits.
  package var permissions: mode_t
  package var owner: uid_t
  package var group: gid_t
  /// In bytes.
  package var size: Int
  /// The file's number in its file system.
  package var inode: UInt64
  /// When the content was last written, in nanoseconds since 1970.
  package var modified: Int64
  /// When content, name or permissions were last changed, in nanoseconds since 1970.
  package var changed: Int64

  init(_ information: stat) {
    kind =
      switch information.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFCHR where information.st_rdev == 0: .whiteout
      default: .other
      }
    permissions = information.st_mode & 0o7777
    owner = information.st_uid
    group = information.st_gid
    size = Int(information.st_size)
    inode = UInt64(information.st_ino)
    modified = Self.nanoseconds(information.st_mtim)
    changed = Self.nanoseconds(information.st_ctim)
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
