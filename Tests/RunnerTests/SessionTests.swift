import Foundation
import TestSupport
import Testing

@testable import Runner

/// What a command does to its session, in every place a session runs.
@Suite(.serialized) struct SessionTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var id: String
    /// Run one after the other in one session.
    var commands: [String]
    /// What each gives: its status, then what it printed, with ⏎ for line feeds.
    var expected: [String]
    var testDescription: String { id }
  }

  static let cases = [
    Case(id: "output and status", commands: ["echo a; false"], expected: ["1 a⏎"]),
    Case(
      id: "no line feed at the end", commands: ["printf a", "echo b"], expected: ["0 a", "0 b⏎"]),
    Case(id: "both streams", commands: ["echo a >&2; sleep 0.2; echo b"], expected: ["0 a⏎b⏎"]),
    Case(id: "NUL bytes", commands: [#"printf 'a\0b'"#], expected: ["0 a\0b"]),
    Case(
      id: "folder", commands: ["mkdir -p x; cd x", "basename \"$PWD\""], expected: ["0 ", "0 x⏎"]),
    Case(
      id: "variables", commands: ["A='1 2'", "export B=3", "echo \"$A\" $(printenv B)"],
      expected: ["0 ", "0 ", "0 1 2⏎"].dropLast() + ["0 1 2 3⏎"]),
    Case(
      id: "functions and aliases", commands: ["f() { echo f; }; alias a='echo a'", "f; a"],
      expected: ["0 ", "0 f⏎a⏎"]),
    Case(id: "options", commands: ["set -o pipefail", "false | true"], expected: ["0 ", "1 "]),
    Case(
      id: "arrays", commands: ["a=(1 '2 3')", "echo ${#a[@]} \"${a[1]}\""],
      expected: ["0 ", "0 2 2 3⏎"]),
    Case(
      id: "several lines", commands: ["for i in 1 2; do\n  echo $i\ndone"], expected: ["0 1⏎2⏎"]),
    Case(id: "here-document", commands: ["cat <<'EOF'\n$a\nEOF"], expected: ["0 $a⏎"]),
    Case(id: "interactive shell", commands: ["[[ $- == *i* ]]"], expected: ["0 "]),
    Case(id: "name of the shell", commands: ["echo $0"], expected: ["0 bash⏎"]),
    Case(
      id: "exit", commands: ["A=1", "exit 3", "echo [$A]"], expected: ["0 ", "ended 3 ", "0 [1]⏎"]),
    Case(
      id: "exec", commands: ["A=1", "exec true", "echo [$A]"],
      expected: ["0 ", "ended 0 ", "0 [1]⏎"]),
    Case(
      id: "kill -9 $$", commands: ["A=1", "kill -9 $$", "echo [$A]"],
      expected: ["0 ", "ended 137 ", "0 [1]⏎"]),
    Case(
      id: "set -e", commands: ["A=1", "set -e; false", "echo [$A]"],
      expected: ["0 ", "ended 1 ", "0 [1]⏎"]),
    Case(
      id: "state of every kind after exit",
      commands: [
        "f() { echo f; }; export E=2; mkdir -p y; cd y; alias l='echo l'; shopt -s nullglob",
        "exit 1",
        "f; printenv E; basename \"$PWD\"; l; shopt -q nullglob",
      ],
      expected: ["0 ", "ended 1 ", "0 f⏎2⏎y⏎l⏎"]),
    Case(
      id: "options that functions need to be read",
      commands: [
        "shopt -s extglob", "f() { case $1 in @(a|b)) echo f;; esac; }; alias l='echo l'", "exit 1",
        "f a; l",
      ], expected: ["0 ", "0 ", "ended 1 ", "0 f⏎l⏎"]),
    Case(
      id: "temporary files",
      commands: ["f=$(mktemp); echo a >\"$f\"", "exit 1", "cat \"$f\"; rm \"$f\""],
      expected: ["0 ", "ended 1 ", "0 a⏎"]),
    Case(
      id: "unset variable under set -u", commands: ["set -u", "echo $nope", "echo a"],
      expected: ["0 ", "1 bash: nope: unbound variable⏎", "0 a⏎"]),
    Case(
      id: "open quote", commands: ["echo 'a", "echo b"],
      expected: ["2 bash: line 1: unexpected EOF while looking for matching `''⏎", "0 b⏎"]),
    Case(
      id: "syntax error", commands: ["if; then", "echo b"],
      expected: [
        "2 bash: line 1: syntax error near unexpected token `;'⏎bash: line 1: `if; then'⏎", "0 b⏎",
      ]),
    Case(id: "reading standard input", commands: ["cat; read x; echo [$x]"], expected: ["0 []⏎"]),
    Case(
      id: "closed descriptors",
      commands: ["exec 0<&- 3<&-; for i in {3..200}; do eval \"exec $i<&-\"; done", "echo a"],
      // bash has copies of its own streams among them.
      expected: ["0 bash: 12: Bad file descriptor⏎", "0 a⏎"]),
    Case(
      id: "EXIT trap", commands: ["trap 'echo bye' EXIT", "exit 4", "echo a"],
      expected: ["0 ", "ended 4 bye⏎", "0 a⏎"]),
    Case(id: "return", commands: ["return 5", "echo a"], expected: ["5 ", "0 a⏎"]),
    Case(
      id: "printf as a function", commands: ["printf() { :; }", "echo a"], expected: ["0 ", "0 a⏎"]),
    Case(
      id: "background job", commands: ["sleep 100 &", "jobs -r | wc -l"], expected: ["0 ", "0 1⏎"]),
    Case(
      id: "not found", commands: ["no-such-command-here"],
      expected: ["127 bash: no-such-command-here: command not found⏎"]),
    Case(
      id: "much output",
      commands: ["head -c 3000000 /dev/zero | tr '\\0' x | wc -c; seq 1 200000 | tail -1"],
      expected: ["0 3000000⏎200000⏎"]),
    Case(id: "history expansion", commands: ["echo 'a!b' \"!x\""], expected: ["0 a!b !x⏎"]),
  ]

  @Test(arguments: TestPlace.allCases, cases)
  func `a command costs itself alone`(place: TestPlace, _ input: Case) throws {
    let home = try makeHome()
    let session = try place.session(home: home)
    var found: [String] = []
    for command in input.commands {
      let result = try session.run(command, limit: .seconds(30))
      let status = result.ending == .endedShell ? "ended \(result.status)" : "\(result.status)"
      let text = result.output.text.replacing("\n", with: "⏎")
      found.append("\(status) \(text)")
      if result.isSuccess { try session.saveState() }
    }
    #expect(found == input.expected)
  }

  @Test(
    arguments: TestPlace.allCases,
    [
      "sleep 1000", "while :; do :; done", "setsid --wait sleep 1000",
      "trap '' INT TERM; sleep 1000",
      "nohup sleep 1000", "(setsid sleep 1000 &) ; sleep 1000", "cat /dev/zero",
      "read x </dev/tty || sleep 1000",
    ])
  func `at its time limit a command ends with all it started`(place: TestPlace, command: String)
    throws
  {
    let home = try makeHome()
    let session = try place.session(home: home)
    // A name that only this test's processes have.
    let mark = "notes-\(UUID().uuidString)"
    _ = try session.run("A=1", limit: .seconds(10))
    try session.saveState()
    let result = try session.run("export MARK=\(mark); \(command)", limit: .milliseconds(300))
    #expect(result.ending == .timedOut)
    let after = try session.run("echo [$A]", limit: .seconds(10))
    #expect(after.output.text == "[1]\n")
    #expect(processes(with: mark).isEmpty)
  }

  @Test(arguments: TestPlace.allCases)
  func `nothing of a session is left when it is over`(place: TestPlace) throws {
    let home = try makeHome()
    let mark = "notes-\(UUID().uuidString)"
    do {
      let session = try place.session(home: home)
      _ = try session.run(
        "export MARK=\(mark); sleep 1000 & setsid sleep 1000 & (nohup setsid sleep 1000 &)",
        limit: .seconds(10))
      #expect(!processes(with: mark).isEmpty)
    }
    #expect(processes(with: mark).isEmpty)
  }

  @Test(arguments: TestPlace.allCases)
  func `a person's stop ends the command and keeps the session`(place: TestPlace) throws {
    let home = try makeHome()
    let session = try place.session(home: home)
    _ = try session.run("A=1", limit: .seconds(10))
    try session.saveState()
    let result = try session.run("sleep 1000", limit: .seconds(60), stop: { .gently })
    #expect(result.ending == .interrupted)
    #expect(try session.run("echo [$A]", limit: .seconds(10)).output.text == "[1]\n")
  }

  /// The processes whose environment holds a mark.
  private func processes(with mark: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.filter { Int($0) != nil }.filter { pid in
      let data = FileManager.default.contents(atPath: "/proc/\(pid)/environ") ?? Data()
      return String(decoding: data, as: UTF8.self).contains(mark)
    }
  }
}
