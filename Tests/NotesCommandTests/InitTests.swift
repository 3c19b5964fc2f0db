import Foundation
import TestSupport
import Testing

/// `notes init`: what a course begins with, and what checks it elsewhere.
struct InitTests {
  @Test func `a course that was begun is whole, and begun over nothing`() throws {
    let folder = try TemporaryFolder()
    try folder.write("# Mine\n", to: "c/content/index.md")
    let first = try runNotes(["init", "c"], in: folder.path)
    #expect(first.status == 0)
    #expect(
      first.output.contains("c/content/index.md is there already\nc/content/week1.md written\n"))
    #expect(try folder.text("c/content/index.md") == "# Mine\n")
    #expect(try runNotes(["sync"], in: folder.path + "/c").status == 0)
    #expect(try runNotes(["check"], in: folder.path + "/c").status == 0)
    #expect(try runNotes(["exec", "week1"], in: folder.path + "/c").status == 0)
    #expect(try runNotes(["build"], in: folder.path + "/c").status == 0)
  }

  @Test func `workflows are YAML and the hook is shell`() throws {
    let folder = try TemporaryFolder()
    for service in ["github", "gitlab"] {
      let text = try runNotes(["init", "--ci", service], in: folder.path).output
      #expect(text.contains("notes check"))
      try folder.write(text, to: "ci.yml")
      let read = try runProgram(
        [
          "/usr/bin/python3", "-c",
          "import yaml; print(sorted(map(str, yaml.safe_load(open('ci.yml')))))",
        ], in: folder.path)
      #expect(read.status == 0, "\(read.error)")
      // YAML 1.1 takes `on` for true.
      #expect(
        read.output
          == (service == "github" ? "['True', 'jobs', 'name', 'permissions']\n" : "['notes']\n"))
    }
    try folder.write(try runNotes(["init", "--hook"], in: folder.path).output, to: "hook.sh")
    #expect(try runProgram(["/usr/bin/shellcheck", "hook.sh"], in: folder.path).output == "")
    #expect(try runNotes(["init", "--ci", "other"], in: folder.path).status == 2)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
        "ci.yml", "hook.sh",
      ])
  }

  @Test func `the hook lets no commit through whose check fails`() throws {
    let folder = try TemporaryFolder()
    let path = "\(Checkout.buildFolder):/usr/bin:/bin"
    func git(_ arguments: String...) throws -> ProgramResult {
      try runProgram(
        ["/usr/bin/git", "-c", "user.name=A", "-c", "user.email=a@example.org"] + arguments,
        in: folder.path, environment: ["PATH": path])
    }
    #expect(try runNotes(["init"], in: folder.path).status == 0)
    #expect(try runNotes(["sync"], in: folder.path).status == 0)
    #expect(try git("init", "-q").status == 0)
    let hook = "\(folder.path)/.git/hooks/pre-commit"
    try folder.write(
      try runNotes(["init", "--hook"], in: folder.path).output, to: ".git/hooks/pre-commit")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook)
    #expect(try git("add", ".").status == 0)
    let first = try git("commit", "-q", "-m", "Begin")
    #expect(first.status == 0, "\(first.output)\(first.error)")
    let script = try folder.text("scripts/week1.sh")
    try folder.write(
      script.replacing("  cd ~/my-course\n", with: "  cd ~/my-courses\n"), to: "scripts/week1.sh")
    let second = try git("commit", "-q", "-a", "-m", "Change the script alone")
    #expect(second.status != 0)
    #expect(
      second.error.contains("scripts/week1.sh:") && second.error.contains("content/week1.md:"))
    #expect(try git("log", "--format=%s").output == "Begin\n")
    #expect(try runNotes(["sync"], in: folder.path).status == 0)
    #expect(try git("commit", "-q", "-a", "-m", "Change both").status == 0)
    #expect(try git("log", "--format=%s").output == "Change both\nBegin\n")
  }
}
