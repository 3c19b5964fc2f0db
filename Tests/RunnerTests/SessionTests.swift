import Foundation
import TestSupport
import Testing

@testable import Runner

/// What a command does to its session, in every place a session runs.
@Suite(.serialized) struct SessionTests {
  @Test(arguments: TestPlace.available, SessionCase.all)
  func `a command costs itself alone`(place: TestPlace, _ input: SessionCase) throws {
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
    arguments: TestPlace.available,
    [
      "sleep 1000", "while :; do :; done", "setsid --wait sleep 1000",
      "trap '' INT TERM; sleep 1000",
      "nohup sleep 1000", "(setsid sleep 1000 &) ; sleep 1000", "cat /dev/zero",
      "read x </dev/tty || sleep 1000", "kill -STOP $$", "sleep 1000 | cat", "exec sleep 1000",
      "((setsid sleep 1000 &) &); while :; do :; done",
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

  @Test(arguments: TestPlace.available)
  func `a job of an earlier command outlives what ends the shell`(place: TestPlace) throws {
    let home = try makeHome()
    let session = try place.session(home: home)
    _ = try session.run("sleep 1000 & job=$!", limit: .seconds(10))
    try session.saveState()
    _ = try session.run("sleep 0.5", limit: .seconds(10))
    for command in ["sleep 1000", "exit 1", "kill -9 $$"] {
      _ = try session.run(command, limit: .milliseconds(500))
      #expect(try session.run("kill -0 $job", limit: .seconds(10)).status == 0, "\(command)")
    }
  }

  @Test(
    arguments: TestPlace.available,
    [
      ("head -c 200000000 /dev/zero", 200_000_000, 0),
      ("head -c 200000000 /dev/zero >&2", 0, 200_000_000),
      ("head -c 1000000 /dev/zero | tr '\\0' x", 1_000_000, 0), ("true", 0, 0),
    ])
  func `all output is counted and little is kept`(
    place: TestPlace, _ input: (command: String, output: Int, error: Int)
  ) throws {
    let home = try makeHome()
    let result = try place.session(home: home).run(input.command, limit: .seconds(120))
    #expect(result.ending == .finished)
    #expect(result.standardOutput.count == input.output)
    #expect(result.standardError.count == input.error)
    #expect(result.output.text.utf8.count < 3 * OutputBuffer.limit)
  }

  @Test(arguments: TestPlace.available)
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

  @Test(arguments: TestPlace.available)
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
