import Course
import Markdown
import Testing

/// What a code block is to a reader, and what is to be done.
struct BlockReadingTests {
  @Test(arguments: [
    ("```sh\nls -l\n```", ["run: ls -l"]),
    (
      "```bash\nls &&\n  pwd\nfor i in 1 2; do\n  echo $i\ndone\n```",
      ["run: ls &&⏎  pwd / for i in 1 2; do⏎  echo $i⏎done"]
    ),
    ("```bash\n# remark\nls # more\n```", ["run: ls"]),
    ("```sh\ncat <<EOF\n$ no prompt\nEOF\n```", ["run: cat <<EOF⏎$ no prompt⏎EOF"]),
    (
      "```console\n$ echo a\na\n\n$ echo b\n# remark\nb\n```",
      ["transcript: echo a → a⏎ / echo b → b⏎"]
    ),
    ("```console\n$ cat <<EOF\n> a\n> EOF\na\n```", ["transcript: cat <<EOF⏎a⏎EOF → a⏎"]),
    ("```console\n(venv) user@host:~/x$ ls \\\n> -l\n$\n```", ["transcript: ls \\⏎-l"]),
    ("```sh\n$\u{A0}ls\n```", ["transcript: ls"]),
    ("```sh\n$HOME/bin/x\n```", ["run: $HOME/bin/x"]),
    ("> - 1. x\n>   ```sh\n>   ls\n>     pwd\n>   ```", ["run: ls / pwd"]),
    ("    git status\n    git diff\n", ["run: git status / git diff"]),
    ("```\nsome picture -> of things\n```", ["output: "]),
    ("```text\nls\n```", []),
    ("```python\nprint(1)\n```", []),
    ("```{.bash}\nls\n```", ["run: ls"]),
    ("```{{bash}}\nls\n```", []),
    ("```sh\nssh <user>@<your host>\n```", ["template: ssh <user>@<your host>"]),
    ("```sh\ngsutil ls gs://your-bucket\n```", ["template: gsutil ls gs://your-bucket"]),
    ("```sh\nsort <in >out\n```", ["run: sort <in >out"]),
    ("```sh\n```", ["run: "]),
  ])
  func `a block is read`(source: String, expected: [String]) {
    #expect(steps(source) == expected)
  }

  @Test(arguments: [
    ("[root@server ~]# ls -l", "transcript: ls -l"),
    ("[root@0123456789ab /]# ls", "context: ls"),
    ("[x@y].txt", "run: [x@y].txt"),
    ("me@book-pro my-folder % npm start", "transcript: npm start"),
    ("(base) me@book ~ % ls", "transcript: ls"),
    ("printf a@b c % d", "run: printf a@b c % d"),
    ("me@host ~/folder> ls", "transcript: ls"),
    ("~/folder > ls", "transcript: ls"),
    ("~/bin/tool > out.txt", "run: ~/bin/tool > out.txt"),
    ("ssh me@host ls > ls", "run: ssh me@host ls > ls"),
    ("shell> mysql -u root", "transcript: mysql -u root"),
    ("λ npm start", "transcript: npm start"),
    ("» ls", "transcript: ls"),
    ("➜  app git:(main) ✗ git push", "transcript: git push"),
    ("$ (feature/a-b) git push", "transcript: git push"),
    ("$ (cd a && ls)", "transcript: (cd a && ls)"), ("$ (ls) | wc", "transcript: (ls) | wc"),
    ("➜  app ls -l", "transcript: ls -l"),
    ("➜ ls app", "transcript: ls app"),
    ("➜  ls app", "transcript:  ls app"),
    ("> echo a\na", "transcript: echo a → a⏎"),
    ("> A=1 go run .\nb (c)", "transcript: A=1 go run . → b (c)⏎"),
    ("> ls\na b\n> cat a\n1", "transcript: ls → a b⏎ / cat a → 1⏎"),
    ("> for i in 1 2\n> do echo $i\n> done\n1", "transcript: for i in 1 2⏎do echo $i⏎done → 1⏎"),
    ("> cat <<EOF\n> a\n> EOF\na", "transcript: cat <<EOF⏎a⏎EOF → a⏎"),
    ("> for more see\nls", "run: > for more see / ls"),
    ("> access.log\nls", "run: > access.log / ls"),
  ])
  func `a prompt of a shell is read`(code: String, expected: String) {
    #expect(steps("```sh\n\(code)\n```") == [expected])
  }

  /// Otherwise each line would be read once more with a hundred others below it.
  @Test func `lines that go on for ever are no commands of their own`() {
    let code = "> ls\n" + String(repeating: "> if true; then\n", count: 250)
    let page = Page(path: "a.md", bytes: Array("```sh\n\(code)```\n".utf8))
    #expect(page.steps.flatMap(\.commands).count == 4)
  }

  @Test(arguments: [
    (
      "```sh\n$ nano ~/.bashrc\n# In ~/.bashrc, add:\nexport A=1\n# Run\n$ source ~/.bashrc\n```",
      ["edit: [~/.bashrc: export A=1⏎] / source ~/.bashrc"]
    ),
    (
      "```sh\n$ sudo vim /etc/hosts\n127.0.0.1 a\n\n# my own\n127.0.0.1 b\n$ ls\n```",
      ["edit: [/etc/hosts: 127.0.0.1 a⏎⏎# my own⏎127.0.0.1 b⏎] / ls"]
    ),
    (
      "```sh\nnano a.conf\n# add the following\nx = 1\n# then\nls\n```",
      ["edit: [a.conf: x = 1⏎] / ls"]
    ),
    ("```sh\nnano a.conf\nls\n```", ["run: nano a.conf / ls"]),
    // What is for the reader alone.
    ("```sh\nls\nhttp://<IP>:31231/health\n```", ["run: ls"]),
    ("```sh\nls\nOpen 'a -> b' --c\n```", ["run: ls / Open 'a -> b' --c"]),
    (
      "```sh\ngit checkout v1\nNote: switching to 'v1'.\nHEAD is now at abc first\n```",
      ["transcript: git checkout v1 → Note: switching to 'v1'.⏎HEAD is now at abc first⏎"]
    ),
    ("```sh\nls\nGo to Zones -> a.org -> DNS\n```", ["run: ls"]),
    ("```sh\nls\nRscript a.R -> b\n```", ["run: ls / Rscript a.R -> b"]),
    ("```sh\n$ nano a.conf\n$ ls\n```", ["transcript: nano a.conf / ls"]),
    ("```sh\n$ echo \"nano a\"\nnano a\n```", ["transcript: echo \"nano a\" → nano a⏎"]),
  ])
  func `an editor and the lines for it are an edit`(source: String, expected: [String]) {
    #expect(steps(source) == expected)
  }

  @Test func `a command has the place of its first byte`() {
    let page = Page(
      path: "a.md",
      bytes: Array("---\ntitle: x\n---\n1. a\n   ```sh\n   $ ls\n   $   pwd\n   ```\n".utf8))
    let places = page.steps.flatMap(\.commands).map { "\($0.position.line):\($0.position.column)" }
    #expect(places == ["6:6", "7:6"])
  }

  @Test(arguments: [
    ("# T\n## 2. A\n```sh\nls\n```\n```sh\npwd\n```", ["2 a", "2 a-pwd"]),
    (
      "# T\n1. First\n   ```sh\n   ls\n   ```\n2. Second\n   ```sh\n   pwd\n   ```",
      ["1 first", "2 second"]
    ),
    ("# T\n```sh\nls\n```", ["- t"]),
    ("```sh\nls\n```", ["- commands"]),
    (
      "# T\n## [Optional] Extras\n### 3. A\n```sh\nls\n```\n## B\n```sh\nls\n```",
      ["3 a optional", "- b"]
    ),
    ("# T\n## A\n4.1 Do it\n```sh\nls\n```\nMore\n```sh\npwd\n```", ["4.1 do-it", "- a"]),
  ])
  func `a step is named by what stands above it`(source: String, expected: [String]) {
    let page = Page(path: "a.md", bytes: Array((source + "\n").utf8))
    let names = page.steps.map {
      "\($0.number ?? "-") \($0.id)\($0.isOptional ? " optional" : "")"
    }
    #expect(names == expected)
  }

  /// The steps as "kind: command → expectation / [file: lines]", with ⏎ for line feeds.
  private func steps(_ source: String) -> [String] {
    Page(path: "a.md", bytes: Array((source + "\n").utf8)).steps.map { step in
      let actions = step.actions.map { action in
        switch action {
        case .command(let command):
          command.text + (command.expectation.map { " → " + $0.text } ?? "")
        case .edit(let edit): "[\(edit.file): \(edit.text)]"
        }
      }
      return "\(step.kind): \(actions.joined(separator: " / "))".replacing("\n", with: "⏎")
    }
  }
}
