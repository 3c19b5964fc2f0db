/// Names made from headings.
public enum Slug {
  /// The id GitHub gives a heading: lowercase letters, digits, `-` and `_`, with a `-` for each space.
  ///
  /// `## ⚙ Environment Setup` becomes `-environment-setup`.
  public static func heading(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar == " " {
        result.append("-")
      } else if scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic
        || scalar.properties.numericType != nil || isMark(scalar)
      {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// A short name fit for a shell function and an address: at most `words` words of lowercase
  /// letters and digits with single `-` between them.
  public static func name(_ text: String, words: Int = 8) -> String {
    let pieces = text.lowercased().unicodeScalars
      .filter { $0 != "'" && $0 != "’" }
      .split { !($0.properties.isAlphabetic || $0.properties.numericType != nil) }
    return pieces.prefix(words).map(String.init).joined(separator: "-")
  }

  /// Accents that follow their letter belong to it.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark: scalar.value < 0xFE00 || scalar.value > 0xFE0F
    default: false
    }
  }
}

/// Makes names unique by adding `-1`, `-2` and so on, as GitHub does for headings.
public struct UniqueNames {
  private var used: Set<String> = []
  private var counts: [String: Int] = [:]
  private let first: Int

  /// - Parameter first: the number the second bearer of a name gets.
  public init(first: Int = 1) { self.first = first }

  public func contains(_ name: String) -> Bool { used.contains(name) }

  public mutating func unique(_ name: String) -> String {
    var candidate = name
    while !used.insert(candidate).inserted {
      let number = counts[name, default: first]
      counts[name] = number + 1
      candidate = "\(name)-\(number)"
    }
    return candidate
  }
}
