import Foundation
import TestSupport
import Testing

/// `notes exec` on whole pages: what it runs, shows and asks.
struct ExecTests {
  static let page = """
    # Page

    ## 1. Make a folder

    ```sh
    mkdir work
    ```

    ## 2. Use it

    ```sh
    touch work/file
    false
    ```

    ## 3. Fill in

    ```sh
    echo <colour>
    ```

    """

  private func exec(_ arguments: [String], environment: [String: String] = [:]) throws
    -> ProgramResult
  {
    let folder = try TemporaryFolder()
    try folder.write(Self.page, to: "content/page.md")
    return try runNotes(["exec", "page"] + arguments, in: folder.path, environment: environment)
  }

  @Test func `a failed step is shown with its place and how to run it again`() throws {
    let result = try exec([])
    #expect(result.status == 1)
    #expect(result.output.contains("content/page.md:13:1: false\n"))
    #expect(result.output.contains("again: notes exec page --only 1,2\n"))
    let again = try exec(["--only", "1,2"])
    #expect(again.output.contains("2 steps of 3: 1 passed, 1 failed"))
  }

  @Test(
    arguments: [
      (["--only", "3", "--set", "colour=red", "-v"], [:], "| red"),
      (["--only", "3", "-v"], ["COLOUR": "blue"], "| blue"),
      (["--only", "3"], [:], "skipped: it has a placeholder to fill in: --set colour=…"),
      (["--skip", "2,3"], [:], "1 step of 3: 1 passed"),
      (["--until", "1"], [:], "1 step of 3: 1 passed"),
      (["--dry-run"], [:], "2 of 3 steps to run"),
      (["--dry-run", "--set", "colour=red"], [:], "$ echo red"),
      (["--deny", "network", "--only", "1"], [:], "1 step of 3: 1 passed"),
    ] as [([String], [String: String], String)])
  func `flags choose steps and give values`(
    flags: [String], environment: [String: String], expected: String
  ) throws {
    let result = try exec(flags, environment: environment)
    #expect(result.output.contains(expected), "\(result.output)\(result.error)")
    #expect(result.status == 0)
  }

  @Test func `a command that prints without end costs its step, not the time limit`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "# P\n\n```sh\ncat /dev/zero\n```\n\n```sh\necho next\n```\n", to: "content/page.md")
    let result = try runNotes(["exec", "page", "--record"], in: folder.path)
    #expect(result.status == 1)
    #expect(result.output.contains("failed, printed more than 1 GB, and was stopped, "))
    #expect(result.output.contains("2 steps: 1 passed, 1 failed"))
    let record = try folder.text("results/page.json")
    #expect(record.contains("\"reason\" : \"printed more than 1 GB, and was stopped\""))
    #expect(record.utf8.count < 4096)
  }

  /// Settings of the course, front matter of the page, flags, and the value that the step takes.
  @Test(
    arguments: [
      ("", "", [], "blue"), ("values:\n  colour: red\n", "", [], "red"),
      ("values:\n  colour: red\n", "values:\n  COLOUR: green\n", [], "green"),
      ("values:\n  Colour: red\n", "values:\n  colour: green\n", ["--set", "COLOUR=pink"], "pink"),
    ] as [(String, String, [String], String)])
  func `the course's values count where the page has none`(
    settings: String, frontMatter: String, flags: [String], expected: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(settings, to: "notes.yml")
    let page = "---\n\(frontMatter)---\n```sh kind=template\necho <colour>\n```\n"
    try folder.write(page, to: "content/page.md")
    let result = try runNotes(
      ["exec", "page", "--dry-run"] + flags, in: folder.path, environment: ["COLOUR": "blue"])
    #expect(result.output.contains("$ echo \(expected)"), "\(result.output)\(result.error)")
  }

  @Test(arguments: [
    (["exec", "page", "--from", "3", "--until", "2"], "no step of content/page.md is left to run"),
    (["exec", "page", "--set", "colou=red"], "has a placeholder 'colou'; is it 'colour'?"),
    (["exec", "page", "--step"], "nobody is there to answer"),
    (["exec", "page", "--only", "nine"], "has no step 'nine'"),
    (["test", "page", "--in", "host"], "add --yes"),
  ])
  func `slips on the command line run nothing`(arguments: [String], message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.page, to: "content/page.md")
    let result = try runNotes(arguments, in: folder.path)
    #expect(result.status == 2)
    #expect(result.error.contains(message), "\(result.error)")
    #expect(!result.output.contains("passed"))
  }

  @Test func `who names an optional step asks for it`() throws {
    let folder = try TemporaryFolder()
    try folder.write("## 1. A (optional)\n```sh\ntrue\n```\n", to: "content/page.md")
    let result = try runNotes(["exec", "page", "--only", "1"], in: folder.path)
    #expect(result.output.contains("1 step: 1 passed"))
  }

  @Test func `a resumed run starts its servers again`() throws {
    let folder = try TemporaryFolder()
    let page = """
      ## 1. Serve
      ```sh
      sleep 1000 &
      ```
      ## 2. Gate
      ```sh
      test -e ok
      ```
      ## 3. Ask
      ```sh
      jobs -r | grep sleep
      ```

      """
    try folder.write(page, to: "content/page.md")
    let flags = ["exec", "page", "--in", "host", "--yes"]
    let environment = ["HOME": folder.path, "XDG_STATE_HOME": folder.path + "/state"]
    _ = try runNotes(flags + ["--until", "2"], in: folder.path, environment: environment)
    try folder.write("", to: "ok")
    let second = try runNotes(flags + ["--resume"], in: folder.path, environment: environment)
    #expect(second.status == 0 && second.output.contains("3 passed"), "\(second.output)")
  }

  @Test func `a plan runs nothing`() throws {
    let folder = try TemporaryFolder()
    try folder.write("```sh\ntouch \(folder.path)/made\n```\n", to: "content/page.md")
    let result = try runNotes(["exec", "page", "--in", "host", "--dry-run"], in: folder.path)
    #expect(result.status == 0 && result.output.contains("$ touch"))
    #expect(!folder.exists("made"))
  }

  @Test func `a run is resumed after what passed, with the shell as it was`() throws {
    let folder = try TemporaryFolder()
    let page = """
      ## 1. a
      ```sh
      mkdir -p work && cd work && A=5 && echo ran >>log
      ```
      ## 2. b
      ```sh
      test -e ok
      ```
      ## 3. c
      ```sh
      [[ $A = 5 && $PWD = */work && $(cat log) = ran ]]
      ```

      """
    try folder.write(page, to: "content/page.md")
    let flags = ["exec", "page", "--in", "host", "--yes"]
    let environment = ["HOME": folder.path, "XDG_STATE_HOME": folder.path + "/state"]
    let none = try runNotes(flags + ["--resume"], in: folder.path, environment: environment)
    #expect(none.status == 3 && none.error.contains("there is no run to resume"))
    let first = try runNotes(flags, in: folder.path, environment: environment)
    #expect(first.status == 1 && first.output.contains("2 passed, 1 failed"))
    try folder.write("", to: "work/ok")
    let second = try runNotes(flags + ["--resume"], in: folder.path, environment: environment)
    #expect(second.status == 0, "\(second.output)\(second.error)")
    #expect(second.output.contains("1 passed, 2 skipped"))
    // A step that has changed since is run again, where the last one left off.
    try folder.write(page.replacing("$(cat log) = ran", with: "-e ok"), to: "content/page.md")
    let third = try runNotes(flags + ["--resume"], in: folder.path, environment: environment)
    #expect(third.status == 0 && third.output.contains("1 passed, 2 skipped"), "\(third.output)")
    let inSandbox = try runNotes(["exec", "page", "--resume"], in: folder.path)
    #expect(inSandbox.status == 2 && inSandbox.error.contains("--keep DIR"))
  }

  @Test(arguments: ["week1", Checkout.root + "/../shared/corpus/week1-as-received.md"])
  func `week 1 passes whole where programs stand in for the network`(page: String) throws {
    guard page == "week1" || SharedData.isThere else { return }
    let result = try runNotes(
      ["exec", page, "--stubs", "stubs/week1", "--optional"], in: Checkout.root)
    #expect(result.output.contains("9 steps: 9 passed"), "\(result.output)")
    #expect(result.status == 0)
  }
}
