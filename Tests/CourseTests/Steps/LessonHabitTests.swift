import Course
import Testing

/// Habits of lessons and lab guides: each with a text that shows it, and one that only looks so.
struct LessonHabitTests {
  @Test(arguments: [
    // Lines that forbid.
    ("```bash\n** DO NOT RUN**\nls -l\n```", "sample line-warns"),
    ("```bash\n# DO NOT RUN\nls -l\n```", "sample comment-warns"),
    ("```bash\necho do not run\nls -l\n```", "run shell"),
    ("```bash\ndont-run-me --now\n```", "run shell"),
    // Places.
    ("## 2. Inside The Container\n\n```bash\nls\n```", "context heading-says-inside"),
    ("## 2. Inside The Container\n\n```bash\ndocker ps\n```", "run shell"),
    ("## Inside the container of a ship and its doors\n\n```bash\nls\n```", "run shell"),
    // Files.
    (
      "For this the `sshd_config` on the server must have the following options\n\n```bash\nX11Forwarding yes\nX11DisplayOffset 10\n```",
      "edit lead-names-a-file"
    ),
    ("The server must have the following tools\n\n```bash\nls\n```", "run shell"),
    ("```bash\nPermitRootLogin no\nMaxAuthTries 3\n```", "foreign not-shell"),
    ("```bash\nMyTool on\nls\n```", "run shell"),
    (
      "In the original `a.yml`, we had a task for creating a user:\n\n```yaml\n- a: 1\n```", nil
    ),
    (
      "Let the contents of the `ends` file be as follows:\n\n```sh\nfrom = 0\nto = 1\n```",
      "output lead-says-output"
    ),
    (
      "An example for the content of the `a.tfvars` file:\n\n```sh\nfrom = 0\n```",
      "foreign not-shell"
    ),
    ("Run `cmd.exe` and paste it:\n\n```\nhow are you\n```", "foreign not-shell"),
    // Forms of names.
    ("The name is of the form\n\n```\nURL/OWNER/NAME:TAG\n```", "sample lead-says-form"),
    ("The name is of the form\n\n```\nls -l\n```", "run shell"),
    // Lists of options.
    (
      "Other options:\n\n\t--min-size\tLeast size of a file [8]\n\t--top\tNumber of files",
      "output printed-line"
    ),
    // Programs that the text calls by name.
    (
      "Run VarScan in somatic mode on (a.txt):\n\n```\nVarScan somatic a.txt out\n```", "run shell"
    ),
    ("Run it on a.txt:\n\n```\nWindows goes on with a.txt\n```", "output text-that-is-shown"),
    // What is left to a reader's liking.
    (
      "1. **Set it as default (Optional):**\n   - If you prefer this, set it:\n\n     ```bash\n     ls\n     ```",
      "run shell"
    ),
    (
      "1. **Set it as default:**\n   - If you prefer this, set it:\n\n     ```bash\n     ls\n     ```",
      "sample lead-says-alternative"
    ),
    // Logins of nobody.
    ("```bash\nssh-copy-id -i a.pub foobar@remote\n```", "template placeholder"),
    ("```bash\nscp a user@hostname:\n```", "template placeholder"),
    ("```bash\nscp a root@server:\n```", "run shell"),
    ("```bash\nssh user@web1\n```", "run shell"),
    // Other systems.
    (
      "There is an issue with it on M1 chips. Set it up so:\n\n```bash\nls\n```",
      "sample lead-names-another-system"
    ),
    ("Milestone M1 is done by:\n\n```bash\nls\n```", "run shell"),
    // Divisions.
    (
      "## Setup\n\n::: callout\n\n## Warning: Git Bash\n\nText.\n\n:::\n\n### Linux\n\nText.\n\n### Check\n\n```bash\nls\n```",
      "run shell"
    ),
    (
      "## Setup\n\n::: callout\n\n## Warning: Git Bash\n\n```bash\nls\n```\n\n:::",
      "sample heading-names-another-system"
    ),
    (
      "## Setup\n\n::: callout\n\n## Git Bash\n\nText that ends\n:::\n\n```bash\nls\n```",
      "run shell"
    ),
  ])
  func `a block is read as its lesson means it`(markdown: String, expected: String?) {
    let page = Page(path: "a.md", bytes: Array(("# T\n\n" + markdown + "\n").utf8))
    let found = page.steps.last.map { "\($0.kind.rawValue) \($0.decision.rule)" }
    #expect(found == expected)
  }
}
