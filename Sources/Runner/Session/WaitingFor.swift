internal import Glibc
internal import Machine

/// What a command that will not end seems to wait for, as far as the machine tells: an answer, a
/// lock, the network.
struct WaitingFor {
  /// `nil` where nothing can be seen.
  let words: String?

  init(_ result: CommandResult, of processes: [pid_t]) {
    if let question = Self.question(result.output.text) {
      words = "an answer to '\(question)'"
    } else if let lock = ProcessTree.lockWaited(by: processes) {
      words = "a lock on \(lock)"
    } else if let peer = ProcessTree.connection(of: processes) {
      words = "the network (\(peer))"
    } else {
      words = nil
    }
  }

  /// The last words, where no line feed follows them and they end as a question at a prompt does.
  static func question(_ output: String) -> String? {
    guard !output.hasSuffix("\n"), let line = output.split(separator: "\n").last else { return nil }
    let text = line.split(separator: "\r").last.map(String.init) ?? ""
    let end = text.last { $0 != " " }
    guard let end, "?:>])".contains(end), text.count < 200 else { return nil }
    return text.drop { $0 == " " }.description
  }
}
