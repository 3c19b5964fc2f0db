import Course
import Markdown
import Testing

/// Rules about steps and the texts around them: what they tell and what they let pass.
struct StepCheckTests {
  /// The places of one rule's troubles on a page.
  private func places(_ rule: String, _ text: String, after earlier: [String] = []) -> String {
    let page = Page(path: "content/b.md", bytes: Array(text.utf8))
    let before = earlier.map { Page(path: "content/a.md", bytes: Array($0.utf8)) }
    let course = Course(settings: CourseSettings(), pages: before + [page])
    let provisions = course.provisions[page.path] ?? Provisions()
    return PageCheck.diagnostics(page, after: provisions).filter { $0.rule == rule }
      .map { "\($0.position.line):\($0.position.column)" }.joined(separator: " ")
  }

  @Test(arguments: [
    ("```console\n# apt update\n# apt-get install -y git\n```", "2:1 3:1"),
    ("```sh\n$ ls\n# systemctl restart nginx\n```", "3:1"),
    ("1. a\n   ```sh\n   # ls -l /root\n   ```", "3:4"),
    // Remarks, and commands that were taken out on purpose.
    ("```sh\n$ ls\n# head -5 a.txt\n$ wc a.txt\n```", ""),
    ("```sh\n# install docker\n```", ""), ("```sh\n# make the file\n$ touch a\n```", ""),
    ("```sh\nls\n# rm -r old\n```", ""), ("```sh\n# ls -l lists all of the files\n```", ""),
    ("```sh\n# cd /srv and then:\n```", ""), ("```sh\n# see https://e.org/a\n```", ""),
    // The prompt of a container's root, not of this machine's.
    ("```sh\n$ docker run -it ubuntu bash\n# ls -l\n```", ""),
    ("```sh\n$ docker container run -it ubuntu bash\n# ls -l\n```", ""),
    ("```sh\ncat <<E\n# ls -l\nE\n```", ""),
  ])
  func `a command behind the prompt of root is told`(text: String, expected: String) {
    #expect(places("hidden-command", text) == expected)
  }

  @Test func `the mend of a hidden command runs it`() {
    let mends = ["```console\n# apt update\n```", "```sh\n$ a\n# mount /dev/b /mnt\n```"].map {
      text in
      PageCheck.diagnostics(Page(path: "a.md", bytes: Array(text.utf8))).first?.mend
    }
    #expect(mends == ["write `sudo apt update`", "write `$ sudo mount /dev/b /mnt`"])
  }

  @Test(arguments: [
    ("```sh\naws s3 ls <zone> <shelf>\n```", "2:11 2:18"),
    ("```sh\naws s3 ls <zone>\naws s3 rm <zone>\n```", "2:11"),
    ("> ```sh\n> $ aws s3 ls <zone>\n> ```", "2:15"),
    ("## Zones\n```sh\naws s3 ls <zone>\n```", ""),
    ("```sh\n# the zone is on the board\naws s3 ls <zone>\n```", ""),
    ("```sh\naws s3 ls <zone>\n```\nReplace it.", ""), ("```sh\naws s3 ls <your-zone>\n```", ""),
    ("```text\nZONE\n```\n```\n$ aws zones\nZONE  b\n```\n```sh\naws s3 ls <zone>\n```", ""),
    ("```sh\ncat path/to/file\n```", ""), ("```sh\naws s3 ls ...\n```", ""),
  ])
  func `a placeholder of which nothing is said is told`(text: String, expected: String) {
    #expect(places("placeholder-unexplained", text) == expected)
  }

  @Test(arguments: [
    ("jupyter lab", "", "ls", "2:1"), ("cd a\n  mlflow ui", "", "ls", "3:3"),
    ("mlflow ui\nls", "", "ls", "2:1"), ("kubectl logs -f a", "## B", "ls", "2:1"),
    ("mlflow ui &", "", "ls", ""), ("docker compose up -d", "", "ls", ""),
    ("mlflow ui", "In a new terminal:", "ls", ""), ("mlflow ui", "Stop it.", "ls", ""),
    ("mlflow ui\n# Ctrl+C\nls", "", "ls", ""), ("mlflow ui", "", "# in another tab\nls", ""),
    ("docker compose up", "Or:", "docker compose up -d", ""), ("mlflow ui", "", "pkill mlflow", ""),
    ("$ ping e.org\n64 bytes\n^C", "", "ls", ""), ("ping -c5 e.org", "", "ls", ""),
    ("docker compose up", "", "docker compose ps", "2:1"),
    ("mlflow ui\nmlflow server", "In another terminal:", "ls", ""),
  ])
  func `a program that holds up what follows is told`(
    first: String, between: String, next: String, expected: String
  ) {
    let text = "```sh\n\(first)\n```\n\n\(between)\n\n```sh\n\(next)\n```\n"
    #expect(places("blocking-service", text) == expected)
  }

  @Test(arguments: [
    ("apt-get install -y docker-ce", "groupadd docker", "7:1"),
    ("apt-get install -y docker-ce", "ls; sudo groupadd -r docker", "7:5"),
    ("apt-get install -y git", "groupadd docker", ""), ("ls", "groupadd sudo", "7:1"),
    ("apt-get install -y docker-ce", "groupadd -f docker", ""),
    ("apt-get install -y docker-ce", "groupadd -rf docker", ""),
    ("apt-get install -y docker-ce", "groupadd docker || true", ""),
    ("apt-get install -y docker-ce", "getent group docker || groupadd docker", ""),
    ("apt-get install -y docker-ce", "if ! groupadd docker; then ls; fi", ""),
  ])
  func `a group that is there already is told`(first: String, second: String, expected: String) {
    let text = "## 1. a\n```sh\n\(first)\n```\n## 2. b\n```sh\n\(second)\n```\n"
    #expect(places("group-exists", text) == expected)
  }

  @Test func `a group made only in an optional step counts for optional ones alone`() {
    let text = { (title: String) in
      "## Optional: a\n```sh\napt install -y docker.io\n```\n## \(title)\n```sh\ngroupadd docker\n```\n"
    }
    #expect(places("group-exists", text("b")) == "")
    #expect(places("group-exists", text("Optional: b")) == "7:1")
  }

  @Test(arguments: [
    ("```sh\ncat a | jq .\n```", "2:9"), ("```sh\njq . a\njq . b\n```", "2:1"),
    ("Install jq.\n```sh\njq . a\n```", ""), ("```sh\njq --version\n```", ""),
    ("```sh\nwhich jq && jq . a\n```", ""), ("```sh\nbrew install jq\n```\n```sh\njq . a\n```", ""),
    // Large tools are the business of pages that set a system up.
    ("```sh\ndocker-compose up -d\n```", ""), ("```sh\nls -l\ngit status\n```", ""),
    ("```sh\napt install -y docker.io\n```\n```sh\ndocker-compose up -d\n```", "5:1"),
    ("```sh\napt install -y docker.io\n```\n```sh\ndocker compose up -d\n```", "5:1"),
    (
      "```sh\napt install -y git\nwget -O docker-compose https://e.org/\ndocker-compose ps\n```", ""
    ),
    // Modules of a cluster bring what they need.
    ("```sh\nmodule load rocm/7.1\nmake\n```", ""), ("```sh\nmodule list\nmake\n```", "3:1"),
    // Installed, but below.
    ("```sh\ndocker ps\n```\n```sh\napt install -y docker.io\n```", "2:1"),
    ("Install Docker.\n```sh\ndocker ps\n```\n```sh\napt install -y docker.io\n```", ""),
    ("```sh\ndocker --version\n```\n```sh\napt install -y docker.io\n```", ""),
  ])
  func `a tool that no step installs is told`(text: String, expected: String) {
    #expect(places("missing-tool", text) == expected)
  }

  @Test(arguments: [
    ("```sh\nsudo apt install -y jq\n```", ""), ("You need jq.", ""), ("```sh\njq . a\n```", ""),
    ("```sh\nls\n```", "2:1"),
  ])
  func `what an earlier page brings is there`(earlier: String, expected: String) {
    #expect(places("missing-tool", "```sh\njq . a\n```", after: [earlier]) == expected)
  }

  @Test(arguments: [
    ("mkdir -p a/b && cd a/b", "./run.sh", "5:1"), ("mkdir a", "bash a/run.sh", "5:6"),
    ("mkdir a", "cd a/b", "5:4"), ("mkdir a\ncd a\ntouch tool", "chmod +x toool", "5:10"),
    ("ls", "bash run.sh", ""), ("cd a", "bash run.sh", ""), ("mkdir a\ncd a", "cd ..", ""),
    ("mkdir a\ncd a\nnano run.sh", "bash run.sh", ""),
    ("mkdir a\ncp -r ~/x a/", "bash a/run.sh", ""),
    ("mkdir a\ncd a\ntar xf ~/x.tar", "bash run.sh", ""),
    ("mkdir a\ncd a\ngit clone https://e.org/r", "cd r", ""),
    ("mkdir a\ncd a\ncurl -LO \"$URL\"", "bash run.sh", ""),
    ("mkdir a\ncd a\nmkdir b", "cd ../..", ""), ("mkdir a\ncd a\nmkdir -p b/{c,d}", "cd b", ""),
    ("mkdir a\ncd a\nmkdir -p b/c", "cd b", ""),
    ("mkdir ~/.ssh", "chmod 600 ~/.ssh/id_rsa", ""),
    ("mkdir a\ncd a", "bash run.sh || true", "5:6"), ("mkdir a\ncd a", "ls || bash run.sh", ""),
  ])
  func `a file that nothing put there is told`(first: String, second: String, expected: String) {
    // The second block begins on line 5 whatever the first holds.
    let first = first.replacing("\n", with: "; ")
    let text = "```sh\n\(first)\n```\n```sh\n\(second)\n```\n"
    #expect(places("missing-file", text) == expected)
    #expect(places("missing-file", "Write `run.sh` and `toool` in `a/b`.\n\n\(text)") == "")
  }

  @Test func `a file that only a later step makes is told, with what to do`() {
    let text = "## 1. a\n```sh\nbash a.sh\n```\n## 2. b\n```sh\nwget https://e.org/a.sh\n```\n"
    let told = PageCheck.diagnostics(Page(path: "a.md", bytes: Array(text.utf8)))
    #expect(told.map(\.message) == ["'a.sh' is used here, and made only in step 2"])
    let near = "```sh\nmkdir a; cd a; touch tool\nchmod +x toool\n```\n"
    let mends = PageCheck.diagnostics(Page(path: "a.md", bytes: Array(near.utf8))).map(\.mend)
    #expect(mends == ["write `tool`, if you mean that"])
  }

  @Test func `a slip made in every line is told once a block, at its place below a prompt`() {
    let text = "```sh\nls\n| sort\n| uniq\n```\n\n```sh\n$ cat \\\n> ‘a’\n```\n"
    let told = PageCheck.diagnostics(Page(path: "a.md", bytes: Array(text.utf8)))
    #expect(
      told.map { "\($0.rule) \($0.position.line):\($0.position.column)" }
        == ["shell-syntax 3:1", "typographic-sign 9:3"])
    #expect(told.first?.mend?.hasPrefix("end the line above with `\\`") == true)
  }
}
