import Testing

@testable import Course

/// Compares the verdict on a whole text with that of `bash -n`.
struct BashAgreementTests {
  @Test(arguments: [
    "expansions", "assignments", "documents", "lists", "compounds", "functions", "tests",
  ])
  func `a snippet is complete, incomplete or invalid as bash says`(topic: String) throws {
    let snippets = try #require(Self.topics[topic])
    for snippet in snippets {
      let answer = try Bash.read(snippet)
      #expect(verdict(snippet) == answer.verdict, "\(snippet)\n\(answer.output)")
    }
  }

  private static let topics = [
    "expansions": ExpansionSnippets.expansions,
    "assignments": SimpleSnippets.assignments,
    "documents": SimpleSnippets.documents,
    "lists": SimpleSnippets.lists,
    "compounds": CompoundSnippets.compounds,
    "functions": CompoundSnippets.functions,
    "tests": CompoundSnippets.tests,
  ]

  /// The verdict on the first command that is not complete, since `bash -n` stops there.
  private func verdict(_ text: String) -> Bash.Verdict {
    switch ShellScript(text).commands.first(where: { $0.status != .complete })?.status {
    case .invalid: .invalid
    case .incomplete: .incomplete
    case .complete, nil: .complete
    }
  }
}
