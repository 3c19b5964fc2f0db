import Foundation
import TestSupport
import Testing

@testable import Runner

/// A place a session can run in, for tests that hold in each.
enum TestPlace: String, CaseIterable, Sendable {
  case host, sandbox

  /// A session whose home folder is a temporary one.
  func session(home: TemporaryFolder) throws -> Session {
    var environment = ProcessInfo.processInfo.environment
    environment["HOME"] = home.path
    switch self {
    case .host: return try Session(in: Host(environment: environment))
    case .sandbox: return try Session(in: Sandbox(environment: environment))
    }
  }
}

/// A home folder that is seen in the sandbox too, where `/tmp` is not the machine's.
func makeHome() throws -> TemporaryFolder { try TemporaryFolder(in: "/var/tmp") }
