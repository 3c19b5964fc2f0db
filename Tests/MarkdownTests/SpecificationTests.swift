import Markdown
import TestSupport
import Testing

/// The examples of the CommonMark specification, read from the file itself.
@Suite struct SpecificationTests {
  @Test(.readsSharedData) func `every CommonMark 0_30 example gives the expected HTML`() throws {
    let examples = SpecificationExample.read(try SharedData.text("spec/commonmark-0.30.txt"))
    var passed = 0
    for example in examples {
      let html = example.markdown.html
      if html == example.html { passed += 1 }
      #expect(html == example.html, "\(example)")
    }
    print("CommonMark 0.30: \(passed) of \(examples.count) examples pass")
    #expect(examples.count == 652)
  }
}

/// One example of a specification in cmark's `spec.txt` form.
struct SpecificationExample: CustomTestStringConvertible {
  var number: Int
  var section: String
  var markdown: String
  var html: String

  var testDescription: String { "example \(number), \(section)" }

  static func read(_ text: String) -> [SpecificationExample] {
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecificationExample] = []
    var section = ""
    var parts: [String]?
    for line in text.split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if var open = parts {
        if line == fence {
          examples.append(
            SpecificationExample(
              number: examples.count + 1, section: section, markdown: open[0], html: open[1]))
          parts = nil
        } else if line == "." {
          parts = open + [""]
        } else {
          open[open.count - 1] += line.replacing("→", with: "\t") + "\n"
          parts = open
        }
      } else if line.hasPrefix(fence + " example") {
        parts = [""]
      } else if line.hasPrefix("#") {
        section = String(line.drop { $0 == "#" || $0 == " " })
      }
    }
    return examples
  }
}

extension String {
  /// The text rendered without any extension.
  var html: String {
    var renderer = HTMLRenderer()
    renderer.render(Document(parsing: self).blocks)
    return String(decoding: renderer.output, as: UTF8.self)
  }
}
