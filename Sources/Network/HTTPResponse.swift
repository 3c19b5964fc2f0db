/// What a web server answers, as curl prints it: header lines, an empty line, and the body
/// (RFC 9112 section 2.1).
struct HTTPResponse {
  let status: Int
  /// Header fields by their names in lowercase; of several of one name the last.
  private let fields: [String: String]
  let body: ArraySlice<UInt8>
  /// Whether the body is longer than what was read of it.
  var isCut = false

  /// `nil` while the header is not whole. Answers that only announce another (1xx) are skipped.
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while true {
      var lines: [String] = []
      while true {
        guard let end = rest.firstIndex(of: 0x0A) else { return nil }
        var line = rest[..<end]
        rest = rest[(end + 1)...]
        if line.last == 0x0D { line.removeLast() }
        if line.isEmpty { break }
        lines.append(String(decoding: line, as: UTF8.self))
      }
      // `HTTP/1.1 200 OK`, `HTTP/2 200`
      let words = (lines.first ?? "").split(separator: " ")
      guard words.count > 1, words[0].hasPrefix("HTTP/"), let status = Int(words[1]) else {
        return nil
      }
      if (100..<200).contains(status) { continue }
      self.status = status
      var fields: [String: String] = [:]
      for line in lines.dropFirst() {
        guard let colon = line.firstIndex(of: ":") else { continue }
        let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        fields[line[..<colon].lowercased()] = String(value)
      }
      self.fields = fields
      body = rest
      return
    }
  }

  /// Where a redirect leads (RFC 9110 section 15.4); `nil` for any other answer.
  var location: String? { [301, 302, 303, 307, 308].contains(status) ? fields["location"] : nil }

  /// Whether a redirect is meant to stay.
  var isPermanent: Bool { status == 301 || status == 308 }

  var isHTML: Bool {
    let type = (fields["content-type"] ?? "").lowercased()
    return type.hasPrefix("text/html") || type.hasPrefix("application/xhtml")
  }

  /// The seconds that a server wants to be left alone (RFC 9110 section 10.2.3); `nil` where it says
  /// nothing, or a date.
  var retryAfter: Double? {
    fields["retry-after"].flatMap { Double($0) }.flatMap { $0 < 0 ? nil : $0 }
  }
}
