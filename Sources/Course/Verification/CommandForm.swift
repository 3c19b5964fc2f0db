/// A simple command without what does not matter when notes are compared with a script: `sudo`, `-y`,
/// quotes, and the order of flags that do not depend on each other.
struct CommandForm {
  struct Argument {
    var pattern: CommandPattern
    var place: CommandPlace
    /// The values of the variables in it, each with where it is set.
    var sources: [(value: CommandPattern, place: CommandPlace)] = []
    /// The word as a path from where the commands before it have gone, for what may be a name there.
    var path: CommandPattern?

    /// Whether both may be the same word, or name the same file.
    func matches(_ other: Argument) -> Bool {
      if pattern.matches(other.pattern) { return true }
      guard path != nil || other.path != nil else { return false }
      return (path ?? pattern).matches(other.path ?? other.pattern)
    }

    /// Where a version in it is said.
    func place(of version: String) -> CommandPlace {
      let digits = version.drop { !$0.isNumber }
      return sources.first { $0.value.text.contains(digits) }?.place ?? place
    }

    var isFlag: Bool {
      let bytes = pattern.bytes
      return bytes.first == UInt8(ascii: "-") && bytes.count > 1 && bytes != Array("--".utf8)
    }
  }

  /// Without its folder; that of a writing of lines is ``writing``.
  var name: String
  var arguments: [Argument]
  /// How many of the last arguments are another command's, whose order is its own.
  var innerCount = 0
  /// Files that are written and read, each with its operator.
  var redirections: [CommandPattern] = []

  /// Lines that go into a file, however: the file is the first argument, each line another.
  static let writing = "lines of a file"

  func matches(_ other: CommandForm) -> Bool {
    guard name == other.name else { return false }
    if name == Self.writing { return writesTheSame(other) }
    guard redirections.count == other.redirections.count,
      zip(redirections, other.redirections).allSatisfy({ $0.matches($1) })
    else { return false }
    guard innerCount == other.innerCount else { return false }
    let (inner, others) = (arguments.suffix(innerCount), other.arguments.suffix(innerCount))
    guard zip(inner, others).allSatisfy({ $0.matches($1) }) else { return false }
    return FlagOrder(arguments.dropLast(innerCount))
      .matches(FlagOrder(other.arguments.dropLast(innerCount)))
  }

  private func writesTheSame(_ other: CommandForm) -> Bool {
    guard let file = arguments.first?.pattern, let otherFile = other.arguments.first?.pattern,
      file.matches(otherFile)
    else { return false }
    let lines = arguments.dropFirst().map(\.pattern)
    let others = other.arguments.dropFirst().map(\.pattern)
    return lines.allSatisfy { line in others.contains { $0.matches(line) } }
      || others.allSatisfy { line in lines.contains { $0.matches(line) } }
  }

  /// A word of each of two commands, where they differ in versions.
  typealias VersionPair = (own: Argument, other: Argument, versions: (String, String))

  /// The words in which two commands differ in versions, and whether they differ in nothing else.
  func versions(against other: CommandForm) -> (pairs: [VersionPair], isAll: Bool) {
    guard name == other.name else { return ([], false) }
    var rest = other.arguments
    var pairs: [VersionPair] = []
    var isAll = redirections.count == other.redirections.count
    let unmatched = arguments.filter { argument in
      guard let index = rest.firstIndex(where: argument.matches) else { return true }
      rest.remove(at: index)
      return false
    }
    for argument in unmatched {
      let index = rest.firstIndex { argument.pattern.versions(against: $0.pattern) != nil }
      guard let index, let versions = argument.pattern.versions(against: rest[index].pattern) else {
        isAll = false
        continue
      }
      pairs.append((argument, rest.remove(at: index), versions))
    }
    return (pairs, isAll && rest.isEmpty && !pairs.isEmpty)
  }

  /// How much two commands have in common, from 0 to 1; words that differ in versions alone are alike.
  func likeness(to other: CommandForm) -> Double {
    guard name == other.name else { return 0 }
    var rest = other.arguments
    var common = 1
    for argument in arguments {
      let index = rest.firstIndex {
        argument.matches($0) || argument.pattern.versions(against: $0.pattern) != nil
      }
      guard let index else { continue }
      rest.remove(at: index)
      common += argument.weight
    }
    let all = (arguments + other.arguments).reduce(2) { $0 + $1.weight }
    return Double(2 * common) / Double(all)
  }
}

extension CommandForm.Argument {
  /// An address tells more of what a command is for than other words do.
  fileprivate var weight: Int { pattern.text.contains("://") ? 3 : 1 }
}

/// Flags and values of which the flags may stand anywhere, each with the value that follows it.
private struct FlagOrder {
  /// Each with the index of the value right behind it.
  private var flags: [(flag: CommandForm.Argument, value: Int?)] = []
  private var values: [CommandForm.Argument] = []

  init(_ all: ArraySlice<CommandForm.Argument>) {
    let arguments = Array(all)
    for (index, argument) in arguments.enumerated() {
      guard argument.isFlag else {
        values.append(argument)
        continue
      }
      let hasValue = index + 1 < arguments.count && !arguments[index + 1].isFlag
      let parts = Self.letters(argument)
      for (place, part) in parts.enumerated() {
        // Of several in one word the last may take the next.
        flags.append((part, hasValue && place == parts.count - 1 ? values.count : nil))
      }
    }
  }

  /// `-xzf` is `-x -z -f`, and so is `-zxf`.
  private static func letters(_ flag: CommandForm.Argument) -> [CommandForm.Argument] {
    let letters = flag.pattern.bytes.dropFirst()
    guard letters.count > 1, letters.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) else {
      return [flag]
    }
    return letters.map { letter in
      var part = flag
      part.pattern = CommandPattern("-" + String(decoding: [letter], as: UTF8.self))
      return part
    }
  }

  /// Which flags take a value is not known: one that has the same value behind it on both sides does.
  func matches(_ other: FlagOrder) -> Bool {
    guard flags.count == other.flags.count, values.count == other.values.count else { return false }
    var free = Array(other.flags.indices)
    var (taken, otherTaken): (Set<Int>, Set<Int>) = ([], [])
    for flag in flags {
      let alike = free.filter { other.flags[$0].flag.matches(flag.flag) }
      let bound = alike.first { index in
        guard let value = flag.value, let otherValue = other.flags[index].value else {
          return false
        }
        return values[value].matches(other.values[otherValue])
      }
      guard let match = bound ?? alike.first else { return false }
      free.removeAll { $0 == match }
      if bound != nil, let value = flag.value, let otherValue = other.flags[match].value {
        taken.insert(value)
        otherTaken.insert(otherValue)
      }
    }
    let rest = values.indices.filter { !taken.contains($0) }
    let others = other.values.indices.filter { !otherTaken.contains($0) }
    return rest.count == others.count
      && zip(rest, others).allSatisfy { values[$0].matches(other.values[$1]) }
  }
}
