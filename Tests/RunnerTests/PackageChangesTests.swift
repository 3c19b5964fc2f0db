import Foundation
import TestSupport
import Testing

@testable import Runner

/// Packages in what a run changed, and the words for it all.
struct PackageChangesTests {
  private static func paragraph(_ name: String, _ version: String, _ status: String) -> String {
    "Package: \(name)\nStatus: \(status)\nArchitecture: all\nVersion: \(version)\nDescription: x\n Version: 9\n\n"
  }

  @Test func `packages are those that dpkg's records say, with their files`() throws {
    let folder = try TemporaryFolder()
    let ok = "install ok installed"
    try folder.write(
      Self.paragraph("same", "1", ok) + Self.paragraph("old", "1", ok)
        + Self.paragraph("gone", "1", ok),
      to: "lower/var/lib/dpkg/status")
    try folder.write(
      Self.paragraph("same", "1", ok) + Self.paragraph("old", "2", ok)
        + Self.paragraph("gone", "1", "deinstall ok config-files")
        + Self.paragraph("half", "1", "install ok half-configured")
        + Self.paragraph("new", "1:2.3-4", ok),
      to: "upper/var/lib/dpkg/status")
    try folder.write("/.\n/lib/new\n/etc/new\n", to: "upper/var/lib/dpkg/info/new:amd64.list")
    for name in ["usr/lib/new", "etc/new", "etc/mine"] {
      try folder.write("a", to: "upper/\(name)")
    }
    try folder.write("", to: "lower/etc/x")
    let manifest = #"{"name": "@a/tool", "version": "3.1.0"}"#
    try folder.write(manifest, to: "upper/usr/local/lib/node_modules/@a/tool/package.json")
    try folder.write(manifest, to: "upper/usr/local/lib/node_modules/@a/tool/lib/package.json")
    for name in ["requests-2.31.0", "pip-23.0"] {
      try folder.write("", to: "upper/opt/lib/python3.11/site-packages/\(name).dist-info/RECORD")
    }
    let layer = UpperLayer(
      folder: folder.path + "/upper", lower: folder.path + "/lower", path: "/")
    let changes = SandboxChanges(of: [layer], home: "/root") { _ in false }
    let packages = changes.packages.map { package in
      "\(package.manager) \(package.name) \(package.version) \(package.kind) "
        + (package.versionBefore ?? package.folder ?? "")
    }
    #expect(
      packages == [
        "apt gone 1 removed ", "apt new 1:2.3-4 installed ", "apt old 2 upgraded 1",
        "pip requests 2.31.0 installed /opt/lib/python3.11/site-packages",
        "npm @a/tool 3.1.0 installed /usr/local/lib/node_modules",
      ])
    let owned = changes.files.filter { $0.package != nil }.map { "\($0.path) \($0.package ?? "")" }
    #expect(owned == ["/etc/new new", "/usr/lib/new new"])
  }

  private static func change(
    _ kind: PathChange.Kind, _ size: Int, type: PathChange.FileType = .file, files: Int? = nil,
    package: String? = nil
  ) -> PathChange {
    PathChange(path: "/a", kind: kind, type: type, size: size, files: files, package: package)
  }

  static let words: [(SandboxChanges, String)] = [
    (SandboxChanges(), "nothing changed"),
    (SandboxChanges(files: [change(.new, 17)]), "1 file new (17 B)"),
    (
      SandboxChanges(files: [change(.new, 1000), change(.new, 2_400_000), change(.changed, 5)]),
      "2 files new (2.4 MB), 1 changed"
    ),
    (
      SandboxChanges(files: [
        change(.new, 0, type: .folder), change(.deleted, 12_345, type: .folder, files: 7),
      ]), "1 folder new, 7 files deleted (12 kB)"
    ),
    (
      SandboxChanges(
        files: [change(.new, 5, package: "hello"), change(.metadata, 5)],
        packages: [
          PackageChange(manager: .apt, name: "hello", version: "2.10-3", kind: .installed),
          PackageChange(manager: .apt, name: "x", version: "1", kind: .removed),
        ]),
      "1 file with other permissions, owner or time; packages installed: hello 2.10-3; "
        + "packages removed: x 1"
    ),
  ]

  @Test(arguments: words.indices)
  func `changes are told in a line`(index: Int) {
    #expect(Self.words[index].0.summary == Self.words[index].1)
  }

  @Test(arguments: [
    (0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (1049, "1.0 kB"), (3_440_000, "3.4 MB"),
    (99_950_000, "100 MB"), (2_000_000_000, "2.0 GB"),
  ])
  func `bytes are counted in thousands`(count: Int, words: String) {
    #expect(count.bytes == words)
  }

  @Test func `the list for programs has a schema`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let changes = SandboxChanges(
      files: [Self.change(.deleted, 10, type: .folder, files: 2)],
      packages: [PackageChange(manager: .apt, name: "hello", version: "1", kind: .installed)])
    try expectGolden(
      String(decoding: try encoder.encode(changes), as: UTF8.self) + "\n", "program/changes.json")
  }

  @Test(arguments: [
    ("user.max_user_namespaces", "0", "user namespaces are switched off"),
    ("kernel.unprivileged_userns_clone", "0", "only root may make"),
    ("kernel.apparmor_restrict_unprivileged_userns", "1", "AppArmor"),
    ("none", "", "/dev/fuse cannot be opened"),
  ])
  func `what keeps a sandbox from being made is named`(name: String, value: String, words: String) {
    let found = SandboxObstacle.find(
      isRoot: false, setting: { $0 == name ? value : nil }, hasFuse: name != "none")
    #expect(found?.reason.contains(words) == true)
    #expect(found?.mend.contains(name == "none" ? "modprobe fuse" : "sysctl \(name)=") == true)
    #expect(SandboxObstacle.find(isRoot: false, setting: { _ in nil }, hasFuse: true) == nil)
  }
}
