internal import Machine

/// git, asked about the repository that a folder lies in.
package struct Git {
  private let program: String
  private let folder: String
  private let environment: [String: String]

  /// - Returns: `nil` where there is no git.
  package init?(in folder: String) {
    var environment = System.environment
    guard let program = Programs(environment).path(of: "git") else { return nil }
    // In a hook these name the repository whose hook it is.
    for name in [
      "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR",
      "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE",
    ] {
      environment[name] = nil
    }
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    // In a clone without all objects it would ask for them over the network.
    environment["GIT_NO_LAZY_FETCH"] = "1"
    environment["LC_ALL"] = "C"
    (self.program, self.folder, self.environment) = (program, folder, environment)
  }

  /// Runs git and hands over what it prints, as it comes.
  ///
  /// - Parameter body: returns whether it wants more.
  /// - Returns: whether git did what it was asked for; also where `body` wanted no more.
  package func run(_ arguments: [String], _ body: ([UInt8]) -> Bool) -> Bool {
    // A repository's settings may name a program to ask about changed files; building runs none.
    let all = [program, "--no-pager", "-c", "core.fsmonitor=false"] + arguments
    guard let process = try? RunningProgram(all, environment: environment, folder: folder) else {
      return false
    }
    var wantsMore = true
    while wantsMore {
      let bytes = process.read()
      if bytes.isEmpty { break }
      wantsMore = body(bytes)
    }
    return process.end() == 0 || !wantsMore
  }

  /// All that git prints; `nil` where it does not do what it was asked for.
  package func output(_ arguments: [String]) -> [UInt8]? {
    var output: [UInt8] = []
    let isDone = run(arguments) { bytes in
      output += bytes
      return true
    }
    return isDone ? output : nil
  }
}
