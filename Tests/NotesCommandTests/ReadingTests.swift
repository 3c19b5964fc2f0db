import Foundation
import TestSupport
import Testing

/// `notes show` and `notes diff`.
struct ReadingTests {
  private func course() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      # Week

      Some text with **bold** and `code`, which is long enough to be wrapped at the eightieth column.

      > [!NOTE]
      > Mind the [gap](https://example.org).

      1. One
         - two
      2. Three

      | a | b |
      |---|--:|
      | x | 10 |

      ## Go

      ```sh
      echo one
      cat a.txt
      echo two
      ```

      ## Stop

      ```python
      print(1)
      ```

      """, to: "content/week.md")
    return folder
  }

  @Test func `a page is read in a terminal with what its steps printed`() throws {
    let folder = try course()
    let plain = try runNotes(["show", "week"], in: folder.path)
    #expect(plain.status == 0)
    try expectGolden(plain.output, "program/show-plain.txt")
    _ = try runNotes(["exec", "week", "--record"], in: folder.path)
    let recorded = try runNotes(["show", "week"], in: folder.path).output
    #expect(
      recorded.contains(
        """
            $ echo one
            one
            $ cat a.txt
            cat: a.txt: No such file or directory
            $ echo two
            ✗ failed: exit status 1
        """))
    try folder.write(
      try folder.text("content/week.md").replacing("echo one", with: "echo 1"),
      to: "content/week.md")
    #expect(
      try runNotes(["show", "week"], in: folder.path).output
        .contains("    · has changed since its run was recorded\n"))
  }

  @Test func `colours and the pager are for people`() throws {
    let folder = try course()
    let colored = try runNotes(
      ["show", "week"], in: folder.path, environment: ["NO_COLOR": "", "CLICOLOR_FORCE": "1"])
    #expect(colored.output.contains("\u{1B}[1mbold\u{1B}[0m"))
    #expect(!(try runNotes(["show", "week"], in: folder.path).output.contains("\u{1B}")))
  }

  @Test func `what changed between two runs is told`() throws {
    let folder = try course()
    func git(_ arguments: String...) throws {
      let all = ["/usr/bin/git", "-c", "user.name=a", "-c", "user.email=a@example.org"] + arguments
      #expect(try runProgram(all, in: folder.path).status == 0)
    }
    try git("init", "-q")
    _ = try runNotes(["exec", "week", "--record"], in: folder.path)
    try git("add", ".")
    try git("commit", "-qm", "a")
    let same = try runNotes(["diff", "week"], in: folder.path)
    #expect(same.status == 0, "\(same.error)")
    #expect(same.output.contains("\nno step differs; all together "))
    try folder.write(
      try folder.text("content/week.md").replacing("cat a.txt", with: "touch a.txt"),
      to: "content/week.md")
    _ = try runNotes(["exec", "week", "--record"], in: folder.path)
    let changed = try runNotes(["diff", "week", "HEAD"], in: folder.path)
    #expect(changed.status == 1)
    #expect(
      changed.output.contains(
        """
        Go: failed → passed, the notes have changed it
           $ echo one
           one
          -$ cat a.txt
          -cat: a.txt: No such file or directory
          +$ touch a.txt
          +$ echo two
          +two

        1 of 1 step differs; all together
        """), "\(changed.output)")
    let json = try runNotes(["diff", "week", "--json"], in: folder.path)
    #expect(json.status == 1)
    #expect(json.output.contains("\"schema\" : \"notes.diff/1\""))
    #expect(json.output.contains("\"after\" : \"passed\""))
    // Two files, and what cannot be compared.
    let record = "results/week.json"
    #expect(try runNotes(["diff", record, record], in: folder.path).status == 0)
    #expect(try runNotes(["diff", record], in: folder.path).status == 2)
    #expect(try runNotes(["diff", "week", "nowhere"], in: folder.path).status == 2)
    #expect(try runNotes(["diff", "week", "--", "--output=x"], in: folder.path).status == 2)
    #expect(!folder.exists("x"))
  }
}
