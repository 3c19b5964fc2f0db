/// `make bench`: measures what the budgets are about, and prints ratios of things measured side by
/// side in one run. The numbers move with the machine; the ratios hardly.
@main struct Bench {
  static func main() throws {
    let names = CommandLine.arguments.dropFirst()
    let all: [(name: String, run: () throws -> Void)] = [
      ("extraction", ExtractionBench.run), ("links", LinksBench.run), ("run", RunBench.run),
    ]
    for bench in all where names.isEmpty || names.contains(bench.name) {
      print("\(bench.name)")
      try bench.run()
    }
  }
}
