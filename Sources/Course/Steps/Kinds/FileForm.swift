/// A block that is the content of a file without a command to write it: the text names a file, or the
/// block has the form of a language that stands in files alone.
enum FileForm {
  /// The words that make it that, or the form.
  ///
  /// - Parameter isApart: whether no other block stands right above, whose command may have printed it.
  static func words(
    of block: BlockFacts, _ surroundings: Surroundings, isApart: Bool
  ) -> String? {
    let lead = surroundings.lead
    let isShown = lead.map { isOfShown($0.marked) } ?? false
    if let lead, !isShown, let package = KnownFiles.requirement(block, lead) { return package }
    // A command in the form of another shell.
    if block.beginsWithRow, !block.lines.contains(where: { $0.text.hasPrefix("  ") }) { return nil }
    if let instruction = KnownFiles.dockerfile(block, isShown ? nil : lead) { return instruction }
    if let lead {
      if let name = label(lead.marked) { return name }
      if let sentence = request(in: lead), Phrases.first(files, in: sentence) != nil,
        Phrases.first(shown, in: sentence) == nil,
        let act = Phrases.first(acts, in: sentence), block.looksLikeCode || isCode(block)
      {
        return act
      }
      if let words = Phrases.first(requests, in: lead.sentences.last ?? ""),
        Phrases.first(notWritten, in: lead.marked) == nil,
        block.looksLikeCode || isCode(block)
      {
        return words
      }
      if isShown { return nil }
    } else if let heading = surroundings.headings.last?.lowercased, let name = label(heading) {
      return name
    }
    return form(of: block, isAsked: isAsked(surroundings))
      ?? (isApart ? KnownFiles.manifest(block) : nil)
  }

  /// Whether the text, or without one the heading, names a file or asks for something: what has the form
  /// of settings may as well be shown to be talked about.
  private static func isAsked(_ surroundings: Surroundings) -> Bool {
    guard let text = surroundings.lead?.marked ?? surroundings.headings.last?.lowercased else {
      return false
    }
    return Phrases.first(acts, in: text) != nil || Phrases.first(files, in: text) != nil
      || text.contains(ascii: ".yml") || text.contains(ascii: ".yaml")
      || surroundings.lead?.codes.contains(where: FileMention.isFile) == true
  }

  /// The sentence that leads to the block, where it asks for something.
  private static func request(in lead: Prose) -> String? {
    guard let last = lead.sentences.last else { return nil }
    // "Add it to the file. Example:"
    let isShort = last.utf8.count < 25
    let sentence = isShort ? lead.sentences.dropLast().last ?? last : last
    let asks =
      sentence.hasSuffix(":") || isShort || Phrases.first(asking, in: sentence) != nil
      || acts.texts.contains(sentence.firstWord)
    return asks ? sentence : nil
  }

  /// Whether a sentence begins by asking for code, and the block is some: what it says of output the code
  /// is to make. "Add a task to print the output."
  static func asksForCode(_ block: BlockFacts, _ sentence: String) -> Bool {
    acts.texts.contains(sentence.firstWord)
      && (block.looksLikeCode || isCode(block) || block.lines.first?.text == "---")
  }

  private static let asking: Phrases = [
    "we", "you", "let's", "i have", "following", "below", "shown",
  ]

  /// The file that a text of few words is about: `src/main.rs`, `Filename: src/main.rs`, `Dockerfile`.
  private static func label(_ text: String) -> String? {
    let text = title(of: text)
    guard text.utf8.count < 80 else { return nil }
    var words = text.utf8.split { " `*:".utf8.contains($0) }.map(Substring.init)[...]
    while let first = words.first, names.contains(String(first)) { words = words.dropFirst() }
    guard words.count == 1, var name = words.first else { return nil }
    // `_a.rs_`, where the marks of emphasis stand within code; names begin with a bar at most.
    if name.utf8.last == ShellByte.underscore {
      name = name.dropLast()
      if name.utf8.first == ShellByte.underscore { name = name.dropFirst() }
    }
    return FileMention.isFile(String(name)) ? String(name) : nil
  }

  /// The title of a directive that holds blocks (MyST: a fence of colons), without its options, of
  /// `:::{admonition} a.sql :class: dropdown`; any other text as it is.
  private static func title(of text: String) -> Substring {
    guard text.hasPrefix(":::"),
      case let line = text.drop(while: { $0 == ":" }).drop(while: { $0 == " " }),
      line.first == "{", let end = line.firstIndex(of: "}"),
      directives.contains(String(line[..<end].dropFirst()))
    else { return text[...] }
    let title = line[end...].dropFirst()
    return title.firstRange(ofASCII: " :").map { title[..<$0.lowerBound] } ?? title
  }

  private static let directives: NameSet = [
    "admonition", "card", "details", "dropdown", "solution", "tab-item",
  ]

  private static let names: NameSet = ["file", "filename", "archivo", "arquivo", "fichier", "in"]
  private static let files: Phrases = [
    "file", "manifest", "yaml", "config", "configuration", "script", "settings",
  ]
  static let acts: Phrases = [
    "add", "added", "set", "create", "put", "write", "paste", "edit", "change", "changed", "define",
    "specify",
    "update", "modify", "replace", "disable", "enable", "configure", "insert", "append", "save",
    "copy", "include", "make", "containing", "should look like", "should contain",
    "use the following", "use this",
  ]
  /// Where else than into a file something is typed or pasted.
  private static let elsewhere: Phrases = [
    "prompt", "console", "browser", "editor", "terminal", "shell", "query", "tool", "chat",
  ]
  private static let notWritten = shown + elsewhere
  /// What begins a sentence that asks for more of a file that is open.
  private static let requests: Phrases = [
    "^add the following", "^add this", "^add these", "^paste the following", "^paste this",
    "^then add the following", "^and add the following", "^append the following",
  ]
  /// Words of a text that only shows what there is.
  private static let shown = plainlyShown + ["see"]
  private static let plainlyShown: Phrases = [
    "example", "output", "result", "shows", "returns", "response", "looks like", "prints",
    "print", "displays", "saida", "saída", "salida",
  ]

  /// Whether a text only shows what there is. Who says "(see below)" speaks of something else.
  private static func isOfShown(_ text: String) -> Bool {
    let words = text.contains(ascii: "(see below)") ? plainlyShown : shown
    return Phrases.first(words, in: text) != nil
  }

  /// The first line of a block whose lines have the form of settings, of markup or of what builds
  /// images and infrastructure.
  private static func form(of block: BlockFacts, isAsked: Bool) -> String? {
    let lines = block.lines.lazy.map(\.text.trimmed).filter {
      !$0.isEmpty && $0.utf8.first != ShellByte.hash
    }
    guard let first = lines.first else { return nil }
    if first.hasPrefix("<"), lines.last?.hasSuffix(">") == true,
      first.contains(byte: ShellByte.greater),
      let second = first.utf8.dropFirst().first,
      (0x61...0x7A).contains(second) || "!?".utf8.contains(second)
    {
      return first
    }
    if let start = starts.first(beginning: first), isAsked || !start.hasPrefix("-") { return first }
    // A part of a file of settings, each of which is a word and its value.
    if first.utf8.first == ShellByte.openBracket, block.looksLikeCode,
      lines.dropFirst().allSatisfy({ $0.contains(byte: ShellByte.equals) || $0.hasPrefix("[") })
    {
      return first
    }
    // A key alone and a deeper one below it, or a list of maps.
    guard isAsked, block.lines.count > 1,
      first.utf8.first.map({ (0x61...0x7A).contains($0) }) == true,
      first.utf8.last == UInt8(ascii: ":") || first.hasPrefix("apiVersion: "),
      first.utf8.dropLast().allSatisfy({
        ShellByte.continuesName($0) || "-. :\"/".utf8.contains($0)
      }),
      block.looksLikeCode
    else { return nil }
    return block.lines.contains { $0.text.hasPrefix("  ") } ? first : nil
  }

  private static let starts: Fragments = [
    "FROM ", "resource \"", "variable \"", "provider \"", "output \"", "module \"", "data \"",
    "locals {", "terraform {", "[Unit]", "[Service]", "server {", "upstream ", "- hosts:",
    "- name:", "version: \"", "version: '", "Vagrant.configure", "{{ config(", "{{config(", "{% ",
    "{%- ", "{%macro", "[tool.",
  ]

  /// Whether a third of the lines has a form that text for people has not.
  static func isCode(_ block: BlockFacts) -> Bool {
    let lines = block.lines.lazy.map(\.text.trimmed).filter { !$0.isEmpty }
    let count = lines.count { isCode($0) }
    return count * 3 >= lines.count
  }

  private static func isCode(_ line: String) -> Bool {
    guard let last = line.utf8.last else { return false }
    if "{}();[]=\\>".utf8.contains(last) || codeStarts.first(beginning: line) != nil { return true }
    // `name(`, `a = b`, `"key": 1`, `name: value` in small letters.
    var previous: UInt8 = 0x20
    for byte in line.utf8 {
      if byte == ShellByte.openParenthesis, ShellByte.continuesName(previous) { return true }
      previous = byte
    }
    return line.contains(ascii: " = ") || line.contains(ascii: ".exe ")
      || line.contains(ascii: "\": ")
      || line.contains(ascii: " := ")
  }

  private static let codeStarts: Fragments = [
    "//", "--", "/*", "@", "#include", "#!", "%", "'''", "\"\"\"", "package ", "func ",
    "fn ", "SELECT", "select ", "insert ", "create ", "drop ", "- ", "<", "[", "var ", "let ",
    "const ", "return", "public ", "private ", "if (", "for (", "import ", "from ",
    "def ", "class ", "print", "while ", "with ", "try:", "else", "elif ", "except", "for ", "if ",
    "$", "Get-", "Set-", "New-", "SELECT ", "INSERT ", "CREATE ", "Copy-Item", "Remove-Item",
  ]
}
