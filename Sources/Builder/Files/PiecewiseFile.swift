internal import Machine

/// A file of the site that is made piece by piece, so that it is never whole in memory.
///
/// As long as it is the same as the file that stands there, nothing is written.
final class PiecewiseFile {
  /// The file that stands there; `nil` where there is none.
  private let old: OpenFile?
  private let oldSize: Int
  /// Opens the file to write; gives `nil` where nothing shall be written.
  private let open: () throws(MachineError) -> OpenFile?
  private var new: OpenFile?
  /// How much is made, without what is pending.
  private var size = 0
  /// A part of the file that stands there, which many appended one after the other make.
  private var pending: Range<Int>?
  /// Whether all made so far stands there already.
  private(set) var isSame = true

  /// How much is copied at once.
  private static let chunk = 1 << 20

  init(old: OpenFile?, size: Int, open: @escaping () throws(MachineError) -> OpenFile?) {
    self.old = old
    oldSize = old == nil ? 0 : size
    self.open = open
  }

  func append(_ bytes: [UInt8]) throws(MachineError) {
    try flush()
    if isSame, try standing(size..<size + bytes.count) != bytes { try differ() }
    try put(bytes, at: size)
    size += bytes.count
  }

  /// Appends a part of the file that stands there.
  func append(standing range: Range<Int>) throws(MachineError) {
    if let last = pending, last.upperBound == range.lowerBound {
      pending = last.lowerBound..<range.upperBound
    } else {
      try flush()
      pending = range
    }
  }

  /// Says that nothing follows.
  func end() throws(MachineError) {
    try flush()
    if isSame, size != oldSize { try differ() }
  }

  /// Takes over the part of the file that stands there which is still to be.
  private func flush() throws(MachineError) {
    guard let range = pending else { return }
    pending = nil
    if isSame, range.lowerBound == size {
      size += range.count
      return
    }
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(start + Self.chunk, range.upperBound)
      try append(standing(start..<end))
      start = end
    }
  }

  /// Begins to write, with what is the same so far.
  private func differ() throws(MachineError) {
    isSame = false
    new = try open()
    guard new != nil else { return }
    var start = 0
    while start < size {
      let end = min(start + Self.chunk, size)
      try put(standing(start..<end), at: start)
      start = end
    }
  }

  private func standing(_ range: Range<Int>) throws(MachineError) -> [UInt8] {
    guard let old, range.upperBound <= oldSize else { return [] }
    return try System.read(old.descriptor, at: range.lowerBound, count: range.count)
  }

  private func put(_ bytes: [UInt8], at offset: Int) throws(MachineError) {
    if !isSame, let new { try System.write(bytes, to: new.descriptor, at: offset) }
  }
}

/// An open file that several hold.
final class OpenFile {
  let descriptor: Descriptor

  init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }
}
