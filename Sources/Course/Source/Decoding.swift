internal import Markdown

/// A file's bytes as text: UTF-8 with line feeds, with what is not text replaced by U+FFFD.
struct Decoding {
  private(set) var text = ""
  private(set) var map = ColumnMap()
  private(set) var troubles: [SourceTrouble] = []

  /// - Parameter signs: what stands in the bytes.
  init(_ bytes: [UInt8], _ signs: ByteSigns) {
    let start = SourcePosition(line: 1, column: 1)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      troubles = [
        SourceTrouble(
          position: start, severity: .error, message: "UTF-16 is not read, only UTF-8 is",
          rule: "invalid-utf8", mend: "convert the file: `iconv -f UTF-16 -t UTF-8`")
      ]
      return
    }
    guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
      decode(bytes, signs)
      return
    }
    troubles.append(
      SourceTrouble(
        position: start, severity: .warning, message: "byte-order mark before the first letter",
        rule: "byte-order-mark", mend: "save the file as UTF-8 without it"))
    decode(Array(bytes.dropFirst(3)), signs)
  }

  private mutating func decode(_ bytes: [UInt8], _ signs: ByteSigns) {
    // Mostly there is nothing to change.
    if !signs.contains(.control), let valid = String(utf8: bytes.span) {
      text = valid
      return
    }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var carriageReturns = (count: 0, first: 0)
    var lines = LineReader(bytes)
    var number = 0
    while let line = lines.next() {
      number += 1
      decode(bytes, line, number: number, into: &output)
      if lines.ending != .none { output.append(0x0A) }
      if lines.ending == .both || lines.ending == .carriageReturn {
        if carriageReturns.count == 0 { carriageReturns.first = number }
        carriageReturns.count += 1
      }
    }
    if carriageReturns.count > 0 {
      tellCarriageReturns(carriageReturns.count, first: carriageReturns.first, of: number)
    }
    text = String(decoding: output, as: UTF8.self)
  }

  /// Copies a line with NUL (CommonMark 0.30 section 2.3) and bytes that are not UTF-8 replaced.
  private mutating func decode(
    _ bytes: [UInt8], _ line: Range<Int>, number: Int, into output: inout [UInt8]
  ) {
    let lineStart = output.count
    var invalid: [Int] = []
    var null: [Int] = []
    var offset = line.lowerBound
    while offset < line.upperBound {
      let byte = bytes[offset]
      if byte != 0, let (_, length) = UTF8Scalar.decode(bytes, at: offset) {
        output += bytes[offset..<offset + length]
        offset += length
        continue
      }
      if byte == 0 { null.append(offset) } else { invalid.append(offset) }
      map.add(
        ColumnMap.Splice(column: output.count - lineStart + 1, newLength: 3, oldLength: 1),
        line: number)
      output += [0xEF, 0xBF, 0xBD]
      offset += 1
    }
    if let first = null.first {
      troubles.append(
        SourceTrouble(
          position: SourcePosition(line: number, column: first - line.lowerBound + 1),
          severity: .error, message: "NUL byte\(Self.more(null.count))", rule: "nul-byte",
          mend: "delete it; U+FFFD is shown in its place"))
    }
    if let first = invalid.first {
      troubles.append(
        SourceTrouble(
          position: SourcePosition(line: number, column: first - line.lowerBound + 1),
          severity: .error,
          message:
            "byte 0x\(Self.hexadecimal(bytes[first])) is not UTF-8\(Self.more(invalid.count))",
          rule: "invalid-utf8",
          mend: "save the file as UTF-8; from Windows: `iconv -f WINDOWS-1252 -t UTF-8`"))
    }
  }

  private mutating func tellCarriageReturns(_ count: Int, first: Int, of lines: Int) {
    let amount = count == lines ? "all \(lines) lines end" : "\(count) of \(lines) lines end"
    troubles.append(
      SourceTrouble(
        position: SourcePosition(line: first, column: 1), severity: .warning,
        message: "carriage returns: \(amount) with CR", rule: "line-endings",
        mend: "save the file with LF line endings; shell commands are read without the CR"))
  }

  private static func more(_ count: Int) -> String {
    count == 1 ? "" : ", and \(count - 1) more in this line"
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
