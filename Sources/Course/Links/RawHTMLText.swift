internal import Markdown

/// Raw HTML of notes as it goes into a page.
public enum RawHTMLText {
  /// The HTML with the addresses of `href`, `src`, `srcset`, `poster` and an object's `data` replaced, and all else as it was.
  ///
  /// - Parameter address: gives the new address for one, both without entities; the same for one that
  ///   stays.
  public static func replacingAddresses(
    in html: String, with address: (String) -> String
  ) -> String {
    var result: [UInt8] = []
    var rest = html.utf8[...]
    var done = 0
    for attribute in HTMLAttributeScanner.attributes(in: html)
    where !["id", "name"].contains(attribute.name) {
      let new = address(attribute.value)
      guard new != attribute.value else { continue }
      result += rest.prefix(attribute.range.lowerBound - done)
      // A value without quotes may hold no blank; no address has one here, as it is encoded.
      result.append(escaping: new.replacing("'", with: "%27"))
      rest = rest.dropFirst(attribute.range.upperBound - done)
      done = attribute.range.upperBound
    }
    return done == 0 ? html : String(decoding: result + rest, as: UTF8.self)
  }
}

/// The entities that addresses are written with.
enum HTMLEntities {
  private static let table = [
    ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&apos;", "'"),
    ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
  ]

  static func resolved(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return table.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
