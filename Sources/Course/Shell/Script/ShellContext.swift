/// The construct around a simple command (POSIX.1-2017 XCU 2.9.4, bash manual 3.2.5).
public enum ShellContext: Sendable, Equatable {
  /// None: the command stands at the top level of its block.
  case plain
  /// `{ … }`, which runs in the same shell.
  case group
  /// `( … )`, which runs in a copy of the shell.
  case subshell
  /// The list tested by `if`, `elif`, `while` or `until`.
  case condition
  /// The list after `then` or `else`, or of a `case` clause, which may or may not run.
  case branch
  /// The body of `for`, `select`, `while` or `until`.
  case loop
  /// The body of a function, which runs when the function is called, not when it is defined.
  case functionBody
  /// `$(…)` or `` `…` ``.
  case commandSubstitution
  /// `<(…)` or `>(…)`.
  case processSubstitution
  /// `coproc …`.
  case coprocess
}
