extension GrammarLexer {
  mutating func readWord() {
    let start = position
    let fold: UInt8 = features.contains(.foldsCase) ? 0x20 : 0
    var key: UInt64 = 0
    // A small letter or a digit sets the bit 0x20, a capital and `_` do not.
    var bits: UInt8 = 0
    var offset = start
    var byte = bytes[start]
    repeat {
      key = WordTable.key(key, byte | fold)
      bits |= byte
      offset += 1
      guard offset < end else { break }
      byte = bytes[offset]
    } while traits[Int(byte)] & Grammar.Trait.word != 0
    position = offset
    let after = next
    let meaning = grammar.words[key]
    if meaning.isPrefix {
      if readPrefixedString(from: start, meaning) { return }
    } else if meaning != .none, !isMember(start), standsRight(start, meaning.role) {
      return mark(start, meaning.role)
    }
    if features.contains(.macros), after == 0x21, isBracket(self.byte(position + 1)) {
      position += 1
      return mark(start, .function)
    }
    mark(start, role(start, after, hasSmall: bits & 0x20 != 0))
  }

  /// The role of a word that is none of the language's.
  private func role(_ start: Int, _ after: UInt8, hasSmall: Bool) -> CodeRole {
    if features.contains(.firstWords), isFirst(start), !isContinued(start) { return .keyword }
    if features.contains(.blockNames), isFirst(start), namesBlock(afterBlanks(position)) {
      return .keyword
    }
    if features.contains(.keys), isKey(start) { return .key }
    if features.contains(.capitalTypes), hasSmall, bytes[start] &- 0x41 < 26, position - start > 1 {
      return .type
    }
    if features.contains(.calls), after == 0x28 { return .function }
    return .plain
  }

  /// Whether the word follows a `.` and is so a member of something.
  private func isMember(_ start: Int) -> Bool {
    start > 0 && bytes[start - 1] == 0x2E && !(start > 1 && bytes[start - 2] == 0x2E)
  }

  private func isBracket(_ byte: UInt8) -> Bool { byte == 0x28 || byte == 0x5B || byte == 0x7B }

  private func standsRight(_ start: Int, _ role: CodeRole) -> Bool {
    // A name of a setting may be one that is known elsewhere.
    if role != .keyword, features.contains(.keys), isKey(start) { return false }
    guard features.contains(.wordsStandFirst), role == .keyword else { return true }
    return isFirst(start) && !isContinued(start)
  }

  /// Whether the line before ends with a backslash.
  private func isContinued(_ start: Int) -> Bool {
    let lineFeed = significant(before: start)
    guard lineFeed > 0 else { return false }
    let last = significant(before: lineFeed)
    return last >= 0 && bytes[last] == 0x5C
  }

  private func namesBlock(_ offset: Int) -> Bool {
    let byte = byte(offset)
    return byte == 0x7B || byte == 0x22 || byte.isNamePart && offset > position
  }

  /// Whether `:` or `=` follows and what stands before lets a key begin; `==` and `::` follow none.
  func isKey(_ start: Int) -> Bool {
    let offset = afterBlanks(position)
    let after = byte(offset)
    guard traits[Int(after)] & Grammar.Trait.afterKey != 0, byte(offset + 1) != after else {
      return false
    }
    let before = significant(before: start)
    return before < 0 || traits[Int(bytes[before])] & Grammar.Trait.beforeKey != 0
  }

  /// A string whose quote stands right behind a word that may stand there.
  private mutating func readPrefixedString(
    from start: Int, _ meaning: WordTable.Meaning
  ) -> Bool {
    let quote = position
    let byte = next
    guard byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0x23 else { return false }
    if features.contains(.delimitedStrings), meaning.isRaw {
      return byte == 0x22 && readDelimitedString(from: start)
    }
    if features.contains(.lifetimes), byte == 0x27 {
      return readCharacter(from: start)
    }
    guard let region = region(at: quote), region.role == .string else { return false }
    read(region, from: start, isRaw: meaning.isRaw, isFormat: meaning.isFormat)
    return true
  }
}
