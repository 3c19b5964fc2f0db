import Machine

/// One of the program's output streams and what it can show.
struct Terminal: Sendable {
  private let descriptor: CInt
  /// Whether a person is looking.
  let isInteractive: Bool
  /// Whether colours are wanted: on a terminal that has them, unless `NO_COLOR` says no
  /// (no-color.org) or `CLICOLOR_FORCE` says yes.
  let isColored: Bool

  static let output = Terminal(1)
  static let error = Terminal(2)
  /// Whether a person can answer.
  static let canAsk = System.isTerminal(0) && System.isTerminal(2)

  private init(_ descriptor: CInt) {
    self.descriptor = descriptor
    let environment = System.environment
    isInteractive = System.isTerminal(descriptor) && environment["TERM"] != "dumb"
    let isForced = environment["CLICOLOR_FORCE"].map { $0 != "0" && !$0.isEmpty } ?? false
    let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    isColored = !isRefused && (isForced || isInteractive)
  }

  /// Columns, 80 where there is no terminal to ask.
  var width: Int { System.terminalWidth(descriptor) ?? 80 }

  /// Writes all of the text at once. Where nobody takes it, as behind `head`, it is lost in silence,
  /// which is what the reader wants.
  func write(_ text: String) { try? System.write(text, to: descriptor) }

  enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"
  }

  /// The text in a style, where the stream shows styles.
  func paint(_ text: String, _ style: Style) -> String {
    isColored ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
