/// How a simple command follows the one before it (POSIX.1-2017 XCU 2.9.2 and 2.9.3).
///
/// The first command of a block, of a substitution, or of a branch or body has nothing before it.
/// The first command inside a group stands for the group, so in `a && { b; c; }` the command `b` is
/// joined by `and`.
public enum ShellJoint: Sendable, Equatable {
  /// It is the first.
  case none
  /// After `|` or `|&`.
  case pipe
  /// After `&&`.
  case and
  /// After `||`.
  case or
  /// After `;`, or after a newline inside a compound command, which means the same.
  case semicolon
  /// After `&`.
  case background
}
