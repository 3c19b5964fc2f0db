import Foundation
import TestSupport
import Testing

/// `notes exec --record` and `--report`, and what `notes check` says of records.
struct RecordProgramTests {
  private func course() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("secrets: [COURSE_WORD]\n", to: "notes.yml")
    try folder.write(ProgramTests.week, to: "content/week.md")
    return folder
  }

  @Test(.reads(with: .schema, .junit, .tap)) func `one run gives a record and all reports`() throws
  {
    let folder = try course()
    let result = try runNotes(
      [
        "exec", "week", "--record", "--report", "junit=out/j.xml", "--report", "tap=t.tap",
        "--report", "json=r.json", "--report", "github",
      ], in: folder.path,
      environment: [
        "GITHUB_STEP_SUMMARY": "\(folder.path)/summary.md",
        "GITHUB_WORKSPACE": folder.path + "/..",
      ])
    #expect(result.status == 1)
    #expect(result.output.contains("\nresults/week.json written\n"), "\(result.error)")
    let name = folder.path.split(separator: "/").last ?? ""
    #expect(
      result.output.contains(
        "\n::error file=\(name)/content/week.md,line=20,title=3 Fail::failed: exit status 1%0A\n"))
    #expect(try folder.text("summary.md").hasPrefix("## Week\n"))
    let docs = "\(Checkout.root)/docs"
    for (schema, file) in [("record", "results/week.json"), ("run", "r.json")] {
      let problems = try Reader.schema.read(
        "\(docs)/\(schema).schema.json", "\(folder.path)/\(file)")
      #expect(problems == "")
    }
    // The schemas do refuse: a record is no run.
    #expect(
      try Reader.schema.read("\(docs)/run.schema.json", "\(folder.path)/results/week.json") != "")
    #expect(
      try Reader.junit.read("\(folder.path)/out/j.xml").hasPrefix("content/week.md 3 1 0 0\n"))
    #expect(try Reader.tap.read("\(folder.path)/t.tap").hasPrefix("plan 3\nTrue 1 "))
    try expectGolden(timeless(try folder.text("results/week.json")), "program/record.json")
  }

  @Test func `two runs differ in nothing but times`() throws {
    let folder = try course()
    let records = try (0..<2).map { _ in
      _ = try runNotes(["exec", "week", "--record"], in: folder.path)
      return timeless(try folder.text("results/week.json"))
    }
    #expect(records[0] == records[1])
  }

  @Test func `check tells a stale record and a broken one`() throws {
    let folder = try course()
    func check() throws -> String {
      _ = try runNotes(["sync"], in: folder.path)
      return try runNotes(["check"], in: folder.path).error
    }
    _ = try runNotes(["exec", "week", "--record"], in: folder.path)
    try folder.write("Some prose.\n\n" + ProgramTests.week, to: "content/week.md")
    let first = try check()
    #expect(first.contains("[failed-record]") && !first.contains("[stale-record]"))
    try folder.write(
      ProgramTests.week.replacing("echo hello", with: "echo hullo"), to: "content/week.md")
    let told = try check()
    #expect(
      told.contains("content/week.md:12:1: error: step 2 has changed since results/week.json"))
    #expect(told.contains("mend: run `notes exec week --record`"))
    let record = try folder.text("results/week.json")
    try folder.write(
      record.replacing("\"line\" : 12", with: "\"line\" : \"\""), to: "results/week.json")
    #expect(
      try check().contains("error: this is no record that can be read: 'line' is of the wrong"))
  }

  @Test func `what the course names as a secret is shown nowhere`() throws {
    let folder = try course()
    try folder.write("# W\n```sh\necho $COURSE_WORD\nfalse\n```\n", to: "content/week.md")
    let result = try runNotes(
      ["exec", "week", "--record", "--in", "host", "--yes", "--report", "junit=j.xml"],
      in: folder.path, environment: ["COURSE_WORD": "swordfish", "HOME": folder.path])
    #expect(result.status == 1)
    for text in [result.output, try folder.text("results/week.json"), try folder.text("j.xml")] {
      #expect(!text.contains("swordfish"))
    }
    #expect(try folder.text("j.xml").contains("$ echo $COURSE_WORD\n•••\n"))
  }

  @Test(arguments: [
    (["alone.md", "--record"], "belongs to no course"), (["week", "--report", "junit"], "junit"),
    (["week", "--report", "html=a"], "html=a"), (["week", "--report", "github=a"], "github=a"),
    (["week", "--report", "tap="], "tap="),
  ])
  func `a report that cannot be made is wrong use, and nothing is run`(
    arguments: [String], message: String
  ) throws {
    let folder = try course()
    try folder.write("# A\n", to: "alone.md")
    let result = try runNotes(["exec"] + arguments, in: folder.path)
    #expect(result.status == 2)
    #expect(result.error.contains(message), "\(result.error)")
    #expect(result.output == "")
  }

  /// The text with the times and what is the machine's own replaced.
  private func timeless(_ text: String) -> String {
    let keys = ["date", "duration", "architecture", "distribution", "kernel", "bash"]
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let key = keys.first(where: { line.contains("\"\($0)\" : ") }) else {
        return String(line)
      }
      let indent = line.prefix { $0 == " " }
      return "\(indent)\"\(key)\" : …\(line.hasSuffix(",") ? "," : "")"
    }.joined(separator: "\n")
  }
}
