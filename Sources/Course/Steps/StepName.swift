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
    guard title.contains(ascii: "://") else { return Slug.name(title) }
    let words = title.split(separator: " ").filter { !$0.contains(ascii: "://") }
    return Slug.name(words.joined(separator: " "))
  }

  /// Takes `4.2`, `4.`, `4)`, `4:` or `Step 4:` off the front.
  ///
  /// A bare `4` is not a number but a quantity: "3 ways to start".
  private static func splitNumber(_ text: String) -> (String?, rest: String) {
    var rest = text.utf8[...]
    let mayBeInWords = text.utf8.first.map(beginsKind) ?? false
    let prefix = mayBeInWords ? kinds.first { $0.begins(text) } : nil
    if let prefix { rest = rest.dropFirst(prefix.utf8.count) }
    let number = rest.prefix { ShellByte.isDigit($0) || $0 == point }
    guard let first = number.first, first != point else { return (nil, text) }
    rest = rest.dropFirst(number.count)
    let hasMark =
      number.contains(point) || rest.first == UInt8(ascii: ")") || rest.first == UInt8(ascii: ":")
      || prefix != nil
    rest = rest.drop { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: ":") || $0 == point }
    guard hasMark, rest.isEmpty || rest.first == 0x20 || rest.starts(with: "\u{A0}".utf8) else {
      return (nil, text)
    }
    let trimmed = number.last == point ? number.dropLast() : number
    return (String(Substring(trimmed)), Substring(rest).trimmed)
  }

  private static let kinds = ["step ", "part ", "exercise ", "task "]

  /// Whether one of ``kinds`` begins with the letter.
  private static func beginsKind(_ letter: UInt8) -> Bool {
    switch letter | 0x20 {
    case UInt8(ascii: "s"), UInt8(ascii: "p"), UInt8(ascii: "e"), UInt8(ascii: "t"): true
    default: false
    }
  }

  private static let point = UInt8(ascii: ".")

  private static let hints: Fragments = ["ptional", "PTIONAL"]

  /// Takes `[Optional]`, `(optional)` and `Optional:` out of the text, in any case of letters.
  private static func withoutOptional(_ text: String) -> (String, isOptional: Bool) {
    guard hints.stand(in: text) else { return (text, false) }
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
  /// Whether a text begins with this one, which is in lowercase, in whatever case.
  fileprivate func begins(_ text: String) -> Bool {
    let own = utf8Span.span
    let bytes = text.utf8Span.span
    guard own.count <= bytes.count else { return false }
    for index in own.indices {
      let byte = bytes[index]
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      if own[index] != (isCapital ? byte | 0x20 : byte) { return false }
    }
    return true
  }

  /// The text without emoji and blanks at its ends.
  fileprivate var droppingSigns: String {
    if let first = utf8.first, let last = utf8.last, first.isPlain, last.isPlain { return self }
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
    // A mark that the text begins with ends nothing, nor do others of its kind.
    let bytes = utf8Span.span
    let barred = bytes.count > 1 && bytes[1] == 0x20 ? bytes[0] : 0
    var end: Int?
    for index in bytes.indices.dropFirst() where bytes[index] == 0x20 {
      let mark = bytes[index - 1]
      guard mark != barred, mark == 0x2E || mark == 0x21 || mark == 0x3F else { continue }
      end = index - 1
      break
    }
    guard let end else { return self }
    return String(self[..<utf8.index(startIndex, offsetBy: end)])
  }

  fileprivate var droppingFinalMark: String {
    var text = utf8[...]
    while let last = text.last {
      if last == UInt8(ascii: ":") || last == UInt8(ascii: ".") {
        text = text.dropLast()
      } else if last == 0x94, text.suffix(3).elementsEqual("—".utf8) {
        text = text.dropLast(3)
      } else {
        break
      }
    }
    return text.endIndex == endIndex ? trimmed : Substring(text).trimmed
  }
}

extension UInt8 {
  /// Whether it is a letter, a digit or a mark of ASCII, which are no signs to ``StepName``.
  fileprivate var isPlain: Bool {
    self > 0x20 && self < 0x7F && self != UInt8(ascii: "^") && self != UInt8(ascii: "`")
  }
}
