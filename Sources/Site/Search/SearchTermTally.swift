/// Where on a page a term stands.
enum SearchField {
  case title, heading, code, text
}

/// The terms of a page, each once, with how often they stand where.
struct SearchTermTally {
  private var terms = TermTable(capacity: 1024)
  /// By the number of the term.
  private var counts: [Count] = []

  private struct Count {
    var isTitle = false
    var isHeading = false
    var code: UInt8 = 0
    var text: UInt8 = 0
  }

  init() { counts.reserveCapacity(512) }

  /// - Parameter term: UTF-8 of 255 bytes at most.
  mutating func add(_ term: Span<UInt8>, _ field: SearchField) {
    let number = terms.number(of: term)
    if number == counts.count { counts.append(Count()) }
    switch field {
    case .title: counts[number].isTitle = true
    case .heading: counts[number].isHeading = true
    case .code: if counts[number].code < .max { counts[number].code += 1 }
    case .text: if counts[number].text < .max { counts[number].text += 1 }
    }
  }

  /// As ``SearchTerms/packed`` has them.
  var packed: [UInt8] {
    let bytes = terms.bytes.span
    return [UInt8](capacity: bytes.count + counts.count * 2) { packed in
      for number in counts.indices {
        let range = terms.range(of: number)
        packed.append(UInt8(range.count))
        for index in range { packed.append(bytes[index]) }
        packed.append(Self.weight(counts[number]))
      }
    }
  }

  /// From 0 to 7, by where a term stands first and how often then.
  private static func weight(_ count: Count) -> UInt8 {
    if count.isTitle { return count.isHeading ? 7 : 6 }
    let all = Int(count.code) + Int(count.text)
    if count.isHeading { return all > 2 ? 5 : 4 }
    if count.code > 0 { return all > 2 ? 3 : 2 }
    return all > 3 ? 2 : all > 1 ? 1 : 0
  }
}
