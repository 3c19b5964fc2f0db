import Course

/// What a person who watches builds has been told, so that no build tells it again.
struct ToldProblems {
  /// How many there were of each, wherever they stood: lines move while their author writes.
  private var counts: [Problem: Int] = [:]

  private struct Problem: Hashable {
    var path: String
    var rule: String
    var message: String
  }

  /// The problems of which there are more than before.
  mutating func news(in diagnostics: [Diagnostic]) -> [Diagnostic] {
    let shown = diagnostics.filter { !$0.isSilenced }
    let now = Dictionary(shown.map { (Self.problem($0), 1) }, uniquingKeysWith: +)
    defer { counts = now }
    return shown.filter { diagnostic in
      let problem = Self.problem(diagnostic)
      return now[problem, default: 0] > counts[problem, default: 0]
    }
  }

  private static func problem(_ diagnostic: Diagnostic) -> Problem {
    Problem(path: diagnostic.path, rule: diagnostic.rule, message: diagnostic.message)
  }
}
