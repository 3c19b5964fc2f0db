/// How the program ends; thrown by a verb that has said what it has to say.
enum ExitStatus: Int32, Error {
  case success = 0
  /// A step failed, notes and scripts differ, or the notes have an error.
  case trouble = 1
  case usage = 2
  case machine = 3
}

/// The person asked for something that is not there.
struct WrongUse: Error, CustomStringConvertible {
  /// Without a full stop.
  var description: String
}
