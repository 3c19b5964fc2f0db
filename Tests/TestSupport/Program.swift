import Foundation

/// Runs a program to its end and gives what it printed.
package struct ProgramResult {
  package var status: Int32
  package var output: String
  package var error: String
}

/// A folder for one test, removed with this value.
package final class TemporaryFolder {
  package let path: String

  package init(in parent: String = FileManager.default.temporaryDirectory.path) throws {
    path = parent + "/notes-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders on the way.
  package func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  package func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  package func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: "\(path)/\(name)")))
  }

  package func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  package func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/\(name)")
  }
}

/// - Parameters:
///   - arguments: the program's path first.
///   - environment: variables to set beside the test's own.
package func runProgram(
  _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:],
  input: String = ""
) throws -> ProgramResult {
  let process = Process()
  process.executableURL = URL(filePath: arguments[0])
  process.arguments = Array(arguments.dropFirst())
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  if let folder { process.currentDirectoryURL = URL(filePath: folder) }
  // Files, not pipes: a program that prints much never has to wait for its reader.
  let folder = try TemporaryFolder()
  try folder.write(input, to: "in")
  try folder.write("", to: "out")
  try folder.write("", to: "err")
  process.standardInput = try FileHandle(forReadingFrom: URL(filePath: "\(folder.path)/in"))
  process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "\(folder.path)/out"))
  process.standardError = try FileHandle(forWritingTo: URL(filePath: "\(folder.path)/err"))
  try process.run()
  process.waitUntilExit()
  let status =
    process.terminationReason == .exit
    ? process.terminationStatus : 128 + process.terminationStatus
  return ProgramResult(
    status: status, output: try folder.text("out"), error: try folder.text("err"))
}

/// Runs the program `notes` that was built beside the tests.
package func runNotes(
  _ arguments: [String], in folder: String, environment: [String: String] = [:], input: String = ""
) throws -> ProgramResult {
  try runProgram(
    ["\(Checkout.buildFolder)/notes"] + arguments, in: folder,
    environment: ["NO_COLOR": "1"].merging(environment) { $1 }, input: input)
}

extension Checkout {
  /// Where the tests' own program lies, and so the one that they test.
  package static let buildFolder: String = {
    let bundle = ProcessInfo.processInfo.arguments.first ?? ""
    var folder = URL(filePath: bundle).resolvingSymlinksInPath().deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: folder.path + "/notes"), folder.path != "/" {
      folder.deleteLastPathComponent()
    }
    return folder.path == "/" ? root + "/.build/debug" : folder.path
  }()
}
