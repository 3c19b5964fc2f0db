/// What a term is filed under: its letters a to z and its digits as they are, any other UTF-16 unit as
/// `~` and four hexadecimal digits, and `-` at the end.
///
/// So keys begin alike where terms do, can be cut anywhere, and are names of files on every system.
enum SearchKey {
  static let end = UInt8(ascii: "-")

  static func append(of term: Span<UInt8>, to key: inout [UInt8]) {
    var index = 0
    while index < term.count {
      let byte = term[index]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        key.append(byte)
        index += 1
      default:
        let scalar = SearchTokenizer.scalar(in: term, at: &index)
        for unit in Unicode.UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
          key.append(UInt8(ascii: "~"))
          for shift in [12, 8, 4, 0] { key.append(Self.digits[Int(unit >> UInt16(shift) & 15)]) }
        }
      }
    }
    key.append(end)
  }

  private static let digits = [UInt8]("0123456789abcdef".utf8)
}
