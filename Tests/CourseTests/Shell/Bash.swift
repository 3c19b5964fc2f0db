import Foundation

/// Asks the real bash what it makes of a text, without running it.
enum Bash {
  enum Verdict: String {
    case complete, incomplete, invalid
  }

  struct Answer {
    let verdict: Verdict
    /// Whether bash took the end of the input for the end of a here-document.
    let endsInDocument: Bool
    let output: String
  }

  /// What `bash -n` says of a script that holds the text.
  ///
  /// The exit status is not enough: for a fault inside `[[ … ]]` bash prints a message and returns
  /// 0, so any message but a warning counts. For `[[ ]]` and `for ((…)` it even prints nothing, but
  /// stops reading there; then it does not mind a stray `)` on the next line.
  static func read(_ text: String) throws -> Answer {
    let answer = try run(text)
    let maySilentlyStop = text.contains("[[") || text.contains("for ((")
    guard maySilentlyStop, answer.verdict == .complete, !answer.endsInDocument else {
      return answer
    }
    if try run(text + "\n)").verdict != .complete { return answer }
    return Answer(verdict: .invalid, endsInDocument: false, output: answer.output)
  }

  private static func run(_ text: String) throws -> Answer {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("shell-\(UUID().uuidString).sh")
    try Data((text + "\n").utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["--norc", "-n", file.path]
    process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return answer(output, of: file.path, process.terminationStatus)
  }

  private static func answer(_ output: String, of path: String, _ status: Int32) -> Answer {
    let messages = output.split(separator: "\n").filter { $0.hasPrefix(path) }
    let errors = messages.filter { !$0.contains(": warning: ") }
    let endings = [
      "unexpected end of file", "unexpected EOF while looking for matching",
      "unexpected EOF while looking for `]]'", "unexpected token `EOF'",
    ]
    // Bash may go on after its first message, but a person at the prompt sees that one first.
    let isIncomplete =
      errors.first.map { error in endings.contains { error.contains($0) } } ?? false
    let verdict: Verdict =
      isIncomplete ? .incomplete : errors.isEmpty && status == 0 ? .complete : .invalid
    return Answer(
      verdict: verdict, endsInDocument: output.contains("delimited by end-of-file"),
      output: output)
  }
}
