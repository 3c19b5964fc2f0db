import Course
import Markdown
import Testing

/// What `notes.yml` and front matter say of the course and of where pages are listed.
struct SettingsTests {
  private func settings(_ text: String) -> (CourseSettings, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let settings = CourseSettings(path: "notes.yml", text: text, diagnostics: &diagnostics)
    return (settings, diagnostics)
  }

  @Test func `every setting is read`() {
    let (settings, diagnostics) = settings(
      """
      title: A
      description: B
      url: https://example.org/course
      language: pt-BR
      repository: https://github.com/a/b/
      branch: next
      navigation:
        - index
        - First: week1.md
        - More:
            - part/
      theme: {accent: "#c00", wide: true, menu: [a, b]}
      values: {bucket: mine}
      html: escape
      smart: true
      links: warn
      secrets: [TOKEN]
      runners:
        py: {command: uv run python3.12 -X dev, kind: session}
        Node: node -
      external: {ignore: ["https://a.org/*"], private: true, delay: 2, timeout: 0.5}
      """)
    #expect(diagnostics == [])
    #expect(settings.baseURL == "https://example.org/course/")
    #expect(settings.language == "pt-BR")
    #expect(
      settings.repository?.editAddress(of: "content/a b.md")
        == "https://github.com/a/b/edit/next/content/a%20b.md")
    #expect(
      settings.theme == [
        "accent": .text("#c00"), "wide": .flag(true), "menu": .list([.text("a"), .text("b")]),
      ])
    #expect(settings.values == ["bucket": "mine"])
    #expect(settings.rawHTML == .escape)
    #expect(settings.isSmart)
    #expect(settings.linkSeverity == .warning)
    #expect(settings.secrets == ["TOKEN"])
    #expect(
      settings.runners == [
        "py": LanguageRunner(language: "py", command: "uv run python3.12 -X dev", kind: .session),
        "node": LanguageRunner(language: "node", command: "node -", kind: .once),
      ])
    #expect(settings.external.ignored == ["https://a.org/*"])
    #expect(settings.external.asksNear)
    #expect(settings.external.delay == 2 && settings.external.timeout == 0.5)
    #expect(settings.navigation.map(\.position.line) == [8, 9, 10])
  }

  @Test(arguments: [
    ("titel: A\n", "1:1 write `title`"), ("a: 1\nurl: example.org\n", "1:1|2:6"),
    ("url: https://e.org/?a\n", "1:6"), ("url: https:///a\n", "1:6"),
    ("language: german\n", "1:11"), ("language: d\n", "1:11"), ("language: en_US\n", "1:11"),
    ("html: alow\n", "1:7 write `allow`"), ("links: warm\n", "1:8 write `warn`"),
    ("smart: perhaps\n", "1:8"), ("navigation: week1\n", "1:1"),
    ("navigation:\n  - A: {b: c}\n", "2:8"), ("navigation:\n  - - a\n", "2:5"),
    ("theme: dark\n", "1:1"), ("values: [a]\n", "1:1"), ("values:\n  a: [b]\n", "2:6"),
    ("secrets: {a: b}\n", "1:1"), ("edit: https://e.org/edit\n", "1:7"),
    ("repository: git@github.com:a/b\n", "1:13"), ("external: [a]\n", "1:1"),
    ("external:\n  ignor: a\n", "2:3 write `ignore`"), ("external: {delay: 0}\n", "1:19"),
    ("runners: [a]\n", "1:1"), ("runners: {sh: bash, text: cat}\n", "1:11|1:21"),
    ("runners: {python: {comand: python3}}\n", "1:20 write `command`|1:11 write `command: python`"),
    ("runners: {r: {command: R, kind: onse}}\n", "1:33 write `once`"),
    ("runners: {r: {command: R, kind: session}}\n", "1:33 write `kind: once`"),
    ("runners: {r: \"R (\"}\n", "1:14"), ("runners: {r: [R]}\n", "1:14"),
    ("external: {private: perhaps, ignore: {a: b}}\n", "1:21|1:38"),
  ])
  func `a setting that cannot be used is told at its place`(text: String, expected: String) {
    let found = settings(text).1
    let wanted = expected.split(separator: "|")
    #expect(found.count == wanted.count)
    for (diagnostic, wanted) in zip(found, wanted) {
      let place = "\(diagnostic.position.line):\(diagnostic.position.column)"
      #expect("\(place) \(diagnostic.mend ?? "")".hasPrefix(wanted))
      #expect(diagnostic.rule == "settings")
    }
  }

  @Test(arguments: [
    ("https://github.com/a/b", "", "https://github.com/a/b/edit/main/content/x.md"),
    ("https://gitlab.com/a/b", "", "https://gitlab.com/a/b/-/edit/main/content/x.md"),
    (
      "https://e.org", "edit: 'https://e.org/{branch}?file={path}'\n",
      "https://e.org/main?file=content/x.md"
    ),
  ])
  func `a page has an address where it is edited`(url: String, more: String, expected: String) {
    let repository = settings("repository: \(url)\n\(more)").0.repository
    #expect(repository?.editAddress(of: "content/x.md") == expected)
  }

  @Test(arguments: [
    ("date: 2026-03-01", "date 2026-03-01T00:00:00Z"), ("date: 2026-02-29", "3:7"),
    ("date: 1.3.2026", "3:7"), ("tags: [a b, 'c']", "tags a b/c"), ("tags: a b, c,", "tags a b/c"),
    ("tags: [[a]]", "3:8"), ("aliases: /old/", "alias old/index.html"),
    ("aliases: [a.md, b, c/d.html]", "alias a.html/b/index.html/c/d.html"),
    ("aliases: ../up.html", "3:10"), ("aliases: [a.html, 'https://e.org/']", "3:19"),
    ("hide: true", "hide 7"), ("hide: [search, feed]", "hide 6"), ("hide: navigation", "hide 1"),
    ("hide: [navigation, toc]", "hide 1"), ("hide: [serach]", "3:8"), ("hide: false", "hide 0"),
  ])
  func `front matter says where a page is listed`(line: String, expected: String) {
    let text = "---\ntitle: A\n\(line)\n---\n"
    let page = Page(path: "content/a.md", bytes: Array(text.utf8))
    let front = page.frontMatter
    if let diagnostic = page.diagnostics.first {
      #expect("\(diagnostic.position.line):\(diagnostic.position.column)" == expected)
      #expect(page.diagnostics.count == 1)
      return
    }
    let found: [String] = [
      front.date.map { "date \($0.text)" }, "tags " + front.tags.joined(separator: "/"),
      "alias " + front.aliases.map(\.address).joined(separator: "/"),
      "hide \(front.hiding.rawValue)",
    ].compactMap(\.self)
    #expect(found.contains(expected), "\(found)")
  }

  @Test(arguments: [
    ("2026-03-01", "2026-03-01T00:00:00Z"), ("2024-02-29", "2024-02-29T00:00:00Z"),
    ("2026-03-01T09:30", "2026-03-01T09:30:00Z"),
    ("2026-03-01 09:30:15.25Z", "2026-03-01T09:30:15Z"),
    ("2026-03-01T09:30:00+0200", "2026-03-01T09:30:00+02:00"),
    ("2026-03-01T09:30:00-05:30", "2026-03-01T09:30:00-05:30"), ("2026-3-1", nil),
    ("2026-13-01", nil), ("2026-04-31", nil), ("2026-03-01T24:00", nil), ("2026-03-01x", nil),
    ("0000-01-01", nil), ("", nil), ("2026-03-01T09:30+2", nil),
  ])
  func `a date is read as ISO 8601 has it`(text: String, timestamp: String?) {
    #expect(Timestamp(text)?.text == timestamp)
  }

  @Test(arguments: [
    ("2026-3-1", "2026-03-01"), ("2021-5-01T09:00:00-00:00", "2021-05-01"),
    ("May 27, 2024", "2024-05-27"), ("Monday September 10, 2018", "2018-09-10"),
    ("27 May 2024", "2024-05-27"), ("1st Mar. 2026", "2026-03-01"),
    ("2018-10-087T08:30:11-07:00", nil), ("Mayday 1, 2024", nil), ("May 2024", nil),
    ("May 32, 2024", nil), ("5/6/2024", nil),
  ])
  func `a date is read as people write it`(text: String, day: String?) {
    #expect(Timestamp(written: text)?.day == day)
  }

  @Test func `dates stand in the order of time`() throws {
    let texts = [
      "1999-12-31", "2000-02-28T23:00", "2000-02-29", "2000-03-01T01:00+02:00", "2000-03-01",
      "2000-03-01T00:30-01:00",
    ]
    let dates = try texts.map { try #require(Timestamp($0)) }
    #expect(dates.sorted() == dates)
    #expect(dates.reversed().sorted() == dates)
  }
}
