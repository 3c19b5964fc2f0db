import Course
import Markdown
import TestSupport
import Testing

/// Notes whose commands are to be those of a script.
struct VerificationTests {
  /// What is told of commands and a script, each as `line: message`.
  private func told(_ commands: String, _ script: String) throws -> [String] {
    let notes = "# A\n\n<!-- verify-against: install.sh -->\n\n```sh\n\(commands)\n```\n"
    return try told(notes: notes, script)
  }

  private func told(notes: String, _ script: String?) throws -> [String] {
    let page = Page(path: "content/a.md", bytes: Array(notes.utf8))
    #expect(page.diagnostics.map(\.message) == [])
    return page.verifications.flatMap { verification in
      VerificationCheck(
        verification, on: page, .init(path: verification.file.path, text: script),
        files: ["infra/install.sh"]
      ).diagnostics
    }.map { "\($0.path):\($0.position.line): \($0.message)" }
  }

  @Test(arguments: [
    ("sudo apt install docker.io", "apt-get install -y 'docker.io'"),
    ("apt install git curl", "sudo DEBIAN_FRONTEND=noninteractive apt-get -qq install -y curl git"),
    ("apt install git\napt install curl", "apt-get install -y git curl"),
    ("curl -fsSL -o a.sh https://x.org/a", "curl -o a.sh -fsSL \"https://x.org/a\""),
    ("curl https://x.org/a -o a", "curl -o a https://x.org/a"),
    ("tar -xzf a.tgz -C /opt", "sudo tar -C /opt -zxf a.tgz"),
    ("tar -x -z -f a.tgz", "tar -xzf a.tgz"),
    ("docker run -it --rm -p 80:80 a ls -l", "docker run -p 80:80 --rm -it a ls -l"),
    ("python3 -m pip install a==1.0", "pip3 install a==1.0"),
    ("docker compose up -d", "docker-compose up -d"),
    ("curl -LO https://x.org/v2.5.0/a", "VERSION=2.5.0\ncurl -LO \"https://x.org/v${VERSION}/a\""),
    (
      "curl -LO https://x.org/v2.5.0/a",
      "V=\"${V:-v2.5.0}\"\nif true; then curl -LO https://x.org/$V/a; fi"
    ),
    ("V=v2.5.0\ncurl -LO https://x.org/$V/a", "curl -LO https://x.org/v2.5.0/a"),
    ("curl -LO https://x.org/v2.5.0/a", "V=$(curl -s https://x.org)\ncurl -LO https://x.org/$V/a"),
    ("apt install a\napt install b", "for p in a b; do\n  apt-get install -y $p\ndone"),
    ("mkdir -p ~/bin", "mkdir -p \"$HOME/bin\""),
    ("echo 'export A=1' >> ~/.bashrc", "cat >>\"$HOME/.bashrc\" <<'EOF'\nexport A=1\nEOF"),
    ("echo 'deb x' | sudo tee /etc/a.list", "echo \"deb x\" >/etc/a.list"),
    ("curl -fsSL https://x.org | sudo sh", "curl -fsSL https://x.org | sh"),
    ("apt install a", "if ! command -v a >/dev/null; then\n  sudo apt-get install -y a\nfi"),
    ("cd ~/bin\nchmod +x a", "B=\"$HOME/bin\"\nchmod +x \"$B/a\""),
    ("mkdir b\nchmod +x b/a", "cd ~\nmkdir b\ncd b\nchmod +x a"),
    // What looks, prints or steers is nobody's lack.
    ("ls\ndocker --version\ncd /opt\napt install a", "apt-get install -y a"),
    (
      "apt install a",
      """
      #!/usr/bin/env bash
      set -euo pipefail
      # Installs a.
      log() { echo "==> $*" >&2; }
      SUDO=""
      if [ "$(id -u)" -ne 0 ]; then SUDO=sudo; fi
      tmp=$(mktemp -d)
      trap 'rm -rf "$tmp"' EXIT
      install_a() {
        log "installing a"
        $SUDO DEBIAN_FRONTEND=noninteractive apt-get install -y a || { echo failed; exit 1; }
      }
      case "$(uname)" in
        Linux) install_a ;;
        *) echo "not here" >&2; exit 1 ;;
      esac
      rm -rf "$tmp"
      exit 0
      """
    ),
    ("apt install a", "apt-get install -y a\nreboot # notes: undocumented"),
    ("apt install a", "apt-get install -y a\n# notes: undocumented, CI alone needs it\nreboot"),
  ])
  func `what does not matter is not told`(commands: String, script: String) throws {
    #expect(try told(commands, script) == [])
  }

  @Test(arguments: [
    (
      "apt install a\napt install b", "apt-get install a",
      ["content/a.md:7: install.sh does not run `apt install b`, where it would follow line 1"]
    ),
    (
      "apt install a b", "apt-get install a",
      [
        "content/a.md:6: install.sh does not run `apt-get install b`, where it would follow line 1"
      ]
    ),
    ("make", "", ["content/a.md:6: install.sh does not run `make`"]),
    (
      "apt install a", "set -e\napt-get install a\nsudo reboot",
      ["install.sh:3: `sudo reboot` is not among the commands that content/a.md:3 verifies"]
    ),
    (
      "curl -LO https://x.org/v2.5.0/a", "set -e\ncurl -LO https://x.org/v2.6.1/a",
      ["content/a.md:6: notes say v2.5.0, install.sh:2 says v2.6.1"]
    ),
    (
      "curl -LO https://x.org/v2.5.0/a", "set -e\nV=v2.6.1\n\ncurl -LO https://x.org/$V/a",
      ["content/a.md:6: notes say v2.5.0, install.sh:2 says v2.6.1"]
    ),
    (
      "pip install a==1.0", "pip install a==1.1",
      [
        "content/a.md:6: notes say 1.0, install.sh:1 says 1.1"
      ]
    ),
    (
      "docker pull postgres:13", "docker pull postgres:14",
      [
        "content/a.md:6: notes say 13, install.sh:1 says 14"
      ]
    ),
    (
      "chmod +x docker-compose", "chmod +x ~/bin/docker-compose",
      [
        "content/a.md:6: notes say `chmod +x docker-compose`, install.sh:1 says"
          + " `chmod +x ~/bin/docker-compose`"
      ]
    ),
    (
      "curl -LO https://x.org/v2.5.0/a", "B=https://x.org\nV=v2.6.1\ncurl -LO $B/$V/a",
      ["content/a.md:6: notes say v2.5.0, install.sh:2 says v2.6.1"]
    ),
    (
      "wget https://x.org/v1.2/a -O a", "V=v1.3\nwget -qO /opt/a https://x.org/$V/a",
      [
        "content/a.md:6: notes say `wget https://x.org/v1.2/a -O a`, install.sh:2 says"
          + " `wget -qO /opt/a https://x.org/$V/a`",
        "content/a.md:6: notes say v1.2, install.sh:1 says v1.3",
      ]
    ),
    // The order of what depends on each other.
    (
      "docker run -d a", "docker run a -d",
      ["content/a.md:6: notes say `docker run -d a`, install.sh:1 says `docker run a -d`"]
    ),
    ("cp a b", "cp b a", ["content/a.md:6: notes say `cp a b`, install.sh:1 says `cp b a`"]),
    (
      "curl -o a https://x.org/b", "curl -o c https://x.org/b",
      [
        "content/a.md:6: notes say `curl -o a https://x.org/b`, install.sh:1 says"
          + " `curl -o c https://x.org/b`"
      ]
    ),
  ])
  func `what differs is told with the place on both sides`(
    commands: String, script: String, expected: [String]
  ) throws {
    #expect(try told(commands, script) == expected)
  }

  @Test func `a comment is about its section, or the page below the title`() throws {
    let block = { (package: String) in "```sh\napt install \(package)\n```\n\n" }
    let comment = "<!-- verify-against: install.sh -->\n\n"
    let script = "apt-get install b c\n"
    let notes =
      "# A\n\n## One\n\n" + block("a") + "## Two\n\n" + comment + block("b") + "### Below\n\n"
      + block("c") + "## Three\n\n" + block("d")
    #expect(try told(notes: notes, script) == [])
    let whole = "# A\n\n" + comment + "## One\n\n" + block("b") + "## Two\n\n" + block("c")
    #expect(try told(notes: whole, script) == [])
    let other = notes.replacing(
      "verify-against: install.sh", with: "verify-against: install.sh lines=1")
    #expect(try told(notes: other, "apt-get install b c\nreboot\n") == [])
  }

  @Test
  func `optional steps, examples and steps of other systems may be run, words to fill in be any`()
    throws
  {
    let notes = """
      # A

      <!-- verify-against: install.sh -->

      ## 1. Fill in your bucket

      ```sh
      gcloud storage buckets create <bucket>
      ```

      ## 2. More (optional)

      ```sh
      apt install optional
      ```

      ## 3. Settings

      Add to `~/.profile`:

      ```
      export A=1
      ```

      """
    let script = "gcloud storage buckets create mine\necho 'export A=1' >>~/.profile\n"
    #expect(try told(notes: notes, script) == [])
    #expect(try told(notes: notes, script + "apt-get install optional\n") == [])
  }

  @Test func `a script or a part that is not there is told, and a silenced rule is not`() throws {
    let notes = "# A\n\n<!-- verify-against: install.sh -->\n\n```sh\nmake\n```\n"
    #expect(try told(notes: notes, nil) == ["content/a.md:3: there is no file install.sh"])
    let part = notes.replacing("install.sh", with: "install.sh region=x")
    #expect(
      try told(notes: part, "make\n") == [
        "content/a.md:3: install.sh has no such part: it has no region 'x'"
      ])
    let silent = "---\nsilence: command-drift\n---\n" + notes
    let page = Page(path: "content/a.md", bytes: Array(silent.utf8))
    let check = VerificationCheck(
      try #require(page.verifications.first), on: page, .init(path: "a.sh", text: "reboot\n"))
    #expect(!check.diagnostics.isEmpty && check.diagnostics.allSatisfy(\.isSilenced))
  }
}
