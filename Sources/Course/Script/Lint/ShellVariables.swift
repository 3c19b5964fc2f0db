/// The variables that shell text has to do with, as far as its words tell.
enum ShellVariables {
  /// The names after `$` and `${`, in quotes of whatever kind.
  static func read(in text: String) -> Set<String> {
    var names: Set<String> = []
    let bytes = Array(text.utf8)
    var index = 0
    while index + 1 < bytes.count {
      defer { index += 1 }
      guard bytes[index] == ShellByte.dollar else { continue }
      var start = index + 1
      if bytes[start] == UInt8(ascii: "{") { start += 1 }
      if start < bytes.count, bytes[start] == UInt8(ascii: "!") || bytes[start] == UInt8(ascii: "#")
      {
        start += 1
      }
      let end = bytes[min(start, bytes.count)...].firstIndex { !$0.isOfName } ?? bytes.count
      guard end > start, !ShellByte.isDigit(bytes[start]) else { continue }
      names.insert(String(decoding: bytes[start..<end], as: UTF8.self))
    }
    return names
  }
}

extension UInt8 {
  /// Whether a variable's name may hold it.
  fileprivate var isOfName: Bool {
    self == UInt8(ascii: "_") || ShellByte.isDigit(self)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}

extension ShellScript {
  /// The variables that its commands set.
  var assignedNames: Set<String> {
    var names: Set<String> = []
    for simple in simpleCommands {
      names.formUnion(simple.assignments.map(\.name))
      switch simple.words.first?.value {
      case "export", "declare", "typeset", "local", "readonly":
        for word in simple.words.dropFirst() {
          names.insert(String(word.text.prefix { $0 != "=" }))
        }
      case "read", "mapfile", "readarray", "getopts":
        names.formUnion(simple.words.dropFirst().map(\.text))
      default: break
      }
    }
    // `for name in` and `for ((name = …))`
    for command in commands {
      let words = command.text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == ";" }
      for (word, next) in zip(words, words.dropFirst()) where word == "for" || word == "select" {
        names.insert(String(next.drop { $0 == "(" }))
      }
    }
    return names
  }
}
