import CMark
import Course
import Foundation
import Markdown

/// From the bytes of notes to their steps, beside libcmark's own parse of the same text.
enum ExtractionBench {
  static func run() throws {
    let folder =
      FileManager.default.fileExists(atPath: "../shared/corpus") ? "../shared/corpus" : "content"
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let files = try names.filter { $0.hasSuffix(".md") }.sorted().map {
      [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\($0)")))
    }
    let texts = files.map { SourceFile(path: "", bytes: $0).text }
    let floor = Measurement(runs: 20) { for text in texts { parse(text) } }
    let tree = Measurement(runs: 20) { for text in texts { _ = Document(parsing: text) } }
    let source = Measurement(runs: 20) {
      for file in files { _ = SourceFile(path: "", bytes: file) }
    }
    let pages = files.map { Page(path: "", bytes: $0) }
    let steps = Measurement(runs: 20) {
      for page in pages {
        _ = StepExtractor(
          document: page.document, headings: page.headings, defaults: page.frontMatter.steps)
      }
    }
    let page = Measurement(runs: 20) { for file in files { _ = Page(path: "", bytes: file) } }
    let kilobytes = files.reduce(0) { $0 + $1.count } / 1000
    print("  \(files.count) files, \(kilobytes) kB of \(folder)")
    print("  libcmark's parse       \(floor.milliseconds)")
    print("  bytes to text          \(source.milliseconds), \(source.ratio(to: floor)) times that")
    print("  text to tree           \(tree.milliseconds), \(tree.ratio(to: floor)) times that")
    print("  tree to steps          \(steps.milliseconds), \(steps.ratio(to: floor)) times that")
    print("  bytes to steps, in all \(page.milliseconds), \(page.ratio(to: floor)) times that")
  }

  private static func parse(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_node_free(cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT))
      }
    }
  }
}
