import Testing

@testable import Site

/// What readers load of a style sheet and a script.
struct ShippedTextTests {
  @Test(arguments: [
    ("a();  // why\n\n  b();\n", "a();\nb();\n"),
    ("/* one */ a /* two */ + b\n", "a + b\n"),
    ("a\n/* over\n lines */b", "a\nb"),
    ("a /* over\n lines */ b", "a\nb"),
    ("/*! licence */\na", "/*! licence */\na"),
    ("x = \"// no /* comment */\" // one", "x = \"// no /* comment */\""),
    ("x = 'a\\'// b' // c", "x = 'a\\'// b'"),
    ("x = /\\/\\/[/*\"]/g // c", "x = /\\/\\/[/*\"]/g"),
    ("x = a / b // c / d", "x = a / b"),
    ("x = (a) / b / c // d", "x = (a) / b / c"),
    ("x = a[0] / 2 // d", "x = a[0] / 2"),
    ("if (a) /\"/.test(b) // c", "if (a) /\"/.test(b)"),
    ("return /[//]/ // c", "return /[//]/"),
    ("x = a.return / 2 // c '\n", "x = a.return / 2\n"),
    ("[...a].map((b) => b) // c", "[...a].map((b) => b)"),
    (
      "x = `a // b\n   ${c /* d */ + `${\"}\"} e`}  f` // g",
      "x = `a // b\n   ${c + `${\"}\"} e`}  f`"
    ),
    ("x = `\\`// ${{ a: 1 }.a}` // c", "x = `\\`// ${{ a: 1 }.a}`"),
    ("f(x => { return x }) / 2 / 3 // c", "f(x => { return x }) / 2 / 3"),
    ("a\n  ++b\n", "a\n++b\n"),
    ("x = a++ / 2\n// c", "x = a++ / 2\n"),
  ])
  func `a script loses its comments and indentation, and nothing else`(
    script: String, shipped: String
  ) {
    #expect(String(decoding: ShippedScript.text(Array(script.utf8)), as: UTF8.self) == shipped)
  }

  @Test(arguments: [
    // A block's end or an object's, and then a division or a regular expression.
    "f = {} /a/ 2 // c\n", "x = a++ /a/ 2 // c", "yield /a/ 2 // c",
    "x = \"a\n// b\"", "/* c", "x = `a // b", "x = /a // b\n", "f(] // c", "f( // c",
    "<!-- c\na // b", "x = '\u{2028}' // c", "x = \\u0061 // c",
  ])
  func `a script that may be read in two ways is left as it is`(script: String) {
    #expect(String(decoding: ShippedScript.text(Array(script.utf8)), as: UTF8.self) == script)
  }

  @Test(arguments: [
    ("/* c */\na {\n  b: c;\n  d: e;\n}\n", "a{b: c;d: e;}"),
    ("a :hover,\n  b { c: d }", "a :hover,b{c: d}"),
    ("a { content: \"/* no */  {;}\"; } /* c */", "a{content: \"/* no */  {;}\";}"),
    ("a { b: '\\'/*' /* c */ }", "a{b: '\\'/*'}"),
    ("a { b: url(data:a;x/*y,  z) }", "a{b: url(data:a;x/*y,  z)}"),
    ("a { b: URL( \"c  d\" ) /* e */; }", "a{b: URL( \"c  d\" );}"),
    (".a\\{b  .c { d: e }", ".a\\{b .c{d: e}"),
    (".a\\,  b, c {}", ".a\\, b,c{}"),
    (".a\\31  b\\  {}", ".a\\31 b\\ {}"),
    ("/*! licence */ a {}", "/*! licence */ a{}"),
    ("a/**/b {} c /* d */ e{}", "a/**/b{}c e{}"),
    (
      "@media (width >= 60rem) { a { b: calc(1px + 2px) } }",
      "@media (width >= 60rem){a{b: calc(1px + 2px)}}"
    ),
  ])
  func `a style sheet loses its comments and blanks that mean nothing`(
    style: String, shipped: String
  ) {
    #expect(String(decoding: ShippedStyle.text(Array(style.utf8)), as: UTF8.self) == shipped)
  }

  @Test(arguments: ["a { b: \"c\n} /* d */", "a {} /* c", "a { b: url(c /* d */", "a \\"])
  func `a style sheet that is broken is left as it is`(style: String) {
    #expect(String(decoding: ShippedStyle.text(Array(style.utf8)), as: UTF8.self) == style)
  }

  @Test func `the theme's own two files are shipped without comments`() throws {
    let assets = ThemeAssets(try Theme())
    for name in [assets.stylesheet, assets.script] {
      let file = try #require(assets.files.first { $0.path == name })
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("\n  ") && !text.contains("/* ") && !text.contains("\n//"))
    }
  }
}
