internal import Machine

/// Where a sandbox's upper layers can lie.
enum StorageParent {
  /// The first folder whose file system can hold an upper layer. In a container all but `/dev/shm`,
  /// which is memory, may be an overlay itself.
  static func find(isRoot: Bool) throws(MachineError) -> String {
    let mounts = MountPoint.all()
    let candidates = ["/var/tmp", "/tmp", "/dev/shm"].filter { Files.isFolder($0) }
    if let folder = candidates.first(where: { canHoldLayers($0, mounts) }) { return folder }
    // fuse-overlayfs writes wherever the user can.
    if !isRoot, let folder = candidates.first { return folder }
    throw MachineError(
      "no sandbox can be made here: neither \(candidates.joined(separator: " nor ")) lies on a file "
        + "system that can hold what it changes",
      mend: "mount a tmpfs at /var/tmp, or name a folder on a disk with --keep")
  }

  private static func canHoldLayers(_ folder: String, _ mounts: [MountPoint]) -> Bool {
    let path = System.realPath(folder) ?? folder
    let mount = mounts.last { mount in
      mount.path == "/" || path == mount.path || path.hasPrefix(mount.path + "/")
    }
    return mount.map { types.contains($0.type) } ?? false
  }

  /// File systems with what an upper layer needs: `trusted` attributes, `d_type`, and no layers of
  /// their own (Documentation/filesystems/overlayfs.rst, "Upper and Lower").
  private static let types: Set = [
    "ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "jfs", "bcachefs", "tmpfs",
  ]
}
