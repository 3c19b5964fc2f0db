import TestSupport
import Testing

/// Pictures of a course on disk.
struct ImageBuildTests {
  private static func png(_ width: UInt8, _ height: UInt8) -> [UInt8] {
    Array("\u{89}PNG".unicodeScalars.map { UInt8($0.value) }) + [13, 10, 26, 10, 0, 0, 0, 13]
      + Array("IHDR".utf8) + [0, 0, 0, width, 0, 0, 0, height, 8]
  }

  private func course(_ files: [String: String], images: [String: [UInt8]]) throws
    -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: path) }
    for (path, bytes) in images { try folder.write(bytes, to: path) }
    return folder
  }

  @Test func `only the pages that show a picture are made anew when it changes`() throws {
    let folder = try course(
      [
        "content/a.md": "# A\n\n![p](img/p.png)\n", "content/b.md": "# B\n",
        "content/c.md": "# C\n\n<img src=\"img/p.png\">\n",
      ], images: ["content/img/p.png": Self.png(64, 32)])
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    let first = try folder.stamps(below: "site")
    let names = first.keys.filter { $0.hasPrefix("img/") }
    #expect(names.count == 1 && names[0].hasPrefix("img/p.") && names[0].utf8.count == 18)
    let page = try folder.text("site/a.html")
    #expect(page.contains("<img src=\"\(names[0])\" alt=\"p\" width=\"64\" height=\"32\">"))
    #expect(try folder.text("site/a.md").contains("![p](\(names[0]))"))

    #expect(try runNotes(["build"], in: folder.path).status == 0)
    #expect(try folder.stamps(below: "site") == first)

    try folder.write(Self.png(16, 8), to: "content/img/p.png")
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    let second = try folder.stamps(below: "site")
    #expect(!second.keys.contains(names[0]))
    #expect(try folder.text("site/a.html").contains("width=\"16\" height=\"8\""))
    for path in ["a.html", "a.md", "c.html"] { #expect(second[path] != first[path], "\(path)") }
    for path in ["b.html", "b.md"] { #expect(second[path] == first[path], "\(path)") }
    #expect(try runNotes(["build", "--check"], in: folder.path).status == 0)
  }

  @Test func `a file that is no picture is told where it is shown, each time`() throws {
    let folder = try course(
      [
        "content/a.md":
          "# A\n\ntext ![p](p.png)\n\n<!-- notes: silence=broken-image -->\n![p](p.png)\n"
      ],
      images: ["content/p.png": Array("no picture".utf8)])
    for verb in ["build", "build", "check"] {
      let result = try runNotes([verb], in: folder.path)
      #expect(result.status == 0, "\(result.error)")
      #expect(
        (result.error + result.output).contains("content/a.md:3:6: warning: 'p.png' is damaged"),
        "\(verb): \(result.error)")
      #expect((result.error + result.output).ranges(of: "is damaged").count == 1)
    }
    #expect(!(try folder.text("site/a.html").contains("width=\"0")))
  }

  @Test func `beside web pages of the author's own a picture keeps its name too`() throws {
    let folder = try course(
      ["content/a.md": "# A\n\n![p](p.gif)\n", "content/demo.html": "<img src=\"p.gif\">"],
      images: ["content/p.gif": Array("GIF89a\u{1}\0\u{1}\0".utf8)])
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    #expect(folder.exists("site/p.gif"))
    try folder.write("# A\n", to: "content/a.md")
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    // No page names it any more.
    #expect(try folder.files(below: "site").filter { $0.hasSuffix(".gif") } == ["p.gif"])
    try folder.write("# A\n\n![p](p.gif)\n", to: "content/a.md")
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    #expect(try folder.files(below: "site").count { $0.hasSuffix(".gif") } == 2)
  }
}
