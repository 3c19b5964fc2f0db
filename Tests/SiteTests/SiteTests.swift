import Course
import Site
import TestSupport
import Testing

/// The HTML of pages.
struct SiteTests {
  @Test func `a page is the same as the one recorded`() throws {
    let files = try testSite([
      "content/index.md": "# Course\n\nWelcome to [week 1](week1.md#a) and [out](https://e.org).\n",
      "content/week1.md": Self.week,
      "content/extra-notes/index.md": "# Extra\n",
      "content/extra-notes/more.md": "no heading, [back](../week1.md)\n",
    ])
    #expect(
      files.map { $0.path.withoutHash } == [
        "apple-touch-icon.png", "icon-192.png", "icon-512.png", "notes.js", "search.js",
        "style.css", "llms.txt", "manifest.webmanifest", "icon.svg",
        "index.html",
        "extra-notes/index.html", "extra-notes/more.html",
        "week1.html",
      ])
    for path in ["week1.html", "extra-notes/more.html"] {
      let page = try #require(files.first { $0.path == path })
      try expectGolden(String(decoding: page.bytes, as: UTF8.self).withoutHash, "site/\(path)")
    }
  }

  @Test(arguments: ["icon.svg", "apple-touch-icon.png", "icon-192.png", "icon-512.png"])
  func `an icon of the course's own takes the place of the site's`(name: String) throws {
    let files = try testSite(["content/a.md": "# A\n"], theme: [name: "own"])
    #expect(files.filter { $0.path == name }.map(\.bytes) == [Array("own".utf8)])
  }

  @Test func `the page for what is not there has icons too`() throws {
    var settings = CourseSettings()
    settings.baseURL = "https://e.org/c/"
    let files = try testSite(["content/a.md": "# A\n"], settings: settings)
    let page = try #require(files.first { $0.path == "404.html" })
    let html = String(decoding: page.bytes, as: UTF8.self)
    #expect(html.contains("rel=\"icon\" type=\"image/svg+xml\" href=\"https://e.org/c/icon.svg\""))
  }

  static let week = """
    # Week <1>

    ## 1. Set up

    Text with *emphasis* and `code`.

    ```sh
    $ sudo apt install git
    $ git --version
    git version 2
    ```

    ## [Optional] Path

    ```sh
    $ nano ~/.bashrc
    # add:
    export A="<b>"
    # Run
    $ source ~/.bashrc
    ```

    ### Once more

    ```bash
    # a loop
    for f in *.csv; do
      wc -l "$f" | sort -n > counts.txt
    done
    ```

    ```
    a picture -> of <things>
    ```

    ```python
    print("<a>")
    ```

    ```sh
    ssh <user>@example.org
    ```

    """

  @Test(arguments: [
    ("[a](b.md)", "href=\"b.html\""), ("[a](b.md#c)", "href=\"b.html#c\""),
    ("[a](x/b.md?q#c)", "href=\"x/b.html?q#c\""),
    ("[a](https://e.org/b.md)", "href=\"https://e.org/b.md\""),
    ("[a](#b)", "href=\"#b\""), ("[a](b.txt)", "href=\"b.txt\""),
    ("[a](javascript:x)", "href=\"\""), ("[a](JavaScript:x)", "href=\"\""),
    ("[a](data:text/html,x)", "href=\"\""), ("[a](vbscript:x)", "href=\"\""),
    ("![a](data:image/png;base64,AA)", "src=\"data:image/png;base64,AA\""),
    ("![a](javascript:x)", "src=\"\""),
  ])
  func `an address leads to the page or nowhere harmful`(markdown: String, expected: String) throws
  {
    let html = try sitePage("# T\n\n\(markdown)\n")
    #expect(html.contains(expected), "\(html)")
  }

  @Test func `a page always has one first heading`() throws {
    #expect(try sitePage("text\n").ranges(of: "<h1").count == 1)
    let raw = "<h1 align=\"center\">A <b>b</b>\n&amp; c</h1>\n\ntext\n\n## D\n"
    #expect(try sitePage(raw).ranges(of: "<h1").count == 1)
    #expect(try sitePage(raw).contains("<title>A b &amp; c ·"))
    #expect(try sitePage("<p>a</p>\n\ntext\n").ranges(of: "<h1").count == 1)
    #expect(try sitePage("## B\n\n<h1>C</h1>\n").contains("<title>B ·"))
    #expect(try sitePage("# A\n").ranges(of: "<h1").count == 1)
    #expect(try sitePage("---\ntitle: T\n---\n## B\n").contains("<h1>T</h1>"))
  }

  @Test func `every page holds to the content policy: no script or style within it`() throws {
    let html = try sitePage(Self.week)
    #expect(html.contains("Content-Security-Policy"))
    #expect(!html.contains("<style"))
    #expect(!html.contains(" style="))
    #expect(html.ranges(of: "<script").count == 1)
    #expect(!html.contains(" onclick="))
  }

  @Test func `what a step copies is free of prompts`() throws {
    let html = try sitePage("```sh\n$ ls\nout\n```\n")
    #expect(html.contains("<span class=\"prompt\" data-prompt=\"$ \"></span>"))
    #expect(html.contains("<span class=\"out\">out\n</span>"))
    #expect(!html.contains("$ ls"))
  }

  @Test(arguments: [
    ("Look at `a<b`.\n\nCreate `c.yml` with:", "Write <code>c.yml</code>"),
    ("Replace the contents of `c.yml` with:", "Replace all of <code>c.yml</code>"),
    ("In `c.yml`, change:", "Set in <code>c.yml</code>"),
    ("```sh\ncd soft\n```\n\nAdd to `c.yml`:", "Add to <code>~/soft/c.yml</code>"),
  ])
  func `an edit shows its file and its lines`(text: String, expected: String) throws {
    let html = try sitePage("\(text)\n\n```yaml\na: 1\nb: <x>\n```\n")
    #expect(html.contains("<p class=\"edit-file\">\(expected)</p>"), "\(html)")
    let lines =
      "<ins><span class=\"a\">a</span>: <span class=\"n\">1</span>\n</ins>"
      + "<ins><span class=\"a\">b</span>: &lt;x&gt;\n</ins>"
    #expect(html.contains(lines))
  }

  @Test func `an editor's command above its lines is shown for the reader`() throws {
    let html = try sitePage("```sh\n$ nano c.yml\n```\n\nAdd:\n\n```yaml\na: 1\n```\n")
    #expect(html.contains("class=\"cmd\""))
    #expect(html.contains("opens an editor"))
  }

  @Test func `a course's own file replaces the theme's`() throws {
    let own = "{{courseTitle}}|{{title}}|{{stepCount}}|{{#next}}{{title}}{{/next}}"
    let files = try testSite(
      ["content/a.md": "# A\n```sh\nls\n```\n", "content/b.md": "# B\n"],
      theme: ["page.mustache": own, "extra.txt": "x"])
    let page = try #require(files.first { $0.path == "a.html" })
    #expect(String(decoding: page.bytes, as: UTF8.self) == "Course notes|A|1|B")
    #expect(files.contains { $0.path == "extra.txt" })
  }

  @Test(arguments: [
    ("a\n{{#b}}x", 2), ("a\nb\n{{#a}}\n{{/b}}", 4), ("a\n\n{{a", 3), ("{{> page}}", 1),
    ("{{> head}}", nil),
  ])
  func `a broken template is told with its place`(template: String, line: Int?) throws {
    let error: ThemeError?
    do {
      _ = try Theme(overrides: ["page.mustache": Array(template.utf8)])
      error = nil
    } catch let found {
      error = found
    }
    #expect(error?.line == line)
    #expect(error == nil || error?.file == "page.mustache")
  }

  @Test func `addresses of files are escaped, and no id stands twice`() throws {
    let files = try testSite([
      "content/C#.md": "# C\n",
      "content/50%.md": "# 50\n## Step install\n## Install\n```sh\nls\n```\n",
    ])
    let index = try #require(files.first { $0.path == "index.html" })
    let html = String(decoding: index.bytes, as: UTF8.self)
    #expect(html.contains("href=\"C%23.html\""))
    #expect(html.contains("href=\"50%25.html\""))
    let page = try #require(files.first { $0.path == "50%.html" })
    let ids = String(decoding: page.bytes, as: UTF8.self).ranges(of: " id=\"step").count
    #expect(ids == 2)
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("id=\"step:install\""))
  }
}

extension String {
  /// The text with `style.css` for `style.0123456789.css`: the theme may change.
  fileprivate var withoutHash: String {
    replacing(/\.[0-9a-f]{10}\.(css|js)/) { ".\($0.output.1)" }
  }
}
