import Foundation

/// The wall time of programs, as the least of several runs.
enum Program {
  /// - Returns: seconds, or `nil` where the program is not installed or fails.
  static func time(_ arguments: [String], in folder: String, runs: Int) -> Double? {
    var least: Double?
    for _ in 0..<runs {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = arguments
      process.currentDirectoryURL = URL(filePath: folder)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      let start = ContinuousClock.now
      guard (try? process.run()) != nil else { return nil }
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { return nil }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      least = min(least ?? seconds, seconds)
    }
    return least
  }

  /// The path of the program that the benchmarks are about, built beside them.
  static let notes = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "notes").path

  static func milliseconds(_ seconds: Double?) -> String {
    seconds.map { String(format: "%.0f ms", $0 * 1000) } ?? "not here"
  }
}
