internal import Markdown

/// Code whose long lines scroll by keyboard: it takes the focus, and has a role and a name by which a
/// screen reader tells what has it.
enum ScrollingCode {
  /// The attributes of its `pre`, with a blank before each.
  static func attributes(_ name: String) -> String {
    " tabindex=\"0\" role=\"group\" aria-label=\"\(name)\""
  }

  /// Those of code of which no more is known.
  static let code = attributes("Code")

  /// Begins the `pre`.
  static func open(_ name: String, in output: inout [UInt8]) {
    output.append(html: "<pre tabindex=\"0\" role=\"group\" aria-label=\"")
    output.append(html: name)
    output.append(html: "\">")
  }
}
