extension StringProtocol {
  /// The text with control characters but tab and line feed replaced, so that nothing in notes or in
  /// what commands print can steer the terminal.
  public var printable: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          return isControl && scalar != "\t" && scalar != "\n" ? "\u{FFFD}" : scalar
        }))
  }
}
