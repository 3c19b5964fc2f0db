import ArgumentParser
import Course
import Machine

/// Where a verb writes the one file that it makes, and whether over another.
struct WritingOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write; - is standard output. By default it has the name of what is read.",
      valueName: "file"))
  var output: String?

  @Flag(help: "Overwrite files that are there and differ.")
  var force = false

  var isStandardOutput: Bool { output == "-" }

  /// Writes a file, but not over another that is there, unless that is wanted.
  func write(_ bytes: [UInt8], to path: String, isExecutable: Bool = false) throws {
    if !force, let old = try? Files.read(path) {
      guard old != bytes else { return Terminal.output.write("\(path.printable) is up to date\n") }
      throw Self.refusal(path)
    }
    try Files.write(bytes, to: path, isExecutable: isExecutable)
    Terminal.output.write("\(path.printable) written\n")
  }

  static func refusal(_ path: String) -> WrongUse {
    WrongUse(
      description:
        "'\(path.printable)' is there already; --force overwrites it, --output names another"
    )
  }
}
