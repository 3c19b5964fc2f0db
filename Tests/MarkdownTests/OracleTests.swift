import CMark
import Foundation
import Markdown
import TestSupport
import Testing

/// libcmark's own renderer tells what the HTML of a document must be.
@Suite struct OracleTests {
  @Test func `every byte in an address is escaped as libcmark escapes it`() {
    for byte in UInt8(33)...126 where byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">") {
      let text = "[x](</a\(Character(Unicode.Scalar(byte)))z>)\n"
      #expect(text.html == libcmarkHTML(text))
    }
  }

  @Test(.readsSharedData) func `every document of the corpus renders as libcmark renders it`()
    throws
  {
    let documents = try SharedData.corpus()
    #expect(documents.count > 100)
    for path in documents {
      let text = try SharedData.text(path)
      #expect(text.html == libcmarkHTML(text), "\(path)")
    }
  }

  @Test func `ten thousand generated documents render as libcmark renders them`() {
    var random = SplitMix64(seed: 30)
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
