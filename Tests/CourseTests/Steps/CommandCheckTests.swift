import Course
import Markdown
import Testing

/// Troubles of commands that bash can read: for each rule what it tells, and what it lets pass.
struct CommandCheckTests {
  @Test(arguments: [
    ("echo “a”", "typographic-sign 2:6"), ("ls –la", "typographic-sign 2:4"),
    ("ls\u{A0}-l", "typographic-sign 2:3"), ("echo 'it’s “a”'", nil), ("# “remark”\nls", nil),
    ("cat <<EOF\n“a”\nEOF", nil), ("for i in 1; do\n  echo “a”\ndone", "typographic-sign 3:8"),
    ("export KEY_TOKEN=abc", "secret-in-clear 2:1"),
    ("ls && mysql --password=x", "secret-in-clear 2:7"),
    ("export KEY_TOKEN=$T", nil),
    ("wget http://e.org/x", "plain-http 2:6"), ("curl -O http://e.org/x", "plain-http 2:9"),
    ("wget https://e.org/x", nil), ("curl http://localhost:80/", nil), ("echo http://e.org", nil),
    ("sudo apt install git", "asks 2:1"), ("ls; apt-get install git", "asks 2:5"),
    ("sudo apt install -y git", nil), ("sudo apt update", nil), ("conda create -n a", "asks 2:1"),
  ])
  func `a trouble is told at its place`(command: String, expected: String?) {
    let page = Page(path: "a.md", bytes: Array("```sh\n\(command)\n```\n".utf8))
    let found = PageCheck.diagnostics(page).map {
      "\($0.rule) \($0.position.line):\($0.position.column)"
    }
    #expect(found == (expected.map { [$0] } ?? []))
  }

  @Test func `the place in a transcript is after the prompt`() {
    let page = Page(
      path: "a.md", bytes: Array("1. x\n   ```sh\n   $ sudo apt install git\n   ```\n".utf8))
    let found = PageCheck.diagnostics(page).map { "\($0.position.line):\($0.position.column)" }
    #expect(found == ["3:6"])
  }
}
