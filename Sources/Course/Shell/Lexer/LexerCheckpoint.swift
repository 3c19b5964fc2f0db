/// Where a reading started, and how much had been noted by then.
struct LexerCheckpoint {
  let position: Int
  let tokens: Int
  let comments: Int
  let problems: Int
}

extension ShellLexer {
  var checkpoint: LexerCheckpoint {
    LexerCheckpoint(
      position: position, tokens: tokens.count, comments: comments.count, problems: problems.count)
  }

  /// Forgets what was noted since a checkpoint.
  func rewind(to checkpoint: LexerCheckpoint) {
    position = checkpoint.position
    tokens.removeSubrange(checkpoint.tokens...)
    comments.removeSubrange(checkpoint.comments...)
    problems.removeSubrange(checkpoint.problems...)
  }
}
