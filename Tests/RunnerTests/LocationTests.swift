import Foundation
import Machine
import TestSupport
import Testing

@testable import Runner

/// Places by name.
struct LocationTests {
  @Test(arguments: [
    ("sandbox", "sandbox"), ("host", "host"), ("rootfs:/a:b", "rootfs:/a:b"),
    ("container:debian:12", "container:debian:12"), ("ssh:me@a.example", "ssh:me@a.example"),
    ("ssh://me@a.example:2222", "ssh://me@a.example:2222"),
    ("rootfs:", "'rootfs:' lacks a folder;"), ("container", "'container' lacks an image;"),
    ("ssh", "'ssh' lacks a host;"), ("ssh:-oProxyCommand=x", "there is no place 'ssh:-oProxy"),
    ("container:--privileged", "there is no place 'container:--priv"),
    ("ssh:a b", "there is no place 'ssh:a b'"),
    ("docker", "there is no place 'docker'; a place is"),
    ("host:x", "there is no place 'host:x'"), ("", "there is no place ''"),
  ])
  func `a place is read, or what is wrong is told`(text: String, expected: String) {
    do {
      #expect(try Location(text).description == expected)
    } catch {
      #expect("\(error)".hasPrefix(expected), "\(error)")
    }
  }

  @Test(arguments: [
    (Location.rootfs("/nowhere"), "there is no folder /nowhere"),
    (.rootfs("/proc/self/fd"), "/proc/self/fd holds no system to run in"),
    (.ssh("nowhere.invalid"), "no shell starts on nowhere.invalid: "),
    (.host, "the network of host cannot be taken away"),
    (.ssh("a"), "the network of ssh:a cannot be taken away"),
  ])
  func `what cannot be entered is told`(location: Location, expected: String) throws {
    var options = Runner.Options()
    options.location = location
    options.isOffline = expected.hasPrefix("the network")
    #expect {
      _ = try Runner(options, environment: ProcessInfo.processInfo.environment)
        .run([], stop: { .none }, observer: { _ in })
    } throws: { error in
      "\(error)".hasPrefix(expected)
    }
  }

  @Test func `without a program for containers the error says which would do`() throws {
    #expect {
      _ = try Container(image: "a", environment: ["PATH": "/nowhere"])
    } throws: { error in
      (error as? MachineError)?.mend?.contains("podman") == true
    }
  }

  @Test(arguments: TestPlace.available.filter(\.hasOwnProcesses))
  func `offline there is a loopback interface and no other`(place: TestPlace) throws {
    let home = try makeHome()
    let session = try place.session(home: home, isOffline: true)
    let result = try session.run(
      "grep : /proc/net/dev | grep -v -e sit0 -e tunl0 -e gre | cut -d: -f1 | tr -d ' '; "
        + "grep -q 127.0.0.1 /proc/net/fib_trie", limit: .seconds(10))
    #expect(result.output.text == "lo\n")
    #expect(result.status == 0)
  }

  @Test func `the folder of a system stays as it is`() throws {
    let home = try makeHome()
    do {
      let session = try TestPlace.rootfs.session(home: home)
      let result = try session.run(
        "rm -rf /etc /bin/awk && echo a >/new && sudo id -u; echo ~", limit: .seconds(10))
      #expect(result.standardOutput.text == "/root\n" || result.standardOutput.text == "0\n/root\n")
    }
    #expect(FileManager.default.fileExists(atPath: TestSystem.shared.path + "/etc/passwd"))
    #expect(!FileManager.default.fileExists(atPath: TestSystem.shared.path + "/new"))
  }

  @Test func `answers are found wherever the pieces of output end`() {
    let text = Array("a\0bSECx status 0\nnSESECy ended 1\nc".utf8)
    let error = Array("eSECx\nfSECy\n".utf8)
    for size in 1...text.count {
      var filter = AnswerFilter(prefix: "SEC")
      var output: [UInt8] = []
      for start in stride(from: 0, to: text.count, by: size) {
        let bytes = Array(text[start..<min(start + size, text.count)])
        output += filter.strip(SessionFolder.Piece(bytes: bytes, isError: false))
      }
      #expect(filter.takeAnswers() == [])
      let errors = filter.strip(SessionFolder.Piece(bytes: error, isError: true))
      #expect(String(decoding: output, as: UTF8.self) == "a\0bnSEc")
      #expect(String(decoding: errors, as: UTF8.self) == "ef")
      #expect(filter.takeAnswers() == ["status 0", "ended 1"])
    }
  }
}
