extension Timestamp {
  /// Reads a date as people write it: as ``init(_:)`` does, also with single digits (`2026-3-1`), or in
  /// English (`May 27, 2026`, `Friday 27 May 2026`, `1st Mar 2026`); `nil` for any other text.
  package init?(written text: String) {
    if let exact = Timestamp(text) ?? Timestamp(padding(text)) {
      self = exact
      return
    }
    var words = text.split { $0 == " " || $0 == "," }.map { $0.lowercased() }
    if let first = words.first, words.count == 4, isWeekday(first) { words.removeFirst() }
    guard words.count == 3, let year = Int(words[2]), words[2].utf8.count == 4 else { return nil }
    let (name, number) = month(words[0]) == nil ? (words[1], words[0]) : (words[0], words[1])
    guard let month = month(name), let day = Int(withoutOrdinal(number)) else { return nil }
    self.init("\(year)-\(twoDigits(month))-\(twoDigits(day))")
  }
}

/// `2026-3-1T…` with two digits for month and day.
private func padding(_ text: String) -> String {
  let day = text.prefix { $0.isNumber || $0 == "-" }
  let parts = day.split(separator: "-", omittingEmptySubsequences: false)
  guard parts.count == 3 else { return text }
  return parts.map { $0.count == 1 ? "0\($0)" : String($0) }.joined(separator: "-")
    + text[day.endIndex...]
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

private let months = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
  "november", "december",
]

/// The number of a month by its name or three letters of it.
private func month(_ name: String) -> Int? {
  let bare = name.hasSuffix(".") ? name.dropLast() : name[...]
  return months.firstIndex { $0 == bare || bare.count == 3 && $0.hasPrefix(bare) }.map { $0 + 1 }
}

private func isWeekday(_ name: String) -> Bool {
  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains(name.prefix(3))
}

/// `1` of `1st`.
private func withoutOrdinal(_ day: String) -> String {
  ["st", "nd", "rd", "th"].contains { day.hasSuffix($0) } ? String(day.dropLast(2)) : day
}
