/// `make bench`: measures what the budgets are about, and prints ratios of things measured side by
/// side in one run. The numbers move with the machine; the ratios hardly.
@main struct Bench {
  static func main() throws {
    let names = CommandLine.arguments.dropFirst()
    // `generate 1000 FOLDER` writes the course that builds are measured with.
    if names.first == "generate", names.count == 3, let pages = Int(names[names.startIndex + 1]) {
      var generator = CourseGenerator(pages: pages)
      return try generator.write(to: names[names.startIndex + 2])
    }
    // `page 200 FILE...` reads pages 200 times.
    if names.first == "page", names.count > 2, let rounds = Int(names[names.startIndex + 1]) {
      return try PageRounds.run(rounds, paths: names.dropFirst(2))
    }
    // `highlight python 100` colours 100 kB of Python once.
    if names.first == "highlight", names.count > 2, let size = Int(names[names.startIndex + 2]) {
      return HighlightBench.runOnce(
        names[names.startIndex + 1], size, names.dropFirst(3).first)
    }
    let all: [(name: String, run: () throws -> Void)] = [
      ("extraction", ExtractionBench.run), ("links", LinksBench.run), ("run", RunBench.run),
      ("build", BuildBench.run), ("highlight", HighlightBench.run),
    ]
    for bench in all where names.isEmpty || names.contains(bench.name) {
      print("\(bench.name)")
      try bench.run()
    }
  }
}
