import Foundation
import TestSupport
import Testing

@testable import Runner

/// A place a session can run in, for tests that hold in each.
enum TestPlace: String, CaseIterable, Sendable {
  case host, sandbox, rootfs, container, ssh

  /// Those that this machine has. What it lacks is named with the reason in the tests' output.
  static let available = allCases.filter { place in
    guard let reason = place.reasonNotToRun else { return true }
    print("skipped: sessions in place '\(place)': \(reason)")
    return false
  }

  /// Why no session can run there.
  private var reasonNotToRun: String? {
    switch self {
    case .host, .sandbox, .rootfs: nil
    case .container: TestContainer.shared.reasonNotToRun
    case .ssh: TestServer.shared.reasonNotToRun
    }
  }

  /// Whether its processes are in a space of their own, in which nothing gets away.
  var hasOwnProcesses: Bool { self != .host && self != .ssh }

  /// A session whose home folder is a temporary one, where the place has none of its own.
  func session(home: TemporaryFolder, isOffline: Bool = false) throws -> Session {
    var environment = ProcessInfo.processInfo.environment
    environment["HOME"] = home.path
    let session =
      switch self {
      case .host: try Session(in: Host(environment: environment))
      case .sandbox:
        try Session(in: Sandbox(environment: environment, PlaceSetup(isOffline: isOffline)))
      case .rootfs:
        try Session(
          in: RootFolder(
            TestSystem.shared.path, environment: environment, PlaceSetup(isOffline: isOffline)))
      case .container:
        try Session(
          in: Container(
            image: TestContainer.image, environment: TestContainer.environment,
            isOffline: isOffline))
      case .ssh:
        try Session(in: RemoteHost("notes-test", environment: TestServer.shared.environment))
      }
    // A remote machine's home folder is its own: what tests leave there would stay.
    if self == .ssh {
      _ = try session.run("export HOME='\(home.path)'; cd", limit: .seconds(10))
      try session.saveState()
    }
    return session
  }
}

/// A home folder that is seen in the sandbox too, where `/tmp` is not the machine's.
func makeHome() throws -> TemporaryFolder { try TemporaryFolder(in: "/var/tmp") }
