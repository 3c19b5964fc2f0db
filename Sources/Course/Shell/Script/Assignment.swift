/// A variable assignment, `name=value` (POSIX.1-2017 XCU 2.10.2 rule 7, bash manual 3.4 and 6.7).
public struct Assignment: Sendable, Equatable {
  /// The name of the variable.
  public let name: String

  /// What stands between the brackets of `name[subscript]=value`, as written.
  public let `subscript`: String?

  /// Whether the operator is `+=`.
  public let isAppending: Bool

  /// What stands after the operator; it is empty in `name=`, and one array part in `name=(…)`.
  public let value: Word
}
