/// The space between two atoms by their kinds (The TeXbook, chapter 18, the table on page 170).
enum AtomSpacing {
  /// - Returns: eighteenths of an em, 0 to 5.
  static func between(_ left: MathAtom.Kind, _ right: MathAtom.Kind, _ style: MathStyle) -> Int {
    let space = table[left.rawValue * 8 + right.rawValue]
    return space >= 0 ? space : style.isScript ? 0 : -space
  }

  /// A binary operator that has no left or right side is an ordinary atom (chapter 17, rules 5 and 6
  /// of appendix G).
  static func resolve(
    _ kind: MathAtom.Kind, after left: MathAtom.Kind?, before right: MathAtom.Kind?
  ) -> MathAtom.Kind {
    guard kind == .binary else { return kind }
    switch left {
    case nil, .binary, .operator, .relation, .opening, .punctuation: return .ordinary
    case .ordinary, .closing, .inner: break
    }
    switch right {
    case nil, .relation, .closing, .punctuation: return .ordinary
    case .ordinary, .operator, .binary, .opening, .inner: return .binary
    }
  }

  /// A number below zero is a space that scripts do not have. Columns in the order of ``MathAtom/Kind``.
  private static let table = [
    0, 3, -4, -5, 0, 0, 0, -3,
    3, 3, 0, -5, 0, 0, 0, -3,
    -4, -4, 0, 0, -4, 0, 0, -4,
    -5, -5, 0, 0, -5, 0, 0, -5,
    0, 0, 0, 0, 0, 0, 0, 0,
    0, 3, -4, -5, 0, 0, 0, -3,
    -3, -3, 0, -3, -3, -3, -3, -3,
    -3, 3, -4, -5, -3, 0, -3, -3,
  ]

  /// Widths in CSS by eighteenths of an em.
  static let widths = ["0", "0.0556em", "0.1111em", "0.1667em", "0.2222em", "0.2778em"]
}
