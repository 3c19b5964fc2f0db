import Foundation
import TestSupport
import Testing

/// The rules of ARCHITECTURE.md that the compiler does not hold.
struct ImportTests {
  /// Which modules each target may import, beside the standard library's own.
  static let table: [String: Set<String>] = [
    "Markdown": ["CMark", "CMarkArena"],
    "Course": ["Markdown", "Yams"],
    "Site": ["Course", "Markdown", "Mustache"],
    "Machine": ["CMachine", "FoundationEssentials", "Glibc", "Synchronization"],
    "Runner": ["Course", "Machine", "FoundationEssentials", "Glibc"],
    "Builder": [
      "Course", "FoundationEssentials", "Machine", "Markdown", "Site", "Synchronization",
    ],
    "Network": ["Course", "Machine", "FoundationEssentials", "Glibc"],
    "NotesCommand": [
      "ArgumentParser", "Builder", "Course", "FoundationEssentials", "Machine", "Markdown",
      "Network", "Runner", "Site",
    ],
  ]

  @Test(arguments: table.keys.sorted())
  func `a target imports only what the table allows`(target: String) throws {
    let allowed = Self.table[target] ?? []
    for path in try Self.sources(of: target) {
      for module in Self.imports(try Self.code(path)) {
        #expect(allowed.contains(module), "\(path) imports \(module)")
      }
    }
  }

  @Test func `every target with Swift sources is in the table`() throws {
    let folders = try Checkout.files(in: "Sources", ending: ".swift")
      .compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) }
    #expect(Set(folders) == Set(Self.table.keys))
  }

  @Test func `only the files that look at memory have unsafe code`() throws {
    let owners = [
      "Sources/Markdown/Reading/CMarkTree.swift", "Sources/Markdown/Reading/RawBytes.swift",
      "Sources/Machine/System.swift", "Sources/Machine/SystemFiles.swift",
      "Sources/Machine/SystemPaths.swift",
    ]
    for path in try Checkout.files(in: "Sources", ending: ".swift") where !owners.contains(path) {
      let code = try Self.code(path)
      #expect(!code.contains { $0.words.contains("unsafe") }, "\(path)")
    }
  }

  @Test func `the pure targets touch no file, clock, environment or output`() throws {
    let calls = [
      "print(", "FileManager", "ProcessInfo", "ContinuousClock", "Date(", "getenv", "readLine(",
      ".random(", "String(contentsOf", "Data(contentsOf",
    ]
    for target in ["Markdown", "Course", "Site"] {
      for path in try Self.sources(of: target) {
        for line in try Self.code(path) {
          #expect(!calls.contains { line.withoutTexts.contains($0) }, "\(path): \(line)")
        }
      }
    }
  }

  @Test func `nothing forces, silences or promises`() throws {
    let escapes = ["try!", "as!", "@unchecked", "nonisolated(unsafe)", "TODO", "FIXME"]
    for path in try Checkout.files(in: "Sources", ending: ".swift") {
      for line in try Checkout.text(path).split(separator: "\n") {
        #expect(!escapes.contains { line.contains($0) }, "\(path): \(line)")
      }
    }
  }

  @Test func `a source file holds one idea and not more than 300 lines`() throws {
    for folder in ["Sources", "Tests"] {
      for path in try Checkout.files(in: folder, ending: ".swift") {
        let lines = try Checkout.text(path).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 300, "\(path) has \(lines.count) lines")
      }
    }
  }

  @Test func `the default theme is wholly built in`() throws {
    let files = try Checkout.files(in: "theme").map { String($0.dropFirst("theme/".count)) }
    let listed = try Checkout.text("Sources/Site/Templates/Theme.swift")
    for file in files { #expect(listed.contains("\"\(file)\""), "\(file)") }
    #expect(files.count > 5)
  }

  private static func sources(of target: String) throws -> [String] {
    try Checkout.files(in: "Sources/\(target)", ending: ".swift")
  }

  private static func imports(_ lines: [Substring]) -> [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
      guard let index = words.firstIndex(of: "import"), words.count > index + 1,
        words[..<index].allSatisfy({ $0.hasPrefix("@") || modifiers.contains($0) })
      else { return nil }
      return String(words[index + 1].prefix { $0 != "." })
    }
  }

  /// The lines of a file without comments and without what stands in a text of several lines.
  private static func code(_ path: String) throws -> [Substring] {
    var isText = false
    return try Checkout.text(path).split(separator: "\n").filter { line in
      if line.contains("\"\"\"") {
        isText.toggle()
        return false
      }
      return !isText && !line.drop { $0 == " " }.hasPrefix("//")
    }
  }
}

extension Substring {
  /// The line without what stands between quotes.
  fileprivate var withoutTexts: String {
    split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }.joined()
  }

  /// The names and keywords in a line of code.
  fileprivate var words: [Substring] { split { !($0.isLetter || $0.isNumber || $0 == "_") } }
}
