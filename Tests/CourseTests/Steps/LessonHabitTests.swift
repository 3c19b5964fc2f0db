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
    ("The name is of the form\n\n```\nIMAGE  HASH\nv0.2   2e49\n```", "sample lead-says-form"),
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
    ("```bash\nhipcc -O2 <code>.cpp\n```", "template placeholder"),
    ("```bash\necho \"<code>a</code>\" > a.html\n```", "run shell"),
    ("```bash\nif [ -f a ]; then {do_something else}; fi\n```", "template placeholder"),
    ("```bash\n{ ls; }\n```", "run shell"),
    ("```\ndocker-compose stop [SERVICE...]\n```", "template placeholder"),
    ("```bash\nnl [ -b TYPE ] [ -w NUMBER ] [ File ]\n```", "sample form-of-a-synopsis"),
    ("```bash\n[ -f a ] && ls\n```", "run shell"),
    ("Call it so:\n\n```\nOWNER/NAME:TAG\n```", "sample form-of-a-name"),
    // Prompts.
    ("```\npython3 -m venv a\n(a) deactivate\n```", "transcript prompts"),
    ("```\n(see) the manual\n```", "output text-that-is-shown"),
    ("```console\n> ls\na.txt\n```", "transcript prompts"),
    ("```console\n> cat a.txt\nb\n```", "transcript prompts"),
    ("```bash\n> test\nls\n```", "run shell"),
    ("```bash\n[me<X>@host a]$ ls\n```", "transcript prompts"),
    ("```\n>> JSON.GET a\n1\n```", "context prompt-of-another-program"),
    ("```\n> SELECT a FROM b;\n1\n```", "context prompt-of-another-program"),
    ("```\n> NOTE this is a text\n```", "output text-that-is-shown"),
    (
      "```bash\n  # Short:\n  > user = User.first\n  > user.posts << post\n```",
      "context prompt-of-another-program"
    ),
    ("```bash\n> a.txt\n```", "run shell"),
    // What is printed.
    (
      "```bash\nkubectl get svc\nNAME    TYPE    PORT(S)   AGE\nnginx   <none>   80   1s\n```",
      "transcript prompts"
    ),
    (
      "```\nmodule avail: will list all tools\nmodule list: will show those of now\n```",
      "output text-that-is-shown"
    ),
    ("```bash\n---  disk.img  --0x840C00/0x64--------\n```", "output printed-line"),
    (
      "Add another task to print the output with the module.\n\n```\n---\n- name: a\n  hosts: b\n```",
      "foreign not-shell"
    ),
    // Lines for files.
    ("Now change the content of the file to be\n\n```\nOps\n```", "edit text-of-a-script"),
    ("Now change the content of the file:\n\n```\necho a > b\n```", "run shell"),
    ("```bash\n# Nightly\n0 2 * * * /opt/backup.sh\n```", "edit text-of-a-file"),
    ("```bash\n@daily /opt/backup.sh\n```", "edit text-of-a-file"),
    ("```bash\necho \"* * * * * ls\" | crontab -\n```", "run shell"),
    ("Add a line to it:\n\n```bash\n127.0.0.1 a.example.org\n```", "edit text-of-a-file"),
    ("It has:\n\n```bash\n127.0.0.1 a.example.org\n```", "output table"),
    ("Add `.env` to `.gitignore`:\n\n```bash\n.env\n```", "edit lead-names-a-file"),
    ("Add `a.txt` to `.gitignore`:\n\n```bash\nls >> .gitignore\n```", "run shell"),
    (
      "```bash\nnano a.conf\n```\n\nDebe incluir su configuración:\n\n```\na = 1\n```",
      "edit editor-above"
    ),
    // In and out of containers.
    ("Now we are in the container:\n\n```sh\nsingularity exec a.sif ls\n```", "run shell"),
    (
      "```bash\ndocker run -it a bash\n```\n\n```bash\n# from outside of the container\nls\n```",
      "run shell"
    ),
    // What is not to be typed.
    ("Just for the reference, this is how we did it:\n\n```bash\nls\n```", "sample lead-warns"),
    ("Refer to the reference:\n\n```bash\nls\n```", "run shell"),
    ("```bash\nls\n```\n\n(You don't need to execute this code)", "sample text-below-rejects"),
    ("```bash\nls\n```\n\nYou don't need to wait.", "run shell"),
    (
      "Which of the following is best?\n\n1. ```\n   ls a\n   ```\n   {: .bash}\n2. ```\n   ls b\n   ```",
      "sample lead-warns"
    ),
    (
      "Which of the following is best?\n\n```\nls a\n```\n\nNow do:\n\n```\nls b\n```",
      "run shell"
    ),
    ("Change it.\n\n```diff\n-a\n+b\n```\n\nYou can also use `sed`:\n\n```\nls\n```", "run shell"),
    (
      "```\nls a\n```\n\nYou can also use this:\n\n```\nls\n```", "sample lead-says-alternative"
    ),
    (
      "Make `a.config`, or edit it:\n\n```\n  ./a menu\n  or\n  vi a.config\n```",
      "sample either-or"
    ),
    // Inside programs.
    ("Load it in `jshell`:\n\n```bash\n/open <file>\n```", "context lead-says-inside"),
    ("```\njshell\n```\n\nThen:\n\n```bash\n/exit\n```", "context opened-by-the-step-before"),
    ("```\nmongosh -u root\n```\n\n```\nshow dbs;\n```", "context opened-by-the-step-before"),
    ("```\nmongosh -u root\n```\n\n```\nadmin  40 KiB\n```", "output text-that-is-shown"),
    (
      "Test the interactive debug session. The commands are:\n\n```\nstep\nlist\nn\n```",
      "context lead-says-inside"
    ),
    ("```\ncd a\n./bootstrap\n$ ./configure\n$ make\n```", "transcript prompts"),
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
