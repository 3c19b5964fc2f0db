import Foundation
import TestSupport
import Testing

/// `notes sync` as a person runs it, and what `notes check` tells before.
struct SyncProgramTests {
  private static let week =
    "# Week\n\n## 1. Say\n\n```console\n$ echo hello\nhello\n```\n\n## 2. Look\n\n```sh\nls\n```\n"

  private func course() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.week, to: "content/week.md")
    #expect(try runNotes(["sync"], in: folder.path).status == 0)
    return folder
  }

  private func edit(_ path: String, _ old: String, _ new: String, in folder: TemporaryFolder) throws
  {
    let text = try folder.text(path)
    #expect(text.contains(old))
    try folder.write(text.replacing(old, with: new), to: path)
  }

  @Test func `a step that was changed in the script is carried into the notes`() throws {
    let folder = try course()
    try edit("scripts/week.sh", "  echo hello", "  echo hallo", in: folder)
    let check = try runNotes(["check"], in: folder.path)
    #expect(check.status == 1)
    #expect(check.error.contains("content/week.md:6:3 says otherwise"))
    let sync = try runNotes(["sync"], in: folder.path)
    #expect(
      sync.output
        == "content/week.md written: step 1 as in scripts/week.sh\nscripts/week.sh written\n")
    #expect(
      try folder.text("content/week.md") == Self.week.replacing("echo hello", with: "echo hallo"))
    #expect(try runNotes(["check"], in: folder.path).output == "1 page checked: no trouble\n")
    #expect(try runNotes(["sync"], in: folder.path).output == "scripts/week.sh is up to date\n")
  }

  @Test func `where both sides changed a step nothing is written, and both differences are shown`()
    throws
  {
    let folder = try course()
    try edit("scripts/week.sh", "  echo hello", "  echo hallo", in: folder)
    try edit("content/week.md", "$ echo hello", "$ echo salut", in: folder)
    let files = ["content/week.md", "scripts/week.sh", "results/week.sync.json"]
    let before = try files.map(folder.bytes)
    let sync = try runNotes(["sync"], in: folder.path)
    #expect(sync.status == 1)
    #expect(sync.error.contains("step_say was changed here and in content/week.md:5"))
    #expect(sync.error.contains("+  echo hallo\n") && sync.error.contains("+  echo salut\n"))
    #expect(try files.map(folder.bytes) == before)
    #expect(try runNotes(["sync", "--force"], in: folder.path).status == 0)
    #expect(try folder.text("scripts/week.sh").contains("  echo salut\n"))
  }

  @Test(.reads(with: .schema)) func `what both agreed on is kept as its schema says`() throws {
    let folder = try course()
    let schema = "\(Checkout.root)/docs/sync.schema.json"
    #expect(try Reader.schema.read(schema, "\(folder.path)/results/week.sync.json") == "")
    try folder.write("{\"schema\": 1}", to: "results/week.sync.json")
    try edit("scripts/week.sh", "  echo hello", "  echo hallo", in: folder)
    let sync = try runNotes(["sync"], in: folder.path)
    #expect(sync.status == 1)
    #expect(sync.error.contains("results/week.sync.json:"))
    #expect(sync.error.contains("no results/week.sync.json tells what both agreed on"))
  }

  /// Any byte of a script, and any letter of a command of the notes, in copies of this repository.
  @Test(arguments: ["script", "notes"])
  func `a byte that changes in a script or a note is told with the place on both sides`(
    side: String
  ) throws {
    let folder = try TemporaryFolder()
    for part in ["content", "scripts", "results", "notes.yml"] {
      try FileManager.default.copyItem(
        atPath: "\(Checkout.root)/\(part)", toPath: "\(folder.path)/\(part)")
    }
    let well = try runNotes(["check"], in: folder.path)
    #expect(well.status == 0, "\(well.output)\(well.error)")
    var random = SplitMix64(seed: 7)
    for _ in 0..<12 {
      let week = "week\(Int.random(in: 1...3, using: &random))"
      let path = side == "script" ? "scripts/\(week).sh" : "content/\(week).md"
      let bytes = try folder.bytes(path)
      let places = side == "script" ? Array(bytes.indices) : commandLetters(bytes)
      let place = try #require(places.randomElement(using: &random))
      var changed = bytes
      changed[place] = bytes[place] == UInt8(ascii: "x") ? UInt8(ascii: "y") : UInt8(ascii: "x")
      try folder.write(changed, to: path)
      let check = try runNotes(["check"], in: folder.path)
      #expect(check.status == 1, "\(path), byte \(place)")
      let line = bytes[..<place].count { $0 == 0x0A } + 1
      let told =
        side == "script"
        ? "\(path):\(line):\\d+: error: changed by hand; content/\(week).md:\\d+:\\d+ says otherwise"
        : "\(path):\(line):\\d+: error: changed since scripts/\(week).sh was written; line \\d+ there differs"
      #expect(
        check.error.firstMatch(of: try Regex(told)) != nil, "\(path), byte \(place): \(check.error)"
      )
      try folder.write(bytes, to: path)
    }
  }

  /// Where letters of commands stand: in lines between fences, behind the prompt if there are any.
  private func commandLetters(_ bytes: [UInt8]) -> [Int] {
    var places: [Int] = []
    var language: String?
    var start = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("```") {
        language = language == nil ? String(text.dropFirst(3)) : nil
      } else if language == "bash" || language == "sh"
        || language == "console" && text.hasPrefix("$ ")
      {
        places += (start..<start + line.count).filter { index in
          index >= start + (language == "console" ? 2 : 0)
            && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index])
        }
      }
      start += line.count + 1
    }
    return places
  }
}
