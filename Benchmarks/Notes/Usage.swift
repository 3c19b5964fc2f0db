import Foundation
import Machine

/// What a program has used, itself and the programs it waited for.
struct Usage {
  /// Seconds of processor time, in the program and in the system for it.
  var processor: Double
  /// Seconds.
  var wall: Double
  /// The most memory that it had at once, in bytes.
  var peak: Int

  /// - Returns: `nil` where the program is not installed or does not end well.
  static func of(_ arguments: [String], in folder: String) -> Usage? {
    let variables = ProcessInfo.processInfo.environment
    let name = arguments[0]
    guard let path = name.hasPrefix("/") ? name : Programs(variables).path(of: name),
      let null = try? System.open("/dev/null", O_RDWR)
    else { return nil }
    let start = ContinuousClock.now
    guard
      let process = try? System.spawn(
        [path] + arguments.dropFirst(), environment: variables.map { "\($0)=\($1)" },
        folder: folder, descriptors: [null.number, null.number, null.number])
    else { return nil }
    var status: CInt = 0
    var usage = rusage()
    guard wait4(process, &status, 0, &usage) == process, status == 0 else { return nil }
    return Usage(
      processor: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      wall: (ContinuousClock.now - start) / .seconds(1), peak: Int(usage.ru_maxrss) * 1024)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
