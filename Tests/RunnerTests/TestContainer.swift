import Foundation
import TestSupport

@testable import Runner

/// An image with ``TestSystem`` in it, where docker or podman answers.
struct TestContainer {
  static let shared = TestContainer()
  static let image = "notes-test-\(ProcessInfo.processInfo.processIdentifier)"

  let reasonNotToRun: String?

  /// Podman's own limits are higher than a container in a container may set.
  static let environment: [String: String] = {
    var result = ProcessInfo.processInfo.environment
    let runtime = FileManager.default.isExecutableFile(atPath: "/usr/sbin/runc") ? "runc" : "crun"
    let text = """
      [containers]
      default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]
      [engine]
      cgroup_manager = "cgroupfs"
      runtime = "\(runtime)"

      """
    let path = "\(TestSystem.shared.path)/etc/containers.conf"
    try? text.write(toFile: path, atomically: true, encoding: .utf8)
    result["CONTAINERS_CONF"] = path
    return result
  }()

  private init() {
    do {
      guard let engine = try Container.engine(Self.environment) else {
        reasonNotToRun = "neither docker nor podman answers"
        return
      }
      let system = TestSystem.shared.path
      let made = try runProgram(
        [
          "/bin/bash", "-ec",
          "set -o pipefail; tar -C '\(system)' -c . | '\(engine)' import - \(Self.image)\n"
            + afterTests("'\(engine)' rmi --force \(Self.image)"),
        ], environment: Self.environment)
      let tried = try runProgram(
        [engine, "run", "--rm", "--entrypoint", "/bin/bash", Self.image, "-c", "true"],
        environment: Self.environment)
      let trouble = made.status == 0 ? tried.error : made.error
      reasonNotToRun = tried.status == 0 ? nil : "no container starts: \(trouble)"
    } catch {
      reasonNotToRun = "\(error)"
    }
  }
}
