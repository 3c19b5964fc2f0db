internal import Markdown

/// The name that the info string of a fence gives a tab.
struct TabLabel {
  let text: String
  /// Whether the fence says for which system it is.
  let isSystem: Bool

  /// - Returns: `nil` where the info string has no `tab`, no `os` and no `title`.
  init?(_ code: CodeBlock) {
    let info = code.info.utf8
    let end = info.firstIndex { $0 == 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "{") }
    guard let end, !code.info.hasPrefix("{{") else { return nil }
    let language = info.distance(from: info.startIndex, to: end)
    var tab: String?
    var systems: [String] = []
    var title: String?
    for attribute in AttributeReader(code.info, from: language).attributes {
      switch (attribute.name.lowercased(), AnnotationKey.meaning(of: attribute.name)) {
      case ("tab", _): tab = attribute.value.text
      case ("title", _): title = attribute.value.text
      case (_, .key(.os, _)): systems = attribute.value.words ?? []
      default: continue
      }
    }
    let names = systems.map { Self.systems[$0.lowercased()] ?? $0 }.joined(separator: ", ")
    let found = [tab, names, title].compactMap(\.self).first { !$0.isEmpty }
    guard let found else { return nil }
    text = found
    isSystem = !systems.isEmpty
  }

  /// Systems as their makers write them.
  private static let systems = [
    "linux": "Linux", "macos": "macOS", "mac": "macOS", "darwin": "macOS", "osx": "macOS",
    "windows": "Windows", "win": "Windows", "win32": "Windows", "wsl": "WSL", "ubuntu": "Ubuntu",
    "debian": "Debian", "fedora": "Fedora", "arch": "Arch Linux", "alpine": "Alpine Linux",
    "freebsd": "FreeBSD", "openbsd": "OpenBSD", "unix": "Unix", "android": "Android", "ios": "iOS",
  ]
}

/// A comment that stands around tabs, alone in its block.
enum TabComment: Equatable {
  case open, close

  init?(_ html: String) {
    let text = html.utf8.drop { $0 == 0x20 }
    guard text.starts(with: "<!--".utf8) else { return nil }
    let isBlank = { (byte: UInt8) in byte <= 0x20 }
    let inner = text.dropFirst(4).drop(while: isBlank)
    let words: [(String, TabComment)] = [("tabs", .open), ("/tabs", .close)]
    for (word, comment) in words where inner.starts(with: word.utf8) {
      let rest = inner.dropFirst(word.utf8.count).drop(while: isBlank)
      guard rest.starts(with: "-->".utf8), rest.dropFirst(3).allSatisfy(isBlank) else { return nil }
      self = comment
      return
    }
    return nil
  }
}
