extension GrammarLexer {
  /// The region that begins at an offset; with `#` before its mark the position moves to the mark.
  mutating func region(at offset: Int) -> Region? {
    let byte = bytes[offset]
    if byte == 0x23, let region = grammar.regions.last(where: \.hashes) {
      var mark = offset
      while self.byte(mark) == 0x23 { mark += 1 }
      if starts(with: region.opening, at: mark) { return region }
    }
    var index = Int(grammar.firstRegions[Int(byte)]) - 1
    guard index >= 0 else { return nil }
    while index < grammar.regions.count, grammar.regions[index].opening[0] == byte {
      let region = grammar.regions[index]
      if starts(with: region.opening, at: offset),
        !region.needsBlank || offset == 0 || bytes[offset - 1].isBlank || bytes[offset - 1] == 0x0A
      {
        return region
      }
      index += 1
    }
    return nil
  }

  /// Reads a region from its mark, at the position, to its end; one without end goes on as far as it
  /// could.
  ///
  /// - Parameter start: where it begins, with its prefix.
  mutating func read(
    _ region: Region, from start: Int, isRaw: Bool = false, isFormat: Bool = false
  ) {
    if region.closing.count == 0 {
      skipLine()
      return mark(start, region.role)
    }
    var hashes = 0
    while region.hashes, next == 0x23 {
      hashes += 1
      position += 1
    }
    position += region.opening.count
    let closing = region.closing[0]
    let escape = isRaw || hashes > 0 ? 0 : region.escape
    let filling = region.filling == .brace && !isFormat || hashes > 0 ? .none : region.filling
    var pieceStart = start
    var depth = 1
    scan: while position < end {
      let byte = bytes[position]
      if byte == closing, starts(with: region.closing, at: position) {
        position += region.closing.count
        if region.doubles, starts(with: region.closing, at: position) {
          position += region.closing.count
        } else if hashes > 0 {
          var found = 0
          while found < hashes, next == 0x23 {
            found += 1
            position += 1
          }
          if found == hashes { break scan }
        } else {
          depth -= 1
          if depth == 0 { break scan }
        }
      } else if filling != .none, let width = fillingWidth(filling, byte) {
        if width == 0 {
          position += 2
        } else {
          mark(pieceStart, region.role)
          pieceStart = position
          readFilling(filling, width, region)
          mark(pieceStart, .variable)
          pieceStart = position
        }
      } else if byte == escape, escape != 0 {
        position = min(position + 2, end)
      } else if byte == 0x0A, !region.spansLines, hashes == 0 {
        break scan
      } else if region.nests, byte == region.opening[0],
        starts(with: region.opening, at: position)
      {
        depth += 1
        position += region.opening.count
      } else {
        position += 1
      }
    }
    let isWhole = pieceStart == start && region.role == .string
    mark(pieceStart, isWhole && features.contains(.stringKeys) && isKey(start) ? .key : region.role)
  }

  /// How many bytes begin what is filled in at the position; 0 for two bytes that look so and are
  /// not, `nil` for anything else.
  private func fillingWidth(_ filling: Region.Filling, _ byte: UInt8) -> Int? {
    let next = self.byte(position + 1)
    switch filling {
    case .dollar where byte == 0x24 && (next == 0x5F || next | 0x20 &- 0x61 < 26):
      return 1
    case .dollar where byte == 0x24 && next == 0x7B: return 2
    case .dollarBrace where byte == 0x24 && next == 0x7B: return 2
    case .backslashParenthesis where byte == 0x5C && next == 0x28: return 2
    case .brace where byte == 0x7B: return next == 0x7B ? 0 : 1
    default: return nil
    }
  }

  /// Goes behind what is filled in: its brackets may stand in each other. One without end takes the
  /// rest, so that nothing is searched twice.
  private mutating func readFilling(_ filling: Region.Filling, _ width: Int, _ region: Region) {
    position += width
    if filling == .dollar, width == 1 {
      while position < end, bytes[position].isNamePart { position += 1 }
      return
    }
    let closing: UInt8 = filling == .backslashParenthesis ? 0x29 : 0x7D
    let opening = closing == 0x29 ? 0x28 as UInt8 : 0x7B
    var depth = 1
    while position < end {
      let byte = bytes[position]
      if byte == 0x0A, !region.spansLines { return }
      // Python's braces end with their string at the latest.
      if filling == .brace, byte == region.closing[0],
        starts(with: region.closing, at: position)
      {
        return
      }
      position += 1
      if byte == opening { depth += 1 }
      if byte == closing {
        depth -= 1
        if depth == 0 { return }
      }
    }
  }
}
