/// Code whose long lines scroll by keyboard: it takes the focus, and has a role and a name by which a
/// screen reader tells what has it.
enum ScrollingCode {
  /// The attributes of its `pre`, with a blank before each.
  static func attributes(_ name: String) -> String {
    " tabindex=\"0\" role=\"group\" aria-label=\"\(name)\""
  }
}
