internal import Course
internal import Machine

/// By which a file is told from one that took its place and from itself before it was changed.
struct FileStamp: Equatable, Sendable {
  var inode: UInt64
  var size: Int
  /// Nanoseconds since 1970.
  var modified: Int64
  /// Nanoseconds since 1970.
  var changed: Int64

  init(_ information: FileInformation) {
    inode = information.inode
    size = information.size
    modified = information.modified
    changed = information.changed
  }

  func add(to hash: inout StableHash) {
    hash.combine(inode)
    hash.combine(UInt64(bitPattern: Int64(size)))
    hash.combine(UInt64(bitPattern: modified))
    hash.combine(UInt64(bitPattern: changed))
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damaged) {
    inode = try reader.number()
    size = try reader.integer()
    modified = Int64(bitPattern: try reader.number())
    changed = Int64(bitPattern: try reader.number())
  }

  func write(to writer: inout BinaryWriter) {
    writer.write(inode)
    writer.write(size)
    writer.write(UInt64(bitPattern: modified))
    writer.write(UInt64(bitPattern: changed))
  }
}
