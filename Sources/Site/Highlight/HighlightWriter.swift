extension [UInt8] {
  /// Appends code as HTML with a span around each range that has a role.
  ///
  /// What a browser makes of it is the code, byte for byte.
  mutating func append(highlighting code: [UInt8], _ tokens: CodeTokens) {
    append(highlighting: code, 0..<code.count, tokens.all[...])
  }

  /// The same for a part of the code.
  ///
  /// - Parameter tokens: those that reach into the part.
  mutating func append(
    highlighting code: [UInt8], _ part: Range<Int>, _ tokens: ArraySlice<CodeToken>
  ) {
    // The room is made once, for exactly what is written, so that the loops only store.
    let old = count
    let size =
      part.count + Self.entityBytes(of: code, part)
      + tokens.count * Self.tagBytes
    append(contentsOf: repeatElement(0, count: size))
    let source = code.span
    var output = mutableSpan
    var end = old
    var copied = part.lowerBound
    for token in tokens {
      let start = Swift.max(token.start, part.lowerBound)
      Self.copy(source, copied..<start, to: &output, at: &end)
      // `<span cl`, `ass="k">`
      Self.store(0x6C63_206E_6170_733C, 8, in: &output, at: &end)
      Self.store(
        0x3E22_0022_3D73_7361 | UInt64(token.role.rawValue) << 40, 8, in: &output, at: &end)
      copied = Swift.min(token.end, part.upperBound)
      Self.copy(source, start..<copied, to: &output, at: &end)
      Self.store(0x3E_6E61_7073_2F3C, 7, in: &output, at: &end)  // </span>
    }
    Self.copy(source, copied..<part.upperBound, to: &output, at: &end)
    removeLast(count - end)
  }

  /// The bytes of the tags around a range.
  private static var tagBytes: Int { 23 }

  /// How many bytes more a part of the code takes with its entities.
  private static func entityBytes(of code: [UInt8], _ part: Range<Int>) -> Int {
    let part = code.span.extracting(part)
    var sum = 0
    for index in part.indices {
      // Arithmetic without a branch: what comes next in code cannot be foretold.
      let byte = part[index]
      sum &+= byte == 0x26 ? 4 : 0
      sum &+= byte == 0x3C ? 3 : 0
      sum &+= byte == 0x3E ? 3 : 0
      sum &+= byte == 0x22 ? 5 : 0
    }
    return sum
  }

  @inline(__always)
  private static func copy(
    _ code: Span<UInt8>, _ part: Range<Int>, to output: inout MutableSpan<UInt8>,
    at end: inout Int
  ) {
    let part = code.extracting(part)
    for index in part.indices {
      let byte = part[index]
      // All letters lie above the bytes that are written as entities.
      if byte > 0x3E {
        output[end] = byte
        end += 1
        continue
      }
      switch byte {
      case 0x22: store(0x3B74_6F75_7126, 6, in: &output, at: &end)  // &quot;
      case 0x26: store(0x3B70_6D61_26, 5, in: &output, at: &end)  // &amp;
      case 0x3C: store(0x3B74_6C26, 4, in: &output, at: &end)  // &lt;
      case 0x3E: store(0x3B74_6726, 4, in: &output, at: &end)  // &gt;
      default:
        output[end] = byte
        end += 1
      }
    }
  }

  /// Stores the first bytes of a number, lowest first.
  @inline(__always)
  private static func store(
    _ text: UInt64, _ count: Int, in output: inout MutableSpan<UInt8>, at end: inout Int
  ) {
    for index in 0..<count {
      output[end + index] = UInt8(truncatingIfNeeded: text >> UInt64(index * 8))
    }
    end += count
  }
}
