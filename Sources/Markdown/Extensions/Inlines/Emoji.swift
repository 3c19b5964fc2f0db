/// Shortcodes such as `:rocket:`.
///
/// The names are those of GitHub's gemoji 4.1; those without a character of Unicode are left out.
enum Emoji {
  /// The shortcode that begins with the colon at an index. Letters and digits beside it show that the
  /// colons are those of a time or an address.
  static func span(in text: [UInt8], at start: Int) -> (Range<Int>, String)? {
    if start > 0, text[start - 1].isAlphanumeric { return nil }
    let name = text[(start + 1)...].prefix(longestName).prefix {
      $0.isAlphanumeric || "+-_".utf8.contains($0)
    }
    guard !name.isEmpty, name.endIndex < text.count, text[name.endIndex] == UInt8(ascii: ":") else {
      return nil
    }
    let end = name.endIndex + 1
    if end < text.count, text[end].isAlphanumeric { return nil }
    return character(named: name).map { (start..<end, $0) }
  }

  /// The character of a name, found by halving the table.
  static func character(named name: ArraySlice<UInt8>) -> String? {
    var low = 0
    var high = table.count
    while low < high {
      var start = (low + high) / 2
      while start > low, table[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      let line = table[start..<high].prefix { $0 != UInt8(ascii: "\n") }
      let entry = line.prefix { $0 != UInt8(ascii: " ") }
      if entry.elementsEqual(name) { return line.dropFirst(entry.count + 1).text }
      if entry.lexicographicallyPrecedes(name) {
        low = min(line.endIndex + 1, high)
      } else {
        high = start
      }
    }
    return nil
  }

  /// The longest name has 40 bytes.
  private static let longestName = 41

  /// A name, a blank and a character on each line, in the order of the names' bytes.
  private static let table = PackageResources.emoji_txt
}
