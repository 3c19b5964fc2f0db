import Foundation
import Machine

/// The wall time of programs, as the least of several runs.
enum Program {
  /// - Returns: seconds, or `nil` where the program is not installed or fails.
  static func time(_ arguments: [String], in folder: String, runs: Int) -> Double? {
    let variables = ProcessInfo.processInfo.environment
    let name = arguments[0]
    let found = name.hasPrefix("/") ? name : Programs(variables).path(of: name)
    guard let path = found else { return nil }
    let environment = variables.map { "\($0)=\($1)" }
    var least: Double?
    for _ in 0..<runs {
      let start = ContinuousClock.now
      guard let null = try? System.open("/dev/null", O_RDWR),
        let process = try? System.spawn(
          [path] + arguments.dropFirst(), environment: environment, folder: folder,
          descriptors: [null.number, null.number, null.number]),
        System.exitStatus(of: process, waiting: true) == 0
      else { return nil }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      least = min(least ?? seconds, seconds)
    }
    return least
  }

  /// The path of the program that the benchmarks are about, built beside them.
  static let notes = beside("notes")

  /// The path of a program that is built beside this one.
  static func beside(_ name: String) -> String {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name).path
  }

  static func milliseconds(_ seconds: Double?) -> String {
    seconds.map { String(format: "%.0f ms", $0 * 1000) } ?? "not here"
  }
}
