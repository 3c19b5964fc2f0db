import Course
import Foundation
import TestSupport
import Testing

/// What edits make of files, by a real bash.
struct EditScriptTests {
  @Test(
    arguments: [
      (.append, nil, "a\n", "a\n"), (.append, "", "a\n", "a\n"), (.append, "x", "a\n", "x\na\n"),
      (.append, "x\na\ny\n", "a\n", "x\na\ny\n"), (.append, "xa\n", "a\n", "xa\na\n"),
      (.append, "a\nx\nb\n", "a\nb\n", "a\nx\nb\na\nb\n"),
      (.append, "x\n", "\ta $A 'b' \\\n", "x\n\ta $A 'b' \\\n"),
      (.append, "x\n\n\n", "a\n\n  b\n", "x\n\n\na\n\n  b\n"),
      (.append, "x\n", "LINES\n", "x\nLINES\n"),
      (.create, nil, "a\nb\n", "a\nb\n"), (.create, "x\n", "a\n", "a\n"),
      (.replace, "x\n", "a\n", "a\n"),
      (.set, nil, "a=1\n", "a=1\n"), (.set, "a=0\nb=2", "a=1\n", "a=1\nb=2\n"),
      (.set, "b=2\n", "a=1\n", "b=2\na=1\n"), (.set, "a = 0\n", "a=1\n", "a=1\n"),
      (.set, "aa=0\n#a=0\n", "a=1\n", "aa=0\n#a=0\na=1\n"),
      (.set, "a=0\na=2\n", "a=1\n", "a=0\na=2\na=1\n"),
      (.set, "export A=0\n", "export A='x y'\n", "export A='x y'\n"),
      (.set, "x:\n  a: 0\n", "a: 1\n", "x:\n  a: 1\n"),
      (.set, "x:\n  a: 0\na: 2\n", "a: 1\n", "x:\n  a: 0\na: 1\n"),
      (.set, "a: 0\nx:\n    a: 0\n", "  a: 1\n", "a: 0\nx:\n    a: 1\n"),
      (.set, "x:\n  b: 0\n", "  a: 1\n", "x:\n  b: 0\n  a: 1\n"),
      (.set, "a: 0\n", "a=1\n", "a: 0\na=1\n"),
      (.set, "f(\n  'a.b' = 'c',\n)\n", "'a.b' = 'd',\n", "f(\n  'a.b' = 'd',\n)\n"),
      (.set, "a=0\n", "a=\\n&\\1\n", "a=\\n&\\1\n"),
    ] as [(StepEdit.Action, String?, String, String)])
  func `an edit makes of a file what the notes say, once`(
    action: StepEdit.Action, before: String?, lines: String, after: String
  ) throws {
    let folder = try TemporaryFolder()
    if let before { try folder.write(before, to: "f") }
    let first = try run(edit("f", action, lines), in: folder)
    #expect(first.status == 0, "\(first.error)")
    #expect(try folder.text("f") == after)
    #expect(first.error.isEmpty == (before == after))
    let second = try run(edit("f", action, lines), in: folder)
    #expect(second.status == 0)
    #expect(second.error == "", "a second run shows a change")
    #expect(try folder.text("f") == after)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["f"])
  }

  @Test func `what an edit changes is shown without the lines around`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a=0\nb=1\n", to: "f")
    let result = try run(edit("f", .set, "a=1\nc=2\n"), in: folder)
    #expect(result.error == "@@ -1 +1 @@\n-a=0\n+a=1\n@@ -2,0 +3 @@\n+c=2\n")
    #expect(result.output == "")
  }

  @Test func `a key that stands in several places is left to the person`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x:\n  a: 0\ny:\n  a: 0\n", to: "f")
    let result = try run(edit("f", .set, "a: 1\n"), in: folder)
    #expect(result.status == 1)
    #expect(result.error == "several lines hold the key of: a: 1\n")
    #expect(try folder.text("f") == "x:\n  a: 0\ny:\n  a: 0\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["f"])
  }

  @Test(arguments: [StepEdit.Action.append, .create, .replace, .set])
  func `mode and links of a file stay`(action: StepEdit.Action) throws {
    let folder = try TemporaryFolder()
    try folder.write("a=0\n", to: "real/f")
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: "\(folder.path)/real/f")
    try files.createSymbolicLink(atPath: "\(folder.path)/real/l", withDestinationPath: "f")
    try files.createSymbolicLink(atPath: "\(folder.path)/l", withDestinationPath: "real/l")
    let result = try run(edit("l", action, "a=1\n"), in: folder)
    #expect(result.status == 0, "\(result.error)")
    #expect(try folder.text("real/f") == (action == .append ? "a=0\na=1\n" : "a=1\n"))
    let mode = try files.attributesOfItem(atPath: "\(folder.path)/real/f")[.posixPermissions]
    #expect(mode as? Int == 0o640)
    #expect(try files.destinationOfSymbolicLink(atPath: "\(folder.path)/l") == "real/l")
  }

  @Test func `names with blanks, variables and folders that are missing are as in the shell`()
    throws
  {
    let folder = try TemporaryFolder()
    let before =
      "cp() { false; }; alias cat=false; shopt -s expand_aliases; set -o noclobber; D=sub\n"
    for (file, made) in [("\"my f\"", "my f"), ("my\\ g", "my g"), ("$D/x/f", "sub/x/f")] {
      let text = before + edit(file, .create, "a\n").shellText + "\necho \"$D\""
      let result = try runProgram(["/bin/bash", "-c", text], in: folder.path)
      #expect(result.output == "sub\n", "\(result.error)")
      #expect(try folder.text(made) == "a\n")
    }
    var opened = edit("none/f", .append, "a\n")
    opened.makesFolders = false
    #expect(try run(opened, in: folder).status != 0)
    #expect(!folder.exists("none"))
  }

  @Test func `the script of a page makes its edits once`() throws {
    let notes = """
      # T

      ```sh
      mkdir -p a
      cd a
      nano "b c.yml"
      ```

      Add the following, then save:

      ```yaml
      x: 1
      y:
        - 2
      ```

      In `~/c.conf`, change:

      ```
      k = v
      ```

      """
    let folder = try TemporaryFolder()
    try folder.write("k = w\n", to: "c.conf")
    try folder.write(Script(Page(path: "a.md", bytes: Array(notes.utf8))).text, to: "t.sh")
    for isFirst in [true, false] {
      let result = try runProgram(
        ["/bin/bash", "t.sh"], in: folder.path, environment: ["HOME": folder.path])
      #expect(result.status == 0, "\(result.error)")
      #expect(result.error.contains("-k = w\n+k = v\n") == isFirst)
      #expect(try folder.text("a/b c.yml") == "x: 1\ny:\n  - 2\n")
      #expect(try folder.text("c.conf") == "k = v\n")
    }
    let shellcheck = try runProgram(["/usr/bin/shellcheck", "t.sh"], in: folder.path)
    #expect(shellcheck.status == 0, "\(shellcheck.output)")
  }

  private func edit(_ file: String, _ action: StepEdit.Action, _ lines: String) -> StepEdit {
    let notes = Page(path: "a.md", bytes: Array("Create `f.txt` with:\n\n```text\nx\n```\n".utf8))
    var edit = notes.steps[0].edits[0]
    edit.file = file
    edit.action = action
    edit.text = lines
    return edit
  }

  private func run(_ edit: StepEdit, in folder: TemporaryFolder) throws -> ProgramResult {
    try runProgram(["/bin/bash", "-c", edit.shellText], in: folder.path)
  }
}
