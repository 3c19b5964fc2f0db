import Course
import Foundation
import TestSupport
import Testing

/// Reports of a run with every outcome and texts that no format likes, read by programs that are not
/// ours.
struct ReportTests {
  static let pages = [
    PageRecord(
      page: "content/part/week1.md", title: "Week | 1 <b>", date: "2026-01-02T03:04:05Z",
      duration: 1.75, system: system,
      steps: [
        step(
          "1", .passed, nil,
          [RecordedAction(line: 4, command: "echo a", status: 0, duration: 0.5, output: "a\n")]),
        step(
          "2.1", .failed, "exit status 2",
          [
            RecordedAction(line: 5, edit: "~/.bashrc", status: 0, duration: 0, output: "+é\n"),
            RecordedAction(
              line: 6, command: "a 'b' \"c\" \\n <d> & ]]> # x |\ntwo", status: 2, duration: 1.25,
              output: "\u{1}```\n<x attr=\"1\">&amp; ]]>\n::error::no\n# \\ \"q\" 'r'\t%0A\n…no end"
            ),
          ]),
        step(nil, .timedOut, "it ran longer than it may", []),
        step("3", .skipped, "'less' waits for someone # at | the terminal", []),
        step("4", .blocked, "3 did not pass", []), step("5", .interrupted, "it was stopped", []),
        step("6", .notReached, "the run ended before it", []),
      ]),
    PageRecord(
      page: "content/b.md", title: "B", date: "2026-01-02T03:04:05Z", duration: 0.001,
      system: system,
      steps: [
        StepRecord(
          id: "a", number: nil, title: "Other", line: 2, hash: "sha256:0", outcome: .passed,
          duration: 0.001,
          differences: [
            RecordedDifference(line: 9, hint: false, expected: "a\n", printed: "b, c: 100%\n"),
            RecordedDifference(line: 10, hint: true, expected: "a\n", printed: "b\n"),
          ])
      ]),
  ]

  static var system: SystemRecord {
    var system = SystemRecord(place: "sandbox")
    system.distribution = "Debian GNU/Linux 12 (bookworm)"
    system.kernel = "Linux 6.1"
    system.tools = ["git": "2.39.5", "bash": "5.2"]
    return system
  }

  static func step(
    _ number: String?, _ outcome: RecordedOutcome, _ reason: String?, _ actions: [RecordedAction]
  ) -> StepRecord {
    StepRecord(
      id: "step-\(number ?? "none")", number: number, title: "Do <this> & #that\\", line: 3,
      hash: "sha256:0", outcome: outcome, reason: reason,
      duration: actions.map(\.duration).reduce(0, +), actions: actions)
  }

  @Test func `reports are as they were`() throws {
    try expectGolden(JUnitReport(Self.pages).text, "reports/run.xml")
    try expectGolden(TAPReport(Self.pages).text, "reports/run.tap")
    let github = GitHubReport(Self.pages, folder: "course/")
    try expectGolden(github.annotations, "reports/annotations.txt")
    try expectGolden(github.summary, "reports/summary.md")
  }

  @Test(.reads(with: .junit, .xml)) func `the JUnit report is read by others`() throws {
    let (folder, path) = try file(JUnitReport(Self.pages).text)
    defer { withExtendedLifetime(folder) {} }
    #expect(try Reader.xml.read("--noout", path) == "")
    try expectGolden(try Reader.junit.read(path), "reports/run.xml.read")
  }

  @Test(.reads(with: .tap, .perlTAP)) func `the TAP report is read by others`() throws {
    let (folder, path) = try file(TAPReport(Self.pages).text)
    defer { withExtendedLifetime(folder) {} }
    try expectGolden(try Reader.perlTAP.read(path), "reports/run.tap.read-by-perl")
    // To this one an escaped `#` begins a directive all the same.
    try folder.write(TAPReport(Self.pages).text.replacing("\\#", with: ""), to: "report")
    try expectGolden(try Reader.tap.read(path), "reports/run.tap.read")
  }

  @Test func `a job summary and annotations show the end of a long output`() throws {
    let output = (1...9000).map { "line \($0)\n" }.joined()
    var page = Self.pages[0]
    page.steps = [
      Self.step(
        "1", .failed, "exit status 1",
        [RecordedAction(line: 1, command: "x", status: 1, duration: 0, output: output)])
    ]
    let report = GitHubReport([page])
    #expect(report.annotations.utf8.count < 4000)
    #expect(report.annotations.hasSuffix("%0Aline 9000%0A\n"))
    #expect(report.summary.utf8.count < 9000)
    #expect(report.summary.contains("```text\n…\nline "))
    #expect(report.summary.contains("\nline 9000\n```\n"))
  }

  private func file(_ text: String) throws -> (TemporaryFolder, String) {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "report")
    return (folder, "\(folder.path)/report")
  }
}
