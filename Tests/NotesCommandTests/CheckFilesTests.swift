import Foundation
import TestSupport
import Testing

/// What `notes check` tells of files beside the notes: those they include, and records of runs.
struct CheckFilesTests {
  @Test func `an included part is told and mended`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a\n# region x\n  ls -l\n# endregion\n", to: "setup/a.sh")
    let notes = "# B\n\n<!-- include: setup/a.sh region=x -->\n```sh\nls\n```\n"
    try folder.write(notes, to: "content/b.md")
    #expect(try runNotes(["sync"], in: folder.path).status == 0)
    let check = try runNotes(["check"], in: folder.path)
    #expect(check.status == 1)
    #expect(check.error.contains("content/b.md:5:1: error: differs from setup/a.sh:3"))
    #expect(
      check.error.contains("--- content/b.md:4\n+++ setup/a.sh:3\n@@ -1,1 +1,1 @@\n-ls\n+ls -l\n"))
    let fix = try runNotes(["check", "--fix"], in: folder.path)
    #expect(fix.error.contains("content/b.md: mended 1 place\n"))
    #expect(try folder.text("content/b.md") == notes.replacing("\nls\n", with: "\nls -l\n"))
    #expect(try runNotes(["sync"], in: folder.path).status == 0)
    #expect(try runNotes(["check"], in: folder.path).status == 0)
    // What lies outside of the course is nothing to include.
    try folder.write(
      notes.replacing("setup/a.sh", with: "../../../../../etc/passwd"), to: "content/b.md")
    #expect(try runNotes(["check"], in: folder.path).error.contains("there is no file ../"))
    try folder.write(notes.replacing("setup/a.sh", with: "setpu/a.sh"), to: "content/b.md")
    #expect(try runNotes(["check"], in: folder.path).error.contains("mend: write `setup/a.sh`"))
  }

  @Test func `a record is told that is old or tells of a failure`() throws {
    let folder = try TemporaryFolder()
    try folder.write("# W\n\n## 1. A\n\n```sh\nfalse\n```\n", to: "content/w.md")
    #expect(try runNotes(["sync"], in: folder.path).status == 0)
    #expect(try runNotes(["exec", "w", "--record"], in: folder.path).status == 1)
    let failed = try runNotes(["check"], in: folder.path)
    #expect(failed.error.contains("content/w.md:5:1: error: step 1 "))
    #expect(failed.error.contains("[failed-record]"))
    try folder.write("max_age: 2d\n", to: "notes.yml")
    #expect(try !runNotes(["check"], in: folder.path).error.contains("old-record"))
    let record = try folder.text("results/w.json")
    let date = try #require(record.firstMatch(of: /"date" : "[^"]*"/))
    try folder.write(
      record.replacing(date.output, with: "\"date\" : \"2020-01-01T00:00:00Z\""),
      to: "results/w.json")
    let old = try runNotes(["check"], in: folder.path)
    #expect(old.error.contains("days old, and `max_age` allows 2 [old-record]"))
    try folder.write("max_age: soon\n", to: "notes.yml")
    #expect(try runNotes(["check"], in: folder.path).error.contains("'max_age' must be a duration"))
  }

  @Test func `commands that a script runs otherwise are told at both places`() throws {
    let folder = try TemporaryFolder()
    let address = "https://example.org/v2.5.0/tool"
    try folder.write(
      "# A\n\n<!-- verify-against: infra/install.sh -->\n```sh\ncurl -LO \(address)\n```\n",
      to: "content/a.md")
    try folder.write(
      "set -e\nVERSION=v2.6.1\ncurl -LO https://example.org/$VERSION/tool\nmake install\n",
      to: "infra/install.sh")
    #expect(try runNotes(["sync"], in: folder.path).status == 0)
    let check = try runNotes(["check"], in: folder.path)
    #expect(check.status == 1)
    #expect(
      check.error.contains(
        "content/a.md:5:10: error: notes say v2.5.0, infra/install.sh:2 says v2.6.1 [command-drift]"
      ))
    #expect(check.error.contains("infra/install.sh:4:1: error: `make install` is not among"))
    #expect(check.error.contains("  make install\n"))
    try folder.write("set -e\ncurl -OL '\(address)'\n", to: "infra/install.sh")
    #expect(try runNotes(["check"], in: folder.path).status == 0)
  }
}
