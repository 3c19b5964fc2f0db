/// An environment of rows and cells.
struct MathEnvironment {
  var opening = ""
  var closing = ""
  var layout: Layout

  /// The raw value is the class of the `mtable` that the style sheet knows.
  enum Layout: String {
    case matrix = "math-matrix"
    case smallMatrix = "math-small"
    case cases = "math-cases"
    /// Columns in pairs that meet at the `&`.
    case aligned = "math-aligned"
    case gathered = "math-gathered"
    /// Columns as the argument tells.
    case array = "math-array"
    /// The rows of `\substack`.
    case stack = "math-stack"
  }

  /// Whether cells are set as in a display.
  var isDisplay: Bool { layout == .aligned || layout == .gathered }

  static func named(_ name: String) -> MathEnvironment? { all[name] }

  static let names = all.keys.sorted()

  private static let all: [String: MathEnvironment] = [
    "matrix": .init(layout: .matrix),
    "pmatrix": .init(opening: "(", closing: ")", layout: .matrix),
    "bmatrix": .init(opening: "[", closing: "]", layout: .matrix),
    "Bmatrix": .init(opening: "{", closing: "}", layout: .matrix),
    "vmatrix": .init(opening: "|", closing: "|", layout: .matrix),
    "Vmatrix": .init(opening: "‖", closing: "‖", layout: .matrix),
    "smallmatrix": .init(layout: .smallMatrix),
    "cases": .init(opening: "{", layout: .cases),
    "rcases": .init(closing: "}", layout: .cases),
    "aligned": .init(layout: .aligned), "align": .init(layout: .aligned),
    "align*": .init(layout: .aligned), "split": .init(layout: .aligned),
    "gathered": .init(layout: .gathered), "gather": .init(layout: .gathered),
    "gather*": .init(layout: .gathered), "equation": .init(layout: .gathered),
    "equation*": .init(layout: .gathered), "array": .init(layout: .array),
  ]
}
