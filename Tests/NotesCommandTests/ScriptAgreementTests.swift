import Foundation
import TestSupport
import Testing

/// A script does what running the notes does: both in sandboxes of their own, and what changed compared
/// by content.
@Suite(.serialized) struct ScriptAgreementTests {
  @Test(
    .runsAsRoot,
    arguments: [
      ("week2", []), ("week3", []), ("week1", ["--optional"]),
    ] as [(String, [String])])
  func `the script of a week changes the files that its notes change`(
    page: String, choice: [String]
  ) throws {
    // A sandbox has a /tmp of its own.
    let course = try TemporaryFolder(in: "/var/tmp")
    for folder in ["content", "stubs"] {
      try FileManager.default.copyItem(
        atPath: "\(Checkout.root)/\(folder)", toPath: "\(course.path)/\(folder)")
    }
    // Else the hashes of commits would tell when they were made.
    let date = "2026-01-01T00:00:00Z"
    let git = "stubs/\(page)/git"
    try course.write(
      """
      #!/bin/sh
      export GIT_AUTHOR_DATE=\(date) GIT_COMMITTER_DATE=\(date)
      exec /usr/bin/git "$@"

      """, to: git)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(course.path)/\(git)")
    try FileManager.default.createDirectory(
      atPath: "\(course.path)/home", withIntermediateDirectories: true)
    #expect(try runNotes(["sync"], in: course.path).status == 0)
    let script = "bash ../scripts/\(page).sh \(choice.joined(separator: " "))"
    try course.write("# Script\n\n```sh\n\(script)\n```\n", to: "script.md")
    let environment = ["HOME": "\(course.path)/home"]
    for (what, folder, chosen) in [(page, "notes", choice), ("script.md", "script", [])] {
      let result = try runNotes(
        ["exec", what, "--keep", folder, "--stubs", "stubs/\(page)"] + chosen, in: course.path,
        environment: environment)
      #expect(result.status == 0, "\(result.output)\(result.error)")
    }
    let (notes, other) = try (contents("notes", course), contents("script", course))
    #expect(notes.count > 3)
    let differing = Set(notes.keys).union(other.keys).filter { notes[$0] != other[$0] }
    #expect(differing.sorted() == [])
    print("\(page): \(notes.count) files and folders changed by notes and script alike")
  }

  /// What a kept sandbox holds, by path; what tells the time of day alone is left out.
  private func contents(_ folder: String, _ course: TemporaryFolder) throws -> [String: Data] {
    let root = "\(course.path)/\(folder)/files"
    var result: [String: Data] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      let whole = "\(root)/\(path)"
      let kind =
        try FileManager.default.attributesOfItem(atPath: whole)[.type] as? FileAttributeType
      switch kind {
      case .typeSymbolicLink?:
        let target = try FileManager.default.destinationOfSymbolicLink(atPath: whole)
        result[path] = Data("link to \(target)".utf8)
      case .typeDirectory?: result[path] = Data("folder".utf8)
      case .typeRegular?: result[path] = try content(whole)
      default: result[path] = Data("\(String(describing: kind))".utf8)
      }
    }
    return result
  }

  private func content(_ path: String) throws -> Data {
    let bytes = try Data(contentsOf: URL(filePath: path))
    // Git's index holds times of files, and so do compiled modules, compressed files and archives.
    if path.hasSuffix("/.git/index") { return Data() }
    if path.hasSuffix(".pyc") { return bytes.dropFirst(16) }
    if path.hasSuffix(".tar.gz") {
      let list = try runProgram(["/bin/tar", "-tzf", path]).output
      return Data((list + (try runProgram(["/bin/tar", "-xzOf", path]).output)).utf8)
    }
    if path.hasSuffix(".gz") { return Data(try runProgram(["/bin/zcat", path]).output.utf8) }
    return bytes
  }
}
