internal import Markdown

/// A file's bytes with encoding damage undone, and what there is to say about it.
struct Repair {
  private(set) var bytes: [UInt8]
  private(set) var map = ColumnMap()
  /// One for each line that is damaged, at the first place.
  private(set) var troubles: [SourceTrouble] = []

  init(_ damage: [EncodingDamage], in original: [UInt8]) {
    guard !damage.isEmpty else {
      bytes = original
      return
    }
    bytes = []
    bytes.reserveCapacity(original.count)
    var rest = damage[...]
    var lines = LineReader(original)
    var number = 0
    var copied = 0
    while let line = lines.next() {
      number += 1
      let places = rest.prefix { $0.range.lowerBound < line.upperBound }
      rest = rest.dropFirst(places.count)
      var newLineStart = bytes.count + (line.lowerBound - copied)
      for place in places {
        bytes += original[copied..<place.range.lowerBound]
        map.add(
          ColumnMap.Splice(
            column: bytes.count - newLineStart + 1, newLength: place.repaired.count,
            oldLength: place.range.count),
          line: number)
        bytes += place.repaired
        copied = place.range.upperBound
      }
      newLineStart = bytes.count
      if let first = places.first {
        let column = first.range.lowerBound - line.lowerBound + 1
        troubles.append(
          Self.trouble(
            first, in: original, count: places.count,
            position: SourcePosition(line: number, column: column)))
      }
    }
    bytes += original[copied...]
  }

  private static func trouble(
    _ place: EncodingDamage, in original: [UInt8], count: Int, position: SourcePosition
  ) -> SourceTrouble {
    let damaged = String(decoding: original[place.range], as: UTF8.self).printable
    let repaired = String(decoding: place.repaired, as: UTF8.self).printable
    let more =
      switch count {
      case 1: ""
      case 2: ", and one more place in this line"
      default: ", and \(count - 1) more places in this line"
      }
    return SourceTrouble(
      position: position, severity: .warning,
      message: "'\(damaged)' is '\(repaired)' read through the code page Windows-1252\(more)",
      rule: "encoding-damage", mend: "run `notes check --fix` to write '\(repaired)'",
      isFixable: true, isBeforeRepair: true)
  }
}
