import Course
import Testing

/// Blocks that are marked as shell, or might be, and that no shell is to read.
struct RefusedTextTests {
  @Test(arguments: [
    ("```bash\ndtype('int32')\n```", "foreign bash-refuses"),
    ("```sh\nPING 8.8.8.8 (8.8.8.8) 56 bytes\n```", "output printed-line"),
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
    // Lines with which no command begins.
    ("```bash\nping a\nPING a (10.0.0.1): 56 data bytes\n```", "transcript prompts"),
    ("```bash\naws configure\nAWS Access Key ID [None]: a\n```", "transcript prompts"),
    ("```bash\n401 Unauthorized\n```", "output printed-line"),
    ("```bash\n0\n```", "output printed-line"), ("```bash\n7z x a.7z\n```", "run shell"),
    ("```bash\n# Shown\nNAME   READY  AGE\na-1  1/1  2m\n```", "output printed-line"),
    ("```bash\n# Shown\n├── a.yml\n└── b.yml\n```", "output table"),
    ("```bash\n# Shown\nb/\n└── b.yml\n```", "output table"),
    ("```bash\n---------\n```", "output printed-line"),
    (
      "```bash\n## Sample output for \"top -n 1\" ##\n\nMem: 1K used\n```",
      "output comment-says-output"
    ),
    (
      "```bash\n./a <matrix> [options]\n\nOptions:\n  -a  All\n  -b  None\n```",
      "output text-of-help"
    ),
    // These are commands.
    ("```bash\n# run\n“mytool” build\n```", "run shell"),
    ("```bash\n# run\n-----\nmytool a\n```", "run shell"),
    ("```bash\n# Expected output for test data\nmytool run\n```", "run shell"),
    ("```bash\n# Show the devices\nlsblk\n├─sda1\n└─sda2\n```", "transcript prompts"),
    ("```bash\nredis-cli\nPING hello\n```", "context opened-in-the-block"),
    // YAML with commands in it.
    ("```sh\ntasks:\n  - name: a\n    run: |\n      cd a\n      ls\n```", "foreign not-shell"),
    ("```sh\n# Hooks\nrepos:\n- repo: a\n```", "foreign not-shell"),
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
