import Course
import Testing

/// Commands beside what looks like something else, and the other way round.
struct LookalikeTests {
  /// The commands of one block, each by its first line.
  @Test(arguments: [
    (
      "git init\nInitialized empty Git repository in /home/me/p/.git/\nmkdir src\ncd src\ngit status",
      ["git init", "mkdir src", "cd src", "git status"]
    ),
    (
      "npm test\nTests passed: 3\ndocker run -d \\\n  -p 80:80 \\\n  nginx\n./x",
      ["npm test", "docker run -d \\", "./x"]
    ),
    (
      "npm test\nTests passed: 3\ncat > a <<EOF\nls\nEOF\nfor i in 1; do\n  ls\ndone\nA=1",
      ["npm test", "cat > a <<EOF", "for i in 1; do", "A=1"]
    ),
    (
      "cd data\nTrimmomatic PE a b\nls\nmkdir out",
      ["cd data", "Trimmomatic PE a b", "ls", "mkdir out"]
    ),
    ("touch a\n> a\nwc -l a\n./a.sh", ["touch a", "> a", "wc -l a", "./a.sh"]),
    (
      "mkdir out\n# Results\n./run.sh > out/r\nls out",
      ["mkdir out", "./run.sh > out/r", "ls out"]
    ),
    ("ls\n# Result:\nR=$(mytool)\necho $R", ["ls", "R=$(mytool)", "echo $R"]),
    (
      "sudo apt install \\\n  git \\\n  curl\n$ git --version",
      ["sudo apt install \\", "git --version"]
    ),
  ])
  func `no command is lost beside output`(block: String, commands: [String]) {
    let steps = page("```bash\n\(block)\n```").steps
    let first = steps.first?.actions.compactMap { action -> String? in
      guard case .command(let command) = action else { return nil }
      return command.text.split(separator: "\n").first.map(String.init)
    }
    #expect(first == commands)
  }

  /// A page and the kinds of its steps.
  @Test(arguments: [
    (
      "Create `a.sh`:\n\n```bash\n#!/bin/bash\necho\n```\n\nThen we make it executable:\n\n```bash\nchmod +x a.sh\n```\n\nFinally, we start it:\n\n```bash\n./a.sh\n```",
      "edit run run"
    ),
    ("```console\n$ cowsay hi\n ____\n< hi >\n ----\n```", "transcript"),
    ("```bash\ncat <<E > f\nName: ____\nE\n```", "run"),
    ("```bash\necho \"████ done\"\n```", "run"), ("```bash\n# ???\nls\n```", "run"),
    ("```bash\nmkdir ____\n```", "template"),
    (
      "## Install pip\n\n```bash\nsudo apt install -y python3-pip\n```\n\n## Install poetry\n\n```bash\npip install poetry\n```",
      "run run"
    ),
    (
      "## Docker\n\n```bash\ndocker ps\n```\n\n## Podman\n\n### List\n\n```bash\npodman ps\n```",
      "run run"
    ),
    ("## With npm\n\n```bash\nnpm i\n```\n\n## With yarn\n\n```bash\nyarn\n```", "run sample"),
    (
      "Replace the text of `a.txt` in your editor, then save:\n\n```bash\nnano a.txt\n```\n\nCheck:\n\n```bash\ncat a.txt\n```",
      "template run"
    ),
    ("Result:\n\n```bash\npytest -q\n```", "run"),
    (
      "```bash\ndocker run -it python\n```\n\nIf you see `>>>` you are inside Python.\n\n## B\n\n```bash\nmkdir p\n```",
      "run run"
    ),
    ("```bash\n\\rm -rf build\n\\cp -r src build\n```", "run"), ("```\n\\dt\n```", "context"),
    ("```bash\nn=`ls | wc -l `\necho $n\n```", "run"),
    (
      "Add a line to `a.txt` with nano and check the file:\n\n```console\n$ cat a.txt\nhello\n```",
      "transcript"
    ),
    ("```python\nx\n```\n\n```bash\n~/bin/run x.py\n```", "run"),
    ("```python\nx\n```\n\n```bash\nPYTHONPATH=. mytool x.py\n```", "run"),
    ("Run both new files:\n\n```bash\n./first.py\n./second.py\n```", "run"),
    ("Now run them:\n\n```bash\nsolutions/hello\nsolutions/world\n```", "run"),
    ("```bash\ndocker run -e NAMESPACE nginx\n```", "run"),
    ("```bash\ndocker rm CONTAINER\n```", "template"),
    ("To run the tests with the new runner, run this instead:\n\n```bash\nnpm test\n```", "run"),
    ("```bash\nmy_build() {\n  make\n}\nmy_build (a)\n```", "run"),
  ])
  func `commands are commands whatever stands around them`(text: String, kinds: String) {
    #expect(page(text).steps.map(\.kind.rawValue).joined(separator: " ") == kinds)
  }

  /// Blocks without a language that only show something.
  @Test(arguments: [
    "client --HTTP--> server", "idle -start-> running", "readme.md -rw-r--r-- 1 me me",
  ])
  func `a drawing is not run`(block: String) {
    #expect(page("```\n\(block)\n```").steps.allSatisfy { !$0.isRunnable })
  }

  private func page(_ text: String) -> Page {
    Page(path: "a.md", bytes: Array("# A\n\n\(text)\n".utf8))
  }
}
