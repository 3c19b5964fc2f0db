import Foundation
import TestSupport
import Testing

/// What `notes build` does about links and what they lead to.
struct LinkBuildTests {
  private func course(_ files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: path) }
    return folder
  }

  @Test func `what is told of a page's links follows the pages that they lead to`() throws {
    let folder = try TemporaryFolder()
    try folder.write("# A\n\n[there](b.md#there)\n", to: "content/a.md")
    try folder.write("# C\n", to: "content/c.md")
    let steps: [(file: String, text: String, isDead: Bool)] = [
      ("b", "## There\n", false), ("c", "# C anew\n", false), ("b", "## Gone\n", true),
      ("c", "# C once more\n", true), ("d", "# D\n", true), ("b", "# B\n\n## There\n", false),
    ]
    for (file, text, isDead) in steps {
      try folder.write(text, to: "content/\(file).md")
      let result = try runNotes(["build"], in: folder.path)
      #expect(result.error.contains("content/a.md:3:1") == isDead, "\(file): \(result.error)")
      #expect(result.status == (isDead ? 1 : 0))
    }
  }

  @Test func `a heading that changed keeps its earlier id for links from elsewhere`() throws {
    let folder = try course([
      "content/a.md": "# A\n\n## Set up\n\n## Use\n", "content/b.md": "[a](a.md#set-up)\n",
    ])
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    #expect(!folder.exists("anchors.lock"))
    #expect(try runNotes(["build", "--lock"], in: folder.path).output.contains("commit it"))
    let lines = ["content/a.md a", "content/a.md set-up", "content/a.md use"]
    #expect(try folder.text("anchors.lock").hasSuffix(lines.map { $0 + "\n" }.joined()))
    #expect(try runNotes(["build", "--check"], in: folder.path).status == 0)

    try folder.write("# A\n\n## Install\n\n## Use\n", to: "content/a.md")
    let late = try runNotes(["build", "--check"], in: folder.path)
    #expect(late.status == 1)
    #expect(late.output.contains("changed anchors.lock"))
    let result = try runNotes(["build"], in: folder.path)
    #expect(result.status == 0)
    #expect(
      result.error.contains("content/b.md:1:1: hint: '#set-up' is what a heading of content/a.md"))
    #expect(result.error.contains("write `a.md#install`"))
    #expect(try folder.text("anchors.lock").contains("content/a.md set-up -> install\n"))
    let page = try folder.text("site/a.html")
    #expect(page.contains("<span id=\"set-up\"></span>\n<h2 id=\"install\">"))
    let again = try runNotes(["build"], in: folder.path)
    #expect(again.output.contains("; 0 files written") && !again.output.contains("anchors.lock"))
    #expect(try runNotes(["build", "--check"], in: folder.path).status == 0)
    #expect(try runNotes(["check"], in: folder.path).error.contains("[earlier-anchor]"))
  }

  @Test func `a page is written anew when the lock alone has changed`() throws {
    let folder = try course([
      "content/a.md": "# A\n", "anchors.lock": "content/a.md a\ncontent/a.md b -> ?\n",
    ])
    let lost = try runNotes(["build"], in: folder.path)
    #expect(lost.error.contains("anchors.lock:4:1: warning: '#b' of content/a.md is gone"))
    try folder.write("content/a.md a\ncontent/a.md b -> a\n", to: "anchors.lock")
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    #expect(try folder.text("site/a.html").contains("<span id=\"b\"></span>"))
  }

  @Test func `a lock that a merge left broken is told and stays`() throws {
    let text = "<<<<<<< ours\ncontent/a.md b\n=======\ncontent/z.md z\n"
    let folder = try course(["content/a.md": "# A\n", "anchors.lock": text])
    let result = try runNotes(["build"], in: folder.path)
    #expect(result.status == 1)
    #expect(result.error.contains("anchors.lock:1:1: error:"))
    // Told at the lines of the file as it is.
    #expect(result.error.contains("anchors.lock:4:1: warning: content/z.md is gone"))
    #expect(try folder.text("anchors.lock") == text)
  }

  @Test func `drafts are not in the lock`() throws {
    let folder = try course([
      "content/a.md": "# A\n", "content/b.md": "---\ndraft: true\n---\n# B\n",
    ])
    #expect(try runNotes(["build", "--lock", "--drafts"], in: folder.path).status == 2)
    #expect(try runNotes(["build", "--lock"], in: folder.path).status == 0)
    let lock = try folder.text("anchors.lock")
    #expect(lock.hasSuffix("\ncontent/a.md a\n"))
    #expect(try runNotes(["build", "--drafts"], in: folder.path).status == 0)
    #expect(try folder.text("anchors.lock") == lock)
  }

  private static let outside = [
    "scripts/a.sh": "echo a\n", "notes.yml": "title: T\n", "data/x y.csv": "1\n", ".env": "KEY=1\n",
    "results/z.json": "{}", "code/.git/config": "x", "docs/plan.md": "# Plan\n",
  ]

  @Test(arguments: [
    ("../scripts/a.sh", "files/scripts/a.sh", "echo a\n"),
    ("/scripts/a.sh#L1", "files/scripts/a.sh", "echo a\n"),
    ("../data/x%20y.csv", "files/data/x y.csv", "1\n"),
    ("../docs/plan.md", "files/docs/plan.md", "# Plan\n"),
    ("../.env", nil, "dead-link"), ("../results/z.json", nil, "dead-link"),
    ("../code/.git/config", nil, "dead-link"), ("../site/a.html", nil, "dead-link"),
    ("../code/password", nil, "dead-link"), ("../code/hidden", nil, "dead-link"),
    ("../../notes.yml", nil, "dead-link"), ("../code/way", nil, "dead-link"),
    ("../scripts", nil, "dead-link"),
  ])
  func `files beside the notes go along when a page links to them, and only then`(
    link: String, file: String?, expected: String
  ) throws {
    let folder = try course(Self.outside.merging(["content/a.md": "# A\n"]) { $1 })
    for (name, target) in [
      ("password", "/etc/passwd"), ("hidden", "../.env"), ("way", "../results/z.json"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/code/\(name)", withDestinationPath: target)
    }
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    #expect(!folder.exists("site/files"))
    try folder.write("# A\n\n[it](\(link))\n", to: "content/a.md")
    let result = try runNotes(["build"], in: folder.path)
    let check = try runNotes(["check"], in: folder.path)
    if let file {
      #expect(result.status == 0, "\(result.error)")
      #expect(try folder.text("site/\(file)") == expected)
      let address = file.replacing(" ", with: "%20")
      #expect(try folder.text("site/a.html").contains("<a href=\"\(address)"))
      #expect(try folder.text("site/a.md").contains("](\(address)"))
      #expect(!check.error.contains("[dead-link]"), "\(check.error)")
      #expect(try runNotes(["build"], in: folder.path).output.contains("; 0 files written"))
      // Without the file the link is dead, though its page has not changed, until it is there again.
      let source = String(file.dropFirst("files/".count))
      try FileManager.default.removeItem(atPath: "\(folder.path)/\(source)")
      #expect(try runNotes(["build"], in: folder.path).error.contains("[dead-link]"))
      #expect(!folder.exists("site/files"))
      #expect(try runNotes(["build"], in: folder.path).error.contains("[dead-link]"))
      try folder.write("new\n", to: source)
      #expect(try runNotes(["build"], in: folder.path).status == 0)
      #expect(try folder.text("site/\(file)") == "new\n")
    } else {
      #expect(result.error.contains("[\(expected)]"), "\(result.error)")
      #expect(check.error.contains("[\(expected)]"))
      #expect(!folder.exists("site/files"))
    }
  }

  @Test func `a file of content and one beside it do not share a place of the site`() throws {
    let folder = try course([
      "content/a.md": "[x](../x.txt)\n", "content/files/x.txt": "1", "x.txt": "2",
    ])
    let result = try runNotes(["build"], in: folder.path)
    #expect(result.error.contains("x.txt:1:1: error: 'files/x.txt' of the site is the place of"))
    #expect(try folder.text("site/files/x.txt") == "1")
  }

  @Test func `a fragment is written as the id is, also when the other page changes it`() throws {
    let folder = try course([
      "content/a.md": "[b](b.md#Set-Up) [b](/b.md#set-up) [b](b.md#user-content-set-up)\n",
      "content/b.md": "# B\n\n## Set up\n",
    ])
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    let page = try folder.text("site/a.html")
    #expect(page.ranges(of: "href=\"b.html#set-up\"").count == 3)
    #expect(try folder.text("site/a.md").contains("[b](b.md#set-up)"))
    try folder.write("# B\n\n<a id=\"Set-Up\"></a>\n\n## Set up\n", to: "content/b.md")
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    #expect(try folder.text("site/a.html").contains("href=\"b.html#Set-Up\""))
  }

  @Test(.readsSharedData)
  func `real notes build to the same bytes in any folder, however many links are dead`() throws {
    let corpus = "\(SharedData.folder)/corpus/data-engineering-zoomcamp"
    let sites = try (0..<2).map { _ in
      let folder = try course(["notes.yml": "url: https://course.org\n"])
      let copied = try runProgram(
        ["/bin/cp", "-R", corpus, "\(folder.path)/content"], in: folder.path)
      #expect(copied.status == 0)
      let result = try runNotes(["build", "--links", "warn"], in: folder.path)
      #expect(result.error.contains("[dead-link]"))
      return folder
    }
    let differences = try runProgram(
      ["/usr/bin/diff", "-r", "\(sites[0].path)/site", "\(sites[1].path)/site"], in: "/")
    #expect(differences.status == 0, "\(differences.output.prefix(1000))")
    #expect(sites[0].exists("site/index.html"))
  }
}
