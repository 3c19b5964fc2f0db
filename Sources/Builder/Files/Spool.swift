internal import Machine
internal import Synchronization

/// Keeps bytes outside of memory until they are wanted: a file without a name.
final class Spool: Sendable {
  private let file: Descriptor
  private let end = Mutex(0)

  /// Where bytes were put.
  struct Place: Sendable {
    fileprivate var offset: Int
    fileprivate(set) var count: Int
    /// Where the parts end that were put together.
    fileprivate var ends: [Int] = []
  }

  init(in folder: String) throws(MachineError) { file = try System.openNameless(in: folder) }

  func put(_ bytes: [UInt8]) throws(MachineError) -> Place {
    let offset = end.withLock { end in
      defer { end += bytes.count }
      return end
    }
    try System.write(bytes, to: file, at: offset)
    return Place(offset: offset, count: bytes.count)
  }

  /// Puts several pieces at once.
  func put(_ parts: [[UInt8]]) throws(MachineError) -> Place {
    // `joined()` would take byte by byte.
    var all: [UInt8] = []
    all.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    var ends: [Int] = []
    for part in parts {
      all += part
      ends.append(all.count)
    }
    var place = try put(all)
    place.ends = ends
    return place
  }

  /// What was put as several pieces.
  func parts(at place: Place) throws(MachineError) -> [[UInt8]] {
    let all = try bytes(at: place)
    var start = 0
    return place.ends.map { end in
      defer { start = end }
      return Array(all[start..<end])
    }
  }

  func bytes(at place: Place) throws(MachineError) -> [UInt8] {
    try System.read(file, at: place.offset, count: place.count)
  }
}
