import Course
import Foundation
import TestSupport
import Testing

/// What a script does when a part of it is run.
struct ScriptRunTests {
  /// The notes as their script, run with arguments.
  private func run(
    _ notes: String, _ arguments: [String] = [], environment: [String: String] = [:],
    in folder: TemporaryFolder? = nil
  ) throws -> ProgramResult {
    let folder = try folder ?? TemporaryFolder()
    let page = Page(path: "content/a.md", bytes: Array(notes.utf8))
    try folder.write(Script(page).text, to: "a.sh")
    return try runProgram(
      ["/bin/bash", "\(folder.path)/a.sh"] + arguments, in: "/",
      environment: ["HOME": folder.path].merging(environment) { $1 })
  }

  private static func notes(_ blocks: String...) -> String {
    blocks.enumerated().map { "## \($0 + 1). Step \($0 + 1)\n\n```sh\n\($1)\n```\n\n" }.joined()
  }

  @Test(
    arguments: [
      // the folder, by way of what the shell would make of it
      (["mkdir -p a/b && cd a/b", "pwd"], "2", "~/a/b\n", ""),
      (["mkdir -p a/b\ncd a\ncd b\ncd ..", "pwd"], "2", "~/a\n", ""),
      (["(cd a)", "pwd"], "2", "~\n", ""),
      (["cd \"$(mktemp -d)\"", "pwd"], "2", "~\n", "only running step 1 tells the folder"),
      (["cd a", "pwd"], "2", "", "there is no folder ~/a, which a step before this one makes"),
      // variables, those that programs see in any case
      (["data=x/y", "echo \"$data\""], "2", "x/y\n", ""),
      (["A=1\nB=$A-2", "echo $B"], "2", "1-2\n", ""),
      (["export A=1", "bash -c 'echo $A'"], "2", "1\n", ""),
      (["A=1\nexport A", "bash -c 'echo $A'"], "2", "1\n", ""),
      (["export PATH=$HOME/bin:$PATH", "echo ${PATH%%:*}"], "2", "~/bin\n", ""),
      (
        ["count=$(ls | wc -l)", "echo ${count:-none}"], "2", "none\n",
        "only running step 1 sets count"
      ),
      (["A=1\nunset A", "echo ${A:-none}"], "2", "none\n", ""),
      (
        ["for a in 1 2; do :; done\nif true; then B=2; fi", "echo ${B:-none}"], "2", "none\n",
        "only running step 1 sets B"
      ),
      // a virtual environment
      (
        ["mkdir -p v/bin\ncd v\necho 'E=on' >bin/activate\nsource bin/activate", "echo ${E:-off}"],
        "2", "off\n", "there is no folder"
      ),
    ] as [([String], String, String, String)])
  func `one step finds what those before it leave, as far as the notes tell`(
    blocks: [String], step: String, output: String, told: String
  ) throws {
    let folder = try TemporaryFolder()
    let home = folder.path
    if output.contains("~/a") {
      try FileManager.default.createDirectory(
        atPath: home + "/a/b", withIntermediateDirectories: true)
    }
    let notes = blocks.enumerated().map { "## \($0 + 1). S\n\n```sh\n\($1)\n```\n" }.joined()
    let result = try run(notes, [step], in: folder)
    if !told.hasPrefix("there is no folder") {
      #expect(result.output == output.replacing("~", with: home), "\(result.error)")
    }
    #expect(told == "" || result.error.replacing(home, with: "~").contains(told))
    #expect(told != "" || result.error.split(separator: "\n").count == 1, "\(result.error)")
  }

  @Test func `a virtual environment is entered that the steps before have made`() throws {
    let folder = try TemporaryFolder()
    try folder.write("E=on\n", to: "v/bin/activate")
    let notes = Self.notes(
      "cd v\nsource bin/activate", "echo \"${E:-off}\"", "deactivate", "echo \"${E:-off}\"")
    #expect(try run(notes, ["2"], in: folder).output == "on\n")
    #expect(try run(notes, ["4"], in: folder).output == "off\n")
  }

  @Test(arguments: [
    (["2"], "b\n"), (["3", "1"], "c\na\n"), (["--from", "2"], "b\nc\n"), (["--from=3"], "c\n"),
    ([], "a\nb\nc\n"), (["step-2"], "b\n"), (["step_step_2"], "b\n"),
    (["--list"], "1      step-1\n2      step-2\n3      step-3\n"),
  ])
  func `steps are chosen by number, name and function`(arguments: [String], output: String) throws {
    let result = try run(Self.notes("echo a", "echo b", "echo c"), arguments)
    #expect(result.output == output, "\(result.error)")
    #expect(result.status == 0)
  }

  @Test(arguments: [
    (["7"], "there is no step '7'; --list shows them"),
    (["1", "7"], "there is no step '7'"), (["--from", "7"], "there is no step '7'"),
    (["--from"], "--from needs a step"), (["--frm", "1"], "there is no option --frm"),
  ])
  func `a slip runs nothing`(arguments: [String], message: String) throws {
    let result = try run(Self.notes("echo a", "echo b"), arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.error.contains(message))
  }

  @Test func `help says what the script is and takes`() throws {
    let result = try run(Self.notes("echo a"), ["--help"])
    #expect(result.status == 0)
    for words in ["content/a.md", "--from STEP", "--optional", "--list", "NAME=value"] {
      #expect(result.output.contains(words))
    }
  }

  @Test func `the script stops at the first command that fails`() throws {
    let result = try run(Self.notes("echo a\nfalse\necho b", "echo c"))
    #expect(result.status == 1)
    #expect(result.output == "a\n")
    #expect(result.error == "==> 1 step-1\n")
  }

  @Test(arguments: [
    ("echo <bucket>", "BUCKET", "mine", "mine\n"),
    ("echo \"in <bucket name>\"", "BUCKET_NAME", "a b", "in a b\n"),
    ("echo '<zone>'", "ZONE", "it's", "it's\n"),
    ("echo a-<zone>-b", "ZONE", "x y", "a-x y-b\n"),
    ("cat <<EOF\n<zone>\nEOF", "", "", ""),
    ("echo your-bucket", "YOUR_BUCKET", "b", "b\n"),
    ("echo <path>", "YOUR_PATH", "/a", "/a\n"),
    ("KEY=your-key\necho \"$KEY\"", "YOUR_KEY", "k", "k\n"),
  ])
  func `words to fill in are variables`(
    command: String, variable: String, value: String, output: String
  ) throws {
    let notes = "## 1. Fill\n\n```sh\n\(command)\n```\n\n## 2. Go\n\n```sh\necho on\n```\n"
    let whole = try run(notes)
    #expect(whole.status == 0, "\(whole.error)")
    guard !variable.isEmpty else { return }
    #expect(whole.output == "on\n")
    #expect(whole.error.contains("1 fill is left out: \(variable) has no value"))
    let named = try run(notes, ["1"])
    #expect(named.status != 0)
    #expect(named.error.contains("\(variable): is what to write for"), "\(named.error)")
    let filled = try run(notes, environment: [variable: value])
    #expect(filled.output == output + "on\n", "\(filled.error)")
  }

  @Test func `a service runs while the steps after it do, and no longer`() throws {
    let folder = try TemporaryFolder()
    let service = """
      ## 1. Serve

      <!-- step: background wait=output:ready -->
      ```sh
      echo $BASHPID >pid; echo ready; sleep 600
      ```

      ## 2. Use

      ```sh
      kill -0 "$(cat pid)" && echo up
      ```

      """
    let result = try run(service, in: folder)
    #expect(result.output == "up\n", "\(result.error)")
    #expect(result.status == 0)
    let process = try folder.text("pid").trimmingCharacters(in: .whitespacesAndNewlines)
    // Once killed it has no program any more, though nobody may yet have asked how it ended.
    let isGone = eventually { !FileManager.default.fileExists(atPath: "/proc/\(process)/exe") }
    #expect(isGone)
    let failing = try run(service.replacing("echo ready; sleep 600", with: "echo no; exit 3"))
    #expect(failing.status == 1)
    #expect(failing.error.contains("no\n") && failing.error.contains("ended before it was up"))
  }

  @Test(arguments: [
    ("exit", "b\n"), ("exec bash -c true", "b\n"),
  ])
  func `a step that ends its shell ends no script`(command: String, output: String) throws {
    let result = try run(Self.notes("\(command)", "echo b"))
    #expect(result.output == output, "\(result.error)")
  }

  @Test func `what a command asks is answered as the notes say`() throws {
    let notes =
      "<!-- step: stdin=\"yes\\nno\" -->\n```sh\nread -r a; read -r b; echo \"$a $b\"\n```\n"
    #expect(try run(notes).output == "yes no\n")
  }

  @Test(arguments: [
    "ls \\\n  -l \\\n  -a", "for a in 1 2; do\n  echo $a\ndone", "echo 'a\n  b'",
    "cat <<EOF\na\n  b\nEOF",
    "cat <<-EOF\n\ta\n\tEOF", "echo a\\\nb", "echo \"a\n$(\necho b\n)\"",
    "if true; then\necho a\nfi",
    "echo a &&\n\n  echo b", "f() {\n  echo a\n}\nf", "x=(\n  1\n  2\n)\necho \"${x[@]}\"",
    "cat <<'EOF' | sort\nb\n a\nEOF", "case a in\n  a) echo b ;;\nesac", "cat <<EOF\nEOF",
  ])
  func `commands stand to the right in their function and do the same`(command: String) throws {
    let folder = try TemporaryFolder()
    let plain = try runProgram(["/bin/bash", "-c", command], in: folder.path)
    #expect(
      try run(Self.notes(command), in: folder).output.replacing("a.sh\n", with: "")
        == plain.output.replacing("a.sh\n", with: "") || command.hasPrefix("ls"))
    let text = try folder.text("a.sh")
    for line in ["echo $a", "echo b", "-l \\"] where command.contains("  " + line) {
      #expect(text.contains("    \(line)\n"))
    }
  }
}
