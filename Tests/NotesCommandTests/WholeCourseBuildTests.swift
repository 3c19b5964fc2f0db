import Foundation
import TestSupport
import Testing

/// `print.html` on disk, which is composed of what stands there already and what is new.
struct WholeCourseBuildTests {
  private func course(_ files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: path) }
    return folder
  }

  private func build(_ folder: TemporaryFolder) throws {
    let result = try runNotes(["build"], in: folder.path)
    #expect(result.status == 0, "\(result.error)")
  }

  private static let pages = [
    "content/a.md": "# A\n\n[b](b.md)\n", "content/b.md": "# B\n\nold\n", "content/x/c.md": "# C\n",
  ]

  @Test func `it is the same whether sections are new or taken from the one before`() throws {
    var pages = Self.pages
    let folder = try course(pages)
    try build(folder)
    let steps: [(String, String?)] = [
      ("content/b.md", "# B\n\nnew and longer\n"), ("content/a.md", "# A\n"),
      ("content/x/c.md", "# C\n\n![p](p.png)\n"), ("content/b.md", "---\nhide: true\n---\n# B\n"),
      ("content/b.md", "---\norder: 1\n---\n# B, first\n"), ("content/d.md", "# D\n"),
      ("content/a.md", nil), ("notes.yml", "title: T\nlinks: warn\n"),
    ]
    for (path, text) in steps {
      pages[path] = text
      if path.hasSuffix("c.md") { pages["content/x/p.png"] = "<svg/>" }
      for file in [path, "content/x/p.png"] {
        if let text = pages[file] {
          try folder.write(text, to: file)
        } else {
          try? FileManager.default.removeItem(atPath: "\(folder.path)/\(file)")
        }
      }
      try build(folder)
      let fresh = try course(pages)
      try build(fresh)
      #expect(try folder.text("site/print.html") == fresh.text("site/print.html"), "\(path)")
    }
  }

  @Test func `it is touched only when it changes`() throws {
    let folder = try course(Self.pages)
    try build(folder)
    let first = try folder.stamps(below: "site")
    #expect(first["print.html"] != nil)
    try build(folder)
    #expect(try folder.stamps(below: "site") == first)
    // A page is made anew, but to the same bytes.
    try folder.write("# B\n\n\nold\n", to: "content/b.md")
    try build(folder)
    #expect(try folder.stamps(below: "site")["print.html"] == first["print.html"])
    try FileManager.default.removeItem(atPath: folder.path + "/.notes")
    try build(folder)
    #expect(try folder.stamps(below: "site")["print.html"] == first["print.html"])
    let whole = try folder.text("site/print.html")
    try folder.write("other", to: "site/print.html")
    try build(folder)
    #expect(try folder.text("site/print.html") == whole)
    try FileManager.default.removeItem(atPath: folder.path + "/site/print.html")
    let check = try runNotes(["build", "--check"], in: folder.path)
    #expect(check.output.contains("new site/print.html"))
    #expect(!folder.exists("site/print.html"))
    try build(folder)
    #expect(try folder.text("site/print.html") == whole)
  }

  @Test func `a file of its name that no build made is left alone`() throws {
    let folder = try course(Self.pages.merging(["site/print.html": "mine"]) { $1 })
    let result = try runNotes(["build", "--accept-foreign"], in: folder.path)
    #expect(result.status == 1)
    #expect(result.error.contains("'print.html' in the site's folder is a file that no build made"))
    #expect(try folder.text("site/print.html") == "mine")
  }
}
