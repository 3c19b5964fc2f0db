import Foundation
import TestSupport
import Testing

/// A page that mixes shell, Python and awk, from its steps to its site.
struct LanguageProgramTests {
  /// The fixture's course, in a folder of its own.
  private func course() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["notes.yml", "content/mixed.md"] {
      let fixture = "\(Checkout.root)/Tests/Fixtures/languages/\(name)"
      try folder.write(try String(contentsOfFile: fixture, encoding: .utf8), to: name)
    }
    return folder
  }

  /// Without the times that a run takes, its date and its system.
  private func timeless(_ text: String) -> String {
    text.replacing(/[0-9.]+ m?s\b/, with: "TIME").replacing(
      /20\d\d-\d\d-\d\d(T[0-9:]+Z)?/, with: "DATE"
    )
    .replacing(/<span>[^<]*, <time/, with: "<span>SYSTEM, <time")
  }

  @Test(.reads(with: .schema)) func `it runs, is recorded and is shown`() throws {
    let folder = try course()
    let run = try runNotes(["exec", "mixed", "--record"], in: folder.path)
    #expect(run.status == 1, "\(run.error)")
    try expectGolden(timeless(run.output), "languages/exec.txt")
    let record = try folder.text("results/mixed.json")
    try expectGolden(steps(of: record), "languages/record.json")
    #expect(
      try Reader.schema.read(
        "\(Checkout.root)/docs/record.schema.json", "\(folder.path)/results/mixed.json") == "")
    let shown = try runNotes(["show", "mixed"], in: folder.path)
    try expectGolden(timeless(shown.output), "languages/show.txt")
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    try expectGolden(
      timeless(cards(in: try folder.text("site/mixed.html"))), "languages/cards.html")
    #expect(try runNotes(["sync"], in: folder.path).status == 0)
    // Of the step that fails on purpose the record is told, and nothing else.
    let check = try runNotes(["check", "--format", "github"], in: folder.path)
    #expect(check.output.split(separator: "\n").filter { $0.hasPrefix("::") }.count == 1)
    #expect(check.output.contains("failed-record"), "\(check.output)")
  }

  /// The figures of a page.
  private func cards(in page: String) -> String {
    page.components(separatedBy: "<figure class=\"step").dropFirst().map { figure in
      "<figure class=\"step" + (figure.components(separatedBy: "</figure>").first ?? "")
        + "</figure>\n"
    }.joined()
  }

  /// The record's steps without how long they took.
  private func steps(of record: String) -> String {
    let lines = record.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { !$0.hasPrefix("  \"steps\"") }.prefix { !$0.hasPrefix("  \"system\"") }
      .filter { !$0.contains("\"duration\"") }.joined(separator: "\n")
  }

  @Test func `its steps are listed with what runs them`() throws {
    let folder = try course()
    let told = try runNotes(["steps", "mixed", "--explain"], in: folder.path).output
    #expect(
      told.contains(
        "   run: runner, 'python: python3'\n   expects: block at line 28, '2'\n   [python]\n   > import csv, os\n"
      ))
    let json = try runNotes(["steps", "mixed", "--json"], in: folder.path).output
    #expect(
      json.contains(
        "\"runner\" : {\n            \"command\" : \"python3\",\n            \"kind\" : \"session\"\n"
      ))
    let plan = try runNotes(["exec", "mixed", "--dry-run"], in: folder.path).output
    #expect(
      plan.contains("[awk]\n   > NR > 1 { sum += $2 }\n") && plan.contains("7 of 7 steps to run"))
  }

  @Test func `expectations of its blocks are tested and written anew`() throws {
    let folder = try course()
    let page = try folder.text("content/mixed.md").components(separatedBy: "## 6. Fail")[0]
    try folder.write(page, to: "content/mixed.md")
    let tested = try runNotes(["test", "mixed"], in: folder.path)
    #expect(tested.status == 1)
    #expect((tested.output + tested.error).contains("written 8"))
    _ = try runNotes(["test", "mixed", "--update"], in: folder.path)
    #expect(try folder.text("content/mixed.md").contains("```output\nwritten 8\n```\n"))
    #expect(try runNotes(["test", "mixed"], in: folder.path).status == 0)
  }

  @Test(arguments: [
    (
      "python: {command: /nowhere/python3, kind: session}",
      "skipped: there is no '/nowhere/python3' here"
    ),
    ("python: no-such -", "skipped: there is no 'no-such' here"),
    ("python: {command: python3 -, kind: session}", "| 'python3 -' ended before it took a block\n"),
  ])
  func `a runner that is not there is told`(runner: String, expected: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("runners:\n  \(runner)\n", to: "notes.yml")
    try folder.write("# P\n\n```python\n1\n```\n", to: "content/p.md")
    let result = try runNotes(["exec", "p"], in: folder.path)
    #expect(result.output.contains(expected), "\(result.output)\(result.error)")
  }

  @Test func `settings that cannot be read are told before a page is run`() throws {
    let folder = try TemporaryFolder()
    try folder.write("runners:\n  sql: sqlite3 :memory:\n", to: "notes.yml")
    try folder.write("# P\n\n```sh\ntrue\n```\n", to: "content/p.md")
    #expect(
      try runNotes(["exec", "p"], in: folder.path).error
        .hasPrefix("notes.yml:2:23: error: not YAML: "))
  }

  @Test func `after a run that is resumed the program has its variables`() throws {
    let folder = try TemporaryFolder(in: "/var/tmp")
    try folder.write("runners:\n  python: {command: python3, kind: session}\n", to: "notes.yml")
    try folder.write(
      "# P\n\n```python\nx = 1\n```\n\n```python\nopen('a').read(), x\n```\n", to: "content/p.md")
    let environment = ["HOME": folder.path, "XDG_STATE_HOME": "\(folder.path)/state"]
    let first = try runNotes(
      ["exec", "p", "--in", "host", "--yes"], in: folder.path, environment: environment)
    #expect(first.output.contains("1 passed, 1 failed"), "\(first.output)\(first.error)")
    try folder.write("b", to: "a")
    let second = try runNotes(
      ["exec", "p", "--in", "host", "--yes", "--resume"], in: folder.path, environment: environment)
    #expect(second.output.contains("2 steps: 2 passed"), "\(second.output)\(second.error)")
  }

  @Test func `a script runs its blocks in one program too, and ends it`() throws {
    let folder = try course()
    let home = try TemporaryFolder()
    try folder.write(
      try folder.text("content/mixed.md").replacing(
        "raise ValueError(total)", with: "print(total)"),
      to: "content/mixed.md")
    #expect(try runNotes(["sync"], in: folder.path).status == 0)
    let result = try runProgram(
      ["/bin/bash", "\(folder.path)/scripts/mixed.sh"], in: home.path,
      environment: ["HOME": home.path, "TMPDIR": home.path])
    #expect(result.output == "2\nwritten 8\n8 EUR\nawk says 8\n8\n9\n", "\(result.error)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path) == ["shop"])
  }

  @Test func `a block that is changed in the script is changed in the notes`() throws {
    let folder = try course()
    #expect(try runNotes(["sync"], in: folder.path).status == 0)
    let script = try folder.text("scripts/mixed.sh")
    try folder.write(
      script.replacing("total = sum(sales)\n", with: "total = sum(sales) * 2\n"),
      to: "scripts/mixed.sh")
    let synced = try runNotes(["sync"], in: folder.path)
    #expect(synced.status == 0, "\(synced.output)\(synced.error)")
    #expect(try folder.text("content/mixed.md").contains("```python\ntotal = sum(sales) * 2\n"))
    // What runs a block is no line of the notes.
    let now = try folder.text("scripts/mixed.sh")
    try folder.write(now.replacing("awk -F , -f", with: "gawk -F , -f"), to: "scripts/mixed.sh")
    #expect(try runNotes(["sync"], in: folder.path).status == 1)
  }

  @Test(.reads(with: .notebooks)) func `Jupyter runs it as a notebook`() throws {
    let folder = try course()
    try folder.write(
      try folder.text("content/mixed.md").replacing(
        "raise ValueError(total)", with: "print(total)"),
      to: "content/mixed.md")
    let page = try folder.text("content/mixed.md")
    _ = try runNotes(["exec", "mixed", "--record"], in: folder.path)
    #expect(try runNotes(["export", "mixed", "--to", "ipynb"], in: folder.path).status == 0)
    try folder.write("", to: "home/.empty")
    let told = try Reader.notebooks.read(
      ["run", "\(folder.path)/mixed.ipynb"], environment: ["HOME": "\(folder.path)/home"])
    #expect(told.hasPrefix("8 cells, 8 ran, 0 failed\n"), "\(told)")
    #expect(try folder.text("home/shop/total.txt") == "8 EUR\n")
    #expect(try runNotes(["import", "mixed.ipynb", "-o", "-"], in: folder.path).output == page)
  }
}
