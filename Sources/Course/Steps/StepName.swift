/// What a heading or a numbered paragraph says of the step below it.
///
/// `### [Optional] Run Docker without `sudo`` gives the title "Run Docker without sudo", optional;
/// `4.2 To get the latest release` the number 4.2.
struct StepName {
  /// As it is written, `4.2` or `Step 3`'s `3`; without a final point.
  var number: String?
  /// The text without number, marks of being optional, signs at its ends and final point or colon.
  var title: String
  var isOptional: Bool
  /// The text without signs at its ends, number and all: how the heading itself is listed.
  var heading: String

  /// - Parameter number: the number when it stands outside the text, as that of a list item does.
  init(_ text: String, number given: String? = nil) {
    heading = text.droppingSigns
    let (unmarked, isOptional) = Self.withoutOptional(heading)
    self.isOptional = isOptional
    let (number, rest) = Self.splitNumber(unmarked)
    self.number = number ?? given
    title = rest.firstSentence.droppingSigns.droppingFinalMark
    if title.isEmpty { title = heading }
  }

  var id: String {
    // An address says nothing in a name.
    let words = title.split(separator: " ").filter { !$0.contains(ascii: "://") }
    return Slug.name(words.joined(separator: " "))
  }

  /// Takes `4.2`, `4.`, `4)`, `4:` or `Step 4:` off the front.
  ///
  /// A bare `4` is not a number but a quantity: "3 ways to start".
  private static func splitNumber(_ text: String) -> (String?, rest: String) {
    var rest = text[...]
    let words = ["step ", "part ", "exercise ", "task "]
    let prefix = words.first { text.lowercased().hasPrefix($0) }
    if let prefix { rest = rest.dropFirst(prefix.count) }
    let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard number.first?.isNumber == true else { return (nil, text) }
    rest = rest.dropFirst(number.count)
    let hasMark = number.contains(".") || rest.first == ")" || rest.first == ":" || prefix != nil
    rest = rest.drop { $0 == ")" || $0 == ":" || $0 == "." }
    guard hasMark, rest.isEmpty || rest.first == " " || rest.first == "\u{A0}" else {
      return (nil, text)
    }
    let trimmed = number.last == "." ? number.dropLast() : number
    return (String(trimmed), rest.trimmed)
  }

  /// Takes `[Optional]`, `(optional)` and `Optional:` out of the text, in any case of letters.
  private static func withoutOptional(_ text: String) -> (String, isOptional: Bool) {
    guard text.firstRange(ofASCII: "ptional") != nil || text.firstRange(ofASCII: "PTIONAL") != nil
    else { return (text, false) }
    let lowered = text.lowercased()
    for mark in ["[optional]", "(optional)", "optional:", "optional -", "optional –"] {
      guard let range = lowered.firstRange(of: mark) else { continue }
      let start = lowered.distance(from: lowered.startIndex, to: range.lowerBound)
      let before = text.prefix(start)
      let after = text.dropFirst(start + mark.count)
      return ((before.trimmed + " " + after.trimmed).trimmed, true)
    }
    return (text, false)
  }
}

extension String {
  /// The text without emoji and blanks at its ends.
  fileprivate var droppingSigns: String {
    let scalars = unicodeScalars
    let isText: (Unicode.Scalar) -> Bool = { scalar in
      switch scalar.properties.generalCategory {
      case .otherSymbol, .format, .spaceSeparator, .modifierSymbol, .unassigned: false
      case .nonspacingMark: scalar.value < 0xFE00 || scalar.value > 0xFE0F
      default: true
      }
    }
    guard let start = scalars.firstIndex(where: isText),
      let end = scalars.lastIndex(where: isText)
    else { return trimmed }
    return String(self[start...end]).trimmed
  }

  /// The text up to the end of its first sentence; a paragraph that names a step may have more.
  fileprivate var firstSentence: String {
    for mark in [". ", "! ", "? "] {
      if let range = firstRange(ofASCII: mark), range.lowerBound > startIndex {
        return String(self[..<range.lowerBound]).firstSentence
      }
    }
    return self
  }

  fileprivate var droppingFinalMark: String {
    var text = self[...]
    while let last = text.last, last == ":" || last == "." || last == "—" {
      text = text.dropLast()
    }
    return text.trimmed
  }
}
