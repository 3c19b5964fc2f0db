/// The commands that notes document beside those that a script runs.
struct CommandComparison {
  /// A command of the notes.
  struct Documented {
    var command: ReadCommand
    /// Whether the script has to run it; an optional step is only there to be known.
    var isRequired: Bool
  }

  /// Two commands that seem to be meant as one.
  struct Difference {
    var documented: ReadCommand
    var run: ReadCommand
    /// Whether they differ in versions alone.
    var isOfVersions: Bool
    /// What each side says, and where.
    var versions: [(own: CommandPlace, other: CommandPlace, texts: (String, String))]
  }

  private(set) var differences: [Difference] = []
  /// What the script does not run, each with the command of the script that it would follow.
  private(set) var lacking: [(command: ReadCommand, after: ReadCommand?)] = []
  /// What the notes do not tell.
  private(set) var undocumented: [ReadCommand] = []

  init(_ documented: [Documented], _ run: [ReadCommand]) {
    let matches = documented.map { entry in run.firstIndex { $0.matches(entry.command) } }
    var free = run.indices.filter { index in
      !documented.contains { $0.command.matches(run[index]) }
    }
    var last: Int?
    for (entry, match) in zip(documented, matches) {
      if let match {
        last = match
        continue
      }
      guard let index = Self.nearest(entry.command, free, run) else {
        if entry.isRequired { lacking.append((entry.command, last.map { run[$0] })) }
        continue
      }
      free.removeAll { $0 == index }
      differences.append(Self.difference(entry.command, run[index]))
    }
    undocumented = free.map { run[$0] }
  }

  private static func nearest(
    _ command: ReadCommand, _ free: [Int], _ run: [ReadCommand]
  ) -> Int? {
    if let index = free.first(where: { difference(command, run[$0]).isOfVersions }) { return index }
    let scores = free.map { (index: $0, score: likeness(command, run[$0])) }
    guard let best = scores.max(by: { $0.score < $1.score }), best.score > 0.6 else { return nil }
    return best.index
  }

  private static func likeness(_ one: ReadCommand, _ other: ReadCommand) -> Double {
    guard one.forms.count == other.forms.count else { return 0 }
    let sum = zip(one.forms, other.forms).reduce(0.0) { $0 + $1.0.likeness(to: $1.1) }
    return sum / Double(one.forms.count)
  }

  private static func difference(_ one: ReadCommand, _ other: ReadCommand) -> Difference {
    var result = Difference(
      documented: one, run: other, isOfVersions: one.forms.count == other.forms.count, versions: [])
    for (form, otherForm) in zip(one.forms, other.forms) where !form.matches(otherForm) {
      let found = form.versions(against: otherForm)
      result.versions += found.pairs.map { pair in
        let (own, other) = pair.versions
        return (pair.own.place(of: own), pair.other.place(of: other), pair.versions)
      }
      result.isOfVersions = result.isOfVersions && found.isAll
    }
    return result
  }
}
