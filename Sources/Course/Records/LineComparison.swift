/// A line that took another's place, with what changed marked: words and numbers that are not the same,
/// and of these only what they do not have in common at their ends.
struct LineComparison {
  private(set) var pieces: [OutputComparison.Piece] = []

  /// Above so many words the line between its first and its last change is marked.
  private static let limit = 300

  init(from old: String, to new: String) {
    let (oldWords, newWords) = (Self.words(old), Self.words(new))
    guard oldWords.count + newWords.count <= Self.limit else {
      replace(old[...], new[...])
      return
    }
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in newWords.difference(from: oldWords) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var (oldIndex, newIndex) = (0, 0)
    while oldIndex < oldWords.count || newIndex < newWords.count {
      var gone = ""
      var come = ""
      while removed.contains(oldIndex) {
        gone += oldWords[oldIndex]
        oldIndex += 1
      }
      while inserted.contains(newIndex) {
        come += newWords[newIndex]
        newIndex += 1
      }
      if !gone.isEmpty || !come.isEmpty { replace(gone[...], come[...]) }
      guard oldIndex < oldWords.count, newIndex < newWords.count else { continue }
      if removed.contains(oldIndex) || inserted.contains(newIndex) { continue }
      add(newWords[newIndex], isChanged: false)
      (oldIndex, newIndex) = (oldIndex + 1, newIndex + 1)
    }
  }

  private mutating func replace(_ old: Substring, _ new: Substring) {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let (oldRest, newRest) = (old.dropFirst(start), new.dropFirst(start))
    let end = zip(oldRest.reversed(), newRest.reversed()).prefix { $0 == $1 }.count
    add(new.prefix(start), isChanged: false)
    pieces.append(OutputComparison.Piece(String(newRest.dropLast(end)), isChanged: true))
    add(newRest.suffix(end), isChanged: false)
  }

  private mutating func add(_ text: Substring, isChanged: Bool) {
    guard !text.isEmpty else { return }
    if pieces.last?.isChanged == isChanged {
      pieces[pieces.count - 1].text += text
    } else {
      pieces.append(OutputComparison.Piece(String(text), isChanged: isChanged))
    }
  }

  /// Letters that stand together, digits that do, and every other sign.
  private static func words(_ line: String) -> [Substring] {
    var words: [Substring] = []
    var rest = line[...]
    while let first = rest.first {
      let word: Substring
      if first.isLetter {
        word = rest.prefix(while: \.isLetter)
      } else if first.isNumber {
        word = rest.prefix(while: \.isNumber)
      } else {
        word = rest.prefix(1)
      }
      words.append(word)
      rest = rest[word.endIndex...]
    }
    return words
  }
}
