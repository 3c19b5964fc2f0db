import Testing

@testable import Course

struct JSONTests {
  @Test(arguments: [
    (#"{"b": [1, -2.50e+3, 1E400], "a": {}}"#, #"{"a":{},"b":[1,-2.50e+3,1E400]}"#),
    (#" [ ] "#, "[]"),
    (#"[true, false, null, NaN, -Infinity]"#, "[true,false,null,NaN,-Infinity]"),
    (#""a\/\"\\\n\té\u00e9""#, #""a/\"\\\n\téé""#),
    // a surrogate pair is one sign, half of one is none
    (#""\ud83d\ude80\ud83d""#, "\"🚀\u{FFFD}\""),
    // the last of two keys holds
    (#"{"a": 1, "a": 2}"#, #"{"a":2}"#),
    ("\u{FEFF}1", "1"),
    // nothing in a comment may end it
    (#""a-->b--c---d""#, #""a-\u002d\u003eb-\u002dc-\u002d-d""#),
    ("\"\u{7F}\"", #""\u007f""#),
  ])
  func `JSON comes back as it was read`(text: String, expected: String) throws {
    let value = try JSONReader.value(of: Array(text.utf8))
    #expect(JSONWriter.text(of: value, .comment) == expected)
    #expect(try JSONReader.value(of: Array(expected.utf8)) == value)
  }

  @Test func `a notebook's JSON is laid out as nbformat does`() throws {
    let value = try JSONReader.value(of: Array(#"{"b":[1,"x>--"],"a":{},"c":[]}"#.utf8))
    #expect(
      JSONWriter.text(of: value, .lines)
        == "{\n \"a\": {},\n \"b\": [\n  1,\n  \"x>--\"\n ],\n \"c\": []\n}")
  }

  @Test(arguments: [
    ("", 0, "the text ends before its value does"),
    ("[1,]", 3, "a value is missing"),
    ("[1 2]", 3, "',' or ']' is missing"),
    (#"{"a" 1}"#, 5, "':' is missing after the key 'a'"),
    (#"{a: 1}"#, 1, "a key in quotes is missing"),
    (#"{"a": 1"#, 7, "',' or '}' is missing"),
    (#"["abc"#, 1, "the closing quote of a text is missing"),
    ("\"a\nb\"", 2, "a control character stands in a text; write it as \\n or \\u000a"),
    (#""\x""#, 1, "unknown escape"),
    (#""\u12g4""#, 1, "no four digits after \\u"),
    ("01", 0, "'01' is no value"),
    ("1. ", 0, "'1.' is no value"),
    ("nul", 0, "'nul' is no value"),
    ("1 2", 2, "something follows the end of the value"),
  ])
  func `what is no JSON is told with its place`(text: String, offset: Int, message: String) {
    #expect(throws: JSONReader.Failure(offset: offset, message: message)) {
      try JSONReader.value(of: Array(text.utf8))
    }
  }

  @Test func `nesting has an end`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONReader.Failure(offset: 200, message: "nested deeper than 200 levels")) {
      try JSONReader.value(of: Array(deep.utf8))
    }
  }

  @Test(arguments: [
    ([UInt8](), ""), ([0], "AA=="), ([0, 255], "AP8="), ([1, 2, 3], "AQID"),
    (Array("any carnal pleas".utf8), "YW55IGNhcm5hbCBwbGVhcw=="),
  ])
  func `base64 is that of RFC 4648`(bytes: [UInt8], text: String) {
    #expect(Base64.text(of: bytes) == text)
    #expect(Base64.bytes(of: text) == bytes)
  }

  @Test(arguments: ["A", "AA", "AA=", "A===", "AA==AA==", "A*AA", "AAA", "AAAA="])
  func `what is no base64 gives nothing`(text: String) { #expect(Base64.bytes(of: text) == nil) }

  @Test(arguments: [0, 1, 56, 57, 58, 114, 200])
  func `each layout of base64 is known again`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37) }
    for form in [Base64.Form.plain, .line, .wrapped] {
      let text = Base64.text(of: bytes, form)
      #expect(Base64.bytes(of: text) == bytes)
      let found = try #require(Base64.form(of: text, bytes: bytes))
      #expect(Base64.text(of: bytes, found) == text)
    }
  }
}
