import Course
import Testing

/// Blocks that are marked as shell, or might be, and that no shell is to read.
struct RefusedTextTests {
  @Test(arguments: [
    ("```bash\ndtype('int32')\n```", "foreign bash-refuses"),
    ("```sh\nPING 8.8.8.8 (8.8.8.8) 56 bytes\n```", "output bash-refuses"),
    ("```py\nx\n```\n\n```sh\narray([1, 2])\n```", "output below-its-code"),
    ("```\nfunc user(w http.Request) user\n```", "foreign bash-refuses"),
    ("```\nid := p.ByName(\"id\")\n```", "foreign bash-refuses"),
    ("```bash\npictures/a\npictures/b\n```", "output names-of-files"),
    ("```bash\n*.csv\n!a.csv\n```", "output names-of-files"),
    ("```bash\nbin/setup\nbin/dev\n```", "run shell"), ("```bash\npictures/a\n```", "run shell"),
    ("```bash\n./configure\n./run.sh\n```", "run shell"),
    ("```bash\nsudo wifi.sh -r <DOMAIN> && reboot\n```", "template placeholder"),
    ("```bash\nb/scripts/run.sh <size> <rate>\n```", "template placeholder"),
    ("```bash\nmessage.Text <size> <rate>\n```", "output bash-refuses"),
    // Slips that an author makes in a command.
    ("```\ngit log (you should see two)\n```", "run shell"),
    ("```bash\ngit add FILE(S)\n```", "run shell"), ("```bash\nmytool \"abc\n```", "run shell"),
    ("```bash\n| wc -l\n```", "run shell"), ("```bash\nmytool --now) a\nls\n```", "run shell"),
    ("```bash\nfor i in 1 2 3; do echo $i) done\n```", "run shell"),
  ])
  func `what no shell can read is run by none`(text: String, expected: String) throws {
    let page = Page(path: "a.md", bytes: Array("\(text)\n".utf8))
    let decision = try #require(page.steps.last?.decision)
    #expect("\(decision.kind.rawValue) \(decision.rule)" == expected)
  }
}
