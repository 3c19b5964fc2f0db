import Markdown
import TestSupport
import Testing

/// What notes hold beyond CommonMark and GitHub's specification does not tell.
@Suite struct ExtensionTests {
  @Test(arguments: [
    (
      "> [!NOTE]\n> a\n",
      "<div class=\"markdown-alert markdown-alert-note\">\n"
        + "<p class=\"markdown-alert-title\">Note</p>\n<p>a</p>\n</div>\n"
    ),
    (
      "> [!warning]  \n>\n> - a\n",
      "<div class=\"markdown-alert markdown-alert-warning\">\n"
        + "<p class=\"markdown-alert-title\">Warning</p>\n<ul>\n<li>a</li>\n</ul>\n</div>\n"
    ),
    ("> [!NOTE] a\n", "<blockquote>\n<p>[!NOTE] a</p>\n</blockquote>\n"),
    ("> \\[!NOTE]\n> a\n", "<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>\n"),
    ("> [!HINT]\n> a\n", "<blockquote>\n<p>[!HINT]\na</p>\n</blockquote>\n"),
    ("> [!TIP]\n", "<blockquote>\n<p>[!TIP]</p>\n</blockquote>\n"),
    ("> a\n> [!TIP]\n", "<blockquote>\n<p>a\n[!TIP]</p>\n</blockquote>\n"),
  ])
  func `a quote that begins with a mark is an alert`(source: String, expected: String) {
    #expect(source.htmlOfNotes == expected)
  }

  @Test(arguments: [
    ("# A {#b}\n", "<h1 id=\"b\">A</h1>\n"),
    ("## *A* {#b-c_d.e} ##\n", "<h2 id=\"b-c_d.e\"><em>A</em></h2>\n"),
    ("A\nb {#ü}\n---\n", "<h2 id=\"ü\">A\nb</h2>\n"),
    ("# A {#_b_}\n", "<h1 id=\"_b_\">A</h1>\n"),
    ("# {#b}\n", "<h1 id=\"b\"></h1>\n"),
    ("# A \\{#b}\n", "<h1>A {#b}</h1>\n"), ("# A {#b} c\n", "<h1>A {#b} c</h1>\n"),
    ("# A{#b}\n", "<h1>A{#b}</h1>\n"), ("# A `{#b}`\n", "<h1>A <code>{#b}</code></h1>\n"),
    ("# A {#b c}\n", "<h1>A {#b c}</h1>\n"), ("A {#b}\n", "<p>A {#b}</p>\n"),
  ])
  func `a heading has the id that stands at its end`(source: String, expected: String) {
    #expect(source.htmlOfNotes == expected)
  }

  @Test(arguments: [
    ("$a_1*b*c$", "<c>a_1*b*c</c>"), ("$a\\\\b$.", "<c>a\\\\b</c>."),
    ("**$x$**", "<strong><c>x</c></strong>"),
    ("$$a$$", "<c>a</c>"), ("$`a$b`$", "<c>a$b</c>"), ("[$x$](/u)", "<a href=\"/u\"><c>x</c></a>"),
    ("$a\nb_c_ + d$!", "<c>a\nb_c_ + d</c>!"), ("$$a\n  / b\n  \\\\$$ c", "<c>a\n/ b\n\\\\</c> c"),
    ("_e_$x$", "<em>e</em><c>x</c>"), ("($x$)", "(<c>x</c>)"),
    ("![$x$](/u)", "<img src=\"/u\" alt=\"x\" />"),
    ("$5 and $6", "$5 and $6"), ("$HOME/bin:$PATH", "$HOME/bin:$PATH"), ("${A}-${B}", "${A}-${B}"),
    ("\\$a$", "$a$"), ("$a\\$b$", "<c>a\\$b</c>"), ("`$a$`", "<code>$a$</code>"),
    ("$a `b$`", "$a <code>b$</code>"),
    ("a$b$", "a$b$"), ("$ a$", "$ a$"), ("$a $", "$a $"), ("$x", "$x"), ("$$", "$$"),
    ("$$ $$", "$$ $$"),
    ("$5-$10", "$5-$10"), ("a <b title=\"$a$\">", "a <b title=\"$a$\">"),
    ("[a]($b$)", "<a href=\"$b$\">a</a>"),
    ("$x<y$ &amp; $z$", "<c>x&lt;y</c> &amp; <c>z</c>"),
  ])
  func `dollars mark a formula where they cannot be a shell's or a price's`(
    source: String, expected: String
  ) {
    let marked = expected.replacing("<c>", with: "<code class=\"math\">")
      .replacing("</c>", with: "</code>")
    #expect(source.htmlOfNotes == "<p>\(marked)</p>\n")
  }

  @Test(arguments: [
    ("$$\na_1\n\n= b\n- c\n$$\n", "a_1\n\n= b\n- c\n"), ("```math\na < b\n```\n", "a < b\n"),
    ("~~~ math\na\n~~~\n", "a\n"), ("a\n$$\n<!-- -->\n  b\n$$  \n", "<!-- -->\n  b\n"),
    ("> $$\n> a\n>  b\n> $$\n", "a\n b\n"), ("- a\n\n  $$\n  b\n    c\n  $$\n", "b\n  c\n"),
    ("$$\n$$\n", ""), ("1. a\n   $$\n   b\n   $$\n   c\n", "b\n"),
  ])
  func `a formula on lines of its own is a block`(source: String, tex: String) {
    #expect(Document(parsing: source, extensions: .notes).blocks.formulas == [tex])
  }

  @Test(arguments: [
    "$$\na\n", "```\n$$\na\n$$\n```\n", "    $$\n    a\n    $$\n", "> $$\na\n$$\n",
    "<pre>\n$$\na\n$$\n</pre>\n",
    "a\n     $$\nb\n     $$\n",
  ])
  func `two dollars alone do not make a formula`(source: String) {
    #expect(Document(parsing: source, extensions: .notes).blocks.formulas == [])
  }

  @Test(arguments: [
    (":rocket:", "🚀"), ("**:+1:**", "<strong>👍</strong>"), (":white_check_mark: :-1:", "✅ 👎"),
    (":100:", "💯"), (":zzz:", "💤"), ("[:rocket:](/u)", "<a href=\"/u\">🚀</a>"),
    (":rocket::rocket:", "🚀🚀"), ("\\:rocket:", ":rocket:"), ("`:rocket:`", "<code>:rocket:</code>"),
    ("10:100:20", "10:100:20"), (":no_such_thing:", ":no_such_thing:"), ("a: b:", "a: b:"),
    ("::", "::"),
  ])
  func `a shortcode is its emoji`(source: String, expected: String) {
    #expect(source.htmlOfNotes == "<p>\(expected)</p>\n")
  }

  @Test(arguments: [
    ("~~a~~", "<del>a</del>"), ("\\~~a~~", "~~a~~"), ("~~a\\~~", "~~a~~"), ("&#126;a~", "~a~"),
    ("*~~a~~*", "<em><del>a</del></em>"), ("~~*a*~~", "<del><em>a</em></del>"),
    ("~~a ~b~ c~~", "<del>a <del>b</del> c</del>"), ("~/a and ~/b", "~/a and ~/b"),
    ("~~`a~~`~~", "<del><code>a~~</code></del>"), ("[~a~](/u)", "<a href=\"/u\"><del>a</del></a>"),
    ("~~a\nb~~", "<del>a\nb</del>"), ("~~a~~~", "~~a~~~"),
  ])
  func `tildes strike through`(source: String, expected: String) {
    #expect(source.htmlOfNotes == "<p>\(expected)</p>\n")
  }

  @Test(arguments: [
    ("https://a.b/_c_/d*e*", "https://a.b/_c_/d*e"), ("http://a.b/c\\_d", "http://a.b/c\\_d"),
    ("<b>https://a.b</b>", "https://a.b"), ("see ftp://a.b/(c).", "ftp://a.b/(c)"),
    ("http://a.b/?c&copy;", "http://a.b/?c"), ("http://ü.b/ü", "http://ü.b/ü"),
    ("[a](/u)http://a.b", "http://a.b"),
  ])
  func `an address in the text is a link`(source: String, address: String) {
    let links = Document(parsing: source, extensions: .notes).blocks.destinations
    #expect(links.last == address)
  }

  @Test(arguments: [
    "[http://a.b]", "`http://a.b`", "<b title='http://a.b'>", "x://a.b", "http:// a", "\\www.a.b",
    "xwww.a.b",
    "http\\://a.b",
  ])
  func `what only looks like an address is none`(source: String) {
    #expect(Document(parsing: source, extensions: .notes).blocks.destinations == [])
  }

  @Test(arguments: [
    ("javascript:alert(1)", false, ""), ("JAVA\tSCRIPT:a", false, ""), (" vbscript:a", false, ""),
    ("data:image/png;base64,a", true, "data:image/png;base64,a"), ("data:image/png,a", false, ""),
    ("data:text/html,a", true, ""), ("/javascript:", false, "/javascript:"), ("/u", true, "/u"),
  ])
  func `an address that a browser runs is never written`(
    address: String, isImage: Bool, expected: String
  ) {
    let place = SourcePosition(line: 1, column: 1)
    var renderer = HTMLRenderer()
    renderer.render([
      Inline(
        isImage
          ? .image(source: address, title: "", []) : .link(destination: address, title: "", []),
        start: place)
    ])
    let attribute = isImage ? "src" : "href"
    #expect(
      String(decoding: renderer.output, as: UTF8.self).contains("\(attribute)=\"\(expected)\""))
  }

  @Test(arguments: [
    (RawHTML.allow, "<p>a <i>b</i></p>\n<div>\n"),
    (.escape, "<p>a &lt;i&gt;b&lt;/i&gt;</p>\n&lt;div&gt;\n"),
    (
      .safe,
      "<p>a <!-- raw HTML omitted -->b<!-- raw HTML omitted --></p>\n<!-- raw HTML omitted -->\n"
    ),
  ])
  func `raw HTML is written, shown or left out`(policy: RawHTML, expected: String) {
    var renderer = HTMLRenderer()
    renderer.html = policy
    renderer.render(Document(parsing: "a <i>b</i>\n\n<div>\n"))
    #expect(String(decoding: renderer.output, as: UTF8.self) == expected)
  }

  @Test func `a renderer's own formula stands in place of the source`() {
    var renderer = HTMLRenderer()
    renderer.formula = { "<math>\($0)\($1 ? "!" : "")</math>" }
    renderer.render(Document(parsing: "$x$ $$y$$\n\n$$\nz\n$$\n", extensions: .notes))
    #expect(
      String(decoding: renderer.output, as: UTF8.self)
        == "<p><math>x</math> <math>y!</math></p>\n<div class=\"math\"><math>z\n!</math></div>\n")
  }

  @Test(arguments: [
    ("<q>a</q> :rocket:", "<q>a</q> 🚀"), ("<q><qq>:rocket:</qq></q>", "<q><qq>🚀</qq></q>"),
    ("\u{A0}a :rocket:", "\u{A0}a 🚀"), ("qhttp://a.b", "qhttp://a.b"),
    ("a q http://a.b", "a q <a href=\"http://a.b\">http://a.b</a>"),
    ("*http://a.b* c", "<em><a href=\"http://a.b\">http://a.b</a></em> c"),
    ("a_http://a.b/_ c_", "a_<a href=\"http://a.b/\">http://a.b/</a>_ c_"),
    (":rocket:\\\n$x$ \\~", "🚀<br />\n<code class=\"math\">x</code> ~"),
    ("[r]: /u\n[r] :rocket: [s]\n\n[s]: /v", "<a href=\"/u\">r</a> 🚀 <a href=\"/v\">s</a>"),
    ("a\n     - :rocket:\n     # b", "a\n- 🚀\n# b"),
  ])
  func `what stands for a span is never taken for text`(source: String, expected: String) {
    #expect(source.htmlOfNotes == "<p>\(expected)</p>\n")
  }

  @Test(arguments: [
    ("a | {#b}\n-|-\n", "<th>{#b}</th>"), ("| - a |\n|-|\n", "<th>- a</th>"),
    ("| www.a.b_ |\n|-|\n", "<th><a href=\"http://www.a.b\">www.a.b</a>_</th>"),
    ("| [a] |\n|-|\n\n[a]: /u\n", "<th><a href=\"/u\">a</a></th>"),
    ("[a]: /u\n*b*\n| c |\n|-|\n", "<p><em>b</em></p>\n<table>"),
    ("[a]: /u\n| c |\n|-|\n", "<table>\n<thead>\n<tr>\n<th>c</th>"),
    ("[r]: /x 't'\n:rocket: [r]\n---\n", "<h2>🚀 <a href=\"/x\" title=\"t\">r</a></h2>"),
  ])
  func `cells and what stands before a table are read as what they are`(
    source: String, expected: String
  ) {
    #expect(source.htmlOfNotes.contains(expected), "\(source.htmlOfNotes)")
  }

  @Test(arguments: [
    ("a\n\n> b\nhttps://c.d\n", "href=\"https://c.d"),
    ("a\n\n- b\n\n  - c\n    ~~d~~\n", "<del>d</del>"),
    ("a\n\n1. b\n\n   > c@d.ef\n", "mailto:c@d.ef"), ("a\n\nb\nc {#d}\n===\n", "id=\"d\""),
    ("a\n\n|b|\n|-|\n|~~c~~|\n\nd\n", "<del>c</del>"), ("a\n\n[b]: /c\n$d$\n", "class=\"math\""),
    ("a@b.cd\n\nc&#64;d.ef\n", "mailto:c@d.ef"), ("- a\n- [x] b\n", "checked"),
    ("a\n\n> b\n>\n> > [!NOTE]\n> > c\n", "markdown-alert"),
    ("a\n\n~~~ math\nb\n~~~\n", "class=\"math\""),
  ])
  func `what only one block has is found wherever that block stands`(
    source: String, expected: String
  ) {
    #expect(source.htmlOfNotes.contains(expected), "\(source.htmlOfNotes)")
  }
}

extension String {
  /// The text rendered with all that notes are read with.
  var htmlOfNotes: String {
    var renderer = HTMLRenderer()
    renderer.render(Document(parsing: self, extensions: .notes))
    return String(decoding: renderer.output, as: UTF8.self)
  }
}

extension [Block] {
  /// The sources of all formulas that are blocks.
  var formulas: [String] {
    flatMap { block in
      if case .math(let math) = block.content { [math.literal] } else { block.children.formulas }
    }
  }

  /// Where the links of all paragraphs lead.
  var destinations: [String] {
    flatMap { block -> [String] in
      guard case .paragraph(let inlines) = block.content else { return block.children.destinations }
      return inlines.flatMap(\.destinations)
    }
  }
}

extension Inline {
  fileprivate var destinations: [String] {
    if case .link(let destination, _, _) = content { return [destination] }
    return children.flatMap(\.destinations)
  }
}
