import Course
import Testing

/// Commands that look like something else: a reader types them, and so they are to be run.
struct BelievedCommandTests {
  /// The commands of the block after the first one, where one is left out for a form of its lines.
  @Test(arguments: [
    ("pip install flask\n# ===========\ndocker compose up -d", 2),
    ("docker ps\necho ==========\ndocker images", 3),
    ("apt-get update\n#  INSTALL  DEPENDENCIES\npip install pandas", 2),
    ("ls\n# now  go on\ncd data", 2), ("ls\n./configure   # set up\nmake          # build", 3),
    ("make test\ncollected data in out", 2),
    ("kubectl get pods\nNAME   READY   STATUS\na      1/1     Up\nhelm list", 2),
    ("docker images\nREPOSITORY   TAG   ID\na      1     2\nsudo docker rmi a", 2),
    ("ls -l\ntotal 3\n-rw-r--r-- 1 me me 5 Nov 1 a", 1),
    ("# =====\n# Build\n# =====\nmytool build", 1), ("cp  Data Results\nmyprog  Data Results", 2),
  ])
  func `all commands of a block are run`(block: String, count: Int) {
    let steps = page("```bash\n\(block)\n```").steps
    #expect(steps.map(\.commands.count) == [count])
    #expect(steps.map(\.isRunnable) == [true])
  }

  /// What is not typed at a prompt, whatever it looks like.
  @Test(arguments: [
    "Memory: 45 % touch hello\nCPU: 12 % touch you", "accuracy: 93.5 % (best)",
    "use: 10 $ a month", "find the maximum\nsort the list\nprint the result",
  ])
  func `text is not run`(block: String) {
    #expect(page("```\n\(block)\n```").steps.allSatisfy { !$0.isRunnable })
  }

  /// What leads to the block, and its kind.
  @Test(arguments: [
    ("exec 3<> /dev/tcp/e.org/80", "", "run"),
    ("psql -c \"select 1 where a <> 'b'\"", "", "run"),
    ("echo \"***** Build *****\"", "", "run"), ("grep -c \"*****\" f", "", "run"),
    ("git commit -m \"Your first commit\"", "", "run"),
    ("git commit -m \"Title\n\nError handling: mended\"\ngit push", "", "run"),
    ("git commit -m \"Your commit message\"", "", "template"),
    ("tool --email=you@example.com", "", "template"),
    ("docker run --user 1000 alpine id", "## Don't run containers as root\n\n", "run"),
    ("az login", "## Backup - DO NOT USE\n\n", "sample"),
    ("ls > list.txt", "Paste this command into your terminal; it goes into a file:\n\n", "run"),
    ("source .env", "Edit `.env` as you like and load it as shown below.\n\n", "run"),
    ("sudo snap install mysql-shell", "Install the MySQL shell:\n\n", "run"),
  ])
  func `a command is believed`(command: String, lead: String, kind: String) {
    #expect(page("\(lead)```bash\n\(command)\n```").steps.map(\.kind.rawValue) == [kind])
  }

  /// Blocks without a language.
  @Test(arguments: [
    ("mkdir build\ncd build\n./run_tests", "Run the tests:", "run"),
    ("git clone https://e.org/b\ncd b\n./build.sh", "Once you get the code, build it:", "run"),
    ("mytool test", "## Results\n\nUse this command:", "run"),
    ("FROM ubuntu:latest", "A bad example of a Dockerfile would be:", "foreign"),
    ("1 2 3", "You can look at the result with `nano results.txt`:", "output"),
  ])
  func `a block without a language is believed`(block: String, lead: String, kind: String) {
    #expect(page("\(lead)\n\n```\n\(block)\n```").steps.map(\.kind.rawValue) == [kind])
  }

  private func page(_ markdown: String) -> Page {
    Page(path: "a.md", bytes: Array(("# T\n\n" + markdown + "\n").utf8))
  }
}
