// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "notes",
  products: [.executable(name: "notes", targets: ["NotesCommand"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "CMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .target(name: "CMarkArena", dependencies: ["CMark"]),
    .target(
      name: "Markdown", dependencies: ["CMark", "CMarkArena"],
      resources: [.embedInCode("Extensions/emoji.txt")], swiftSettings: settings),
    .target(
      name: "Course", dependencies: ["Markdown", .product(name: "Yams", package: "Yams")],
      resources: [.embedInCode("Steps/Commands/commands.txt")], swiftSettings: settings),
    .target(name: "CMachine"),
    .target(name: "Machine", dependencies: ["CMachine"], swiftSettings: settings),
    .target(name: "Runner", dependencies: ["Course", "Machine"], swiftSettings: settings),
    .target(
      name: "Site",
      dependencies: ["Course", "Markdown", .product(name: "Mustache", package: "swift-mustache")],
      // A link to the folder `theme` at the top: the default theme is part of the program.
      resources: [.embedInCode("theme")], swiftSettings: settings),
    .target(
      name: "Builder", dependencies: ["Course", "Machine", "Markdown", "Site"],
      swiftSettings: settings),
    .target(name: "Network", dependencies: ["Course", "Machine"], swiftSettings: settings),
    .executableTarget(
      name: "NotesCommand",
      dependencies: [
        "Builder", "Course", "Machine", "Markdown", "Network", "Runner", "Site",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),
    .executableTarget(
      name: "NotesBench", dependencies: ["CMark", "Course", "Machine", "Markdown", "Site"],
      path: "Benchmarks/Notes"),
    .executableTarget(name: "CMarkFloor", dependencies: ["CMark"], path: "Benchmarks/Floor"),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "MarkdownTests", dependencies: ["Markdown", "CMark", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CourseTests", dependencies: ["Course", "Markdown", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "SiteTests", dependencies: ["Site", "Course", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "RunnerTests", dependencies: ["Runner", "Course", "Machine", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "NotesCommandTests", dependencies: ["NotesCommand", "TestSupport"],
      swiftSettings: settings),
  ]
)
