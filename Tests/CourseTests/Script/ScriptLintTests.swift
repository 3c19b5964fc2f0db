import Course
import Foundation
import TestSupport
import Testing

/// What ShellCheck says of scripts made from notes.
struct ScriptLintTests {
  @Test(arguments: [
    ("ls", []), ("source ~/.bashrc", [1090]), ("source env/bin/activate", [1091]),
    (". \"$HOME/x\"", [1091]), ("echo $USER", [2086]), ("echo \"$USER\"", []),
    ("x=1\necho $x", []), ("x='a b'\necho $x", [2086]), ("rm $(ls)", [2046]),
    ("echo $((1 + 2))", []), ("kill $!", []), ("read name\necho \"$name\"", [2162]),
    ("read -r name\necho \"$name\"", []), ("egrep a b", [2196]), ("fgrep a b", [2197]),
    ("export A=$(date)", [2155]), ("sudo echo a > /etc/b", [2024]), ("rm *", [2035]),
    ("rm ./*", []), ("cat a | wc -l", [2002]), ("ps aux | grep a", [2009]),
    ("ls | grep a", [2010]), ("ls -l | wc -l", [2012]), ("grep a b | wc -l", [2126]),
    ("echo '$HOME'", [2016]), ("awk '{ print $1 }' a", []), ("sort <a >a", [2094]),
    ("pip install a[foo]", [2102]), ("unused=1", [2034]), ("echo \"$who\"", [2154]),
    ("echo \"$WHO\"", []), ("echo {a", [1083]), ("echo {a,b}", []), ("echo \"a\"b\"c\"", [2140]),
    ("date=`date`\necho \"$date\"", [2006]), ("ls \"~/a\"", [2088]), ("printf \"$HOME\"", [2059]),
    ("alias a=ls\na", [2262, 2263]), ("!pip install a", [1035]),
    ("cat >a <<EOF\n$USER\nEOF", []), ("cat >a <<'EOF'\n  x\nEOF", []),
  ])
  func `a step switches off what its own words give reason to, and nothing else`(
    commands: String, codes: [Int]
  ) throws {
    let text = Script(page("# A\n\n```sh\n\(commands)\n```\n")).text
    let line = text.split(separator: "\n").first { $0.hasSuffix("# as the notes have it") }
    let told = (line ?? "").split { !$0.isNumber }.compactMap { Int($0) }
    #expect(told == codes)
    #expect(try Self.findings(text) == [])
    let bare = text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasSuffix("# as the notes have it") }.joined(separator: "\n")
    #expect(try Set(Self.findings(bare)).sorted() == codes)
  }

  @Test func `nothing is found in the scripts of this repository`() throws {
    let paths = try Checkout.files(in: "content", ending: ".md")
    try expectClean(paths.map { ($0, Array(try Checkout.text($0).utf8)) })
  }

  @Test(.readsSharedData)
  func `nothing is found in the scripts of the corpus`() throws {
    let paths = try SharedData.corpus()
    #expect(paths.count > 60)
    try expectClean(paths.map { ("content/\($0)", try SharedData.bytes($0)) })
  }

  private func expectClean(_ pages: [(path: String, bytes: [UInt8])]) throws {
    let folder = try TemporaryFolder()
    var names: [String] = []
    for (path, bytes) in pages {
      let page = Page(path: path, bytes: bytes)
      guard Script.isNeeded(for: page) else { continue }
      let name = path.replacing("/", with: "_") + ".sh"
      try folder.write(Script(page).text, to: name)
      names.append(name)
    }
    try #require(!names.isEmpty)
    let result = try runProgram(
      ["/usr/bin/shellcheck", "--format=gcc"] + names, in: folder.path)
    #expect(result.output + result.error == "")
    #expect(result.status == 0)
    for name in names {
      let bash = try runProgram(["/bin/bash", "-n", name], in: folder.path)
      #expect(bash.error == "" && bash.status == 0)
    }
  }

  private static func findings(_ script: String) throws -> [Int] {
    let folder = try TemporaryFolder()
    try folder.write(script, to: "a.sh")
    let result = try runProgram(
      ["/usr/bin/shellcheck", "--format=gcc", "a.sh"], in: folder.path)
    return result.output.split(separator: "\n").compactMap { line in
      line.split(separator: "[SC").last.flatMap { Int($0.dropLast()) }
    }
  }

  private func page(_ text: String) -> Page {
    Page(path: "content/a.md", bytes: Array(text.utf8))
  }
}
