internal import Glibc

/// Going through all that a folder holds.
package enum FileTree {
  /// Calls `body` for the path and for all below it, each folder before what it holds; links are not
  /// followed.
  package static func walk(_ path: String, _ body: (String, FileInformation) -> Void) {
    var open = [path]
    while let path = open.popLast() {
      guard let information = System.information(of: path) else { continue }
      body(path, information)
      if information.kind == .folder {
        open += Files.names(in: path).map { "\(path)/\($0)" }
      }
    }
  }

  /// Whether two files have the same bytes; no, where one cannot be read.
  package static func haveSameContent(_ first: String, _ second: String) -> Bool {
    guard let first = try? System.open(first, O_RDONLY),
      let second = try? System.open(second, O_RDONLY)
    else { return false }
    while true {
      // A regular file gives what was asked for, but at its end.
      guard let left = System.read(first), let right = System.read(second), left == right else {
        return false
      }
      if left.isEmpty { return true }
    }
  }
}
