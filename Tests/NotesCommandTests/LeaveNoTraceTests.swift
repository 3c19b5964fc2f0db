import Foundation
import TestSupport
import Testing

/// A run that installs packages, edits `/etc`, deletes folders, writes to the home folder and leaves
/// processes running leaves every file on the machine as it was.
@Suite(.serialized) struct LeaveNoTraceTests {
  static let page = """
    # Traces

    ## 1. Write to the home folder

    ```sh
    echo more >>~/file
    echo new >~/new
    chmod 600 ~/mode
    rm -r ~/folder
    ```

    ## 2. Edit below /etc

    ```sh
    echo "127.0.0.1 notes-test" | sudo tee -a /etc/hosts
    sudo rm -r /etc/skel
    echo a | sudo tee /etc/notes-test.conf
    ```

    ## 3. Delete a folder

    ```sh
    sudo rm -r /usr/share/doc
    ```

    ## 4. Install a package of one's own

    ```sh
    sudo dpkg -i ~/notes-test.deb
    notes-test
    ```

    ## 5. Install a package

    ```sh
    sudo apt-get update && sudo apt-get -o Acquire::Retries=5 install -y hello
    hello
    ```

    ## 6. Leave processes

    ```sh
    sleep MARK &
    setsid nohup sleep MARK >/dev/null 2>&1 &
    ```

    """

  @Test(.runsAsRoot) func `as root`() throws { try leavesNoTrace(as: []) }

  @Test(.runsAsOrdinaryUser) func `as an ordinary user`() throws {
    try leavesNoTrace(as: OrdinaryUser.words)
  }

  /// - Parameter user: the words that make a command run as the user.
  private func leavesNoTrace(as user: [String]) throws {
    // Something else on the machine may write meanwhile. What the run itself touches is held each
    // time; all else has to stay the same in one of three.
    var differences: [String] = []
    for _ in 0..<3 {
      let home = try makeHome()
      if !user.isEmpty { try OrdinaryUser.own(home.path) }
      let before = try Trace(home: home.path)
      try run(as: user, home: home)
      let after = try Trace(home: home.path)
      #expect(after.touched == before.touched)
      differences = before.differences(from: after)
      if differences.isEmpty { break }
    }
    #expect(differences == [])
  }

  /// A home folder with something to change, and a package that adds a user when it is installed.
  private func makeHome() throws -> TemporaryFolder {
    let home = try TemporaryFolder(in: "/var/tmp")
    for name in ["file", "mode", "folder/a", "folder/deep/b"] { try home.write("kept\n", to: name) }
    try home.write(
      "Package: notes-test\nVersion: 1.0\nArchitecture: all\nMaintainer: Nobody <nobody@localhost>\n"
        + "Description: a package for a test\n", to: "deb/DEBIAN/control")
    try home.write("#!/bin/sh\nset -e\nuseradd notes-test\n", to: "deb/DEBIAN/postinst")
    try home.write("#!/bin/sh\necho installed\n", to: "deb/usr/bin/notes-test")
    let made = try runProgram(
      [
        "/bin/sh", "-c",
        "chmod 755 deb/DEBIAN/postinst deb/usr/bin/notes-test && "
          + "dpkg-deb --root-owner-group --build deb notes-test.deb",
      ], in: home.path)
    #expect(made.status == 0, "\(made.error)")
    return home
  }

  private func run(as user: [String], home: TemporaryFolder) throws {
    let folder = try TemporaryFolder()
    let mark = "\(Int.random(in: 100_000_000...900_000_000))"
    try folder.write(Self.page.replacing("MARK", with: mark), to: "page.md")
    let mounts = FileManager.default.contents(atPath: "/proc/self/mountinfo")
    // The shell tells the process that the program becomes.
    let script = "echo $$; exec \"$@\""
    let result = try runProgram(
      ["/bin/sh", "-c", script, "sh"] + user
        + ["\(Checkout.buildFolder)/notes", "exec", "page.md", "--changes"],
      in: folder.path, environment: ["HOME": home.path, "NO_COLOR": "1"])
    let isOffline = result.output.contains("skipped: the package server cannot be reached")
    #expect(result.status == 0, "\(result.output)\(result.error)")
    #expect(result.output.contains("6 steps: \(isOffline ? "5 passed, 1 skipped" : "6 passed")"))
    // What is gone was there: nothing passes because nothing was done.
    for line in [
      "~ ~/file  changed", "+ ~/new  new", "~ ~/mode  other", "- ~/folder/  folder deleted",
      "~ /etc/hosts  changed", "- /etc/skel/  folder deleted", "~ /etc/passwd  changed",
      "+ /etc/notes-test.conf  new", "notes-test 1.0", isOffline ? "" : "hello 2.",
    ] {
      #expect(result.output.contains(line), "\(line): \(result.output)")
    }
    #expect(FileManager.default.contents(atPath: "/proc/self/mountinfo") == mounts)
    let processes = try runProgram(["/usr/bin/pgrep", "-f", "sleep \(mark)"])
    #expect(processes.output == "")
    let process = result.output.prefix { $0 != "\n" }
    for parent in ["/var/tmp", "/tmp"] {
      let left = try FileManager.default.contentsOfDirectory(atPath: parent)
        .filter { $0.hasPrefix("notes-") && $0.contains("-\(process)-") }
      #expect(left == [])
    }
  }
}

/// The state of the machine's files.
private struct Trace {
  /// What the run changes in its sandbox.
  var touched: String
  private var all: Set<Substring>

  init(home: String) throws {
    // The time of the last change to a file's own record (%C) cannot be set back by anyone.
    let format = "%p %y %m %U:%G %s %T@ %C@ %l\\n"
    touched = try Self.output(
      "find \(home) /etc/hosts /etc/skel /etc/passwd /etc/shadow /etc/fstab /usr/share/doc"
        + " /var/lib/dpkg/status -printf '\(format)'; find \(home) -type f -exec sha256sum {} +;"
        + " ls -d /etc/notes-test.conf /usr/bin/notes-test /var/lib/dpkg/info/notes-test.* 2>&1")
    // Hidden folders of homes are the places where programs that run meanwhile keep their things.
    let lines = try Self.output(
      "find /etc /usr /opt /srv /boot /var/lib/dpkg -name __pycache__ -prune -o -printf '\(format)';"
        + " find /home /root -mindepth 1 -maxdepth 4 -type d -name '.*' -prune"
        + " -o -mindepth 1 -maxdepth 4 -printf '\(format)';"
        + " find /etc /home /var/lib/dpkg -type f -exec sha256sum {} +")
    all = Set(lines.split(separator: "\n"))
  }

  /// The first of what is not the same.
  func differences(from other: Trace) -> [String] {
    all.symmetricDifference(other.all).sorted().prefix(20).map(String.init)
  }

  private static func output(_ script: String) throws -> String {
    let result = try runProgram(["/bin/sh", "-c", script])
    #expect(result.output.count > 1000)
    return result.output
  }
}
