/// A script as it lies on disk, taken apart: the functions of its steps, and all else.
struct ScriptReading {
  struct Function {
    var name: String
    /// The lines between those of the braces.
    var body: [String]
    /// The 1-based line of the file on which the body begins.
    var line: Int
  }

  private(set) var functions: [Function] = []
  /// The lines that belong to no step, but for the checksum.
  private(set) var frame = ""
  /// Whether bash can read the file.
  let isReadable: Bool

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // Below the steps stand none, and a change there is told whatever it is.
    let end = lines.firstIndex(of: ScriptRunner.mark) ?? lines.count
    let script = ShellScript(lines[..<end].joined(separator: "\n") + "\n")
    isReadable = script.isComplete && !script.problems.contains { $0.severity == .error }
    var rest: [String] = []
    var next = 0
    for command in script.commands where command.endLine > command.line && command.line >= next {
      guard let name = Self.name(lines[command.line]),
        ["}", ")"].contains(lines[command.endLine])
      else { continue }
      rest += lines[next..<command.line]
      functions.append(
        Function(
          name: name, body: Array(lines[command.line + 1..<command.endLine]),
          line: command.line + 2))
      next = command.endLine + 1
    }
    rest += lines[min(next, lines.count)...]
    if let checksum = rest.firstIndex(where: Script.isChecksum) { rest.remove(at: checksum) }
    frame = rest.joined(separator: "\n")
  }

  /// The name in a line `step_name() {`.
  private static func name(_ line: String) -> String? {
    guard line.hasPrefix("step_"), line.hasSuffix("() {") || line.hasSuffix("() (") else {
      return nil
    }
    let name = line.dropLast(4)
    return name.utf8.allSatisfy {
      $0 == UInt8(ascii: "_") || ShellByte.isDigit($0) || ($0 | 0x20).isLowercaseLetter
    } ? String(name) : nil
  }
}

extension UInt8 {
  fileprivate var isLowercaseLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
  }
}

/// The body of a step's function by what its lines are, so that two are the same if they say the same:
/// blank lines between commands, and how far those stand to the right, are left out.
struct ScriptBody: Equatable {
  struct Line: Equatable {
    enum Role: Equatable {
      /// What `notes sync` puts around the notes' own lines.
      case frame
      /// The first line of a command.
      case command
      /// A further line of a command, or a line of an edit.
      case continuation
      case comment
    }

    var role: Role
    /// Without what the function moves it to the right.
    var text: String
    /// Its place among the lines of the function.
    var index: Int

    static func == (one: Line, other: Line) -> Bool {
      one.role == other.role && one.text.utf8.elementsEqual(other.text.utf8)
    }
  }

  private(set) var lines: [Line] = []

  init(_ body: [String]) {
    add(ShellIndent.dedented(body.joined(separator: "\n")), from: 0, isFramed: false)
  }

  private mutating func add(_ text: String, from first: Int, isFramed: Bool) {
    let texts = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var next = 0
    func line(_ role: Line.Role, _ index: Int) -> Line {
      let text = role == .continuation ? texts[index] : texts[index].trimmed
      return Line(role: role, text: text, index: first + index)
    }
    func gap(upTo end: Int) {
      while next < end {
        if !texts[next].isBlank { lines.append(line(.comment, next)) }
        next += 1
      }
    }
    for command in ShellScript(text + "\n").commands {
      gap(upTo: command.line)
      let (start, end) = (command.line, command.endLine)
      let name = command.simpleCommands.first?.words.first?.text ?? ""
      if name == "notes_edit" || name == "notes_edit_as_root" {
        lines.append(line(.frame, start))
        if end > start {
          for index in start + 1..<end { lines.append(line(.continuation, index)) }
          lines.append(line(.frame, end))
        }
      } else if name == "notes_wait" || command.text.hasPrefix(": \"${") {
        for index in start...end { lines.append(line(.frame, index)) }
      } else if !isFramed, let close = Self.frame(texts, start, end) {
        lines.append(line(.frame, start))
        let inner = texts[start + 1..<close].joined(separator: "\n")
        add(ShellIndent.dedented(inner), from: first + start + 1, isFramed: true)
        for index in close...end { lines.append(line(.frame, index)) }
      } else {
        lines.append(line(.command, start))
        if end > start {
          for index in start + 1...end { lines.append(line(.continuation, index)) }
        }
      }
      next = end + 1
    }
    gap(upTo: texts.count)
  }

  /// The line that ends a group around a command, which begins with a brace alone.
  private static func frame(_ texts: [String], _ start: Int, _ end: Int) -> Int? {
    guard texts[start].trimmed == "{", end > start + 1 else { return nil }
    return (start + 1...end).first { index in
      ["} >\"$notes_folder/", "} || [[ $? -eq ", "} <<'NOTES_ANSWERS"].contains {
        texts[index].trimmed.hasPrefix($0)
      }
    }
  }
}
