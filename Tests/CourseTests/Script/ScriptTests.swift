import Course
import Markdown
import TestSupport
import Testing

/// Scripts made from notes, and what is told when the two differ.
struct ScriptTests {
  static let notes = """
    # Tools

    ## 1. Make a folder

    ```sh
    $ mkdir -p tools
    $ cd tools
    ```

    ## 2. Set the path

    ```sh
    $ nano ~/.profile
    # add:
    export TOOLS="$HOME/tools"
    # Run
    $ source ~/.profile
    ```

    ## [Optional] List

    ```sh
    cat <<'EOF' >list
    a
    EOF
    cat list
    ```

    ## Look

    ```sh
    ls <folder>
    ```

    """

  private func page(_ text: String) -> Page {
    Page(path: "content/tools.md", bytes: Array(text.utf8))
  }

  @Test func `the script is a function a step, and a list of them`() throws {
    try expectGolden(Script(page(Self.notes)).text, "script/tools.sh")
  }

  @Test func `bash and shellcheck find no fault with it`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Script(page(Self.notes)).text, to: "tools.sh")
    let bash = try runProgram(["/bin/bash", "-n", "tools.sh"], in: folder.path)
    #expect(bash.status == 0, "\(bash.error)")
    let shellcheck = try runProgram(["/usr/bin/shellcheck", "tools.sh"], in: folder.path)
    #expect(shellcheck.status == 0, "\(shellcheck.output)")
  }

  @Test(arguments: [
    ([], 0, "path ok\n"),
    (["--optional"], 0, "a\npath ok\n"),
    (["1"], 0, "path ok\n"),
    (["step_list"], 0, "a\n"),
    (["list"], 0, "a\n"),
    (["--from", "2"], 0, "path ok\n"),
  ])
  func `it runs as a whole, from a step on, or one step`(
    arguments: [String], status: Int32, output: String
  ) throws {
    let folder = try TemporaryFolder()
    let notes = Self.notes + "## 3. Say\n```sh\necho path ok\n```\n"
    let wanted =
      arguments == ["1"] || arguments == ["step_list"]
      ? notes.replacing("echo path ok", with: "true") : notes
    try folder.write("", to: "tools/there")
    try folder.write(Script(page(wanted)).text, to: "tools.sh")
    let result = try runProgram(
      ["/bin/bash", "tools.sh"] + arguments, in: folder.path, environment: ["HOME": folder.path])
    #expect(result.status == status, "\(result.error)")
    #expect(arguments == ["1"] || result.output == output)
  }

  @Test(arguments: [
    // Two headings of letters that no function's name has.
    ("## 数据\n```sh\necho a\n```\n## 模型\n```sh\necho b\n```\n", "a\nb\n"),
    ("## été\n```sh\necho a\n```\n## ête\n```sh\necho b\n```\n", "a\nb\n"),
    // Names that the script might have for itself.
    (
      "## A\n```sh\nname=x only=y from=z step=1 kind=2\nmain() { :; }; usage() { :; }; steps=()\n```\n"
        + "## B\n```sh\necho \"$name $only\"\n```\n", "x y\n"
    ),
    // A failure that the notes show on purpose.
    ("## A\n```sh\n$ (exit 3)\n[3]\n$ echo a\na\n```\n", "a\n"),
    ("## A\n```sh\n$ cat <<EOF | grep b\n> a\n> EOF\n[1]\n$ echo c\nc\n```\n", "c\n"),
    // A block that bash cannot read costs itself alone.
    ("## A\n```sh\necho \"open\n```\n## B\n```sh\necho b\n```\n", "b\n"),
    ("## A\n```sh\nif true; then\n```\n## B\n```sh\necho b\n```\n", "b\n"),
    ("## A\n```sh\n$ echo \"open\nline\n```\n## B\n```sh\necho b\n```\n", "b\n"),
  ])
  func `every step that can be read runs, whatever its names`(notes: String, output: String) throws
  {
    let folder = try TemporaryFolder()
    try folder.write(Script(page(notes)).text, to: "tools.sh")
    let result = try runProgram(
      ["/bin/bash", "tools.sh"], in: folder.path, environment: ["HOME": folder.path])
    #expect(result.output == output)
    #expect(result.status == 0, "\(result.error)")
  }

  @Test func `texts that only look the same are told apart`() {
    let page = page("## A\n```sh\necho \u{E9}\n```\n")
    let script = Script(page).text.replacing("\u{E9}", with: "e\u{301}")
    let check = ScriptCheck(page, script: script, scriptPath: "scripts/tools.sh")
    #expect(check.diagnostics.first?.message.contains("changed by hand") == true)
    #expect(!check.diff.isEmpty)
  }

  @Test func `an edit adds its lines once, below a last line without a line feed too`() throws {
    let folder = try TemporaryFolder()
    try folder.write("# old", to: ".profile")
    try folder.write("", to: "tools/there")
    try folder.write(Script(page(Self.notes)).text, to: "tools.sh")
    for _ in 0..<2 {
      let result = try runProgram(
        ["/bin/bash", "tools.sh", "2"], in: folder.path, environment: ["HOME": folder.path])
      #expect(result.status == 0, "\(result.error)")
      #expect(try folder.text(".profile") == "# old\nexport TOOLS=\"$HOME/tools\"\n")
    }
  }

  @Test func `nothing is told when script and notes agree`() {
    let page = page(Self.notes)
    let check = ScriptCheck(page, script: Script(page).text, scriptPath: "scripts/tools.sh")
    #expect(check.diagnostics == [])
    #expect(check.diff == "")
  }

  @Test func `a change in the notes is told at its place`() {
    let script = Script(page(Self.notes)).text
    let changed = page(Self.notes.replacing("cd tools", with: "cd  tools"))
    let check = ScriptCheck(changed, script: script, scriptPath: "scripts/tools.sh")
    let trouble = check.diagnostics.last
    #expect(trouble?.path == "content/tools.md")
    #expect(check.diagnostics.contains { $0.position == SourcePosition(line: 7, column: 3) })
    #expect(check.diff.contains("-  cd tools\n+  cd  tools\n"))
  }

  @Test func `a change in the script is told at its place and at that in the notes`() throws {
    let page = page(Self.notes)
    let script = Script(page).text.replacing("cd tools", with: "cd toolz")
    let check = ScriptCheck(page, script: script, scriptPath: "scripts/tools.sh")
    #expect(check.diagnostics.count == 1)
    let trouble = try #require(check.diagnostics.first)
    #expect(trouble.path == "scripts/tools.sh")
    let line = script.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("toolz") }
    #expect(trouble.position == SourcePosition(line: (line ?? 0) + 1, column: 10))
    #expect(trouble.message.contains("content/tools.md:7:3"))
    #expect(check.diff.contains("-  cd toolz\n+  cd tools\n"))
  }

  @Test func `a missing script is told, but not for a page without steps`() {
    let check = ScriptCheck(page(Self.notes), script: nil, scriptPath: "scripts/tools.sh")
    #expect(check.diagnostics.map(\.rule) == ["script-drift"])
    #expect(ScriptCheck(page("# A\n"), script: nil, scriptPath: "scripts/a.sh").diagnostics == [])
    let one = ScriptCheck(page("# A\n\n```sh\nls\n```\n"), script: nil, scriptPath: "scripts/a.sh")
    #expect(
      one.diagnostics.map(\.message) == ["scripts/a.sh does not exist, and the page has a step"])
  }

  @Test func `a script knows whether a hand has touched it`() {
    let text = Script(page(Self.notes)).text
    #expect(Script.isUntouched(text) == true)
    #expect(Script.isUntouched(text.replacing("cd tools", with: "cd x")) == false)
    #expect(Script.isUntouched("#!/bin/sh\n") == nil)
  }
}
