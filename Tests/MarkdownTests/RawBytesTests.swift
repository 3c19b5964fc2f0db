import Testing

@testable import Markdown

/// What is asked of whole texts many bytes at a time, beside the same asked of one after the other.
struct RawBytesTests {
  @Test func `UTF-8 is what the standard library takes for it`() {
    // The bytes at the ends of the range that may stand third and fourth.
    let sides: [UInt8] = [0x41, 0x7F, 0x80, 0xBF, 0xC0]
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        check([first, second])
        for third in sides where first >= 0xE0 {
          check([first, second, third])
          for fourth in sides where first >= 0xF0 { check([first, second, third, fourth]) }
        }
      }
    }
  }

  @Test(arguments: 0..<20) func `a character is found wherever it stands`(place: Int) {
    for character in ["é", "€", "😀", "\u{FFFF}"] {
      let text = String(repeating: "a", count: place) + character + "bc"
      #expect(String(utf8: Array(text.utf8).span) == text)
      for cut in 1..<character.utf8.count {
        #expect(String(utf8: Array(text.utf8.prefix(place + cut)).span) == nil)
        #expect(String(utf8: Array(text.utf8.dropFirst(place + cut)).span) == nil)
      }
    }
  }

  /// libcmark makes single bytes of these references, which are no UTF-8.
  @Test(arguments: ["&#xFFFF;", "&#65535;", "&#xFFFE;"])
  func `a reference to no character is text all the same`(reference: String) {
    let text =
      "# a \(reference)\n\n```sh \(reference)\nls\n```\n\n[a](</\(reference)> \"\(reference)\")\n"
    var renderer = HTMLRenderer()
    renderer.render(Document(parsing: text).blocks)
    let html = String(decoding: renderer.output, as: UTF8.self)
    #expect(String(validating: renderer.output, as: UTF8.self) == html)
    #expect(html.unicodeScalars.contains("\u{FFFD}"))
  }

  @Test(arguments: [0, 1, 7, 8, 31, 32, 33, 100]) func `the first such byte`(count: Int) {
    let bytes = Array(repeating: UInt8(ascii: "a"), count: count)
    #expect(bytes.span.firstOffset(of: UInt8(ascii: "b")) == nil)
    for place in 0..<count {
      var bytes = bytes
      bytes[place] = UInt8(ascii: "b")
      for start in 0...count + 1 {
        let expected = start <= place ? place : nil
        #expect(bytes.span.firstOffset(of: UInt8(ascii: "b"), from: start) == expected)
      }
    }
  }

  private func check(_ bytes: [UInt8]) {
    let text = String(utf8: bytes.span)
    if text != String(validating: bytes, as: UTF8.self) { Issue.record("\(bytes)") }
  }
}
