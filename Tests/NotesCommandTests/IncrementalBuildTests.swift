import Foundation
import TestSupport
import Testing

/// A build that has an earlier one's site and memory gives what a build from nothing gives, file by file
/// and in what it tells.
struct IncrementalBuildTests {
  /// A course with some of everything that pages make of each other.
  private static let course: [String: String] = [
    "notes.yml": "title: T\nurl: https://course.example/\n",
    "content/a.md": """
    # A

    [b](part/b.md#set-up), [the part](part), [c](part/c.md#user-content-more), [its code](../code/run.sh)

    ![p](part/p.svg)

    ```sh
    mkdir a
    ```
    """,
    "content/part/README.md": "# Part\n\n[up](../a.md) [x](../x/) [hidden](hidden.md)\n",
    "content/part/b.md": """
    ---
    description: About b
    date: 2026-01-02
    aliases: [old.html]
    ---
    # B

    ## Set up

    Text of b.

    - [ ] do it

    ## Then

    ```sh
    ls
    cat b
    ```

    <img src="p.svg" alt="p"> <a href="../x/d.html#deep">d</a> <a href="c.md#More">more</a>
    """,
    "content/part/c.md": "# C\n\n## More\n\n[gone](gone.md) and [b](b.md#nowhere)\n",
    "content/part/draft.md": "---\ndraft: true\n---\n# Draft\n\n## In it\n",
    "content/part/hidden.md": "---\nhide: true\n---\n# Hidden\n\n[draft](draft.md)\n",
    "content/part/p.svg": "<svg viewBox=\"0 0 10 10\"/>",
    "content/x/d.md": "# D\n\n### Deep\n\n```sh\necho $((1 +\n```\n",
    "content/x/e.md": "# E\n\n```mermaid\ngraph LR\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "content/x/f.md": "# F\n\n## One\n\n## Two\n\n## Three\n\n[d](d.md#deep) [e](/x/e.md?a=b#e)\n",
    "code/run.sh": "ls\n",
    "results/part/b.json": record(day: 24),
  ]

  private static func record(day: Int) -> String {
    """
    { "schema": "notes.record/1", "page": "content/part/b.md", "title": "B",
      "date": "2026-11-\(day)T10:00:00Z", "duration": 0, "system": { "place": "sandbox",
      "distribution": "Debian GNU/Linux 12 (bookworm)", "kernel": "", "architecture": "",
      "tools": {} }, "steps": [] }
    """
  }

  /// What is done to a file of the course.
  struct Change: Sendable, CustomTestStringConvertible {
    var name: String
    var path: String
    /// Takes the file's text and gives the new one; `nil` for no file.
    var edit: @Sendable (String) -> String?

    init(_ name: String, _ path: String, _ edit: @escaping @Sendable (String) -> String?) {
      (self.name, self.path, self.edit) = (name, path, edit)
    }

    static func replace(_ name: String, _ path: String, _ old: String, _ new: String) -> Change {
      Change(name, path) { $0.replacingOccurrences(of: old, with: new) }
    }

    static func append(_ name: String, _ path: String, _ text: String) -> Change {
      Change(name, path) { $0 + "\n\n" + text + "\n" }
    }

    var testDescription: String { name }
  }

  private static let changes: [Change] = [
    .replace("body", "content/part/b.md", "Text of b.", "Other and longer text of b."),
    .replace("body with lines above", "content/part/c.md", "# C\n", "# C\n\nMore\nlines.\n"),
    .append("body of a page with findings", "content/x/d.md", "More.\n\n```sh\necho 'b\n```"),
    .replace("finding above", "content/x/d.md", "# D\n", "# D\n\nA line.\n"),
    .replace("finding mended", "content/x/d.md", "$((1 +", "$((1 + 2))"),
    .replace("dead link mended", "content/part/c.md", "gone.md", "b.md"),
    .append("new dead link", "content/a.md", "[dead](part/nothing.md)"),
    .append(
      "new link", "content/a.md", "[f](x/f.md#two) [e](x/e.md) [u](/x/f.md#user-content-one)"),
    .append("link to the index that is made", "content/x/e.md", "[home](../index.md)"),
    .append("link to a draft", "content/a.md", "[draft](part/draft.md#in-it)"),
    .append("link out of the content", "content/x/e.md", "[code](../../code/run.sh)"),
    .replace("no link out of the content", "content/a.md", "../code/run.sh", "a.md"),
    .replace("title", "content/part/b.md", "# B\n", "# B & more\n"),
    .replace("title of a section", "content/part/README.md", "# Part", "# The part"),
    .replace("heading that is linked to", "content/part/b.md", "## Set up\n", ""),
    .replace("words of a heading", "content/part/b.md", "## Then", "## Then!"),
    .append("heading", "content/x/e.md", "## New\n\ntext"),
    .append("contents", "content/part/README.md", "## One\n\n## Two\n\n## Three\n\n## Four"),
    .replace("no contents", "content/x/f.md", "## Two\n\n## Three\n\n", ""),
    .append("step", "content/a.md", "```sh\nrm -r a\n```"),
    .replace("step's text", "content/a.md", "mkdir a", "mkdir -p a/b"),
    .append("task", "content/part/b.md", "- [ ] and this"),
    .append("diagram", "content/a.md", "```mermaid\ngraph TD\n```"),
    .append("picture shown", "content/x/e.md", "![p](../part/p.svg)"),
    .replace("picture no longer shown", "content/a.md", "![p](part/p.svg)\n", ""),
    .replace("picture", "content/part/p.svg", "10 10", "20 20"),
    Change("picture removed", "content/part/p.svg") { _ in nil },
    Change("page added", "content/part/new.md") { _ in "# New\n\n[b](b.md)\n" },
    Change("index added", "content/index.md") { _ in "# Home\n\n[a](a.md)\n" },
    Change("page removed", "content/x/d.md") { _ in nil },
    Change("section's page removed", "content/part/README.md") { _ in nil },
    .replace("draft published", "content/part/draft.md", "draft: true", "order: 1"),
    .replace("draft changed", "content/part/draft.md", "In it", "In the draft"),
    .replace(
      "page becomes a draft", "content/part/b.md", "description:", "draft: true\ndescription:"),
    .replace("page hidden", "content/part/b.md", "description:", "hide: true\ndescription:"),
    .replace("hidden page changed", "content/part/hidden.md", "# Hidden\n", "# Hidden\n\nText.\n"),
    .replace("date", "content/part/b.md", "2026-01-02", "2026-01-03"),
    .replace("order", "content/part/b.md", "description:", "order: 9\ndescription:"),
    .replace("description", "content/part/b.md", "About b", "All about b"),
    .replace("alias", "content/part/b.md", "old.html", "old.html, older.html"),
    .replace("alias of a page that is there", "content/part/b.md", "old.html", "a.html"),
    Change("record", "results/part/b.json") { _ in record(day: 25) },
    Change("record removed", "results/part/b.json") { _ in nil },
    Change("record added", "results/a.json") { _ in record(day: 25) },
    Change("record broken", "results/part/b.json") { _ in "{ \"schema\": 1 }" },
    Change("record of no page", "results/nothing.json") { _ in "{}" },
    .replace("settings", "notes.yml", "title: T", "title: U\nsmart: true"),
    Change("file beside the notes", "content/x/data.csv") { _ in "1\n" },
    Change("linked file changed", "code/run.sh") { $0 + "ls\n" },
    Change("linked file removed", "code/run.sh") { _ in nil },
    Change("nothing but the time", "content/a.md") { $0 },
  ]

  @Test(arguments: changes)
  func `after a change the site is what a build from nothing makes`(_ change: Change) throws {
    var files = Self.course
    let folder = try written(files)
    try expectSame(folder, files)
    files[change.path] = change.edit(files[change.path] ?? "")
    try update(folder, change.path, files)
    try expectSame(folder, files)
  }

  @Test(arguments: [[], ["--drafts"]])
  func `so it is with one change after another`(_ options: [String]) throws {
    var generator = SplitMix64(seed: 5)
    var files = Self.course
    // So many that lists of pages, groups and shards are not whole.
    for number in 0..<150 {
      files["content/many\(number % 5)/page\(number).md"] =
        "# Page \(number)\n\n## About \(number)\n\nwords \(number % 7) of it\n"
    }
    let folder = try written(files)
    try expectSame(folder, files, options)
    for _ in 0..<8 {
      let all = Self.changes.shuffled(using: &generator)
      for change in all.prefix(Int.random(in: 1...3, using: &generator)) {
        files[change.path] = change.edit(files[change.path] ?? "# Back\n")
        try update(folder, change.path, files)
      }
      let body = "content/many3/page\(Int.random(in: 0..<30, using: &generator) * 5 + 3).md"
      files[body] = (files[body] ?? "") + "\nzebra \(generator.next() % 9)\n"
      try update(folder, body, files)
      try expectSame(folder, files, options)
    }
  }

  private func written(_ files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: path) }
    return folder
  }

  private func update(
    _ folder: TemporaryFolder, _ path: String, _ files: [String: String]
  ) throws {
    if let text = files[path] {
      try folder.write(text, to: path)
    } else if folder.exists(path) {
      try FileManager.default.removeItem(atPath: "\(folder.path)/\(path)")
    }
  }

  /// Builds a course where it is and one of the same files from nothing, and expects that nothing
  /// tells them apart.
  private func expectSame(
    _ folder: TemporaryFolder, _ files: [String: String], _ options: [String] = [],
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let fresh = try written(files)
    let expected = try runNotes(["build"] + options, in: fresh.path)
    let told = try runNotes(["build"] + options, in: folder.path)
    #expect(told.error == expected.error, sourceLocation: location)
    #expect(told.status == expected.status, sourceLocation: location)
    #expect(
      told.output.split(separator: " into ").first
        == expected.output.split(separator: " into ").first,
      sourceLocation: location)
    let paths = try fresh.files(below: "site")
    #expect(try folder.files(below: "site") == paths, sourceLocation: location)
    for path in paths where folder.exists("site/\(path)") {
      let isSame = try folder.bytes("site/\(path)") == fresh.bytes("site/\(path)")
      #expect(isSame, "\(path)", sourceLocation: location)
    }
    // And nothing is left to do, nor forgotten to tell.
    let again = try runNotes(["build", "--check"] + options, in: folder.path)
    #expect(again.output.contains("up to date"), "\(again.output)", sourceLocation: location)
    #expect(again.error == expected.error, sourceLocation: location)
  }
}
