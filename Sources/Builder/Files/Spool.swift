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

  /// Puts several pieces one behind the other.
  func put(_ parts: [[UInt8]]) throws(MachineError) -> [Place] {
    // `joined()` would take byte by byte.
    var all: [UInt8] = []
    all.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { all += part }
    var offset = try put(all).offset
    return parts.map { part in
      defer { offset += part.count }
      return Place(offset: offset, count: part.count)
    }
  }

  /// Pieces that were put one behind the other.
  func bytes(at places: [Place]) throws(MachineError) -> [[UInt8]] {
    guard let first = places.first, let last = places.last else { return [] }
    let count = last.offset + last.count - first.offset
    let all = try System.read(file, at: first.offset, count: count)
    return places.map { place in
      let start = place.offset - first.offset
      return Array(all[start..<start + place.count])
    }
  }

  func bytes(at place: Place) throws(MachineError) -> [UInt8] {
    try System.read(file, at: place.offset, count: place.count)
  }
}
