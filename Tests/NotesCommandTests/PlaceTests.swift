import Foundation
import TestSupport
import Testing

/// The program's own view of the places that it runs in.
struct PlaceTests {
  @Test(arguments: [
    (["--in", "attic"], 2, "there is no place 'attic'; a place is sandbox, host, rootfs:DIR,"),
    (["--in", "rootfs:"], 2, "'rootfs:' lacks a folder"),
    (
      ["--in", "host", "--yes", "--offline"], 2, "--offline takes the network from a place that is"
    ),
    (["--in", "ssh:a", "--offline"], 2, "ssh:a needs its own"),
    (["--in", "ssh:a"], 2, "--in ssh:a changes a, and nobody is there to ask; add --yes"),
    (["--in", "ssh:nowhere.invalid", "--yes"], 3, "no shell starts on nowhere.invalid: "),
    (["--in", "rootfs:/nowhere"], 3, "there is no folder /nowhere to run in"),
  ])
  func `a place that cannot be used is told`(
    arguments: [String], status: Int32, message: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write("```sh\ntrue\n```\n", to: "a.md")
    let result = try runNotes(["exec", "a.md"] + arguments, in: folder.path)
    #expect(result.status == status)
    #expect(result.error.contains(message), "\(result.error)")
  }

  @Test(arguments: ["sandbox", "host"], ["sleep 1000", "yes | cat", "kill -STOP $$"])
  func `when the program is killed all that it has started ends`(place: String, command: String)
    throws
  {
    let folder = try TemporaryFolder(in: "/var/tmp")
    let mark = UUID().uuidString
    try folder.write(
      "```sh\nexport MARK=\(mark)\n(setsid sleep 1000 &)\n\(command)\n```\n", to: "a.md")
    let program = Process()
    program.executableURL = URL(filePath: "\(Checkout.buildFolder)/notes")
    program.arguments = ["exec", "\(folder.path)/a.md", "--in", place, "--yes"]
    // Those that watch over the shell have the variable from the program, where they get its own.
    program.environment = ProcessInfo.processInfo.environment.merging(
      ["HOME": folder.path, "MARK": mark]) { $1 }
    program.standardOutput = FileHandle.nullDevice
    try program.run()
    #expect(eventually { names(of: processes(with: mark)).contains("sleep") })
    Thread.sleep(forTimeInterval: 0.3)
    kill(program.processIdentifier, SIGKILL)
    program.waitUntilExit()
    #expect(eventually { processes(with: mark).isEmpty })
  }

  /// What the processes run.
  private func names(of processes: [String]) -> [String] {
    processes.map { pid in
      let name = FileManager.default.contents(atPath: "/proc/\(pid)/comm") ?? Data()
      return String(decoding: name, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
  }

  /// The processes whose environment holds a mark.
  private func processes(with mark: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.filter { Int($0) != nil }.filter { pid in
      let data = FileManager.default.contents(atPath: "/proc/\(pid)/environ") ?? Data()
      return String(decoding: data, as: UTF8.self).contains("MARK=\(mark)")
    }
  }
}
