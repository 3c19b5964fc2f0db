import Foundation
import Machine
import TestSupport
import Testing

@testable import Runner

/// What a sandbox tells of what commands changed.
@Suite(.serialized) struct ChangesTests {
  static let table: [(command: String, changes: [String])] = [
    ("true", []),
    ("cat file folder/file", []),
    ("echo a >new", ["new file new 2"]),
    ("echo a >new; rm new", []),
    ("mkdir -p d/e; echo a >d/e/f", ["new folder d", "new folder d/e", "new file d/e/f 2"]),
    ("ln -s nowhere link", ["new link link 7"]),
    ("mkfifo fifo", ["new other fifo"]),
    ("echo more >>file", ["changed file file 5→10"]),
    ("echo tpek >file", ["changed file file 5→5"]),
    ("chmod 600 file", ["metadata file file 5"]),
    ("touch file", ["metadata file file 5"]),
    ("chmod 700 folder", ["metadata folder folder"]),
    (": >>file", []),
    ("rm file", ["deleted file file 5"]),
    ("rm -r folder", ["deleted folder folder 10 of 2"]),
    ("rm folder/file", ["deleted file folder/file 5"]),
    (
      "rm -r folder; mkdir folder",
      ["deleted file folder/file 5", "deleted folder folder/in 5 of 1"]
    ),
    (
      "rm -r folder; mkdir folder; echo a >folder/file",
      ["changed file folder/file 5→2", "deleted folder folder/in 5 of 1"]
    ),
    ("rm -r folder; echo a >folder", ["deleted folder folder 10 of 2", "new file folder 2"]),
    ("rm file; mkdir file", ["deleted file file 5", "new folder file"]),
    ("rm file; ln -s a file", ["changed link file 5→1"]),
    ("echo a >/tmp/x", ["new file /tmp/x 2"]),
    ("mkdir -p .cache/a; echo >/var/log/notes; echo >/var/cache/notes; mkdir __pycache__", []),
    ("echo a >'a b'; echo a >é", ["new file a b 2", "new file é 2"]),
    ("echo a >.wh.x", []),
  ]

  @Test(arguments: table.indices)
  func `each change is told, and nothing else`(index: Int) throws {
    let (command, expected) = Self.table[index]
    let home = try makeHome()
    try home.write("kept\n", to: "file")
    try home.write("kept\n", to: "folder/file")
    try home.write("kept\n", to: "folder/in/file")
    let changes = try changes(of: command, home: home)
    #expect(changes.files.map { text($0, home: home) } == expected, "\(command)")
  }

  @Test(.runsAsRoot) func `what the kernel moves is told as moved`() throws {
    let home = try makeHome()
    try home.write("kept\n", to: "folder/file")
    let changes = try changes(
      of: "python3 -c 'import os; os.rename(\"folder\", \"moved\")'; echo >moved/b", home: home)
    #expect(
      changes.files.map { text($0, home: home) } == [
        "new folder moved from folder", "new file moved/b 1",
      ])
  }

  @Test func `what no shell wrote is read from the layer as other tools mark it`() throws {
    let folder = try TemporaryFolder()
    for name in ["gone", "deep/gone", "opaque/gone", "opaque/kept"] {
      try folder.write("old\n", to: "lower/\(name)")
    }
    for name in [".wh.gone", "deep/.wh.gone", ".wh.never", "opaque/.wh..wh..opq"] {
      try folder.write("", to: "upper/\(name)")
    }
    let layer = UpperLayer(
      folder: folder.path + "/upper", lower: folder.path + "/lower", path: "/")
    #expect(
      layer.changes(leavingOut: { _ in false }).map { "\($0.kind) \($0.path)" } == [
        "deleted /gone", "deleted /deep/gone", "deleted /opaque/gone", "deleted /opaque/kept",
      ])
  }

  /// `kind type path size`, with a path in the home folder relative to it.
  private func text(_ change: PathChange, home: TemporaryFolder) -> String {
    func short(_ path: String) -> String {
      path.hasPrefix(home.path + "/") ? String(path.dropFirst(home.path.count + 1)) : path
    }
    var text = "\(change.kind) \(change.type) \(short(change.path))"
    if let before = change.sizeBefore {
      text += " \(before)→\(change.size)"
    } else if change.size > 0 {
      text += " \(change.size)"
    }
    if let files = change.files { text += " of \(files)" }
    if let origin = change.movedFrom { text += " from \(short(origin))" }
    return text
  }

  private func changes(of command: String, home: TemporaryFolder) throws -> SandboxChanges {
    var environment = ProcessInfo.processInfo.environment
    environment["HOME"] = home.path
    let sandbox = try Sandbox(environment: environment)
    let session = try Session(in: sandbox)
    #expect(try session.run(command, limit: .seconds(20)).status == 0)
    session.end()
    return try #require(sandbox.changes())
  }
}
