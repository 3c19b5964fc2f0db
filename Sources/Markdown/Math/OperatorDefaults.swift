/// What browsers do with an operator that has no attributes: the part of MathML Core's operator
/// dictionary (appendix B) that all of them agree on.
enum OperatorDefaults {
  enum Form: String { case prefix, infix, postfix }

  struct Spacing: Equatable {
    /// In eighteenths of an em.
    var left: Int
    var right: Int
  }

  /// - Returns: `nil` where it is not known for sure.
  static func spacing(of symbol: String, _ form: Form) -> Spacing? {
    guard let scalar = single(symbol) else { return nil }
    let none = Spacing(left: 0, right: 0)
    if form == .prefix, opening.contains(scalar) || prefixes.contains(scalar) { return none }
    if form == .postfix, closing.contains(scalar) || scalar == "!" { return none }
    if form == .prefix, summations.contains(scalar) { return Spacing(left: 3, right: 3) }
    if form == .infix, binaries.contains(scalar) { return Spacing(left: 4, right: 4) }
    if scalar == "," || scalar == ";" { return Spacing(left: 0, right: 3) }
    if TeXCommands.isRelation(scalar), !unlikeRelations.contains(scalar) {
      return Spacing(left: 5, right: 5)
    }
    return nil
  }

  /// Whether browsers let a symbol grow with what stands beside it.
  ///
  /// - Returns: `nil` where some do.
  static func isStretchy(_ symbol: String, _ form: Form?) -> Bool? {
    guard let scalar = single(symbol) else { return false }
    if scalar == "|" { return form == .prefix || form == .postfix ? true : nil }
    if opening.contains(scalar) || closing.contains(scalar) { return true }
    return growing.contains(scalar) ? nil : false
  }

  private static func single(_ symbol: String) -> Unicode.Scalar? {
    let scalars = symbol.unicodeScalars
    guard let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex
    else { return nil }
    return first
  }

  private static let opening: Set<Unicode.Scalar> = ["(", "[", "{", "|", "⌈", "⌊", "⟨", "⟦"]
  private static let closing: Set<Unicode.Scalar> = [")", "]", "}", "|", "⌉", "⌋", "⟩", "⟧"]
  private static let growing: Set<Unicode.Scalar> = [
    "‖", "↑", "↓", "↕", "⇑", "⇓", "⇕", "⟮", "⟯", "/", "\\",
  ]
  private static let prefixes: Set<Unicode.Scalar> = ["+", "−", "±", "∓", "¬", "∀", "∃", "∄"]
  private static let summations: Set<Unicode.Scalar> = ["∑", "∫", "∬", "∭", "∮"]
  private static let binaries: Set<Unicode.Scalar> = [
    "+", "−", "±", "∓", "÷", "∖", "∧", "∨", "∩", "∪", "⊓", "⊔", "⊕", "⊖", "⊘",
  ]
  /// Relations of TeX that the dictionary has as something else.
  private static let unlikeRelations: Set<Unicode.Scalar> = [":", "∼", "⌢", "⌣", "⊏", "∣", "∥"]
}
