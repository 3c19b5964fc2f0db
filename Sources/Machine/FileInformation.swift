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
  /// When the content was last written: seconds and nanoseconds.
  package var modified: [Int]

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
    modified = [information.st_mtim.tv_sec, information.st_mtim.tv_nsec]
  }
}
