import Foundation
import Glibc
import TestSupport
import Testing

@testable import Runner

/// What of the machine a sandbox does not show.
@Suite(.serialized) struct SandboxSafetyTests {
  @Test func `no file that is known to hold secrets can be read`() throws {
    let home = try makeHome()
    for name in Secrets.folderNames { try home.write("secret", to: "\(name)/file") }
    for name in Secrets.fileNames { try home.write("secret", to: name) }
    try home.write("code", to: ".config/code")
    let session = try TestPlace.sandbox.session(home: home)
    let result = try session.run("find . -type f -size +0", limit: .seconds(10))
    #expect(result.output.text == "./.config/code\n")
  }

  @Test func `sockets of the machine's services cannot be reached`() throws {
    let home = try makeHome()
    let ready = home.path + "/ready"
    let server = Process()
    server.executableURL = URL(filePath: "/usr/bin/python3")
    server.arguments = [
      "-c",
      "import socket, time; s = socket.socket(socket.AF_UNIX); s.bind('\(home.path)/socket'); "
        + "s.listen(); open('\(ready)', 'w'); time.sleep(60)",
    ]
    try server.run()
    defer { server.terminate() }
    for _ in 0..<200 where !FileManager.default.fileExists(atPath: ready) { usleep(50_000) }
    let connect = "python3 -c 'import socket; socket.socket(socket.AF_UNIX).connect(\"socket\")'"
    #expect(try runProgram(["/bin/sh", "-c", connect], in: home.path).status == 0)
    let session = try TestPlace.sandbox.session(home: home)
    let result = try session.run(connect, limit: .seconds(10))
    #expect(result.output.text.contains("ConnectionRefusedError"), "\(result.output.text)")
    let run = try session.run("ls -A /run /var/run/", limit: .seconds(10))
    #expect(run.output.text == "/run:\nlock\nnotes\n\n/var/run/:\nlock\nnotes\n")
  }
}
