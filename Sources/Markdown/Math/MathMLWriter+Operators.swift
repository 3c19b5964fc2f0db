/// Operators with the attributes they need where they stand.
extension MathMLWriter {
  mutating func writeOperator(
    _ text: String, _ stretch: MathAtom.Stretch, _ place: Place, _ attributes: String = ""
  ) {
    var attributes = attributes
    var form = place.form
    if let wanted = place.spacing {
      let isDefault = form.map { OperatorDefaults.spacing(of: text, $0) == wanted } ?? false
      if !isDefault {
        if let other = Self.form(giving: wanted, text) {
          form = other
          attributes += " form=\"\(other.rawValue)\""
        } else {
          attributes += " lspace=\"\(AtomSpacing.widths[wanted.left])\""
          attributes += " rspace=\"\(AtomSpacing.widths[wanted.right])\""
        }
      }
    }
    let isStretchy = OperatorDefaults.isStretchy(text, form)
    switch stretch {
    case .natural: if isStretchy != false { attributes += " stretchy=\"false\"" }
    case .never: attributes += " stretchy=\"false\""
    case .fence: if isStretchy != true { attributes += " stretchy=\"true\"" }
    case .height(let height):
      if isStretchy != true { attributes += " stretchy=\"true\"" }
      attributes += " minsize=\"\(height)\" maxsize=\"\(height)\""
    }
    token("mo", text, attributes)
  }

  /// The form in which all browsers give an operator the wanted space.
  private static func form(
    giving wanted: OperatorDefaults.Spacing, _ text: String
  ) -> OperatorDefaults.Form? {
    let forms: [OperatorDefaults.Form] = [.prefix, .infix, .postfix]
    return forms.first { OperatorDefaults.spacing(of: text, $0) == wanted }
  }
}
