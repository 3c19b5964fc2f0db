/// The terms by which a page is found, with their weights.
public struct SearchTerms {
  /// Each term as its count of bytes, its bytes and its weight.
  public let packed: [UInt8]

  /// - Parameter line: as ``SearchText`` writes it, without the page's address.
  public init(of line: [UInt8]) {
    var tokenizer = SearchTokenizer()
    SearchText.forEachString(in: line) { string, range, _ in
      let field: SearchField
      switch string {
      case .title: field = .title
      case .heading: field = .heading
      case .text: field = .text
      case .code: field = .code
      case .id, .step: return
      }
      tokenizer.read(line.span.extracting(range), as: field)
    }
    packed = tokenizer.terms.packed
  }

  /// Gives each of packed terms and its weight, from 0 to 7.
  public static func forEach(
    in packed: [UInt8], _ body: (_ term: Span<UInt8>, _ weight: UInt8) -> Void
  ) {
    let bytes = packed.span
    var index = 0
    while index < bytes.count {
      let start = index + 1
      let end = start + Int(bytes[index])
      guard end < bytes.count else { return }
      body(bytes.extracting(start..<end), bytes[end])
      index = end + 1
    }
  }
}
