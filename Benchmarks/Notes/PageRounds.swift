import Course
import Foundation

/// Reads pages over and over, and does nothing else, so that a tool that counts instructions counts
/// those of reading:
///
///     valgrind --tool=callgrind NotesBench page 200 content/week1.md
enum PageRounds {
  static func run(_ rounds: Int, paths: some Sequence<String>) throws {
    let pages = try paths.map { [UInt8](try Data(contentsOf: URL(filePath: $0))) }
    var steps = 0
    for _ in 0..<rounds {
      for bytes in pages { steps += Page(path: "", bytes: bytes).steps.count }
    }
    print("  \(pages.count) pages \(rounds) times, \(steps) steps")
  }
}
