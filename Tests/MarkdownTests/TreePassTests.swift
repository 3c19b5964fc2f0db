import Markdown
import TestSupport
import Testing

/// Definition lists and abbreviations.
struct TreePassTests {
  @Test(arguments: [
    ("A\n: b\n", "<dl><dt>A</dt><dd>b</dd></dl>"),
    ("A\n:   b\n", "<dl><dt>A</dt><dd>b</dd></dl>"),
    ("A\nB\n: c\n: d\n", "<dl><dt>A</dt><dt>B</dt><dd>c</dd><dd>d</dd></dl>"),
    ("*A*\n: `b` c\n", "<dl><dt><em>A</em></dt><dd><code>b</code> c</dd></dl>"),
    ("A\n: *b*\n", "<dl><dt>A</dt><dd><em>b</em></dd></dl>"),
    ("A\n: b\nlazy\n  *on*\n: c", "<dl><dt>A</dt><dd>b\nlazy<em>on</em></dd><dd>c</dd></dl>"),
    ("A\n: b\n\nC\n: d\n", "<dl><dt>A</dt><dd>b</dd><dt>C</dt><dd>d</dd></dl>"),
    ("A\n\n: b\n", "<dl><dt>A</dt><dd><p>b</p></dd></dl>"),
    ("A\n\n: b\n: c\n\n: d\n", "<dl><dt>A</dt><dd><p>b</p></dd><dd>c</dd><dd><p>d</p></dd></dl>"),
    ("A\n\n: b\n\nC\n\n: d\n", "<dl><dt>A</dt><dd><p>b</p></dd><dt>C</dt><dd><p>d</p></dd></dl>"),
    ("A\n: b\n\nText.\n", "<dl><dt>A</dt><dd>b</dd></dl><p>Text.</p>"),
    ("> A\n> : b\n", "<blockquote><dl><dt>A</dt><dd>b</dd></dl></blockquote>"),
    ("- A\n  : b\n", "<ul><li><dl><dt>A</dt><dd>b</dd></dl></li></ul>"),
    (
      "| a |\n| - |\n| b |\n\nA\n: $x$\n",
      "<table>…</table><dl><dt>A</dt><dd><code class=\"math\">x</code></dd></dl>"
    ),
    // These are none.
    ("A\n:b\n", "<p>A\n:b</p>"), ("A\n\\: b\n", "<p>A\n: b</p>"), ("A\n&#58; b\n", "<p>A\n: b</p>"),
    (": b\n", "<p>: b</p>"), ("A\n\n\n: b\n", "<p>A</p><p>: b</p>"),
    ("A\nB\n\n: c\n", "<p>A\nB</p><p>: c</p>"), ("# A\n\n: b\n", "<h1>A</h1><p>: b</p>"),
    ("A : b\n", "<p>A : b</p>"), ("A\n:\n", "<p>A\n:</p>"),
    ("*A\n: b*\n", "<p><em>A\n: b</em></p>"),
    ("A\n:rocket: b\n", "<p>A\n🚀 b</p>"),
    ("```\nA\n: b\n```\n", "<pre><code>A\n: b\n</code></pre>"),
  ])
  func `a line that begins with a colon and a blank defines the term above`(
    source: String, expected: String
  ) {
    #expect(flat(source) == expected)
  }

  @Test(arguments: [
    ("A CLI is.\n\n*[CLI]: Command line\n", "<p>A <abbr title=\"Command line\">CLI</abbr> is.</p>"),
    ("*[A]: x\n*[B]: y\n\nB, *A*\n", "<p>_B:y_, <em>_A:x_</em></p>"),
    (
      "[A](b) `A` ![A](c)\n\n*[A]: x\n",
      "<p><a href=\"b\">_A:x_</a> <code>A</code> <img src=\"c\" alt=\"A\" /></p>"
    ),
    ("AB A_ xA a A's (A)\n\n*[A]: x\n", "<p>AB A_ xA a _A:x_'s (_A:x_)</p>"),
    ("A B C, A B, A\n\n*[A]: x\n*[A B]: y\n*[A B C]: z\n", "<p>_A B C:z_, _A B:y_, _A:x_</p>"),
    ("C++ e.g. C\n\n*[C++]: x\n*[e.g.]: y\n", "<p>_C++:x_ _e.g.:y_ C</p>"),
    (
      "# A\n\n- A\n\n*[A]: 1 < \"2\"\n",
      "<h1>_A:1 &lt; &quot;2&quot;_</h1><ul><li>_A:1 &lt; &quot;2&quot;_</li></ul>"
    ),
    ("| A |\n| - |\n| b |\n\n*[b]: x\n", "<table>…_b:x_…</table>"),
    ("A\n: A\n\n*[A]: x\n", "<dl><dt>_A:x_</dt><dd>_A:x_</dd></dl>"),
    ("A[^1]\n\n[^1]: A\n\n*[A]: x\n", "<p>_A:x_…_A:x_…"),
    ("é É\n\n*[É]: x\n", "<p>é _É:x_</p>"), ("A\n\n*[A]: x\n\n*[A]: y\n", "<p>_A:y_</p>"),
    // These are none.
    ("A\n\n*[A]:\n", "<p>A</p><p>*[A]:</p>"), ("A *[A]: x\n", "<p>A *[A]: x</p>"),
    ("A\n\n*[A]: x\nmore\n", "<p>A</p><p>*[A]: x\nmore</p>"),
    ("*[A](b)*: c\n", "<p><em><a href=\"b\">A</a></em>: c</p>"),
    ("A\n\n\\*[A]: x\n", "<p>A</p><p>*[A]: x</p>"),
  ])
  func `words that a line gives a meaning show it`(source: String, expected: String) {
    var html = flat(source)
    if expected.contains("_") {
      html = html.replacing(/<abbr title="([^"]*)">([^<]*)<\/abbr>/) {
        "_\($0.output.2):\($0.output.1)_"
      }
    }
    let parts = expected.split(separator: "…", omittingEmptySubsequences: true)
    var rest = html[...]
    for part in parts {
      guard let range = rest.firstRange(of: part) else {
        Issue.record("\(html) has no \(part)")
        return
      }
      rest = rest[range.upperBound...]
    }
    if parts.count == 1 { #expect(html == expected) }
  }

  @Test func `terms and definitions know their places`() {
    let source = "> A\n> B `c`\n> :  def\n> on\n> : *e*\n"
    var places: [String] = []
    func add(_ blocks: [Block]) {
      for block in blocks {
        if case .paragraph(let inlines) = block.content {
          let range = block.range
          places.append(
            "\(inlines.plainText) \(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
          )
        }
        add(block.children)
      }
    }
    add(Document(parsing: source, extensions: .notes).blocks)
    #expect(places == ["A 1:3-1:3", "B c 2:3-2:7", "def on 3:6-4:4", "e 5:5-5:7"])
  }

  @Test(.readsSharedData) func `no page of the corpus changes its meaning`() throws {
    let without = Extensions.notes.subtracting([.definitionLists, .abbreviations])
    for path in try SharedData.corpus() {
      let text = try SharedData.text(path)
      #expect(
        Document(parsing: text, extensions: .notes) == Document(parsing: text, extensions: without),
        "\(path)")
    }
  }

  // A time that grew with the square of the text would be hours.
  @Test(
    arguments: [
      "A\n: b\n\n", "A\n\n: b\n\n", "A\n: b\n", ": b\n\n", "*[A]: x\n\n", "*[A a]: x\nA A A A\n\n",
      "*[A #]: x\n\nA A A\n\n",
    ])
  func `many terms and short forms take no more time each than few`(piece: String) {
    let source = "A.\n\n" + (0..<10_000).map { piece.replacing("#", with: "\($0)") }.joined()
    let seconds = secondsOfWork {
      #expect(!Document(parsing: source, extensions: .notes).blocks.isEmpty)
    }
    #expect(seconds < 60)
  }

  /// The HTML without line feeds between elements and without the cells of tables.
  private func flat(_ source: String) -> String {
    source.htmlOfNotes.replacing(/>\n+/) { _ in ">" }.replacing(/\n+</) { _ in "<" }
      .replacing(/<pre><code>A\n: b</) { _ in "<pre><code>A\n: b\n<" }
      .replacing("<c>", with: "<code>").replacing("</c>", with: "</code>")
      .replacing(/<table>.*?<\/table>/) { match in
        match.output.contains("<abbr") ? String(match.output) : "<table>…</table>"
      }
  }
}
