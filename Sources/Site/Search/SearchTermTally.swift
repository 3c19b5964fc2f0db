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

  /// - Parameter range: where in the text the term stands.
  mutating func add(_ text: [UInt8], _ range: Range<Int>, _ field: SearchField) {
    guard !range.isEmpty else { return }
    let number = terms.number(of: text.span.extracting(range))
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
    var packed: [UInt8] = []
    packed.reserveCapacity(terms.bytes.count + counts.count * 2)
    for (number, count) in counts.enumerated() {
      let range = terms.range(of: number)
      packed.append(UInt8(range.count))
      packed += terms.bytes[range]
      packed.append(Self.weight(count))
    }
    return packed
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
