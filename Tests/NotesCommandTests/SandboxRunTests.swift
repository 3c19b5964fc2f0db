import Foundation
import TestSupport
import Testing

/// Sandboxes of the whole program: kept, ended by force, and impossible ones.
@Suite(.serialized) struct SandboxRunTests {
  /// A home folder, and pages in it.
  private func home(_ pages: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder(in: "/var/tmp")
    try folder.write("kept\n", to: "old/file")
    for (name, commands) in pages {
      try folder.write("# P\n\n```sh\n\(commands)\n```\n", to: "\(name).md")
    }
    try OrdinaryUser.own(folder.path)
    return folder
  }

  private func exec(
    _ arguments: [String], as user: [String], home: TemporaryFolder,
    environment: [String: String] = [:]
  ) throws -> ProgramResult {
    let variables = ["HOME": home.path, "NO_COLOR": "1"].merging(environment) { $1 }
    return try runProgram(
      user + ["\(Checkout.buildFolder)/notes", "exec"] + arguments, in: home.path,
      environment: variables)
  }

  @Test(.runsAsRoot) func `a kept sandbox goes on, as root`() throws { try keeps(as: []) }

  @Test(.runsAsOrdinaryUser) func `a kept sandbox goes on, as an ordinary user`() throws {
    try keeps(as: OrdinaryUser.words)
  }

  private func keeps(as user: [String]) throws {
    let home = try home([
      "one":
        "echo a >new; rm -r old; echo a | sudo tee -a /etc/hosts; echo a >/tmp/a; sudo rm -r /etc/skel",
      "two": "! ls old /etc/skel; tail -n 1 /etc/hosts; cat /tmp/a; cat new; echo b >>new",
    ])
    let first = try exec(["one.md", "--keep", "kept"], as: user, home: home)
    #expect(first.status == 0, "\(first.output)\(first.error)")
    #expect(first.output.contains("Changed in the sandbox, and kept: "))
    #expect(first.output.contains("Kept in kept: files/ is what was written over /"))
    #expect(try home.text("kept/files\(home.path)/new") == "a\n")
    #expect(try home.text("kept/tmp/a") == "a\n")
    let second = try exec(["two.md", "--keep", "kept"], as: user, home: home)
    #expect(second.status == 0, "\(second.output)\(second.error)")
    #expect(try home.text("kept/files\(home.path)/new") == "a\nb\n")
    #expect(try home.text("kept/changes.json").contains("\"path\" : \"/etc/skel\""))
    #expect(!home.exists("new"))
    #expect(try home.text("old/file") == "kept\n")
    let names = try FileManager.default.contentsOfDirectory(atPath: home.path + "/kept").sorted()
      .filter { !$0.hasPrefix("files") }
    #expect(names == ["changes.json", "notes-sandbox.json", "resume.json", "run", "tmp"])
  }

  @Test(arguments: [
    (["--keep", "old"], "/old holds files that no sandbox made"),
    (["--keep", "p.md"], "/p.md is no folder"),
    (["--keep", "a,b"], "/a,b has a character by which the path of a layer would end"),
    (["--keep", "new", "--in", "host"], "are about a sandbox"),
    (["--changes", "--in", "host"], "are about a sandbox"),
  ])
  func `a sandbox is kept in no folder of another's`(arguments: [String], words: String) throws {
    let home = try home(["p": "true"])
    let result = try exec(["p.md"] + arguments, as: [], home: home)
    #expect(result.status == 2)
    #expect(result.error.contains(words), "\(result.error)")
  }

  @Test(.runsAsRoot) func `nothing outlives a program that is killed, as root`() throws {
    try endsWhenKilled(as: [])
  }

  @Test(.runsAsOrdinaryUser) func `nothing outlives a program that is killed, as an ordinary user`()
    throws
  {
    try endsWhenKilled(as: OrdinaryUser.words)
  }

  private func endsWhenKilled(as user: [String]) throws {
    let mark = "\(Int.random(in: 100_000_000...900_000_000))"
    let home = try home(["p": "setsid sleep \(mark); sleep \(mark)", "q": "true"])
    let script = """
      "$@" exec p.md >/dev/null 2>&1 & program=$!
      running() { pgrep -f "^sleep \(mark)|notes-sandbox-$program-" >/dev/null; }
      for i in $(seq 300); do pgrep -f '^sleep \(mark)' >/dev/null && break; sleep 0.1; done
      pgrep -f '^sleep \(mark)' >/dev/null || echo never started
      # Once it is dead, any run on the machine may be the next, those of other tests too.
      compgen -G "/var/tmp/notes-sandbox-$program-*" >/dev/null || echo no folder was there
      kill -9 $program
      for i in $(seq 300); do running || break; sleep 0.1; done
      ! running || echo still running
      wait
      "$@" exec q.md >/dev/null || echo the next run fails
      left() { compgen -G "/var/tmp/notes-sandbox-$program-*"; compgen -G "/tmp/notes-session-$program-*"; }
      for i in $(seq 100); do [[ -n $(left) ]] || break; sleep 0.1; done
      left
      """
    let result = try runProgram(
      ["/bin/bash", "-c", script, "bash"] + user + ["\(Checkout.buildFolder)/notes"],
      in: home.path, environment: ["HOME": home.path])
    #expect(result.output == "", "\(result.error)")
  }

  @Test(.runsAsOrdinaryUser) func `a folder that a step closes to its owner goes too`() throws {
    let home = try home(["p": "mkdir -p a/b; echo c >a/b/c; chmod 0 a/b; chmod 500 a"])
    let result = try exec(
      ["p.md"], as: ["/bin/sh", "-c", "echo $$; exec \"$@\"", "sh"] + OrdinaryUser.words, home: home
    )
    #expect(result.status == 0, "\(result.output)\(result.error)")
    let process = result.output.prefix { $0 != "\n" }
    let left = try FileManager.default.contentsOfDirectory(atPath: "/var/tmp")
      .filter { $0.hasPrefix("notes-sandbox-\(process)-") }
    #expect(left == [])
  }

  @Test func `without bubblewrap the machine cannot do it, and the package is named`() throws {
    let home = try home(["p": "true"])
    let result = try exec(["p.md"], as: [], home: home, environment: ["PATH": home.path])
    #expect(result.status == 3)
    #expect(result.error.contains("no sandbox can be made here: bubblewrap is not installed"))
    #expect(result.error.contains("mend: `apt install bubblewrap` makes it possible"))
  }

  @Test(.runsAsOrdinaryUser) func `without fuse-overlayfs an ordinary user is told the package`()
    throws
  {
    let home = try home(["p": "true"])
    try FileManager.default.createSymbolicLink(
      atPath: home.path + "/bwrap", withDestinationPath: "/usr/bin/bwrap")
    let result = try exec(
      ["p.md"], as: OrdinaryUser.words, home: home, environment: ["PATH": home.path])
    #expect(result.status == 3)
    #expect(result.error.contains("mend: `apt install fuse-overlayfs` makes it possible"))
  }

  @Test(.runsAsRoot) func `without the right to mount the machine cannot do it`() throws {
    let home = try home(["p": "true"])
    let words = ["/usr/bin/setpriv", "--bounding-set", "-sys_admin", "--"]
    let result = try exec(["p.md"], as: words, home: home)
    #expect(result.status == 3)
    #expect(result.error.contains("no sandbox can be made here: "))
    #expect(result.error.contains("`--in host` runs on the machine itself"))
  }

  @Test(.runsAsRoot) func `layers lie elsewhere where the temporary folder is an overlay`() throws {
    let home = try home(["p": "echo a >new; rm -r old"])
    let script = """
      cd "$HOME" && mkdir upper work && mount -t tmpfs none upper && mkdir upper/u upper/w &&
      mount -t overlay notes -o lowerdir=/var/tmp,upperdir=upper/u,workdir=upper/w /var/tmp &&
      exec "$@"
      """
    let result = try exec(
      ["p.md"], as: ["/usr/bin/unshare", "--mount", "/bin/sh", "-c", script, "sh"], home: home)
    #expect(result.status == 0, "\(result.output)\(result.error)")
    #expect(result.output.contains("1 passed"))
  }

  @Test(.runsAsRoot, .runsAsOrdinaryUser)
  func `file systems that the user cannot enter are no hindrance`() throws {
    let home = try home(["p": "! ls /mnt"])
    let script = """
      mount -t tmpfs -o mode=700 none /mnt && mkdir /mnt/a && mount -t tmpfs none /mnt/a &&
      exec "$@"
      """
    let result = try exec(
      ["p.md"],
      as: ["/usr/bin/unshare", "--mount", "/bin/sh", "-c", script, "sh"] + OrdinaryUser.words,
      home: home)
    #expect(result.status == 0, "\(result.output)\(result.error)")
  }
}
