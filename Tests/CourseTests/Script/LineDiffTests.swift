import Course
import TestSupport
import Testing

/// Differences by lines, compared with those of `diff -u`.
struct LineDiffTests {
  @Test(arguments: [
    ("a\nb\nc\n", "a\nb\nc\n"), ("a\nb\nc\n", "a\nx\nc\n"), ("", "a\n"), ("a\n", ""),
    ("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n"),
    ("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n", "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n12\n"),
    ("a\na\nb\n", "a\nb\nb\n"),
  ])
  func `the unified format is that of diff`(old: String, new: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(old, to: "old")
    try folder.write(new, to: "new")
    let expected = try runProgram(
      ["/usr/bin/diff", "-u", "--label", "old", "--label", "new", "old", "new"], in: folder.path)
    let diff = LineDiff(from: lines(old), to: lines(new)).text(oldName: "old", newName: "new")
    #expect(diff.withFullCounts == expected.output.withFullCounts)
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}

extension String {
  /// Hunk headings with the count that `diff` leaves out when it is 1.
  fileprivate var withFullCounts: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.hasPrefix("@@") else { return String(line) }
      return line.split(separator: " ").map { word in
        let isPlace = word.hasPrefix("-") || word.hasPrefix("+")
        return isPlace && !word.contains(",") ? word + ",1" : word
      }.joined(separator: " ")
    }.joined(separator: "\n")
  }
}
