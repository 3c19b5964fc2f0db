import Foundation

/// Running steps: what a step costs above bash itself, and what a sandbox costs above bubblewrap.
enum RunBench {
  static func run() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/notes-bench-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func write(_ text: String, _ name: String) throws {
      try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
    let count = 1000
    try write(String(repeating: "```sh\n:\n```\n\n", count: count), "steps.md")
    try write("```sh\n:\n```\n", "one.md")
    try write(String(repeating: ":\n", count: count), "steps.sh")
    try write(String(repeating: "  $ :\n", count: count), "steps.t")
    try write(String(repeating: "```shell\n$ :\n```\n\n", count: count), "steps-byexample.md")
    let bash = Program.time(["bash", "steps.sh"], in: folder, runs: 5)
    print("  \(count) steps of ':'")
    print("    bash, one script      \(Program.milliseconds(bash))")
    let rows: [(String, [String])] = [
      ("notes, on the host    ", [Program.notes, "exec", "steps.md", "--in", "host", "--yes"]),
      ("notes, in the sandbox ", [Program.notes, "exec", "steps.md"]),
      ("cram                  ", ["cram", "steps.t"]),
      ("byexample             ", ["byexample", "-l", "shell", "steps-byexample.md"]),
    ]
    for (name, arguments) in rows {
      let time = Program.time(arguments, in: folder, runs: 3)
      let above = time.flatMap { time in bash.map { (time - $0) / Double(count) * 1000 } }
      let note = above.map { String(format: ", %.2f ms a step above bash", $0) } ?? ""
      print("    \(name)\(Program.milliseconds(time))\(note)")
    }
    try sandbox(in: folder)
  }

  /// One step in the sandbox beside bubblewrap alone over the same overlay.
  private static func sandbox(in folder: String) throws {
    // Not below /tmp, which may be no file system that an overlay can have for its upper layer.
    let layers = "/var/tmp/notes-bench-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: layers) }
    let script = """
      mkdir -p \(layers)/upper \(layers)/work \(layers)/root
      unshare --mount --propagation private sh -ec '
      mount -t overlay x -o lowerdir=/,upperdir=\(layers)/upper,workdir=\(layers)/work \(layers)/root
      exec bwrap --bind \(layers)/root / --dev /dev --proc /proc --unshare-pid true'
      """
    let bubblewrap = Program.time(["bash", "-c", script], in: folder, runs: 10)
    let notes = Program.time([Program.notes, "exec", "one.md"], in: folder, runs: 10)
    print("  one step, from start to end")
    print("    overlay and bubblewrap alone  \(Program.milliseconds(bubblewrap))")
    let above = bubblewrap.flatMap { floor in notes.map { $0 - floor } }
    print(
      "    notes exec                    \(Program.milliseconds(notes)), \(Program.milliseconds(above)) above"
    )
  }
}
