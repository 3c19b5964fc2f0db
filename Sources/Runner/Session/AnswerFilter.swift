internal import Machine

/// Takes answers out of outputs that carry them along, each behind a word that nobody can guess.
///
/// An answer stands in both outputs: when it has come on both, all that was printed before it has.
struct AnswerFilter {
  /// Drawn anew for each session; what follows it differs for each command.
  private let prefix: [UInt8]
  private var rest: [Bool: [UInt8]] = [:]
  private var answers: [String] = []
  private var marksOfError = 0

  init(prefix: String) { self.prefix = Array(prefix.utf8) }

  /// What remains of a piece of output; nothing, maybe.
  mutating func strip(_ piece: SessionFolder.Piece) -> [UInt8] {
    var bytes = (rest[piece.isError] ?? []) + piece.bytes
    var output: [UInt8] = []
    while let start = System.firstIndex(of: prefix, in: bytes) {
      output += bytes[..<start]
      bytes.removeFirst(start)
      guard let end = bytes.firstIndex(of: 0x0A) else {
        rest[piece.isError] = bytes
        return output
      }
      if piece.isError {
        marksOfError += 1
      } else {
        let line = String(decoding: bytes[..<end], as: UTF8.self)
        answers.append(String(line.drop { $0 != " " }.dropFirst()))
      }
      bytes.removeFirst(end + 1)
    }
    // The beginning of an answer may stand at the end, its remainder still to come.
    let held = (0..<min(prefix.count, bytes.count + 1)).last { count in
      bytes.suffix(count).elementsEqual(prefix.prefix(count))
    }
    rest[piece.isError] = Array(bytes.suffix(held ?? 0))
    return output + bytes.dropLast(held ?? 0)
  }

  /// The answers that have come whole since the last time.
  mutating func takeAnswers() -> [String] {
    let count = min(marksOfError, answers.count)
    defer {
      answers.removeFirst(count)
      marksOfError -= count
    }
    return Array(answers.prefix(count))
  }
}
