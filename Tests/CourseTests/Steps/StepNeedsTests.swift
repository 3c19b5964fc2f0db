import Course
import Testing

/// What steps make and later ones use.
struct StepNeedsTests {
  @Test(arguments: [
    (["wget https://e.org/x.sh", "bash x.sh"], "2:1"),
    (["mkdir a\ncd a", "wget -O b https://e.org/c", "chmod +x b"], "2:1 3:2"),
    (["mkdir -p ~/a/b", "cd ~/a/b\ntouch x", "cat x"], "2:1 3:2"),
    (["git clone https://e.org/r.git", "cd r\ngit status"], "2:1"),
    (["echo a > f", "cat < f"], "2:1"), (["curl -o f https://e.org/", "cat \"$HOME/f\""], "2:1"),
    (["sudo apt install docker.io", "docker ps"], "2:1"),
    (["python3 -m venv .venv", "source .venv/bin/activate"], ""),
    (["mkdir a", "(cd a)\ntouch b", "cat b"], "2:1 3:2"),
    (["ls", "pwd"], ""), (["mkdir a\nls a"], ""), (["cat f", "touch f"], ""),
  ])
  func `a step needs the one that made what it uses`(blocks: [String], expected: String) {
    let text = blocks.enumerated().map { "## \($0 + 1). s\n```sh\n\($1)\n```\n" }.joined()
    let steps = Page(path: "a.md", bytes: Array(text.utf8)).steps
    let needs = steps.flatMap { step in
      step.neededSteps.map { id in
        "\(step.number ?? ""):\(steps.first { $0.id == id }?.number ?? "")"
      }
    }
    #expect(needs.joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("cd soft", "nano .bashrc", "~/soft/.bashrc"), ("cd soft", "nano ~/.bashrc", nil),
    ("ls", "nano .bashrc", nil), ("cd soft\ncd ..", "nano .bashrc", nil),
    ("cd soft\ncd", "nano .bashrc", nil), ("cd \"$X\"", "nano .bashrc", nil),
    ("(cd soft)", "nano .bashrc", nil), ("mkdir a && cd a", "nano .zshrc", "~/a/.zshrc"),
    ("cd /opt", "nano .profile", "/opt/.profile"), ("cd soft", "nano conf/.bashrc", nil),
  ])
  func `a start-up file that no shell reads is told`(first: String, editor: String, path: String?) {
    let text = "```sh\n\(first)\n```\n```sh\n\(editor)\n# add:\nexport A=1\n```\n"
    let troubles = PageCheck.diagnostics(Page(path: "a.md", bytes: Array(text.utf8)))
    #expect(troubles.count == (path == nil ? 0 : 1))
    if let path { #expect(troubles.first?.message.contains(path) == true) }
  }
}
