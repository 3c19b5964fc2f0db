/// What the bytes of one line have to be.
enum LinePattern: Sendable {
  case text([UInt8])
  /// As ``text``, where the line may be written with the escapes of cram.
  case written([UInt8], letters: String)
  /// The line begins with it.
  case beginning([UInt8])
  /// Any text at each gap between the pieces.
  case pieces([String])
  /// `*` for any text, `?` for one character; `\` before either for itself where that is known.
  case glob(String, hasEscapes: Bool)
  /// The source of a regular expression, held at the line's ends.
  case expression(String, Dialect.Anchoring)
  case anything
  /// Any of them.
  case either([LinePattern])

  /// The test for a line, made once for many.
  func matcher() -> ([UInt8]) -> Bool {
    switch self {
    case .anything: return { _ in true }
    case .text(let text): return { $0 == text }
    case .written(let text, let letters):
      let mark = Array(" (esc)".utf8)
      return { line in
        line.hasSuffix(mark)
          && LineEscapes.resolved(line.dropLast(mark.count), letters: letters) == text
      }
    case .beginning(let text): return { $0.starts(with: text) }
    case .pieces(let pieces): return { Self.match(pieces, String(decoding: $0, as: UTF8.self)) }
    case .glob(let glob, let hasEscapes):
      let pattern = Glob(glob, hasEscapes: hasEscapes)
      return { pattern.matches(String(decoding: $0, as: UTF8.self)) }
    case .expression(let source, let anchoring): return Self.expression(source, anchoring)
    case .either(let patterns):
      let matchers = patterns.map { $0.matcher() }
      return { line in matchers.contains { $0(line) } }
    }
  }

  /// What is wrong with a regular expression, in words; `nil` where nothing is.
  var fault: String? {
    guard case .expression(let source, _) = self else { return nil }
    do {
      _ = try Regex(source)
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// What is no regular expression matches nothing.
  private static func expression(
    _ source: String, _ anchoring: Dialect.Anchoring
  ) -> ([UInt8]) -> Bool {
    switch anchoring {
    case .whole:
      // `wholeMatch` groups before it anchors.
      guard let expression = try? Regex(source) else { return { _ in false } }
      return { (try? expression.wholeMatch(in: String(decoding: $0, as: UTF8.self))) != nil }
    case .end(let indent):
      guard let expression = try? Regex(indent + source + #"\z"#) else { return { _ in false } }
      let exact = expression.matchingSemantics(.unicodeScalar)
      return { line in
        (try? exact.prefixMatch(in: indent + String(decoding: line, as: UTF8.self))) != nil
      }
    case .loose:
      guard let expression = try? Regex("^\(source)$") else { return { _ in false } }
      let exact = expression.matchingSemantics(.unicodeScalar)
      return { (try? exact.firstMatch(in: String(decoding: $0, as: UTF8.self))) != nil }
    }
  }

  private static func match(_ pieces: [String], _ line: String) -> Bool {
    guard let first = pieces.first, let last = pieces.last, line.utf8.starts(with: first.utf8)
    else { return false }
    var rest = Substring(line.utf8.dropFirst(first.utf8.count))
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let range = rest.firstRange(ofASCII: piece) else { return false }
      rest = rest[range.upperBound...]
    }
    let count = last.utf8.count
    return rest.utf8.count >= count && rest.utf8.suffix(count).elementsEqual(last.utf8)
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}
