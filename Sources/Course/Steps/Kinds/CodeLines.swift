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
    if block.lines.contains(where: { windowsNames.stand(in: $0.text) }) { return true }
    if let first = block.lines.first(where: { !$0.isComment && !$0.text.isBlank })?.text.firstWord,
      first.hasSuffix(".bat") || first.hasSuffix(".cmd") || first.hasSuffix(".ps1")
    {
      return true
    }
    guard !block.isKnownShell else { return false }
    let lines = block.lines.map { $0.text.trimmed }.filter {
      !$0.isEmpty && $0.utf8.first != ShellByte.hash
    }
    guard let first = lines.first,
      !block.beginsWithRow || isStart(first)
    else { return false }
    if lines.count > 1, isSection(first) { return true }
    let coded = lines.filter { line in
      isStart(line) || isPair(line) || isSetting(line) || line == "}"
    }
    return coded.count * 2 > lines.count
  }

  /// Variables of the shell of Windows, as only that one reads them.
  private static let windowsNames: Fragments = [
    "%cd%", "%CD%", "%USERPROFILE%", "%userprofile%", "%APPDATA%", "%LOCALAPPDATA%", "%HOMEPATH%",
    "%TEMP%", "%PATH%",
  ]

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

  /// `key: value` of YAML, or `Key value` in the capitals of an ssh configuration.
  private static func isPair(_ line: String) -> Bool {
    guard line.utf8.contains(UInt8(ascii: ":")), let colon = line.firstIndex(of: ":"),
      !line.contains(ascii: "://")
    else { return false }
    let key = line[..<colon]
    let rest = line[line.index(after: colon)...]
    return (rest.isEmpty || rest.hasPrefix(" ")) && !key.contains(" ") && !key.isEmpty
  }

  /// `name = value` or `name['key'] = value`, which to a shell would be a command called `name`.
  static func isSetting(_ line: String) -> Bool {
    guard line.utf8.contains(ShellByte.equals) else { return false }
    let words = line.split(separator: " ", maxSplits: 2)
    return words.count > 2 && words[1] == "="
      && words[0].allSatisfy { $0.isLetter || $0.isNumber || "_-.[]'\"".contains($0) }
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
