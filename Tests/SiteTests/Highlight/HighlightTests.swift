import Markdown
import TestSupport
import Testing

@testable import Site

/// What holds for every language.
struct HighlightTests {
  @Test(arguments: CodeLanguage.allCases)
  func `the text of the HTML is the code, whatever bytes it has`(language: CodeLanguage) {
    var random = SplitMix64(seed: 7)
    for _ in 0..<400 {
      let count = Int.random(in: 0...60, using: &random)
      // Some texts are all bytes, some those that mean something, and some what begins and ends parts.
      let signs = Array("\"'`#/*-<>{}()[]$\\:=|&!@,;.%+ \t\r\n\0aRfrbE01é".utf8)
      let kind = Int.random(in: 0...2, using: &random)
      let bytes = (0..<count).flatMap { _ -> [UInt8] in
        switch kind {
        case 0: [UInt8.random(in: 0...255, using: &random)]
        case 1: [signs.randomElement(using: &random) ?? 0]
        default: Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
        }
      }
      check(bytes, language)
    }
  }

  private static let pieces = [
    "{{", "}}", "${", "}", "$(", ")", "{%", "%}", "<<EOF\n", "EOF\n", "\"\"\"", "'''", "\"", "'",
    "`", "/*", "*/", "<!--", "-->", "<a ", "</a>", "--", "//", "#", ": ", ":", " |\n  ", "- ", "[",
    "]", ",", "=", "\\", "\n", " ", "a", "key", "1.5", "&x", "*x", "!t", "@a", "%", "$x", "é",
  ]

  @Test(.readsSharedData, arguments: CodeLanguage.allCases)
  func `the text of the HTML is the code, for each block of the corpus`(language: CodeLanguage)
    throws
  {
    let blocks = try Self.corpusBlocks.get()
    for block in blocks { check(block, language) }
    #expect(blocks.count > 100)
  }

  private static let corpusBlocks = Result {
    try SharedData.corpus().flatMap { path in
      Document(parsing: try SharedData.text(path)).blocks.flatMap(\.codeBlocks)
        .map { Array($0.literal.utf8) }
    }
  }

  private func check(_ bytes: [UInt8], _ language: CodeLanguage) {
    let tokens = language.tokens(of: bytes, 0..<bytes.count)
    var html: [UInt8] = []
    html.append(highlighting: bytes, tokens)
    let name = language.rawValue
    #expect(textContent(html) == bytes, "\(name): \(bytes)")
    // A token that is empty, or that begins before the last one's end, could be written all the same.
    var end = 0
    for token in tokens.all {
      #expect(token.start >= end && token.end > token.start, "\(name): \(bytes)")
      end = token.end
    }
  }

  @Test func `neighbours of one role are one span, and plain text has none`() {
    #expect(
      html("public static int x", .java) == #"<span class="k">public static</span> "#
        + #"<span class="t">int</span> x"#)
    #expect(
      html("a < b && \"c\"", .python)
        == #"a &lt; b &amp;&amp; <span class="s">&quot;c&quot;</span>"#)
  }

  @Test func `a span is closed in its line where each line is an element`() {
    var output: [UInt8] = []
    CodeHighlight.appendInserted("a: |\n  b\n\n  c", .yaml, to: &output)
    #expect(
      String(decoding: output, as: UTF8.self)
        == #"<ins><span class="a">a</span>: <span class="o">|</span>"# + "\n</ins>"
        + #"<ins><span class="s">  b"# + "\n</span></ins>"
        + #"<ins><span class="s">"# + "\n</span></ins>"
        + #"<ins><span class="s">  c</span></ins>"#)
  }

  @Test(
    arguments: [
      ("python", .python), ("Python", .python), ("{.py}", .python), ("python{1,3}", .python),
      ("python,ignore", .python), ("language-js", .javaScript), ("c++", .cPlusPlus),
      ("C#", .cSharp),
      ("{python}", .python), ("yaml:a.yml", .yaml), ("yml=", .yaml), ("docker-compose", .yaml),
      ("text", nil), ("", nil), ("mermaid", nil), ("\u{e9}", nil), (".env", .environment),
      ("{{", nil), (String(repeating: "x", count: 99), nil),
    ] as [(String, CodeLanguage?)])
  func `a language is known by the names people write`(name: String, language: CodeLanguage?) {
    #expect(CodeLanguage(infoString: name) == language)
  }

  @Test(
    arguments: [
      ("a/b.yml", .yaml), ("Dockerfile", .docker), ("~/.bashrc", .shell), ("x.dockerfile", .docker),
      (".env.local", .environment), ("main.tf", .hcl), ("nginx.conf", .nginx), ("a.txt", nil),
      ("README", nil), ("", nil), ("a/", nil), ("Makefile", .make),
    ] as [(String, CodeLanguage?)])
  func `a file's language is known by its name`(file: String, language: CodeLanguage?) {
    #expect(CodeLanguage(file: file) == language)
  }

  private func html(_ code: String, _ language: CodeLanguage) -> String {
    var output: [UInt8] = []
    CodeHighlight.append(code, language, to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}

extension Block {
  /// The code blocks in it, at any depth.
  fileprivate var codeBlocks: [CodeBlock] {
    switch content {
    case .codeBlock(let code): [code]
    case .blockQuote(let blocks): blocks.flatMap(\.codeBlocks)
    case .list(let list): list.items.flatMap(\.blocks).flatMap(\.codeBlocks)
    default: []
    }
  }
}
