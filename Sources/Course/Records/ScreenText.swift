/// What is left on the screen of what a command prints.
///
/// Escape sequences (ECMA-48) and control characters go; where a carriage return or a backspace leads
/// back, what follows overwrites, so that of a progress bar the last state stays.
public struct ScreenText {
  /// Only line feeds and tabs are left of the control characters.
  public let text: String

  public init(_ printed: String) {
    let isPlain = printed.utf8.allSatisfy { byte in
      (0x20..<0x7F).contains(byte) || byte == 0x0A || byte == 0x09
    }
    guard !isPlain else {
      text = printed
      return
    }
    var screen = Screen()
    var rest = printed.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": screen.obey(&rest)
      case "\u{9B}": screen.obeyControlSequence(&rest)
      default: screen.put(scalar)
      }
    }
    text = String(screen.shown)
  }
}

private struct Screen {
  private var lines = String.UnicodeScalarView()
  private var line: [Unicode.Scalar] = []
  private var cursor = 0

  var shown: String.UnicodeScalarView { lines + line }

  mutating func put(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\n":
      lines += line
      lines.append(scalar)
      line = []
      cursor = 0
    case "\r": cursor = 0
    case "\u{8}": cursor = max(0, cursor - 1)
    case "\t": write(scalar)
    // A byte-order mark and what no text may hold are no signs either.
    case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}": break
    default: write(scalar)
    }
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    if cursor < line.count { line[cursor] = scalar } else { line.append(scalar) }
    cursor += 1
  }

  /// Takes what follows an escape.
  mutating func obey(_ rest: inout Substring.UnicodeScalarView) {
    guard let kind = rest.popFirst() else { return }
    switch kind {
    case "[": obeyControlSequence(&rest)
    case "]", "P", "X", "^", "_":
      // A string of the terminal's own, up to a bell or `ESC \`; one without end takes its line.
      while let scalar = rest.first, scalar != "\n" {
        rest.removeFirst()
        if scalar == "\u{7}" { return }
        if scalar == "\u{1B}", rest.first == "\\" {
          rest.removeFirst()
          return
        }
      }
    case " "..."/":
      while let scalar = rest.first, (" "..."/").contains(scalar) { rest.removeFirst() }
      _ = rest.popFirst()
    case "\n": put(kind)
    default: break
    }
  }

  /// Parameters, intermediate bytes and the final byte (ECMA-48, 5.4). Of all the functions only those
  /// of one line matter to what stays: erasing, and going to its first column.
  mutating func obeyControlSequence(_ rest: inout Substring.UnicodeScalarView) {
    let parameters = rest.prefix { ("0"..."?").contains($0) }
    rest = rest[parameters.endIndex...]
    rest = rest[rest.prefix { (" "..."/").contains($0) }.endIndex...]
    guard let final = rest.first, ("@"..."~").contains(final) else { return }
    rest.removeFirst()
    switch (final, String(parameters)) {
    case ("K", ""), ("K", "0"), ("J", ""), ("J", "0"):
      line.removeSubrange(min(cursor, line.count)...)
    case ("K", "2"), ("J", "2"): line = Array(repeating: " ", count: cursor)
    case ("G", ""), ("G", "1"): cursor = 0
    default: break
    }
  }
}
