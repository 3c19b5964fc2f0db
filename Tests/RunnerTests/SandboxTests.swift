import Foundation
import TestSupport
import Testing

@testable import Runner

/// A sandbox is this machine to the commands in it, and leaves no trace on it.
@Suite(.serialized) struct SandboxTests {
  @Test func `what is written, deleted and installed is gone afterwards`() throws {
    let home = try makeHome()
    try home.write("kept\n", to: "file")
    try home.write("kept\n", to: "folder/file")
    let before = try state(of: home.path)
    let etc = try FileManager.default.contentsOfDirectory(atPath: "/etc").sorted()
    let passwd = try Data(contentsOf: URL(filePath: "/etc/passwd"))
    let mounts = FileManager.default.contents(atPath: "/proc/self/mountinfo")
    do {
      let session = try TestPlace.sandbox.session(home: home)
      let result = try session.run(
        """
        echo changed >file && rm -r folder && echo new >new && ln -s /etc link &&
        echo 'x:x:4242:4242::/:/bin/sh' >>/etc/passwd && echo a >/etc/notes-test &&
        sudo rm -rf /usr/share && touch /tmp/notes-test && ls -A
        """, limit: .seconds(60))
      #expect(result.status == 0, "\(result.output.text)")
      #expect(result.output.text == "file\nlink\nnew\n")
      let seen = try session.run(
        "cat file; tail -n 1 /etc/passwd; ls /usr/share", limit: .seconds(10))
      #expect(seen.standardOutput.text == "changed\nx:x:4242:4242::/:/bin/sh\n")
    }
    #expect(try state(of: home.path) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "/etc").sorted() == etc)
    #expect(try Data(contentsOf: URL(filePath: "/etc/passwd")) == passwd)
    #expect(FileManager.default.fileExists(atPath: "/usr/share"))
    #expect(!FileManager.default.fileExists(atPath: "/tmp/notes-test"))
    #expect(FileManager.default.contents(atPath: "/proc/self/mountinfo") == mounts)
  }

  @Test(arguments: [
    ("kernel settings", "cat /proc/sys/kernel/printk >/proc/sys/kernel/printk"),
    ("file systems", "mount -t tmpfs x /mnt"),
    ("devices", "mknod d b 7 0 && head -c 1 d"),
    ("the clock", "date -s 2001-01-01"),
    ("processes of the machine", "kill -0 \(ProcessInfo.processInfo.processIdentifier)"),
    ("the host's name", "echo x >/proc/sys/kernel/hostname"),
    ("network interfaces", "ip link set lo down || ifconfig lo down"),
  ])
  func `the machine itself cannot be changed`(what: String, command: String) throws {
    let session = try TestPlace.sandbox.session(home: try makeHome())
    #expect(try session.run(command, limit: .seconds(10)).status != 0, "\(what)")
  }

  @Test func `a person's secrets are not there`() throws {
    let home = try makeHome()
    try home.write("key", to: ".ssh/id_ed25519")
    try home.write("token", to: ".netrc")
    try home.write("code", to: "work/file")
    let session = try TestPlace.sandbox.session(home: home)
    let result = try session.run(
      "ls -A .ssh; cat .netrc; env | grep -c NOTES_TEST_SECRET; cat work/file", limit: .seconds(10))
    #expect(result.standardOutput.text == "0\ncode")
  }

  @Test func `deleting what lies in the temporary folders harms no session`() throws {
    let session = try TestPlace.sandbox.session(home: try makeHome())
    let first = try session.run("rm -rf /tmp/* /run/* 2>/dev/null; echo a", limit: .seconds(10))
    #expect(first.output.text == "a\n")
    try session.saveState()
    #expect(try session.run("exit 1", limit: .seconds(10)).ending == .endedShell)
    #expect(try session.run("echo b", limit: .seconds(10)).output.text == "b\n")
  }

  @Test func `a linked secret is hidden where it lies`() throws {
    let home = try makeHome()
    try home.write("key", to: "dotfiles/ssh/id")
    try FileManager.default.createSymbolicLink(
      atPath: home.path + "/.ssh", withDestinationPath: home.path + "/dotfiles/ssh")
    let session = try TestPlace.sandbox.session(home: home)
    #expect(try session.run("ls -A .ssh/", limit: .seconds(10)).output.text == "")
  }

  @Test func `a home folder among the temporary ones is seen`() throws {
    let home = try TemporaryFolder(in: "/tmp")
    try home.write("mine", to: "file")
    let session = try TestPlace.sandbox.session(home: home)
    #expect(try session.run("cat file", limit: .seconds(10)).output.text == "mine")
  }

  @Test(arguments: [
    ("sudo id -u", "0\n"), ("sudo -E env A=1 printenv A", "1\n"), ("sudo A=2 printenv A", "2\n"),
    ("sudo -n -- echo a", "a\n"), ("echo a | sudo tee x >/dev/null; cat x", "a\n"),
    ("sudo -i pwd", "/root\n"), ("sudo -s echo a", "a\n"), ("sudo -v", ""), ("sudo -k", ""),
    ("sudo -u nobody id -un", "nobody\n"), ("sudo -nu nobody id -un", "nobody\n"),
    ("sudo -iu nobody id -un", "nobody\n"), ("sudo -H printenv HOME", "/root\n"),
    ("sudo bash -c 'echo $0 $1' a b", "a b\n"),
  ])
  func `sudo works without being installed`(command: String, output: String) throws {
    let session = try TestPlace.sandbox.session(home: try makeHome())
    let result = try session.run(command, limit: .seconds(10))
    #expect(result.output.text == output)
    #expect(result.status == 0)
  }

  @Test func `without bubblewrap the error names the package`() throws {
    #expect {
      _ = try Sandbox(environment: ["PATH": "/nowhere"])
    } throws: { error in
      String(describing: error).contains("bubblewrap is not installed")
    }
  }

  /// Every file below a folder with its bytes.
  private func state(of folder: String) throws -> [String: Data?] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, FileManager.default.contents(atPath: "\(folder)/\($0)"))
      })
  }
}

/// Folders of runs, in the file system.
struct ScratchFolderTests {
  @Test func `a folder goes with its value, and that of a killed run with the next`() throws {
    let parent = try TemporaryFolder()
    // No process has a number this high (proc(5), pid_max).
    try parent.write("left", to: "notes-test-99999999-abcdef/file")
    try parent.write("other", to: "notes-other-99999999-abcdef/file")
    try parent.write("foreign", to: "notes-test-mine/file")
    do {
      let folder = try ScratchFolder(in: parent.path, purpose: "test")
      #expect(FileManager.default.fileExists(atPath: folder.path))
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: parent.path)
    #expect(left.sorted() == ["notes-other-99999999-abcdef", "notes-test-mine"])
  }
}
