import Foundation
package import Testing

/// A user without root's rights, as whom tests run the program.
package enum OrdinaryUser {
  /// The words before a program that make it run as this user; none for who is one already.
  package static let words: [String] =
    getuid() == 0
    ? ["/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--"] : []

  /// Gives the user all that a folder holds.
  package static func own(_ folder: String) throws {
    guard getuid() == 0 else { return }
    _ = try runProgram(["/bin/chown", "-R", "65534:65534", folder])
  }

  /// Why the user cannot make a sandbox here; `nil` where it can.
  package static let obstacle: String? = {
    let program = "\(Checkout.buildFolder)/notes"
    func succeeds(_ command: [String]) -> Bool {
      (try? runProgram(words + command))?.status == 0
    }
    if !succeeds(["/usr/bin/test", "-x", program]) { return "the program cannot be read" }
    if !succeeds(["/usr/bin/unshare", "--user", "--map-root-user", "--mount", "/bin/true"]) {
      return "user namespaces are not allowed"
    }
    if !succeeds(["/usr/bin/test", "-w", "/dev/fuse"]) { return "/dev/fuse cannot be opened" }
    return nil
  }()
}

extension Trait where Self == ConditionTrait {
  /// For tests that run the program as an ordinary user; they are skipped by name where none can make
  /// a sandbox.
  package static var runsAsOrdinaryUser: Self {
    .enabled(
      if: OrdinaryUser.obstacle == nil,
      "an ordinary user can make a sandbox: \(OrdinaryUser.obstacle ?? "yes")")
  }

  /// For tests of what only root can do.
  package static var runsAsRoot: Self { .enabled(if: getuid() == 0, "the tests run as root") }
}
