/// What tells the lines of other languages from commands.
extension ContentRules {
  /// See ``BlockFacts/looksLikeCode``.
  static func looksLikeCode(_ block: BlockFacts) -> Bool {
    guard !block.hasPrompts else { return false }
    // PowerShell goes on in the next line after a backquote.
    if block.lines.dropLast().contains(where: {
      $0.text.utf8.last == ShellByte.backquote && $0.text.hasSuffix(" `")
        && !$0.text.utf8.count { $0 == ShellByte.backquote }.isMultiple(of: 2)
    }) {
      return true
    }
    if windowsCommand(block) != nil || isMapping(block.lines) { return true }
    guard !block.isKnownShell else { return false }
    let lines = block.lines.indices.filter {
      // What goes on from the line above has no form of its own.
      $0 == 0 || block.lines[$0 - 1].text.trimmed.utf8.last != ShellByte.backslash
    }.map { block.lines[$0].text.trimmed }.filter {
      !$0.isEmpty && $0.utf8.first != ShellByte.hash
    }
    guard let first = lines.first,
      !block.beginsWithRow || isStart(first)
    else { return false }
    if lines.count > 1, isSection(first) || beginsDefinition(first) || isStatement(lines) {
      return true
    }
    let coded = lines.filter { line in
      isStart(line) || isPair(line) || isSetting(line) || isSwitch(line) || line == "}"
    }
    return coded.count * 2 > lines.count
  }

  /// Whether the lines begin as a mapping of YAML does, which may have commands in it: `tasks:`, and below it
  /// an item or a key that is indented. No program's name ends with a colon.
  private static func isMapping(_ lines: [BlockLine]) -> Bool {
    let typed = lines.lazy.filter { !$0.isComment && !$0.text.isBlank }.prefix(2).map(\.text)
    guard typed.count == 2, let first = typed.first, first.trimmed.utf8.last == UInt8(ascii: ":"),
      isNameOfKey(first.utf8.prefix { $0 != 0x20 }), case let second = typed.last ?? "",
      second.utf8.first == 0x20 || second.hasPrefix("- ")
    else { return false }
    let entry = second.trimmed
    return entry.hasPrefix("- ") || isNameOfKey(entry.utf8.prefix { $0 != 0x20 })
  }

  /// `name:`
  private static func isNameOfKey(_ word: Substring.UTF8View) -> Bool {
    word.count > 1 && word.last == UInt8(ascii: ":")
      && word.dropLast().allSatisfy {
        ShellByte.continuesName($0) || $0 == ShellByte.dash || $0 == ShellByte.dot
      }
  }

  /// The first command, where it is one for the shell of Windows: `docker build %cd%\\a`, `build.bat a`,
  /// `wsl --shutdown`, or any at that shell's prompt.
  static func windowsCommand(_ block: BlockFacts) -> String? {
    guard !block.hasPrompts, let first = block.lines.first(where: isTyped)?.text else { return nil }
    if hasWindowsPrompt(first) { return first }
    // PowerShell's sign that the command goes on in the next line.
    if first.hasSuffix(" `"), CommandTable.hasRow(first.firstWord),
      !first.utf8.count(where: { $0 == ShellByte.backquote }).isMultiple(of: 2)
    {
      return first
    }
    // `.\\build.ps1`
    if first.hasPrefix(".\\"), first.utf8.dropFirst(2).first.map(ShellByte.isLetter) == true {
      return first
    }
    if isBatch(first.firstWord) {
      let typed = block.lines.filter(isTyped)
      let areAll = typed.indices.dropFirst().allSatisfy {
        let program = typed[$0].text.firstWord
        return typed[$0 - 1].text.utf8.last == ShellByte.backslash || isBatch(program)
          // An `or` between them, or a remark.
          || block.language == .unmarked && !CommandTable.knows(program) && !program.hasPrefix("./")
      }
      return areAll ? first : nil
    }
    guard first.contains(byte: UInt8(ascii: "%")), !formatting.contains(first.firstWord) else {
      return nil
    }
    let command = first.firstRange(ofASCII: " #").map { String(first[..<$0.lowerBound]) } ?? first
    return hasWindowsName(command) ? first : nil
  }

  /// `C:\Users\me>dir`, `PS C:\> dir`: a folder of Windows and a sign right behind it.
  private static func hasWindowsPrompt(_ line: String) -> Bool {
    let bytes = line.utf8.dropFirst(line.hasPrefix("PS ") ? 3 : 0)
    guard let drive = bytes.first, ShellByte.isLetter(drive),
      bytes.dropFirst().starts(with: [UInt8(ascii: ":"), ShellByte.backslash]),
      let sign = bytes.firstIndex(of: ShellByte.greater)
    else { return false }
    return bytes[..<sign].last != 0x20 && bytes[sign...].dropFirst().first != nil
  }

  private static func isTyped(_ line: BlockLine) -> Bool {
    !line.isComment && !line.text.isBlank
  }

  private static func isBatch(_ program: String) -> Bool {
    program.hasSuffix(".bat") || program.hasSuffix(".cmd") || program.hasSuffix(".ps1")
      || program == "wsl" || program == "wsl.exe"
  }

  /// Programs to which a `%` begins a part of a format, or that are given any text.
  private static let formatting: NameSet = [
    "date", "git", "printf", "stat", "sed", "awk", "grep", "find", "cat", "curl",
  ]

  /// Whether a variable stands in a line as the shell of Windows reads it, `%cd%`.
  private static func hasWindowsName(_ line: String) -> Bool {
    let parts = line.split(separator: "%", omittingEmptySubsequences: false)
    return parts.dropFirst().dropLast().contains { name in
      windowsNames.contains(name.lowercased())
        || name.utf8.count > 2
          && name.utf8.allSatisfy { (0x41...0x5A).contains($0) || $0 == ShellByte.underscore }
    }
  }

  private static let windowsNames: NameSet = ["cd", "userprofile", "appdata"]

  /// `[Service]`, above the settings of a part of a program.
  private static func isSection(_ line: String) -> Bool {
    guard line.utf8.first == ShellByte.openBracket, line.utf8.last == ShellByte.closeBracket,
      let letter = line.utf8.dropFirst().first
    else { return false }
    return ShellByte.isLetter(letter)
      && line.utf8.dropFirst().dropLast().allSatisfy {
        ShellByte.continuesName($0) || "-.: \"".utf8.contains($0)
      }
  }

  /// Whether a line begins as one of some other language does; `let "a = 1"` is a shell's.
  static func isStart(_ line: String) -> Bool {
    codeStarts.first(beginning: line) != nil && !line.hasPrefix("let \"")
  }

  /// `def name(a):`, `from a import b` or `name = Name(`, which goes on in the lines below, whatever
  /// those look like.
  private static func beginsDefinition(_ line: String) -> Bool {
    guard let last = line.utf8.last else { return false }
    switch last {
    // The value stands in the lines below.
    case ShellByte.equals:
      let words = line.utf8.split(separator: 0x20)
      return words.count == 2 && words[1].count == 1 && words[0].allSatisfy(ShellByte.continuesName)
    case UInt8(ascii: ":"): return line.hasPrefix("def ") || line.hasPrefix("class ")
    case ShellByte.openParenthesis, ShellByte.openBracket, ShellByte.openBrace:
      return isSetting(line)
    default: return line.hasPrefix("from ") && line.contains(ascii: " import ")
    }
  }

  /// Whether the first line begins a statement to a database, and one below goes on with it.
  private static func isStatement(_ lines: [String]) -> Bool {
    statements.first(beginning: lines[0]) != nil
      && lines.dropFirst().contains {
        clauses.first(beginning: $0) != nil || clauseNames.contains($0)
      }
  }

  private static let statements: Fragments = [
    "SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "CREATE TABLE ", "WITH ",
  ]
  private static let clauses: Fragments = [
    "FROM ", "WHERE ", "VALUES ", "SET ", "VALUES(", "SELECT ",
  ]
  private static let clauseNames: NameSet = ["FROM", "WHERE", "VALUES", "SET"]

  /// `key: value` of YAML, or `Key value` in the capitals of an ssh configuration.
  private static func isPair(_ line: String) -> Bool {
    guard line.contains(byte: UInt8(ascii: ":")),
      let colon = line.utf8.firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    let key = line.utf8[..<colon]
    let next = line.utf8[colon...].dropFirst().first
    return (next == nil || next == 0x20) && !key.contains(0x20) && !key.isEmpty
      && !line.contains(ascii: "://")
  }

  /// `X11Forwarding yes`: a name with capitals within, as some programs call their settings, and a value.
  private static func isSwitch(_ line: String) -> Bool {
    guard let first = line.utf8.first, (0x41...0x5A).contains(first) else { return false }
    let words = line.utf8.split(separator: 0x20)
    guard words.count == 2,
      switchValues.contains(String(Substring(words[1]))) || words[1].allSatisfy(ShellByte.isDigit)
    else { return false }
    return words[0].allSatisfy { ShellByte.isLetter($0) || ShellByte.isDigit($0) }
      && words[0].dropFirst().contains { (0x41...0x5A).contains($0) }
  }

  private static let switchValues: NameSet = [
    "yes", "no", "on", "off", "On", "Off", "true", "false", "none", "all", "any", "auto",
    "without-password", "prohibit-password",
  ]

  /// `name = value` or `name['key'] = value`, which to a shell would be a command called `name`.
  static func isSetting(_ line: String) -> Bool {
    guard line.contains(byte: ShellByte.equals) else { return false }
    let words = line.utf8.split(separator: 0x20, maxSplits: 2)
    return words.count > 2 && words[1].elementsEqual("=".utf8)
      && Substring(words[0]).allSatisfy {
        $0.isLetter || $0.isNumber || "_-.[]'\"".contains($0)
      }
  }

  private static let codeStarts: Fragments = [
    "import ", "from ", "def ", "class ", "print(", "SELECT ", "INSERT ", "CREATE ", "Host ",
    "HostName ", "User ", "IdentityFile ", "StrictHostKeyChecking ", "FROM ", "RUN ", "COPY ",
    "WORKDIR ", "ENTRYPOINT ", "resource \"", "variable \"", "provider \"", "Set-", "Get-", "<",
    "const ", "let ", "- name:", "Copy-Item", "New-Item", "Write-Host",
    "Remove-Item", "Invoke-", "Start-Process", "Start-Service", "Import-Module", "Install-Module",
    "Expand-Archive", "$env:", "PS C:\\", "C:\\", "ENV ", "EXPOSE ", "CMD ", "ADD ", "ARG ",
    "LABEL ",
    "HEALTHCHECK ", "output \"", "module \"", "data \"", "locals {", "terraform {", "UPDATE ",
    "DELETE FROM ", "ALTER ", "DROP ", "WITH ",
  ]
}
