import Foundation
import TestSupport
import Testing

/// `notes build --watch`
struct WatchTests {
  /// A program that builds whenever something changes, ended with this value.
  private final class Watcher {
    let folder = try? TemporaryFolder()
    private let process = Process()
    private var path: String { folder?.path ?? "" }

    init(_ files: [String: String], _ flags: [String]) throws {
      for (name, text) in files { try folder?.write(text, to: "course/\(name)") }
      for name in ["out", "err"] { try folder?.write("", to: name) }
      process.executableURL = URL(filePath: "\(Checkout.buildFolder)/notes")
      process.arguments = ["build", "--watch"] + flags
      process.currentDirectoryURL = URL(filePath: path + "/course")
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(forWritingTo: URL(filePath: path + "/out"))
      process.standardError = try FileHandle(forWritingTo: URL(filePath: path + "/err"))
      try process.run()
    }

    deinit { if process.isRunning { process.terminate() } }

    /// Whether it has said something, within a minute.
    func says(_ text: String, in stream: String = "out") throws -> Bool {
      try eventually { try folder?.text(stream).contains(text) == true }
    }

    /// Whether it has built again at least so often, within a minute.
    func hasBuilt(_ number: Int) throws -> Bool { try eventually { try builds() >= number } }

    func write(_ text: String, to name: String) throws { try write([(name, text)]) }

    /// Writes files of which it sees all or none, however long that takes on a busy machine.
    func write(_ files: [(name: String, text: String)]) throws {
      kill(process.processIdentifier, SIGSTOP)
      defer { kill(process.processIdentifier, SIGCONT) }
      for (name, text) in files { try folder?.write(text, to: "course/\(name)") }
    }

    func site(_ name: String) throws -> String { try folder?.text("course/site/\(name)") ?? "" }

    func interrupt() -> Int32 {
      process.interrupt()
      process.waitUntilExit()
      return process.terminationReason == .exit ? process.terminationStatus : -1
    }

    /// How often it has built again.
    func builds() throws -> Int { try folder?.text("out").ranges(of: " written in ").count ?? 0 }
  }

  @Test(arguments: [[], ["--poll"]])
  func `each change is built and told in a line, whatever it is of`(flags: [String]) throws {
    let watcher = try Watcher(
      ["content/a.md": "# A\n", "content/b.md": "[x](../x.sh)\n", "x.sh": "1\n"], flags)
    #expect(try watcher.says("Ctrl-C ends it\n"))
    #expect(try watcher.says(flags.isEmpty ? "Watching" : "every second"))
    let changes = [
      ("content/a.md", "# A2\n", "content/a.md: 3 of 3 pages written"),
      ("content/new/deep/c.md", "# C\n", "content/new/deep/c.md: 4 of 4 pages"),
      ("content/new/deep/c.md", "# C\n\nmore\n", "content/new/deep/c.md: 1 of 4 pages"),
      ("content/new/i.png", "x", "content/new/i.png: "),
      ("x.sh", "two\n", "x.sh: 0 of 4 pages"), ("notes.yml", "title: T\n", "notes.yml: 4 of 4"),
      ("theme/parts/own.css", "a{}\n", "theme/parts/own.css: "),
    ]
    for (name, text, line) in changes {
      try watcher.write(text, to: name)
      #expect(try watcher.says(line), "\(name)")
    }
    #expect(try watcher.site("new/deep/c.html").contains("<p>more</p>"))
    #expect(try watcher.site("files/x.sh") == "two\n")
    #expect(try watcher.builds() == changes.count)
    #expect(watcher.interrupt() == 0)
  }

  @Test func `it goes on after errors of any kind`() throws {
    let watcher = try Watcher(["content/a.md": "[b](b.md)\n"], [])
    #expect(try watcher.says("[dead-link]", in: "err"))
    #expect(try watcher.says("Ctrl-C ends it\n"))
    try watcher.write("{{#open}}", to: "theme/footer.mustache")
    #expect(try watcher.says("[template]", in: "err"))
    let course = try #require(watcher.folder).path + "/course"
    try FileManager.default.removeItem(atPath: course + "/theme")
    #expect(try watcher.says("theme/footer.mustache: 0 of 2 pages"))
    try FileManager.default.removeItem(atPath: course + "/content")
    #expect(try watcher.says("no .md file", in: "err"))
    try watcher.write("# New\n", to: "content/new.md")
    #expect(try watcher.says("content/new.md: "))
    #expect(try watcher.site("new.html").contains("<h1 id=\"new\">"))
    #expect(watcher.interrupt() == 0)
  }

  @Test func `what was told is not told again until there is more of it`() throws {
    let watcher = try Watcher(["content/a.md": "[b](b.md)\n", "content/c.md": "# C\n"], [])
    #expect(try watcher.says("Ctrl-C ends it\n"))
    let changes: [(file: String, text: String, line: String, told: Int)] = [
      ("c", "# C2\n", "; 1 problem as before\n", 1),
      ("a", "moved\n\n[b](b.md)\n", "; 1 problem as before\n", 1),
      ("a", "[b](b.md)\n\n[b](b.md)\n", " ms\n", 3),
      ("c", "[d](d.md)\n", "; 2 problems as before\n", 4),
      ("a", "# A\n", "; 1 problem as before\n", 4), ("a", "[b](b.md)\n", "as before\n", 5),
    ]
    for (number, change) in changes.enumerated() {
      try watcher.write(change.text, to: "content/\(change.file).md")
      #expect(try watcher.hasBuilt(number + 1))
      let out = try watcher.folder?.text("out") ?? ""
      #expect(out.hasSuffix(change.line), "\(number): \(out)")
      let told = try watcher.folder?.text("err").ranges(of: "[dead-link]").count
      #expect(told == change.told, "\(number)")
    }
    #expect(watcher.interrupt() == 0)
  }

  @Test func `a burst of changes is one build, and what the build writes is none`() throws {
    let watcher = try Watcher(["content/a.md": "# A\n"], ["--lock"])
    #expect(try watcher.says("Ctrl-C ends it\n"))
    try watcher.write((0..<20).map { ("content/p\($0).md", "# Page \($0)\n") })
    #expect(try watcher.says("content/p0.md, content/p1.md and 18 more: 22 of 22 pages written"))
    usleep(500_000)
    #expect(try watcher.builds() == 1)
    #expect(try watcher.folder?.text("course/anchors.lock").contains("page-19") == true)
    #expect(watcher.interrupt() == 0)
  }

  @Test(arguments: [["--watch", "--check"], ["--poll"]])
  func `flags that make no sense together are refused`(flags: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("# A\n", to: "content/a.md")
    #expect(try runNotes(["build"] + flags, in: folder.path).status == 2)
  }
}
