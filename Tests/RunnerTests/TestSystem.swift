import Foundation
import TestSupport

/// A folder with a small system in it: this machine's bash, a few programs, and the libraries they
/// are linked with.
final class TestSystem: Sendable {
  static let shared: TestSystem = {
    do { return try TestSystem() } catch { fatalError("no system can be made: \(error)") }
  }()

  let path: String

  private static let programs = [
    "awk", "base64", "basename", "bash", "cat", "chmod", "cut", "date", "dirname", "env", "false",
    "find", "getent", "grep", "head", "id", "kill", "ln", "ls", "mkdir", "mkfifo", "mktemp", "mv",
    "nohup", "od", "ps", "printenv", "pwd", "rm", "rmdir", "sed", "seq", "setpriv", "setsid", "sh",
    "sleep", "sort", "stat", "stty", "tail", "tee", "timeout", "touch", "tr", "true", "uname", "wc",
    "yes",
  ]

  private init() throws {
    path = try keptFolder(in: "/var/tmp")
    let script = """
      cd "$0"
      mkdir -p bin etc root tmp usr/bin usr/sbin var/tmp dev proc sys run
      chmod 1777 tmp var/tmp
      printf 'root:x:0:0::/root:/bin/bash\\nnobody:x:65534:65534::/nonexistent:/bin/false\\n' >etc/passwd
      printf 'root:x:0:\\nnogroup:x:65534:\\n' >etc/group
      for name in "$@"; do
        program=$(type -P "$name") || continue
        cp -L "$program" bin/
        ldd "$program" 2>/dev/null | grep -o '/[^ )]*' || true
      done | sort -u | while read -r library; do
        mkdir -p ".${library%/*}"
        cp -L "$library" ".$library"
      done
      """
    let result = try runProgram(["/bin/bash", "-ec", script, path] + Self.programs)
    guard result.status == 0 else { throw Failure(text: result.error) }
  }

  struct Failure: Error { var text: String }
}

/// Shell text that runs `commands` once these tests are over, however they end.
///
/// It holds nothing open by which its starter would know that it still runs.
func afterTests(_ commands: String) -> String {
  """
  (
    for fd in {3..255}; do eval "exec $fd>&-"; done
    tail --pid=\(ProcessInfo.processInfo.processIdentifier) -f /dev/null || true
    \(commands)
  ) </dev/null >/dev/null 2>&1 &
  """
}

/// A folder that stays until the tests are over.
func keptFolder(in parent: String) throws -> String {
  let path = "\(parent)/notes-test-\(UUID().uuidString)"
  let script = "mkdir -m 755 \"$0\"\n" + afterTests("sleep 5; rm -rf \"$0\"")
  let result = try runProgram(["/bin/bash", "-ec", script, path])
  guard result.status == 0 else { throw TestSystem.Failure(text: result.error) }
  return path
}
