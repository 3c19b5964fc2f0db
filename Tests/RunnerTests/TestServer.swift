import Foundation
import TestSupport

/// An ssh server of this machine's own on loopback, with keys of its own, for the user that the tests
/// run as.
final class TestServer: Sendable {
  static let shared = TestServer()

  let reasonNotToRun: String?
  /// With a program `ssh` first on the path that knows the server as `notes-test`.
  let environment: [String: String]

  private init() {
    var environment = ProcessInfo.processInfo.environment
    do {
      guard FileManager.default.fileExists(atPath: "/usr/sbin/sshd") else {
        reasonNotToRun = "openssh-server is not installed"
        self.environment = environment
        return
      }
      let folder = try keptFolder(in: "/tmp")
      let result = try runProgram([
        "/bin/bash", "-ec", Self.script + afterTests("kill \"$(cat pid)\""), folder,
      ])
      environment["PATH"] = "\(folder)/bin:" + (environment["PATH"] ?? "/usr/bin:/bin")
      reasonNotToRun = result.status == 0 ? nil : "no ssh server starts: \(result.error)"
    } catch {
      reasonNotToRun = "\(error)"
    }
    self.environment = environment
  }

  /// `StrictModes` would look at the permissions of the temporary folder, which everyone may write.
  private static let script = #"""
    cd "$0"
    chmod 700 .
    mkdir bin
    ssh-keygen -q -t ed25519 -N '' -f host
    ssh-keygen -q -t ed25519 -N '' -f key
    cp key.pub authorized
    if [[ $(id -u) == 0 ]]; then mkdir -p /run/sshd; fi
    for try in {1..20}; do
      port=$((20000 + RANDOM))
      printf '%s\n' "Port $port" 'ListenAddress 127.0.0.1' "HostKey $PWD/host" \
        "PidFile $PWD/pid" "AuthorizedKeysFile $PWD/authorized" 'StrictModes no' 'UsePAM no' \
        'PermitRootLogin yes' 'PasswordAuthentication no' >server
      if /usr/sbin/sshd -f "$PWD/server" -E "$PWD/log"; then break; fi
    done
    until [[ -s pid ]]; do sleep 0.1; done
    printf '%s\n' 'Host notes-test' 'HostName 127.0.0.1' "Port $port" "User $(id -un)" \
      "IdentityFile $PWD/key" 'IdentitiesOnly yes' "UserKnownHostsFile $PWD/known" \
      'StrictHostKeyChecking accept-new' >client
    printf '#!/bin/sh\nexec %s -F %s "$@"\n' "$(type -P ssh)" "$PWD/client" >bin/ssh
    chmod 755 bin/ssh
    bin/ssh -o BatchMode=yes notes-test true

    """#
}
