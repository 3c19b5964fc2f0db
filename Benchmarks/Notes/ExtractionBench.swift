import CMark
import Course
import Foundation
import Machine
import Markdown

/// From the bytes of notes to their steps, beside libcmark's own parse of the same text.
enum ExtractionBench {
  static func run() throws {
    let folder =
      FileManager.default.fileExists(atPath: "../shared/corpus") ? "../shared/corpus" : "content"
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let files = try paths.filter { $0.hasSuffix(".md") }.sorted().map {
      [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\($0)")))
    }
    let texts = files.map { SourceFile(path: "", bytes: $0).text }
    let pages = files.map { Page(path: "", bytes: $0) }
    let works: [(name: String, work: Measurement.Work)] = [
      ("libcmark's parse", .ofThread { for text in texts { parse(text) } }),
      ("bytes to text", .ofThread { for file in files { _ = SourceFile(path: "", bytes: file) } }),
      ("text to tree", .ofThread { for text in texts { _ = Document(parsing: text) } }),
      (
        "with extensions",
        .ofThread { for text in texts { _ = Document(parsing: text, extensions: .notes) } }
      ),
      (
        "tree to steps",
        .ofThread {
          for page in pages {
            _ = StepExtractor(
              document: page.document, headings: page.headings, text: page.source.text,
              defaults: page.frontMatter.steps)
          }
        }
      ),
      (
        "bytes to steps, in all",
        .ofThread { for file in files { _ = Page(path: "", bytes: file) } }
      ),
      (
        "on all processors, wall",
        // What is extracted is the steps: each thread lets go of the pages it has read, as a build does.
        .ofWall {
          _ = Workers.map(files.count, jobs: System.processorCount) {
            Page(path: "", bytes: files[$0]).steps
          }
        }
      ),
    ]
    let times = Measurement.inTurn(runs: 20, works.map(\.work))
    let typical = typical(of: files)
    let one = Measurement(runs: 200) { _ = Page(path: "", bytes: typical) }
    let kilobytes = files.reduce(0) { $0 + $1.count } / 1000
    print("  \(files.count) files, \(kilobytes) kB of \(folder)")
    for (work, time) in zip(works, times) {
      let label = work.name.padding(toLength: 24, withPad: " ", startingAt: 0)
      print("  \(label)\(time.milliseconds), \(time.ratio(to: times[0])) times libcmark's")
    }
    print("  a page of \(typical.count) bytes    \(one.microseconds)")
    generatedPage()
  }

  /// A page as the cold build's course has them, with a table: text to tree and tree to HTML, beside
  /// the same of libcmark, which knows no tables.
  private static func generatedPage() {
    var generator = CourseGenerator(pages: 200)
    let text = generator.page(1)
    let document = Document(parsing: text, extensions: .notes)
    var renderer = HTMLRenderer()
    let times = Measurement.inTurn(
      runs: 500,
      [
        .ofThread { parse(text) },
        .ofThread { _ = Document(parsing: text, extensions: .notes) },
        .ofThread { render(text) },
        .ofThread {
          renderer.output.removeAll(keepingCapacity: true)
          renderer.render(document)
        },
      ])
    print("  a generated page of \(text.utf8.count) bytes")
    print("    libcmark's parse        \(times[0].microseconds)")
    print(
      "    text to tree            \(times[1].microseconds), \(times[1].ratio(to: times[0])) times that"
    )
    print("    libcmark's parse, HTML  \(times[2].microseconds)")
    print("    tree to HTML            \(times[3].microseconds)")
  }

  /// The file that is nearest to 4 kB, the size that the budgets reckon with.
  private static func typical(of files: [[UInt8]]) -> [UInt8] {
    files.min { abs($0.count - 4096) < abs($1.count - 4096) } ?? []
  }

  private static func parse(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_node_free(cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT))
      }
    }
  }

  private static func render(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { return }
        free(cmark_markdown_to_html(start, characters.count, CMARK_OPT_UNSAFE))
      }
    }
  }
}
