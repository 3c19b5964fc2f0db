import Course
import Foundation
import TestSupport
import Testing

@testable import Runner

/// What becomes of each step of a page.
@Suite(.serialized) struct RunnerTests {
  @Test(arguments: [
    (["ls", "false", "echo a"], ["passed", "failed", "passed"]),
    (["false\nF=1", "[[ -z $F ]]"], ["failed", "passed"]),
    (["exit 0", "echo a"], ["passed", "passed"]),
    (
      ["wget https://nowhere.invalid/x.sh", "bash x.sh", "echo a"],
      ["skipped: nowhere.invalid cannot be reached", "blocked by 1", "passed"]
    ),
    (
      ["mkdir a; false", "cp /etc/hostname a/b", "cat a/b"],
      ["failed", "blocked by 1", "blocked by 2"]
    ),
    (
      ["nano file", "echo a"],
      ["skipped: 'nano' waits for someone at the terminal; --tty hands it yours", "passed"]
    ),
    (
      ["less /etc/hostname"],
      ["skipped: 'less' waits for someone at the terminal; --tty hands it yours"]
    ),
    (["tail -f /etc/hostname", "jobs -r | grep -c tail"], ["passed", "passed"]),
    (
      ["ssh <name>@example.org"],
      ["skipped: it has a placeholder to fill in: --set name=…"]
    ),
    // Where a `cd` was not carried out, relative paths would be those of other files.
    (["cd none-such", "echo a > b", "pwd"], ["failed", "blocked by 1", "blocked by 1"]),
    (["cd none-such\necho a", "cd ~", "echo a > b"], ["failed", "passed", "passed"]),
    (["cd /usr && false", "ls bin"], ["failed", "passed"]),
    (
      ["cd none-such", "cd sub", "cd /usr", "ls bin"],
      ["failed", "blocked by 1", "passed", "passed"]
    ),
    (["cd none-such", "(cd /usr && ls)"], ["failed", "blocked by 1"]),
    (["cd $(echo none-such)", "ls"], ["failed", "blocked by 1"]),
    (
      ["cd <name>", "ls"],
      ["skipped: it has a placeholder to fill in: --set name=…", "blocked by 1"]
    ),
    (["(cd none-such)", "ls"], ["failed", "passed"]),
    (
      ["wget https://nowhere.invalid/x.sh && cd x", "ls"],
      ["skipped: nowhere.invalid cannot be reached", "blocked by 1"]
    ),
    (["docker ps"], ["skipped: no Docker daemon answers"]),
    (["sudo true"], ["passed"]),
    (["no-such-command-here"], ["failed"]),
  ])
  func `a page's steps have their outcomes`(blocks: [String], expected: [String]) throws {
    let outcomes = try run(blocks).map { text($0.outcome) }
    #expect(outcomes == expected)
  }

  @Test func `an optional step runs only when asked for`() throws {
    let text = "## A (optional)\n```sh\necho a\n```\n"
    #expect(
      try run(text: text).map { self.text($0.outcome) } == ["skipped: optional; --optional runs it"]
    )
    var options = Runner.Options()
    options.runsOptional = true
    #expect(try run(text: text, options).map(\.outcome) == [.passed])
  }

  @Test func `an edit is made once and no editor is started`() throws {
    let edit = "```sh\n$ nano ~/.profile\n# add:\nexport A=1\n# Run\n$ source ~/.profile\n```\n"
    let text =
      "## 1. a\n\(edit)## 2. b\n\(edit)## 3. c\n```sh\ngrep -c A=1 ~/.profile; echo $A\n```\n"
    let results = try run(text: text)
    #expect(results.map(\.outcome) == [.passed, .passed, .passed])
    #expect(results.last?.actions.last?.result.output.text == "1\n1\n")
  }

  @Test func `what an edit changed is told, and what it found there already`() throws {
    let edit = "Add to `~/.profile`:\n\n```sh\nexport B=1\n```\n"
    let results = try run(
      text: "## 1. a\n```sh\nnano ~/.profile\n```\n\nAdd this line:\n\n```sh\nexport B=1\n```\n"
        + "## 2. b\n\(edit)")
    #expect(
      results.map { text($0.outcome) } == [
        "skipped: step a-edit-profile makes the edit", "passed", "passed",
      ])
    let changes = results.flatMap(\.actions).compactMap(\.change)
    #expect(changes.map(\.added) == [1, 0])
    #expect(changes.map(\.removed) == [0, 0])
    #expect(changes.first?.lines.last == "+export B=1")
    #expect(changes.last?.lines == [])
  }

  @Test(arguments: [
    ("$ echo a\na", false), ("$ echo a\nb", true), ("$ printf 'a  \\n\\n'\na", false),
    ("$ echo a", false), ("$ true\na", true), ("$ ls /nowhere\nls: [..]\n[2]", false),
    ("$ date +%Y\n\\d{4} (re)", false), ("$ seq 9\n1\n...\n9", false),
  ])
  func `output that differs from the notes is noticed`(block: String, differs: Bool) throws {
    let results = try run(text: "```console\n\(block)\n```\n")
    #expect(results.map(\.outcome) == [.passed])
    #expect(results.map { !$0.differences.isEmpty } == [differs])
  }

  @Test(arguments: [
    ("```sh\necho a\n# => a\n```\n", []), ("```sh\necho a\n# => b\n```\n", ["hint b⏎ a⏎"]),
    // a block below shows what the last command prints, or all of them
    ("```sh\necho a\necho b\n```\nOutput:\n```text\nb\n```\n", []),
    ("```sh\necho a\necho b\n```\nOutput:\n```text\na\nb\n```\n", []),
    ("```sh\necho a\necho b\n```\nOutput:\n```text\na\n```\n", ["expects a⏎ a⏎b⏎"]),
    ("```sh\necho a\n```\nOutput, for example:\n```text\nc\n```\n", ["hint c⏎ a⏎"]),
    ("```sh\necho '[1]'\n```\n```text\n[1]\n```\n", []),
    ("```sh\nfalse\n```\n```text\na\n```\n", []),
  ])
  func `differences are told apart from hints`(text: String, expected: [String]) throws {
    let differences = try run(text: text).flatMap(\.differences).map {
      "\($0.expectation.isHint ? "hint" : "expects") \($0.expectation.text) \($0.output)"
        .replacing("\n", with: "⏎")
    }
    #expect(differences == expected)
  }

  @Test func `a step that deletes much is not run on the machine itself`() throws {
    var options = Runner.Options()
    options.location = .host
    let results = try run(text: "```sh\nrm -rf ~/*\n```\n", options)
    #expect(results.map(\.outcome) == [.skipped(.destructive)])
  }

  /// Blocks with what becomes of them and what the last command printed.
  private static let settings: [(String, String)] = [
    (
      "<!-- step: stdin=\"Ada\\nyes\" -->\n```sh\nread a; read b; echo $a $b\n```",
      "passed: Ada yes⏎"
    ),
    ("```sh {env: {A: 'x y'}, cwd: /usr}\npwd; echo \"$A\"\n```", "passed: /usr⏎x y⏎"),
    (
      "```sh {env: {A: 1}, cwd: /usr}\ntrue\n```\n```sh\necho [$A] $([[ $PWD == $HOME ]] && echo home)\n```",
      "passed: [] home⏎"
    ),
    (
      "```sh cwd=/nowhere/at/all\npwd\n```",
      "failed: bash: cd: /nowhere/at/all: No such file or directory⏎"
    ),
    ("```sh exit=3\n(exit 3)\n```", "passed: "),
    ("```sh exit=3\ntrue\n```", "failed: "),
    ("```sh skip\nfalse\n```", "skipped: the notes say to skip it"),
    ("```sh\necho 'a\n```", "failed: bash cannot read it; `notes check` tells where"),
    (
      "```sh tty\nread a\n```",
      "skipped: 'read a' waits for someone at the terminal; --tty hands it yours"
    ),
    ("```sh os=macos\nfalse\n```", "skipped: it is for macos"),
    (
      "<!-- step: background wait=\"output:up and\" -->\n```sh\nfor i in 1 2; do echo up and $i; sleep 0.1; done; sleep 100\n```",
      "passed: up and 1⏎"
    ),
    (
      "<!-- step: background wait=port:9 -->\n```sh\necho a; exit 4\n```",
      "failed: a⏎it ended before it was up⏎"
    ),
    (
      "```sh timeout=2s\nprintf 'Sure? [y/N] '; sleep 100\n```",
      "timed out waiting for an answer to 'Sure? [y/N] ': Sure? [y/N] "
    ),
    (
      "```sh timeout=2s\n(flock 9; sleep 50) 9>l & sleep 0.2; flock l true\n```",
      "timed out waiting for a lock on HOME/l: …"
    ),
    ("```sh file=conf/a.txt\nb\n```\n```sh\ncat conf/a.txt\n```", "passed: b⏎"),
  ]

  @Test(arguments: settings.indices)
  func `what authors say of a step is done`(index: Int) throws {
    let (markdown, expected) = Self.settings[index]
    let result = try #require(try run(text: markdown + "\n").last)
    let action = result.actions.last?.result
    let waited = action?.waitedFor.map { " waiting for \($0)" } ?? ""
    var text = self.text(result.outcome) + waited
    if let action { text += ": " + action.output.text.replacing("\n", with: "⏎") }
    // The home folder's name is made anew each time.
    text = text.replacing(#/lock on .*/(?=l:)/#, with: "lock on HOME/")
    let isPrefix = expected.hasSuffix("…") && text.hasPrefix(expected.dropLast())
    #expect(isPrefix || text == expected)
  }

  @Test func `what stands in for a program is run in its place and asks for nothing`() throws {
    let stubs = try TemporaryFolder()
    try stubs.write("#!/bin/sh\ncp \"$NOTES_STUBS/data/page\" .\n", to: "wget")
    try stubs.write("fetched\n", to: "data/page")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(stubs.path)/wget")
    var options = Runner.Options()
    options.stubs = stubs.path
    let results = try run(
      text: "```sh\nwget https://nowhere.invalid/page\ncat page\n```\n", options)
    #expect(results.map(\.outcome) == [.passed])
    #expect(results.last?.actions.last?.result.output.text == "fetched\n")
  }

  @Test func `what the machine lacks fails a run that requires everything`() throws {
    var options = Runner.Options()
    options.requiresAll = true
    let results = try run(text: "```sh\nwget https://nowhere.invalid/x\n```\n", options)
    #expect(results.map(\.outcome.isFailure) == [true])
  }

  @Test func `steps after the time for all of them are not tried, and the run has failed`() throws {
    var options = Runner.Options()
    options.totalLimit = .seconds(3)
    let results = try run(
      text: "```sh\nsleep 100\n```\n```sh\necho a\n```\n", options)
    #expect(results.map(\.outcome) == [.timedOut, .skipped(.outOfTime)])
    #expect(results.map(\.outcome.isFailure) == [true, true])
  }

  @Test func `a trait that is denied leaves its steps out`() throws {
    var options = Runner.Options()
    options.denied = [.root]
    let results = try run(text: "```sh\nsudo true\n```\n```sh\ntrue\n```\n", options)
    #expect(results.map(\.outcome) == [.skipped(.denied(.root)), .passed])
  }

  private func run(_ blocks: [String]) throws -> [StepResult] {
    try run(
      text: blocks.enumerated().map { "## \($0 + 1). s\n```sh\n\($1)\n```\n" }.joined())
  }

  private func run(text: String, _ options: Runner.Options = Runner.Options()) throws
    -> [StepResult]
  {
    let home = try makeHome()
    var environment = ProcessInfo.processInfo.environment
    environment["HOME"] = home.path
    // Programs that a bare machine lacks, as they are on one without network and daemon.
    for name in ["docker", "wget"] {
      try home.write("#!/bin/sh\nexit 1\n", to: "bin/\(name)")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: "\(home.path)/bin/\(name)")
    }
    environment["PATH"] = "\(home.path)/bin:" + (environment["PATH"] ?? "/usr/bin:/bin")
    let page = Page(path: "a.md", bytes: Array(text.utf8))
    return try Runner(options, environment: environment)
      .run(page.steps, stop: { .none }, observer: { _ in })
  }

  private func text(_ outcome: StepOutcome) -> String {
    switch outcome {
    case .passed: "passed"
    case .failed: "failed"
    case .timedOut: "timed out"
    case .interrupted: "interrupted"
    case .skipped(let reason): "skipped: \(reason)"
    case .blocked(let labels): "blocked by \(labels.joined(separator: ", "))"
    case .unmet(let reason): "failed: \(reason)"
    }
  }
}
