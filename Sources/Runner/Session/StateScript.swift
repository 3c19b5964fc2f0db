internal import Course

/// What the session's shell is told around the commands of the notes.
///
/// Each is written by builtins alone, with `\builtin` so that no function or alias of the notes
/// stands in their way, and tells its end on a line of its own: an error that returns to the top
/// level discards the rest of its line.
struct StateScript {
  /// The session's folder as the shell sees it.
  var folder: String
  /// The word before an answer that travels among outputs; `nil` where answers go their own way.
  var nonce: String?

  /// Runs the file `run`; the answer is `status` and the number, before it those of a pipeline.
  ///
  /// - Parameter statuses: what the command before left in `PIPESTATUS`.
  func run(after statuses: [Int]) -> String {
    // Set again as it was left, by subshells that end so; under `set -e` that would end the shell,
    // and a command that failed there has ended it already.
    let restore =
      statuses.allSatisfy { $0 == 0 }
      ? ""
      : "case $- in *e*) ;; *) \(statuses.map { "(\\builtin exit \($0))" }.joined(separator: " | ")) ;; esac\n"
    return """
      \(restore)\\builtin . '\(folder)/run' >'\(folder)/out' 2>'\(folder)/err' </dev/null
      \(answer("status %s", "\"$?\""))

      """
  }

  /// A command as the file `run` holds it.
  ///
  /// Reading a file sets `PIPESTATUS` anew; so where the command has a pipeline, a line below it tells
  /// what that left. A here-document could swallow the line.
  func file(_ text: String) -> String {
    guard text.contains("|"), !text.contains("<<") else { return text + "\n" }
    let pipe = answer("pipe %s %s", #""$?" "${PIPESTATUS[*]}""#)
    return "\(text)\n{ \(pipe); } 2>/dev/null\n"
  }

  /// Sets up a shell, or brings it back to a saved state; the answer is `ready`.
  ///
  /// - Parameters:
  ///   - startFolder: `nil` for the home folder.
  ///   - state: the name of the file that holds it.
  ///   - exports: variables to set before, `NAME='value'` each.
  func begin(startFolder: String?, state: String?, exports: [String] = []) -> String {
    let exports = exports.map { "\\builtin export \($0)" }.joined(separator: "; ")
    let restore =
      state.map { ". '\(folder)/state/\($0)' 2>/dev/null" }
      // Read-only variables of bash itself refuse to be set, which is no trouble.
      ?? "\\builtin cd \(startFolder.map { "-- \($0.shellQuoted)" } ?? "")"
    return """
      BASH_ARGV0=bash
      \\builtin unset HISTFILE
      \(exports)
      \(restore)
      \(answer("ready"))

      """
  }

  /// Writes folder, options of bash (first, since functions may need them to be read), variables,
  /// functions, aliases, traps, mask and options to a file; the answer is `saved`.
  func save(to state: String) -> String {
    """
    { \\builtin printf 'cd -- %q\\n' "$PWD"; \\builtin shopt -p; \\builtin declare -p; \
    \\builtin declare -fp; \\builtin alias -p; \\builtin trap -p; \\builtin umask -p; \
    \\builtin set +o; } >'\(folder)/state/\(state)' 2>/dev/null
    \(answer("saved"))

    """
  }

  private func answer(_ format: String, _ values: String = "") -> String {
    guard let nonce else { return "\\builtin printf '\(format)\\n' \(values) >'\(folder)/ctl'" }
    return """
      \\builtin printf '\(nonce) \(format)\\n' \(values) >'\(folder)/out'; \
      \\builtin printf '\(nonce)\\n' >'\(folder)/err'
      """
  }

}
