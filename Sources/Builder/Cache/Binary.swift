/// Writes values one after the other as bytes, for ``BinaryReader``.
struct BinaryWriter {
  private(set) var bytes: [UInt8] = []

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// LEB128: seven bits a byte, the lowest first.
  mutating func write(_ number: UInt64) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ number: Int) { write(UInt64(bitPattern: Int64(number))) }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func write(_ text: String) {
    write(UInt64(text.utf8.count))
    bytes += text.utf8
  }

  mutating func write(_ text: String?) {
    write(text != nil)
    if let text { write(text) }
  }

  mutating func write(_ number: Int?) {
    write(number != nil)
    if let number { write(number) }
  }

  /// Writes bytes that such a writer wrote, with their count.
  mutating func write(part bytes: ArraySlice<UInt8>) {
    write(UInt64(bytes.count))
    self.bytes += bytes
  }

  mutating func write<Value>(
    _ values: some Collection<Value>, _ body: (inout BinaryWriter, Value) -> Void
  ) {
    write(UInt64(values.count))
    for value in values { body(&self, value) }
  }
}

/// Reads what ``BinaryWriter`` wrote. Bytes that it did not write give an error, never a trap.
struct BinaryReader {
  struct Damaged: Error {}

  private let bytes: [UInt8]
  private var index = 0

  /// - Parameter start: where to begin.
  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    index = start
  }

  var isAtEnd: Bool { index == bytes.count }

  mutating func number() throws(Damaged) -> UInt64 {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while index < bytes.count, shift < 64 {
      let byte = bytes[index]
      index += 1
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return result }
      shift += 7
    }
    throw Damaged()
  }

  mutating func integer() throws(Damaged) -> Int { Int(Int64(bitPattern: try number())) }

  mutating func flag() throws(Damaged) -> Bool { try number() != 0 }

  mutating func text() throws(Damaged) -> String {
    let count = try number()
    guard count <= UInt64(bytes.count - index) else { throw Damaged() }
    defer { index += Int(count) }
    return String(decoding: bytes[index..<index + Int(count)], as: UTF8.self)
  }

  /// Passes over what was written as a part, and says where it stands.
  mutating func part() throws(Damaged) -> Range<Int> {
    let count = try number()
    guard count <= UInt64(bytes.count - index) else { throw Damaged() }
    defer { index += Int(count) }
    return index..<index + Int(count)
  }

  mutating func optionalText() throws(Damaged) -> String? { try flag() ? text() : nil }

  mutating func optionalInteger() throws(Damaged) -> Int? { try flag() ? integer() : nil }

  mutating func array<Value>(
    _ body: (inout BinaryReader) throws(Damaged) -> Value
  ) throws(Damaged) -> [Value] {
    let count = try number()
    // Each value takes a byte at least, so that a damaged count asks for no more memory than there is.
    guard count <= UInt64(bytes.count - index) else { throw Damaged() }
    var values: [Value] = []
    values.reserveCapacity(Int(count))
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }
}
