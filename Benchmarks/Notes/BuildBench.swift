import Foundation
import Machine

/// Building a course's website beside the least that any generator does, and beside others that are
/// installed: processor time, wall time and memory, of whole programs.
enum BuildBench {
  static func run() throws {
    let folder = "/var/tmp/notes-bench-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var perPage: [(Int, Double)] = []
    for pages in [100, 1_000, 10_000] {
      let course = "\(folder)/\(pages)"
      var generator = CourseGenerator(pages: pages)
      try generator.write(to: course)
      print("  \(pages) pages")
      let runs = pages > 1_000 ? 3 : 5
      let floor = best(runs) { run in
        Usage.of([Program.beside("CMarkFloor"), "content", "floor-\(run)"], in: course)
      }
      report("libcmark alone: read, render, write", floor, pages, floor)
      let cold = best(runs) { run in
        Usage.of([Program.notes, "build", "--output", "site-\(run)"], in: course)
      }
      let notes = [Program.notes, "build", "--output", "site-0"]
      report("notes build, cold", cold, pages, floor)
      report("nothing changed", best(runs) { _ in Usage.of(notes, in: course) }, pages, cold)
      let page = "\(course)/content/\(CourseGenerator.path(pages / 2))"
      let changed = best(runs) { run in
        append("\nOne more line, the number \(run).\n", to: page)
        return Usage.of(notes, in: course)
      }
      report("one page changed", changed, pages, cold)
      if let cold { perPage.append((pages, cold.processor / Double(pages) * 1e6)) }
      guard pages < 10_000 else { continue }
      for other in others(course) {
        report(other.name, best(3) { _ in Usage.of(other.arguments, in: course) }, pages, cold)
      }
    }
    let growth = perPage.map { String(format: "%d: %.0f µs", $0.0, $0.1) }.joined(separator: ", ")
    print("  processor time a page as courses grow: \(growth)")
  }

  /// Other generators that can read the same notes with a configuration of a few lines.
  private static func others(_ course: String) -> [(name: String, arguments: [String])] {
    // To hugo an `index.md` at the top is a page that all other files belong to, and without a layout
    // it makes no page at all.
    write(
      """
      title = 'A course'
      ignoreFiles = ['content/index\\.md$']
      [markup.goldmark.renderer]
      unsafe = true

      """, to: "\(course)/hugo.toml")
    let layouts = "\(course)/layouts/_default"
    try? FileManager.default.createDirectory(atPath: layouts, withIntermediateDirectories: true)
    for layout in ["single", "list"] {
      write(
        "<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>\n",
        to: "\(layouts)/\(layout).html")
    }
    write("[book]\nsrc = 'content'\n", to: "\(course)/book.toml")
    let pages = (FileManager.default.enumerator(atPath: "\(course)/content")?.allObjects ?? [])
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".md") && $0 != "SUMMARY.md" }.sorted()
    let summary = pages.map { "- [\($0)](\($0))\n" }.joined()
    write("# Summary\n\n\(summary)", to: "\(course)/SUMMARY-of-book.md")
    return [
      ("hugo", ["hugo", "--quiet", "--destination", "hugo-site"]),
      (
        "mdbook",
        [
          "bash", "-c",
          "command -v mdbook && cp SUMMARY-of-book.md content/SUMMARY.md && mdbook build -d book; e=$?; rm -f content/SUMMARY.md; exit $e",
        ]
      ),
    ]
  }

  private static func report(_ name: String, _ usage: Usage?, _ pages: Int, _ base: Usage?) {
    let label = name.padding(toLength: 38, withPad: " ", startingAt: 0)
    guard let usage else { return print("    \(label)not here") }
    let ratio = base.map { usage.processor / $0.processor } ?? 0
    let numbers = String(
      format: "%7.0f ms of processor, %7.0f ms wall, %5.1f µs a page, %4.0f MB, %5.2f times",
      usage.processor * 1000, usage.wall * 1000, usage.processor / Double(pages) * 1e6,
      Double(usage.peak) / 1e6, ratio)
    print("    \(label)\(numbers)")
  }

  /// The run that took the least processor time.
  ///
  /// - Parameter work: is given the run's number. Each cold run has a folder of its own, as ext4 looks
  ///   long for a place for new files where many were removed just before.
  private static func best(_ runs: Int, _ work: (Int) -> Usage?) -> Usage? {
    (0..<runs).compactMap(work).min { $0.processor < $1.processor }
  }

  private static func write(_ text: String, to path: String) {
    try? text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  private static func append(_ text: String, to path: String) {
    guard let old = try? String(contentsOfFile: path, encoding: .utf8) else { return }
    write(old + text, to: path)
  }
}
