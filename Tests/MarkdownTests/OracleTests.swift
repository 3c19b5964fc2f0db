import CMark
import Foundation
import Markdown
import Testing

/// libcmark's own renderer tells what the HTML of a document must be.
@Suite struct OracleTests {
  @Test func `every byte in an address is escaped as libcmark escapes it`() {
    for byte in UInt8(33)...126 where byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">") {
      let text = "[x](</a\(Character(Unicode.Scalar(byte)))z>)\n"
      #expect(text.html == libcmarkHTML(text))
    }
  }

  @Test func `every document of the corpus renders as libcmark renders it`() throws {
    let documents = try corpusDocuments()
    #expect(documents.count > 100)
    for (path, text) in documents {
      #expect(text.html == libcmarkHTML(text), "\(path)")
    }
  }

  @Test func `ten thousand generated documents render as libcmark renders them`() {
    var random = SplitMix64(state: 30)
    let pieces = [
      "a", "b c", "*", "**", "_", "`", "``", "[", "](", ")", "![", "<", ">", "\n", "\n\n", "\n> ",
      "\n- ", "\n1. ", "\n    ", "\n```\n", "\n~~~ sh\n", "# ", "\n---\n", "\\", "&amp;", "\"", "é",
      "<b>", "<!-- x -->", "\n<div>\n", "  \n", "\t", ": ", "[x]: /y\n", "https://e.org", "|",
    ]
    for _ in 0..<10_000 {
      let text = (0..<Int.random(in: 1...24, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      #expect(text.html == libcmarkHTML(text), "\(text.debugDescription)")
    }
  }
}

/// What libcmark's own renderer gives, raw HTML included.
private func libcmarkHTML(_ text: String) -> String {
  guard
    let html = unsafe cmark_markdown_to_html(text, text.utf8.count, CInt(CMARK_OPT_UNSAFE))
  else { return "" }
  defer { unsafe free(html) }
  return unsafe String(cString: html)
}

/// Every Markdown document of the corpus, by path.
func corpusDocuments() throws -> [(path: String, text: String)] {
  let root = sharedFile("corpus")
  let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
  return try (files?.compactMap { $0 as? URL } ?? [])
    .filter { $0.pathExtension == "md" }
    .map { ($0.path, String(decoding: try Data(contentsOf: $0), as: UTF8.self)) }
    .sorted { $0.0 < $1.0 }
}

/// A seeded generator, so that a failing case comes again (Steele, Lea, Flood 2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
