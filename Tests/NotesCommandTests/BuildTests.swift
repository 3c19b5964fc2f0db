import Foundation
import TestSupport
import Testing

/// What `notes build` leaves on disk.
struct BuildTests {
  private func course(_ files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: path) }
    return folder
  }

  @Test func `the second build touches no file, and one change touches its page alone`() throws {
    let folder = try course(["content/a.md": "# A\n", "content/b.md": "# B\n"])
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    let first = try folder.stamps(below: "site")
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    #expect(try folder.stamps(below: "site") == first)
    try folder.write("# B\n\nMore.\n", to: "content/b.md")
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    let second = try folder.stamps(below: "site")
    #expect(first.keys.filter { first[$0] != second[$0] }.contains("b.html"))
    #expect(first["a.html"] == second["a.html"])
  }

  @Test func `without what the last build knew, files of the same bytes stay untouched`() throws {
    let folder = try course(["content/a.md": "# A\n", "content/a.txt": "a"])
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    let first = try folder.stamps(below: "site")
    try FileManager.default.removeItem(atPath: folder.path + "/.notes")
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    #expect(try folder.stamps(below: "site") == first)
  }

  @Test func `a file of the site that somebody changed or lost comes back`() throws {
    let folder = try course(["content/a.md": "# A\n", "content/b.md": "# B\n"])
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    let page = try folder.text("site/a.html")
    try folder.write("other", to: "site/a.html")
    try FileManager.default.removeItem(atPath: folder.path + "/site/b.html")
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    #expect(try folder.text("site/a.html") == page)
    #expect(folder.exists("site/b.html"))
  }

  @Test func `what is no longer made is removed, and nothing else`() throws {
    let folder = try course(["content/a.md": "# A\n", "content/part/b.md": "# B\n"])
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    try folder.write("mine", to: "site/CNAME")
    try FileManager.default.removeItem(atPath: folder.path + "/content/part")
    let result = try runNotes(["build"], in: folder.path)
    // The page, its copy for programs, and what it alone had of the search.
    #expect(result.output.contains("3 removed"))
    #expect(!folder.exists("site/part"))
    #expect(try folder.text("site/CNAME") == "mine")
  }

  @Test func `a folder of other files is refused until it is told to take them`() throws {
    let folder = try course(["content/a.md": "# A\n", "site/mine.txt": "mine"])
    let refused = try runNotes(["build"], in: folder.path)
    #expect(refused.status == 2)
    #expect(refused.error.contains("mine.txt"))
    #expect(refused.error.contains("rm -r '\(folder.path)/site'/*\n"))
    #expect(refused.error.contains("notes build --accept-foreign\n"))
    #expect(!folder.exists("site/a.html"))
    #expect(try runNotes(["build", "--accept-foreign"], in: folder.path).status == 0)
    #expect(try folder.text("site/mine.txt") == "mine")
    #expect(folder.exists("site/a.html"))
  }

  @Test func `--check writes nothing and says what would change`() throws {
    let folder = try course(["content/a.md": "# A\n"])
    let before = try runNotes(["build", "--check"], in: folder.path)
    #expect(before.status == 1)
    #expect(before.output.contains("new site/a.html"))
    #expect(!folder.exists("site") && !folder.exists(".notes"))
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    #expect(try runNotes(["build", "--check"], in: folder.path).status == 0)
    try folder.write("# A2\n", to: "content/a.md")
    let after = try runNotes(["build", "--check"], in: folder.path)
    #expect(after.status == 1)
    #expect(after.output.contains("changed site/a.html"))
    #expect(try folder.text("site/a.html").contains("<h1 id=\"a\">A</h1>"))
  }

  @Test func `drafts are pages only when asked for`() throws {
    let folder = try course([
      "content/a.md": "# A\n", "content/b.md": "---\ndraft: true\n---\n# B\n",
    ])
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    #expect(!folder.exists("site/b.html"))
    #expect(try runNotes(["build", "--drafts"], in: folder.path).status == 0)
    #expect(folder.exists("site/b.html"))
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    #expect(!folder.exists("site/b.html"))
  }

  @Test func `a build that was killed leaves the old site or the new one, once the next has run`()
    throws
  {
    let pages = (0..<60).map { ("content/p\($0).md", "# Page \($0)\n\nold\n") }
    let folder = try course(Dictionary(uniqueKeysWithValues: pages))
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    for number in 0..<60 {
      try folder.write("# Page \(number)\n\nnew\n", to: "content/p\(number).md")
    }
    for milliseconds in [5, 10, 20, 30, 40, 60, 80] {
      _ = try runProgram(
        [
          "/usr/bin/timeout", "-s", "KILL", "0.0\(milliseconds < 10 ? "0" : "")\(milliseconds)",
          "\(Checkout.buildFolder)/notes", "build",
        ], in: folder.path)
      // Whoever reads the site meanwhile finds pages whole.
      for number in 0..<60 {
        #expect(try folder.text("site/p\(number).html").contains("</html>"))
      }
    }
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    for number in 0..<60 {
      #expect(try folder.text("site/p\(number).html").contains("<p>new</p>"))
    }
    #expect(try runNotes(["build", "--check"], in: folder.path).status == 0)
    #expect(!folder.exists("site/.notes-new"))
  }

  @Test func `what a build had ready before it was ended takes its place with the next`() throws {
    let folder = try course(["content/a.md": "# A\n"])
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    // The old list, and what a build leaves that was ended between two files of its last moment.
    try folder.write("new", to: "site/.notes-new/b.html")
    try folder.write("notes.site/1\na.html\nb.html\n", to: "site/.notes-new/.notes-ready")
    try folder.write("# A\n", to: "content/b.md")
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    #expect(!folder.exists("site/.notes-new"))
    #expect(try folder.text("site/.notes-files").contains("b.html"))
    // What was not ready is thrown away.
    try folder.write("half", to: "site/.notes-new/c.html")
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    #expect(!folder.exists("site/c.html") && !folder.exists("site/.notes-new"))
  }

  @Test(arguments: [
    ("", "<p><b>a</b> &quot;q&quot;</p>"), ("html: escape\n", "&lt;b&gt;a&lt;/b&gt;"),
    ("html: safe\n", "<!-- raw HTML omitted -->"), ("smart: true\n", "“q”"),
    ("theme:\n  motto: Learn & do\n", "<i>Learn &amp; do</i>"),
  ])
  func `settings of the course reach its pages`(settings: String, expected: String) throws {
    let folder = try course([
      "content/a.md": "# A\n\n<b>a</b> \"q\"\n", "notes.yml": settings,
      "theme/footer.mustache": "<i>{{theme.motto}}</i>",
    ])
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    #expect(try folder.text("site/a.html").contains(expected))
  }

  @Test func `dead links are told all at once, and the site is written all the same`() throws {
    let folder = try course([
      "content/a.md": "# A\n\n[b](b.md#on) [c](c.md)\n![d](d.png)\n",
      "content/b.md": "# B\n\n## One\n",
    ])
    let result = try runNotes(["build"], in: folder.path)
    #expect(result.status == 1)
    #expect(folder.exists("site/a.html"))
    for place in ["a.md:3:1: error: '#on'", "a.md:3:14: error: 'c.md'", "a.md:4:1: error: 'd.png'"]
    {
      #expect(result.error.contains("content/\(place)"), "\(result.error)")
    }
    // Told again though nothing has changed, and as warnings to those who want that.
    #expect(try runNotes(["build"], in: folder.path).status == 1)
    #expect(try runNotes(["build", "--links", "warn"], in: folder.path).status == 0)
    #expect(try runNotes(["check"], in: folder.path).error.contains("[dead-anchor]"))
  }

  @Test func `two builds of one course give the same bytes`() throws {
    let files = ["content/a.md": "# A\n", "content/x/b.md": "# B\n[a](../a.md)\n"]
    let (first, second) = (try course(files), try course(files))
    for folder in [first, second] { #expect(try runNotes(["build"], in: folder.path).status == 0) }
    let paths = try first.files(below: "site")
    #expect(try second.files(below: "site") == paths)
    for path in paths {
      #expect(try first.text("site/\(path)") == second.text("site/\(path)"), "\(path)")
    }
  }
}

extension TemporaryFolder {
  /// The paths of all files below a folder, in order.
  func files(below path: String) throws -> [String] {
    let all = FileManager.default.enumerator(atPath: "\(self.path)/\(path)")?.allObjects ?? []
    return try all.compactMap { $0 as? String }.sorted().filter { file in
      let attributes = try FileManager.default.attributesOfItem(
        atPath: "\(self.path)/\(path)/\(file)")
      return attributes[.type] as? FileAttributeType == .typeRegular
    }
  }

  /// When each file was written and which one it is.
  func stamps(below path: String) throws -> [String: [Int]] {
    var stamps: [String: [Int]] = [:]
    for file in try files(below: path) {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: "\(self.path)/\(path)/\(file)")
      let date = attributes[.modificationDate] as? Date ?? .distantPast
      stamps[file] = [
        attributes[.systemFileNumber] as? Int ?? 0, Int(date.timeIntervalSince1970 * 1_000_000),
      ]
    }
    return stamps
  }
}
