internal import FoundationEssentials
internal import Glibc
internal import Machine

/// A folder of the person's choice in which a sandbox's layers stay, so that they can be looked at and
/// a later run goes on from them.
///
/// `files` is the layer over `/`, `files2` and so on those over other file systems, `tmp` and `run`
/// the folders of these names. `notes-sandbox.json` tells which is which.
public final class KeptFolder {
  let path: String
  private var record: Record
  /// Held as long as the folder is in use.
  private let lock: Descriptor

  private struct Record: Codable {
    var schema = "notes.sandbox/1"
    /// The kernel's overlay and fuse-overlayfs mark what is gone in ways of their own.
    var isRoot: Bool
    /// The folders of layers by mount point.
    var layers: [String: String] = [:]
  }

  private static let recordName = "notes-sandbox.json"

  /// - Parameter path: a folder to make, an empty one, or one of an earlier run by the same user.
  init(_ path: String, isRoot: Bool) throws(MachineError) {
    if let reason = Self.refusal(of: path) { throw MachineError(reason) }
    let path = Files.absolute(path)
    let file = "\(path)/\(Self.recordName)"
    var record = Record(isRoot: isRoot)
    if let bytes = try? Files.read(file) {
      guard let old = try? JSONDecoder().decode(Record.self, from: Data(bytes)) else {
        throw MachineError("cannot read \(file)", mend: "keep the sandbox in another folder")
      }
      guard old.isRoot == isRoot else {
        throw MachineError(
          "\(path) was kept by \(old.isRoot ? "root" : "an ordinary user"), whose layers are others",
          mend: "run as the same user, or keep the sandbox in another folder")
      }
      record = old
    } else {
      try Files.write(Self.bytes(record), to: file)
    }
    // Layers hold what only some may read, and set-user-ID programs.
    System.setPermissions(0o700, of: path)
    lock = try System.open(file, O_RDONLY)
    guard System.lock(lock) else {
      throw MachineError("another run goes on in \(path)", mend: "wait until it has ended")
    }
    self.path = path
    self.record = record
    // A run that was killed leaves these behind.
    for name in Files.names(in: path) where name.hasPrefix("work-") {
      Files.removeForeign("\(path)/\(name)")
    }
  }

  /// Why a sandbox cannot be kept in a folder, or `nil` where it can.
  public static func refusal(of path: String) -> String? {
    let path = Files.absolute(path)
    if path.contains(where: { ":,\\\"".contains($0) }) {
      return "\(path) has a character by which the path of a layer would end"
    }
    guard Files.exists(path) else { return nil }
    guard Files.isFolder(path) else { return "\(path) is no folder" }
    let names = Files.names(in: path)
    return names.isEmpty || names.contains(recordName)
      ? nil : "\(path) holds files that no sandbox made; name a new or an empty folder"
  }

  /// The name of the folder for the layer over a mount point.
  func name(for mountPoint: String) throws(MachineError) -> String {
    if let name = record.layers[mountPoint] { return name }
    let name = Self.newName(record.layers.count)
    record.layers[mountPoint] = name
    // The lock stands on the file itself, which is written again and not replaced.
    let file = try System.open("\(path)/\(Self.recordName)", O_WRONLY | O_TRUNC)
    try System.write(Self.bytes(record), to: file.number)
    return name
  }

  static func newName(_ count: Int) -> String { count == 0 ? "files" : "files\(count + 1)" }

  private static func bytes(_ record: Record) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return ((try? encoder.encode(record)).map { [UInt8]($0) } ?? []) + [0x0A]
  }
}
