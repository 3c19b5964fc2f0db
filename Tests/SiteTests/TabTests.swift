import Testing

/// What becomes a tab.
struct TabTests {
  /// In the outline of a page `[` begins a group, `(Name` a tab, `#` stands for a heading, `p` for a
  /// paragraph, `s` for the card of a step and `c` for other code.
  @Test(arguments: [
    ("```sh os=linux\nls\n```\n\n```sh os=mac\nls\n```\n\nEnd.", "[(Linux s)(macOS s)]p"),
    ("```sh {os=wsl}\nls\n```\n```powershell os=windows\nls\n```", "[(WSL s)(Windows c)]"),
    ("- a\n\n  ```sh os=linux\n  ls\n  ```\n  ```sh os=mac\n  ls\n  ```", "p[(Linux s)(macOS s)]"),
    ("```sh os=a,b tab=C\nls\n```\n```sh os=linux,debian\nls\n```", "[(C s)(Linux, Debian s)]"),
    ("```sh os=a\nls\n```\n```sh os=a\ncd\n```\n```sh os=b\nls\n```", "[(a ss)(b s)]"),
    (
      "```sh os=a\nls\n```\n```sh os=b\nls\n```\n```sh os=a\nls\n```\n```sh os=b\nls\n```",
      "[(a s)(b s)][(a s)(b s)]"
    ),
    // Hidden ones are as if they were not there.
    ("```sh os=a\nls\n```\n```sh hide\nls\n```\n```sh os=b\nls\n```", "[(a s)(b s)]"),
    // No group: one alone, the same twice, text between, no system.
    ("```sh os=linux\nls\n```", "s"), ("```sh os=a\nls\n```\n```sh os=a\nls\n```", "ss"),
    ("```sh os=a\nls\n```\n\nor\n\n```sh os=b\nls\n```", "sps"),
    ("```sh title=A\nls\n```\n```sh title=B\nls\n```", "ss"),
    // Between comments.
    (
      "<!-- tabs -->\n## A *b*\n\nText.\n\n### C\n\n## D\n\n```sh\nls\n```\n\n<!-- /tabs -->\n\nE.",
      "[(A b #p#)(D #s)]p"
    ),
    (
      "<!--tabs-->\nFor all.\n\n```sh tab=\"npm\"\nls\n```\nText.\n```py title=b.py\nx\n```\n\n```js os=ios\nx\n```\n<!--/tabs-->",
      "[p(npm sp)(b.py c)(iOS c)]"
    ),
    (
      "<!-- tabs -->\n## A\n```sh os=x\nls\n```\n```sh os=y\nls\n```\n## B\n<!-- /tabs -->",
      "[(A #[(x s)(y s)])(B #)]"
    ),
    // A pair that does not match, or is not alone in its line, changes nothing.
    ("<!-- tabs -->\n\n## A", "#"), ("<!-- /tabs -->\n\n## A", "#"),
    ("<!-- tabs -->\n\nText.\n\n<!-- /tabs -->", "p"), ("<!-- tabs here -->\n\n## A", "#"),
    ("<!-- tabs -->\n\n> ## A\n>\n> <!-- /tabs -->", "#"),
    ("<!-- tabs -->\n## A\n<!-- tabs -->\n## B\n<!-- /tabs -->", "#[(B #)]"),
  ])
  func `fences for systems and blocks between comments are tabs`(
    markdown: String, expected: String
  ) throws {
    #expect(outline(try sitePage("# T\n\n\(markdown)\n")) == expected)
  }

  @Test func `a label is escaped`() throws {
    let page = try sitePage("```sh os=a tab='<\"&'\nls\n```\n```sh os=b\nls\n```\n")
    #expect(page.contains("<div class=\"tab\" data-label=\"&lt;&quot;&amp;\">"))
    #expect(page.contains("<p class=\"tab-label\">&lt;&quot;&amp;</p>"))
  }

  private func outline(_ page: String) -> String {
    let article = page.split(separator: "</h1>", maxSplits: 1).last?.split(
      separator: "</article>", maxSplits: 1)
    var result = ""
    var open: [Character] = []
    for line in (article?.first ?? "").split(separator: "\n") {
      if line == "<div class=\"tabs\">" {
        result += "["
        open.append("]")
      } else if line.hasPrefix("<div class=\"tab\"") {
        result += "(" + (line.split(separator: "\"").dropFirst(3).first ?? "") + " "
        open.append(")")
      } else if line == "</div>" {
        result.append(open.popLast() ?? "!")
      } else if line.hasPrefix("<h") {
        result += "#"
      } else if line.hasPrefix("<figure class=\"step") {
        result += "s"
      } else if line.contains("<p>") {
        result += "p"
      } else if line.hasPrefix("<pre") && line.contains("language-") && !line.contains("-sh\"") {
        result += "c"
      }
    }
    return result
  }
}
