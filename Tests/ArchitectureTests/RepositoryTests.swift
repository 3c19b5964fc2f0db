import Foundation
import TestSupport
import Testing

/// What holds for the repository as a whole.
struct RepositoryTests {
  @Test func `no file holds a path of the machine it was written on`() throws {
    let home = URL(filePath: Checkout.root).deletingLastPathComponent().path + "/"
    for path in try Self.tracked() {
      guard let text = try? Checkout.text(path) else { continue }
      #expect(!text.contains(home), "\(path)")
    }
  }

  @Test func `generated files stay out of git`() throws {
    let tracked = try Self.tracked()
    #expect(!tracked.contains("Package.resolved"))
    #expect(!tracked.contains { $0.hasPrefix(".build") })
    #expect(tracked.filter { $0.hasPrefix("site/") } == ["site/.gitkeep"])
  }

  @Test func `the first thing in the README is how it starts, and CI runs the same`() throws {
    let readme = try Checkout.text("README.md")
    let run = try #require(readme.firstRange(of: "make run"))
    let test = try #require(readme.firstRange(of: "make test"))
    let heading = try #require(readme.firstRange(of: "\n## "))
    #expect(run.lowerBound < heading.lowerBound)
    #expect(test.lowerBound < heading.lowerBound)
    #expect(try Checkout.text(".ci/run").contains("make test"))
  }

  @Test func `ARCHITECTURE names every target and stays short`() throws {
    let text = try Checkout.text("ARCHITECTURE.md")
    for target in ImportTests.table.keys { #expect(text.contains("`\(target)`"), "\(target)") }
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 150)
  }

  private static func tracked() throws -> [String] {
    let result = try runProgram(["/usr/bin/git", "ls-files"], in: Checkout.root)
    #expect(result.status == 0)
    return result.output.split(separator: "\n").map(String.init)
  }
}

/// The page about rules and the rules themselves.
struct RuleDocumentationTests {
  @Test func `every rule has its section, and every section its rule`() throws {
    var rules: Set<String> = []
    for path in try Checkout.files(in: "Sources", ending: ".swift") {
      let text = try Checkout.text(path)
      for piece in text.ranges(of: "rule: \"") {
        rules.insert(String(text[piece.upperBound...].prefix { $0 != "\"" }))
      }
    }
    let sections = try Checkout.text("docs/rules.md").split(separator: "\n")
      .filter { $0.hasPrefix("### ") }.map { String($0.dropFirst(4)) }
    #expect(rules.subtracting(sections).sorted() == [])
    #expect(Set(sections).subtracting(rules).sorted() == [])
    #expect(Set(sections).count == sections.count)
    // Notes switch rules off by these names.
    let names = try Checkout.text("Sources/Course/Diagnostics/RuleNames.swift")
      .split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    #expect(names == sections.sorted())
  }
}
