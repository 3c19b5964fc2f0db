/// Takes passwords, tokens and keys out of what is shown and kept.
///
/// Known are the values of variables that the author names as secrets, of variables whose names say
/// that they are (`API_TOKEN`), and those that the notes themselves show; beside them whatever has the
/// shape of a key. A value that is printed in another coding, as in base64, is not found.
public struct Masking: Sendable {
  /// What stands for a secret.
  public static let mark = "•••"

  /// The variables that hold secrets, in order: those whose values a shell may know.
  public let names: [String]
  /// Longest first, so that a value that begins another leaves nothing of it.
  private var values: [[UInt8]] = []

  /// - Parameters:
  ///   - names: variables that the course names as secrets.
  ///   - environment: variables of this program, by name.
  ///   - steps: what the page's own texts give away, and the variables that they name or set.
  public init(names: [String] = [], environment: [String: String] = [:], steps: [Step] = []) {
    let declared = Set(names + steps.flatMap(\.settings.secrets))
    func isSecret(_ name: String) -> Bool {
      declared.contains(name) || SecretText.isSecret(name: name)
    }
    let commands = steps.filter(\.kind.isRunnable).flatMap(\.commands).flatMap(\.simpleCommands)
    let settings =
      steps.flatMap(\.settings.environment).map { ($0.name, Optional($0.value)) }
      + commands.flatMap(\.settings)
    self.names = declared.union(settings.map(\.0).filter(isSecret))
      .filter(StepEnvironment.isName).sorted()
    for (name, value) in environment where isSecret(name) { learn(value) }
    for case (let name, let value?) in settings where isSecret(name) { learn(value) }
    for case (_, let value)? in commands.map(SecretText.found) { learn(value) }
  }

  /// Masks a value from now on. Short ones and common words stay: to mask them everywhere would hide
  /// what is no secret, and tell the value by where it is.
  public mutating func learn(_ value: String) {
    for line in value.split(whereSeparator: \.isNewline) {
      let bare = line.trimming { $0 == " " || $0 == "\"" || $0 == "'" }
      let bytes = Array(bare.utf8)
      guard Self.isWorthMasking(bare), !values.contains(bytes) else { continue }
      values.append(bytes)
    }
    values.sort { $0.count > $1.count }
  }

  /// The text with ``mark`` for each secret.
  ///
  /// - Parameter isGrowing: whether more may follow, so that the beginning of a secret at its end is
  ///   masked too.
  public func masked(_ text: String, isGrowing: Bool = false) -> String {
    var bytes = Array(text.utf8)
    for value in values { bytes = bytes.replacing(value, with: Self.markBytes) }
    if isGrowing { maskBeginning(atEndOf: &bytes) }
    let shapes = KeyShapes.ranges(in: bytes, isGrowing: isGrowing)
    guard !shapes.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var end = 0
    for range in shapes {
      result += bytes[end..<range.lowerBound] + Self.markBytes
      end = range.upperBound
    }
    return String(decoding: result + bytes[end...], as: UTF8.self)
  }

  private func maskBeginning(atEndOf bytes: inout [UInt8]) {
    // Two letters give nothing away, and many a word ends with them.
    var longest = 2
    for value in values {
      for count in stride(from: min(value.count - 1, bytes.count), to: longest, by: -1)
      where bytes.suffix(count).elementsEqual(value.prefix(count)) {
        longest = count
        break
      }
    }
    if longest > 2 { bytes.replaceSubrange((bytes.count - longest)..., with: Self.markBytes) }
  }

  private static let markBytes = Array(mark.utf8)

  static func isWorthMasking(_ value: String) -> Bool {
    guard value.utf8.count >= 4, !value.contains(mark) else { return false }
    // A number this short is a port or a year.
    let isShortNumber = value.utf8.count < 6 && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return !isShortNumber && !SecretText.isReference(value) && !SecretText.isWellKnown(value)
      && !commonWords.contains(value.lowercased())
  }

  private static let commonWords: Set<String> = [
    "true", "false", "none", "null", "auto", "yes", "default", "enabled", "disabled", "hello",
    "world", "localhost", "production", "development", "debug", "info", "string", "value", "token",
  ]
}

extension SimpleCommand {
  /// The variables that it sets, or asks for with `read`, with the values that are known.
  fileprivate var settings: [(String, String?)] {
    let setters: Set<String> = ["export", "declare", "typeset", "readonly", "local", "read"]
    let words =
      name.map(setters.contains) == true ? arguments.filter { !$0.text.hasPrefix("-") } : []
    let all =
      assignments.map { ($0.name, $0.value.value) }
      + words.map { word in
        let name = String(word.text.prefix { $0 != "=" })
        return (name, word.value.map { String($0.dropFirst(name.count + 1)) })
      }
    return all.filter { StepEnvironment.isName($0.0) }
  }
}

extension Substring {
  fileprivate func trimming(_ isBlank: (Character) -> Bool) -> String {
    guard let last = lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(self[...last].drop(while: isBlank))
  }
}

extension [UInt8] {
  /// By bytes and in one go: a search by Characters takes many times as long.
  fileprivate func replacing(_ value: [UInt8], with mark: [UInt8]) -> [UInt8] {
    guard let first = value.first else { return self }
    var result: [UInt8] = []
    var done = 0
    var index = 0
    while let next = self[index...].firstIndex(of: first), next + value.count <= count {
      if self[next..<next + value.count].elementsEqual(value) {
        result += self[done..<next] + mark
        done = next + value.count
        index = done
      } else {
        index = next + 1
      }
    }
    return done == 0 ? self : result + self[done...]
  }
}
