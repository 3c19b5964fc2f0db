/// What the words of a text ask to be done with lines for a file.
///
/// Where they leave open what becomes of the rest of the file, nothing of it may be lost.
enum EditWords {
  /// The action on a file that is known already.
  ///
  /// - Parameters:
  ///   - text: a sentence or a comment in lowercase.
  ///   - file: as the notes write it.
  ///   - lines: the content.
  static func action(in text: String, file: String, lines: some Collection<String>)
    -> StepEdit.Action
  {
    let isWhole =
      replacement(in: text) != nil || whole(in: text) != nil
      || (look(in: text) != nil && !isShared(file))
    if isWhole { return .replace }
    return setting(in: text, lines: lines) == nil ? .append : .set
  }

  /// Words that say that what the file holds is to go.
  static func replacement(in text: String) -> String? {
    guard isNotOfPart(text),
      Phrases.first(warnings, in: text) == nil
    else { return nil }
    return Phrases.first(replacements, in: text)
  }

  /// Words that say that the lines are all of the file.
  static func whole(in text: String) -> String? {
    isNotOfPart(text) ? Phrases.first(wholes, in: text) : nil
  }

  /// Words that say how the file looks in the end.
  static func look(in text: String) -> String? {
    isNotOfPart(text) ? Phrases.first(looks, in: text) : nil
  }

  /// Words that ask for another value of what the lines name, where each line is `key = value`.
  static func setting(in text: String, lines: some Collection<String>) -> String? {
    guard let act = Phrases.first(settings, in: text),
      Phrases.first(setups, in: text) == nil, lines.count <= 20
    else { return nil }
    var keys: Set<Substring> = []
    let indentation = lines.first?.prefix { $0 == " " } ?? ""
    for line in lines {
      guard line.hasPrefix(indentation),
        let (key, value) = keyAndValue(line.dropFirst(indentation.count)),
        keys.insert(key).inserted,
        // `PATH="$HOME/bin:$PATH"` adds to a value instead of taking its place.
        !value.contains(ascii: "$\(key)"), !value.contains(ascii: "${\(key)")
      else { return nil }
    }
    return act
  }

  /// Whether others than the notes put lines into the file: the person, or the system.
  static func isShared(_ file: String) -> Bool {
    file.hasPrefix("/etc/") || file.hasPrefix("~/.") || file.hasPrefix("$HOME/.")
      || DotfileCheck.startupFiles.contains { file.hasSuffix($0) }
  }

  /// `a` and `1` of `a = 1`, `export a=1` and `a: 1` at the start of a line.
  private static func keyAndValue(_ line: Substring) -> (Substring, Substring)? {
    let text = line.hasPrefix("export ") ? line.dropFirst(7) : line
    let key = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_.-'".contains($0)) }
    guard let first = key.first, first.isLetter || first == "_" || first == "'" else { return nil }
    let rest = text.dropFirst(key.count).drop { $0 == " " || $0 == "\t" }
    let value = rest.dropFirst()
    guard rest.first == "=" || (rest.first == ":" && value.first == " "), !value.trimmed.isEmpty
    else { return nil }
    return (key, value)
  }

  /// Whether the text is about the file as a whole.
  private static func isNotOfPart(_ text: String) -> Bool { Phrases.first(parts, in: text) == nil }

  private static let warnings: Phrases = ["not overwrite", "will overwrite", "would overwrite"]
  private static let settings: Phrases = ["set", "change", "update", "modify", "replace"]
  private static let setups: Phrases = ["set up"]
  private static let replacements: Phrases = [
    "replace the content", "replace the contents", "replace its content", "replace its contents",
    "replace the existing content", "replace the existing contents", "replace everything",
    "replace all", "replace the whole", "replace the entire", "replace the file", "overwrite",
  ]
  private static let wholes: Phrases = [
    "whole file", "entire file", "complete file", "full file", "whole content", "whole contents",
    "entire content", "entire contents",
  ]
  private static let looks: Phrases = [
    "should look like", "should now look like", "should then look like", "must look like",
    "needs to look like", "looks like", "to look like", "should look as follows",
    "should now look as follows",
  ]
  private static let parts: Phrases = [
    "section", "part", "line", "lines", "block", "entry", "function", "method", "class", "cell",
    "snippet", "something like", "similar", "output", "result", "value",
  ]
}
