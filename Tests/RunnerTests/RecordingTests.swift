import Course
import Foundation
import TestSupport
import Testing

@testable import Runner

/// What leaves the runner: no secret, nothing that steers a terminal, and what the place is.
@Suite(.serialized) struct RecordingTests {
  static let notes = """
    ---
    secrets: HIDDEN
    ---
    # A
    ```sh
    cat ~/seen-before.txt
    ```
    ```sh
    export HIDDEN=$(rev ~/mirrored.txt)
    printf '10%%\\r\\033[1mHIDDEN=%s\\033[0m\\n' "$HIDDEN"; echo "in error: $HIDDEN" >&2
    yes "$HIDDEN 0123456789" | head -c 3000000
    ```
    ```console
    $ echo "set -e; $HIDDEN"; API_TOKEN=tango42x; echo $API_TOKEN
    set -e; swordfish
    [..]
    $ echo "$HIDDEN, $HOME/a $HOME-b /mnt$HOME"; git --version
    nothing of that
    ```
    """

  @Test(arguments: [Location.host, .sandbox])
  func `no secret leaves a run`(location: Location) throws {
    let run = try run(Self.notes, in: location)
    let text = String(describing: run.results.map { ($0.actions, $0.differences) })
    #expect(run.results.map(\.outcome) == [.passed, .passed, .passed])
    for secret in ["swordfish", "tango42x", "\u{1B}", "\r"] {
      #expect(!text.contains(secret), "\(secret)")
    }
    let outputs = run.results.map { $0.actions.map(\.result.output.text) }
    #expect(outputs[0] == ["it was •••\n"])
    #expect(outputs[1][1] == "HIDDEN=•••\nin error: •••\n")
    #expect(outputs[1][2].hasPrefix("••• 0123456789\n"))
    #expect(outputs[1][2].contains(" bytes left out …\n••• 0123456789\n"))
    // What the notes expect was compared with what was really printed.
    #expect(run.results[2].differences.count == 1)
    #expect(run.lines.allSatisfy { !$0.contains("swordfish") })
  }

  @Test func `a record tells system, tools and outcomes, and no path of a home folder`() throws {
    let run = try run(Self.notes, in: .sandbox)
    let page = Page(path: "content/a.md", bytes: Array(Self.notes.utf8))
    let record = PageRecord(
      page, Array(run.results.prefix(3)), system: try #require(run.system), date: "d",
      home: run.home)
    #expect(record.steps.map(\.line) == [5, 8, 13])
    #expect(record.steps[2].actions[1].output.hasPrefix("•••, ~/a \(run.home)-b /mnt\(run.home)\n"))
    #expect(record.steps[1].actions[2].output.utf8.count < 70_000)
    #expect(record.steps[1].actions[2].output.hasSuffix("\n••• 012345678") == false)
    #expect(record.steps[2].differences.map(\.line) == [18])
    #expect(record.system.place == "sandbox")
    #expect(record.system.kernel.hasPrefix("Linux "))
    #expect(record.system.tools.keys.sorted() == ["bash", "git"])
    let version = try runProgram(["/usr/bin/git", "--version"]).output
    #expect(version.hasPrefix("git version \(record.system.tools["git"] ?? "?")"))
    let none = PageRecord(page, [], system: record.system, date: "d", home: "/")
    #expect(none.steps.map(\.outcome) == [.notReached, .notReached, .notReached])
  }

  @Test(arguments: [
    ("git version 2.39.5", "2.39.5"), ("Python 3.11.2", "3.11.2"),
    ("go version go1.22.1 linux", "1.22.1"),
    ("openjdk version \"17.0.9\" 2023-10-17", "17.0.9"),
    ("Docker version 24.0.5, build ced0996", "24.0.5"),
    ("v18.19.0", "18.19.0"), ("no such thing", nil), ("2024", nil), ("", nil),
  ])
  func `a version is found in what a tool answers`(answer: String, version: String?) {
    #expect(ToolVersion.version(in: answer) == version)
  }

  @Test(arguments: [
    (10, 100, "0123456789"), (10, 5, "0123456789"), (12, 3, "012\n… 6 bytes left out …\n901"),
    (2 * OutputBuffer.limit + 4, 2, "01\n… 131072 bytes left out …\n34"),
  ])
  func `an output is cut in its middle`(length: Int, limit: Int, expected: String) {
    var buffer = OutputBuffer()
    buffer.append((0..<length).map { UInt8(48 + $0 % 10) })
    #expect(buffer.text(limit: limit).hasPrefix(expected.prefix(4)))
    #expect(buffer.text(limit: limit).utf8.count == expected.utf8.count)
  }

  private struct Run {
    var results: [StepResult]
    var system: SystemRecord?
    var lines: [String]
    var home: String
  }

  private func run(_ notes: String, in location: Location) throws -> Run {
    let home = try makeHome()
    try home.write("it was swordfish\n", to: "seen-before.txt")
    try home.write("hsifdrows\n", to: "mirrored.txt")
    var environment = ProcessInfo.processInfo.environment
    environment["HOME"] = home.path
    var options = Runner.Options()
    options.location = location
    options.describesSystem = true
    let page = Page(path: "content/a.md", bytes: Array(notes.utf8))
    var run = Run(results: [], lines: [], home: home.path)
    let observer: (Runner.Event) -> Void = { event in
      switch event {
      case .described(let system): run.system = system
      case .progress(_, _, let line): run.lines.append(line)
      // What a step prints before anything makes the value known cannot be hidden while it does.
      case .preparing, .started, .finished, .output, .handedTerminal, .changed: break
      }
    }
    run.results = try Runner(options, environment: environment)
      .run(page.steps, stop: { .none }, observer: observer)
    return run
  }
}
