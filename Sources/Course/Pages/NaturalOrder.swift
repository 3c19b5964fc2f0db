/// The order of names in which digits count as numbers: week2 before week10.
public struct NaturalOrder: Comparable, Sendable {
  private enum Piece: Comparable {
    case number(Int)
    case text(String)
  }

  private let pieces: [Piece]

  public init(_ name: String) {
    var pieces: [Piece] = []
    var rest = name.utf8[...]
    let isDigit: (UInt8) -> Bool = { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    while let first = rest.first {
      let run = rest.prefix { isDigit($0) == isDigit(first) }
      let text = String(decoding: run, as: UTF8.self)
      pieces.append(Int(text).map(Piece.number) ?? .text(text))
      rest = rest[run.endIndex...]
    }
    self.pieces = pieces
  }

  public static func < (left: NaturalOrder, right: NaturalOrder) -> Bool {
    left.pieces.lexicographicallyPrecedes(right.pieces)
  }

  /// The names in this order.
  public static func sorted(_ names: [String]) -> [String] {
    names.map { (name: $0, key: NaturalOrder($0)) }.sorted { $0.key < $1.key }.map(\.name)
  }
}
