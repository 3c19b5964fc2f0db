/// Finds what looks like a key by its form alone: tokens with the prefixes that their issuers give
/// them, JSON Web Tokens, private keys in PEM, and `NAME=value` where the name says what it is.
enum KeyShapes {
  /// Where keys stand in a text's UTF-8, in order and apart from each other.
  ///
  /// - Parameter isGrowing: whether a token at the end may still get longer, so that its prefix is
  ///   enough.
  static func ranges(in bytes: [UInt8], isGrowing: Bool = false) -> [Range<Int>] {
    var found = privateKeys(in: bytes)
    var index = 0
    while index < bytes.count {
      guard isTokenByte(bytes[index]) else {
        if bytes[index] == UInt8(ascii: "="), let value = assignedValue(in: bytes, at: index) {
          found.append(value)
          index = value.upperBound
        } else {
          index += 1
        }
        continue
      }
      let end = bytes[index...].firstIndex { !isTokenByte($0) } ?? bytes.count
      if let key = token(in: bytes, index..<end, isOpen: isGrowing && end == bytes.count) {
        found.append(key)
      }
      index = end
    }
    return apart(found)
  }

  // MARK: Tokens

  private struct Shape {
    var prefix: [UInt8]
    /// How many letters, digits, `_` and `-` follow at least.
    var length: Int
    /// Whether one run of 16 letters and digits is part of it, which names that people give lack.
    var isRandom: Bool

    init(_ prefix: String, _ length: Int, isRandom: Bool = false) {
      self.prefix = Array(prefix.utf8)
      self.length = length
      self.isRandom = isRandom
    }
  }

  /// The prefixes that the issuers document: AWS, GitHub, GitLab, OpenAI and others with `sk-`, Slack,
  /// Hugging Face, Google, npm, PyPI, Stripe, DigitalOcean, Docker Hub.
  private static let shapes = [
    Shape("AKIA", 16), Shape("ASIA", 16), Shape("ghp_", 20), Shape("gho_", 20), Shape("ghu_", 20),
    Shape("ghs_", 20), Shape("ghr_", 20), Shape("github_pat_", 22), Shape("glpat-", 16),
    Shape("sk-", 20, isRandom: true), Shape("xoxa-", 10), Shape("xoxb-", 10), Shape("xoxp-", 10),
    Shape("xoxr-", 10), Shape("xoxs-", 10), Shape("hf_", 20), Shape("AIza", 30), Shape("npm_", 30),
    Shape("pypi-", 40), Shape("sk_live_", 16), Shape("sk_test_", 16), Shape("rk_live_", 16),
    Shape("dop_v1_", 32), Shape("dckr_pat_", 16),
  ]

  private static func token(
    in bytes: [UInt8], _ range: Range<Int>, isOpen: Bool
  ) -> Range<Int>? {
    let all = bytes[range]
    if all.starts(with: "eyJ".utf8) {
      // RFC 7519: header, payload and signature in base64url, the first two objects.
      let parts = all.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      if isOpen || parts.count >= 3 && parts[0].count > 8 && parts[1].starts(with: "eyJ".utf8) {
        return range
      }
    }
    let word = all.prefix { $0 != UInt8(ascii: ".") }
    for shape in shapes where word.starts(with: shape.prefix) {
      let rest = word.dropFirst(shape.prefix.count)
      if isOpen || rest.count >= shape.length && (!shape.isRandom || isRandom(rest)) {
        return word.indices
      }
    }
    return nil
  }

  private static func isRandom(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.split { !isLetterOrDigit($0) }.contains { part in
      part.count >= 16 && part.contains { (0x30...0x39).contains($0) }
    }
  }

  // MARK: Assignments

  /// The value behind the `=` at an index, where the name before it is that of a secret.
  private static func assignedValue(in bytes: [UInt8], at equals: Int) -> Range<Int>? {
    let before = bytes[..<equals]
    let name = before.suffix(
      from: before.lastIndex { $0 != UInt8(ascii: "_") && !isLetterOrDigit($0) }.map { $0 + 1 } ?? 0
    )
    guard name.count >= 4, name.count < 64,
      SecretText.isSecret(name: String(decoding: name, as: UTF8.self))
    else { return nil }
    var start = equals + 1
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    let quote = start < bytes.count && quotes.contains(bytes[start]) ? bytes[start] : nil
    if quote != nil { start += 1 }
    let value = bytes[start...].prefix { byte in
      if let quote { return byte != quote && byte != 0x0A }
      return byte > 0x20 && !";&|,)\"'".utf8.contains(byte)
    }
    return Masking.isWorthMasking(String(decoding: value, as: UTF8.self)) ? value.indices : nil
  }

  // MARK: Private keys

  /// The lines between `-----BEGIN … PRIVATE KEY-----` and its end (RFC 7468); where one of the two was
  /// cut away, as far as the lines look like base64.
  private static func privateKeys(in bytes: [UInt8]) -> [Range<Int>] {
    guard bytes.contains("PRIVATE KEY-----") else { return [] }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var found: [Range<Int>] = []
    for (index, line) in lines.enumerated() where line.contains("PRIVATE KEY-----") {
      if line.contains("-----BEGIN ") {
        let body = lines[(index + 1)...].prefix(while: isBody)
        let last = lines.dropFirst(index + 1 + body.count).first
        let end = last?.contains("PRIVATE KEY-----") == true ? last : body.last
        let start = line.endIndex
        if let end, start + 1 < end.endIndex { found.append(start + 1..<end.endIndex) }
      } else if let first = lines[..<index].reversed().prefix(while: isBody).last {
        found.append(first.startIndex..<line.endIndex)
      }
    }
    return found
  }

  private static func isBody(_ line: ArraySlice<UInt8>) -> Bool {
    let isHeader = line.contains(": ") && line.count < 80
    return isHeader || line.allSatisfy { isLetterOrDigit($0) || "+/= \r".utf8.contains($0) }
  }

  // MARK: Bytes

  private static func apart(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: {
      ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound)
    })
    where range.lowerBound >= result.last?.upperBound ?? 0 && !range.isEmpty {
      result.append(range)
    }
    return result
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "_-.".utf8.contains(byte)
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}

extension Collection<UInt8> {
  /// Whether an ASCII text stands in the bytes.
  fileprivate func contains(_ text: String) -> Bool {
    let pattern = Array(text.utf8)
    guard let first = pattern.first else { return true }
    var rest = self[...]
    while let index = rest.firstIndex(of: first) {
      if rest[index...].starts(with: pattern) { return true }
      rest = rest[rest.index(after: index)...]
    }
    return false
  }
}
