import Markdown
import TestSupport
import Testing

/// The examples of GitHub's specification and of cmark-gfm's tests, read from the files themselves.
@Suite struct ExtensionSpecificationTests {
  /// What GFM 0.29 itself has; its specification is CommonMark 0.29 with that.
  static let gfm: Extensions = [.tables, .taskLists, .strikethrough, .bareLinks]

  /// Examples that give other HTML on purpose, by file and number, with the reason.
  static let differing: [String: String] = {
    let task = "the specification leaves the box to whoever shows it; cmark-gfm's tests say which"
    let address = "what is no autolink of CommonMark is a bare link, which its example is without"
    return [
      "gfm-0.29 279": task, "gfm-0.29 280": task, "gfm-0.29 610": address, "gfm-0.29 614": address,
      "gfm-0.29 616": address, "gfm-0.29 619": address, "gfm-0.29 620": address,
    ]
  }()

  @Test(.readsSharedData) func `every example of GFM 0_29 gives the expected HTML`() throws {
    try check("gfm-0.29", extensions: Self.gfm) { $0 == "Disallowed Raw HTML (extension)" }
  }

  @Test(.readsSharedData) func `every example of cmark-gfm's extensions gives the expected HTML`()
    throws
  {
    try check("gfm-extensions", extensions: Self.gfm.union(.footnotes)) { $0 == "HTML tag filter" }
  }

  @Test(.readsSharedData) func `every example of smart punctuation gives the expected HTML`() throws
  {
    try check("smart-punctuation", extensions: .smartPunctuation) { _ in false }
  }

  /// - Parameter filtersTags: tells by a section's name whether tags are filtered.
  private func check(
    _ file: String, extensions: Extensions, filtersTags: (String) -> Bool
  ) throws {
    let examples = SpecificationExample.read(try SharedData.text("spec/\(file).txt"))
    var counts: [(section: String, passed: Int, all: Int)] = []
    for example in examples {
      var renderer = HTMLRenderer()
      renderer.filtersTags = filtersTags(example.section)
      renderer.render(Document(parsing: example.markdown, extensions: extensions))
      let html = String(decoding: renderer.output, as: UTF8.self)
      // An example that must merely be survived.
      let isExpected = example.html == "<IGNORE>\n" || html == example.html
      if counts.last?.section != example.section { counts.append((example.section, 0, 0)) }
      counts[counts.count - 1].all += 1
      if isExpected { counts[counts.count - 1].passed += 1 }
      if Self.differing["\(file) \(example.number)"] == nil {
        #expect(isExpected, "\(file) \(example), got: \(html)")
      } else {
        #expect(!isExpected, "\(file) \(example) is listed as another")
      }
    }
    for count in counts {
      print("\(file), \(count.section): \(count.passed) of \(count.all) examples pass")
    }
    #expect(!examples.isEmpty)
  }
}
