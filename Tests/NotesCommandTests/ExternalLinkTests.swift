import Foundation
import TestSupport
import Testing

/// `notes check --external` against a server on loopback.
struct ExternalLinkTests {
  /// The server of `Tests/Fixtures/web`; it ends with this value.
  private final class Server {
    let port: Int
    private let process = Process()
    private let input = Pipe()
    private let log: TemporaryFolder

    init() throws {
      log = try TemporaryFolder()
      let output = Pipe()
      process.executableURL = URL(filePath: "/usr/bin/python3")
      process.arguments = ["\(Checkout.root)/Tests/Fixtures/web/server.py", "\(log.path)/log"]
      process.standardInput = input
      process.standardOutput = output
      try process.run()
      let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      port = try #require(Int(line.trimmingCharacters(in: .newlines)))
    }

    /// What was asked for, as `HEAD /page`, in order.
    func requests() throws -> [String] {
      guard log.exists("log") else { return [] }
      return try log.text("log").split(separator: "\n").map(String.init)
    }

    deinit {
      try? input.fileHandleForWriting.close()
      process.waitUntilExit()
    }
  }

  private static let settings = settings(timeout: 60)

  private static func settings(timeout: Int) -> String {
    "external: {private: true, delay: 0.01, timeout: \(timeout), ignore: [\"*/ignored*\"]}\n"
  }

  private func check(
    _ text: String, in folder: TemporaryFolder, settings: String = settings,
    environment: [String: String] = [:]
  ) throws -> ProgramResult {
    try folder.write(settings, to: "notes.yml")
    try folder.write(text, to: "content/a.md")
    // Loopback is asked without a proxy, whatever the machine that tests has.
    let all = ["no_proxy": "127.0.0.1", "NO_PROXY": "127.0.0.1"].merging(environment) { $1 }
    return try runNotes(["check", "--external"], in: folder.path, environment: all)
  }

  /// The path that is linked to, what is told of it, and what the server is asked for.
  @Test(arguments: [
    ("/page", nil, ["HEAD /page"]),
    (
      "/missing", "error: 'B/missing' is not there: the server answers 404 [dead-remote-link]",
      ["HEAD /missing", "GET /missing"]
    ),
    (
      "/moved", "hint: 'B/moved' has moved for good [moved-link] … mend: write `B/page`",
      ["HEAD /moved", "HEAD /page"]
    ),
    (
      "/moved#there",
      "hint: 'B/moved' has moved for good [moved-link] … mend: write `B/page#there`",
      ["GET /moved", "GET /page"]
    ),
    ("/found", nil, ["HEAD /found", "HEAD /page"]),
    ("/away", nil, ["HEAD /away"]),
    ("/busy", nil, ["HEAD /busy", "HEAD /busy"]),
    ("/late", nil, ["HEAD /late", "HEAD /late", "HEAD /late"]),
    (
      "/broken", "warning: 'B/broken' cannot be had: the server answers 500 [unreachable-link]",
      ["HEAD /broken", "HEAD /broken", "HEAD /broken"]
    ),
    ("/closed", nil, ["HEAD /closed", "GET /closed"]),
    ("/no-head", nil, ["HEAD /no-head", "GET /no-head"]),
    ("/false-head", nil, ["HEAD /false-head", "GET /false-head"]),
    ("/page#there", nil, ["GET /page"]), ("/page#old", nil, ["GET /page"]),
    ("/page#L10-L20", nil, ["HEAD /page"]), ("/page#/route", nil, ["HEAD /page"]),
    (
      "/page#gone", "warning: 'B/page' has no place with the id 'gone' [dead-remote-anchor]",
      ["GET /page"]
    ),
    ("/a bü", nil, ["HEAD /a%20b%C3%BC"]), ("/ignored/x", nil, []),
    (
      "/round", "warning: 'B/round' cannot be had: its redirects come to no end [unreachable-link]",
      Array(repeating: "HEAD /round", count: 11)
    ),
    (
      "/hang",
      "warning: 'B/hang' cannot be had: 127.0.0.1 does not answer in time [unreachable-link]",
      ["HEAD /hang", "HEAD /hang", "HEAD /hang"]
    ),
  ])
  func `a link is asked for and told as the server answers`(
    path: String, told: String?, requests: [String]
  ) throws {
    let server = try Server()
    let folder = try TemporaryFolder()
    let base = "http://127.0.0.1:\(server.port)"
    let result = try check(
      "# A\n\nSee [it](<\(base)\(path)>).\n", in: folder,
      settings: Self.settings(timeout: path == "/hang" ? 1 : 60))
    let lines = result.error.split(separator: "\n").map(String.init)
    if let told {
      let parts = told.replacing("B/", with: base + "/").split(separator: " … ")
      #expect(lines.first == "content/a.md:3:5: \(parts[0])", "\(result.error)")
      if parts.count > 1 { #expect(lines.last == "  \(parts[1])") }
    } else {
      #expect(result.error == "")
    }
    #expect(result.status == (told?.hasPrefix("error") == true ? 1 : 0))
    #expect(try server.requests() == requests)
  }

  @Test func `a link is asked for once, told wherever it stands, and remembered`() throws {
    let server = try Server()
    let folder = try TemporaryFolder()
    let base = "http://127.0.0.1:\(server.port)"
    let text = """
      [a](\(base)/missing) ![b](\(base)/page)

      <img src="\(base)/missing" alt="">

      <!-- notes: silence=dead-remote-link -->
      [c](\(base)/missing#x) <http://db.example/>

      """
    let first = try check(text, in: folder)
    let places = first.error.split(separator: "\n").filter { $0.contains("[dead-remote-link]") }
      .map { $0.prefix { $0 != " " } }
    #expect(places == ["content/a.md:1:1:", "content/a.md:3:11:"])
    #expect(first.output.contains("2 links to other sites: 2 asked for, 0 known; 1 left out"))
    let count = try server.requests().count
    let second = try check(text, in: folder)
    #expect(second.error == first.error)
    #expect(second.output.contains(": 0 asked for"))
    #expect(try server.requests().count == count)
    #expect(try folder.text(".notes/links.json").contains("\"notes.links/1\""))
    // An answer grows old.
    try folder.write(
      try folder.text(".notes/links.json").replacing(
        "\"checked\" : \"20", with: "\"checked\" : \"19"),
      to: ".notes/links.json")
    #expect(try check(text, in: folder).output.contains("2 asked for, 0 known"))
  }

  @Test func `a server that takes no connection is a warning, and is asked for one link only`()
    throws
  {
    let folder = try TemporaryFolder()
    // Port 1 is for a service that nobody has.
    let result = try check("<http://127.0.0.1:1/a> <http://127.0.0.1:1/b>\n", in: folder)
    #expect(result.status == 0)
    #expect(result.error.ranges(of: "127.0.0.1 takes no connection [unreachable-link]").count == 2)
  }

  @Test func `without a network there is one message and all else is told`() throws {
    let folder = try TemporaryFolder()
    let links = (1...40).map { "<https://host\($0).org/\($0)>" }.joined(separator: "\n")
    let result = try check(
      "[a](no.md)\n\(links)\n", in: folder,
      environment: ["https_proxy": "http://127.0.0.1:1", "no_proxy": "", "NO_PROXY": ""])
    #expect(result.status == 3)
    #expect(result.error.contains("content/a.md:1:1: error: 'no.md'"))
    #expect(result.error.ranges(of: "no server answers").count == 1)
    #expect(!result.error.contains("host1.org"))
    #expect(!folder.exists(".notes/links.json"))
  }

  @Test func `without being asked to, no server is asked`() throws {
    let server = try Server()
    let folder = try TemporaryFolder()
    try folder.write(Self.settings, to: "notes.yml")
    try folder.write("<http://127.0.0.1:\(server.port)/missing>\n", to: "content/a.md")
    #expect(try runNotes(["check"], in: folder.path).status == 0)
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    #expect(try server.requests() == [])
  }
}
