/// What the session's shell is told around the commands of the notes.
///
/// Each is written by builtins alone, with `\builtin` so that no function or alias of the notes
/// stands in their way, and tells its end on a line of its own: an error that returns to the top
/// level discards the rest of its line.
enum StateScript {
  /// Runs the file `run`; the answer is `status` and the number.
  static func run(in folder: String) -> String {
    """
    . '\(folder)/run' >'\(folder)/out' 2>'\(folder)/err' </dev/null
    \\builtin printf 'status %s\\n' "$?" >'\(folder)/ctl'

    """
  }

  /// Sets up a shell, or brings it back to the saved state; the answer is `ready`.
  static func begin(
    in folder: String, startFolder: String, hasState: Bool, hasStubs: Bool
  ) -> String {
    let stubs =
      hasStubs ? "export NOTES_STUBS='\(folder)/stubs' PATH='\(folder)/stubs':\"$PATH\"" : ""
    let restore =
      hasState
      // Read-only variables of bash itself refuse to be set, which is no trouble.
      ? ". '\(folder)/state/last' 2>/dev/null" : "\\builtin cd -- \(Self.quoted(startFolder))"
    return """
      BASH_ARGV0=bash
      \\builtin unset HISTFILE
      \(stubs)
      \(restore)
      \\builtin printf 'ready\\n' >'\(folder)/ctl'

      """
  }

  /// Writes folder, options of bash (first, since functions may need them to be read), variables, functions, aliases, options, traps and mask to `state/new`; the answer
  /// is `saved`.
  static func save(in folder: String) -> String {
    """
    { \\builtin printf 'cd -- %q\\n' "$PWD"; \\builtin shopt -p; \\builtin declare -p; \
    \\builtin declare -fp; \\builtin alias -p; \\builtin trap -p; \\builtin umask -p; \
    \\builtin set +o; } >'\(folder)/state/new' 2>/dev/null
    \\builtin printf 'saved\\n' >'\(folder)/ctl'

    """
  }

  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
