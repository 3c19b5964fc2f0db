/// Finds programs as the shell does.
package struct Programs {
  private let folders: [String]

  package init(_ environment: [String: String]) {
    folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
  }

  package func path(of name: String) -> String? {
    folders.map { "\($0)/\(name)" }.first(where: System.isExecutable)
  }
}
