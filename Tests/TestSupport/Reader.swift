import Foundation
package import Testing

/// A program that reads what `notes` writes and is not part of it.
package struct Reader: Sendable {
  /// Its name in `Tests/Readers`, or the path of a program.
  private let name: String
  private let requirement: String
  /// What runs it where its name ends in `.py`.
  private let python: String

  private init(name: String, requirement: String, python: String = "/usr/bin/python3") {
    self.name = name
    self.requirement = requirement
    self.python = python
  }

  package static let junit = Reader(
    name: "read_junit.py", requirement: "/usr/lib/python3/dist-packages/junitparser")
  package static let tap = Reader(
    name: "read_tap.py", requirement: "/usr/lib/python3/dist-packages/tap")
  package static let perlTAP = Reader(name: "read_tap.pl", requirement: "/usr/bin/prove")
  package static let schema = Reader(
    name: "validate.py", requirement: "/usr/lib/python3/dist-packages/jsonschema")
  package static let notebooks = Reader(
    name: "notebooks.py", requirement: Checkout.root + "/.build/notebooks/complete",
    python: Checkout.root + "/.build/notebooks/python/bin/python")
  package static let xml = Reader(name: "/usr/bin/xmllint", requirement: "/usr/bin/xmllint")

  package var isThere: Bool { FileManager.default.fileExists(atPath: requirement) }

  /// Has it read a file, and gives what it prints; what goes wrong is printed too.
  package func read(_ arguments: String...) throws -> String { try read(arguments) }

  package func read(_ arguments: [String], environment: [String: String] = [:]) throws -> String {
    let path = name.hasPrefix("/") ? name : "\(Checkout.root)/Tests/Readers/\(name)"
    let program =
      name.hasSuffix(".py")
      ? [python, path]
      : name.hasSuffix(".pl") ? ["/usr/bin/perl", path] : [path]
    let result = try runProgram(program + arguments, environment: environment)
    return result.output + result.error + (result.status == 0 ? "" : "status \(result.status)\n")
  }
}

extension Trait where Self == ConditionTrait {
  /// For tests that have another program read what was written; they are skipped by name where it is
  /// not installed.
  package static func reads(with readers: Reader...) -> Self {
    .enabled(if: readers.allSatisfy(\.isThere), "the readers are installed (make test-packages)")
  }
}
