import Course
import Markdown
import Site
import TestSupport
import Testing

/// What the card of a step tells of its last recorded run.
struct CardTests {
  private static let notes = """
    # P

    ```console
    $ psql --version
    psql 15.9 (Debian)
    ```

    """

  /// The page with a record of its first step.
  private func page(
    _ markdown: String = notes, change: (inout StepRecord) -> Void
  ) throws -> PageDraft {
    let page = Page(path: "content/p.md", bytes: Array(markdown.utf8))
    let step = try #require(page.steps.first)
    var entry = StepRecord(
      id: step.id, number: nil, title: step.title, line: step.range.start.line,
      hash: step.fingerprint, outcome: .passed, duration: 1.84,
      actions: [
        RecordedAction(
          line: step.range.start.line + 1, command: step.commands.first?.text, status: 0,
          duration: 1.84, output: "psql 15.9 (Debian)\n")
      ])
    change(&entry)
    var system = SystemRecord(place: "sandbox")
    system.distribution = "Debian GNU/Linux 12 (bookworm)"
    let record = PageRecord(
      page: page.path, title: "P", date: "2026-11-24T10:00:00Z", duration: 2, system: system,
      steps: [entry])
    let context = PageContext(
      links: LinkTable(paths: [], files: []), settings: CourseSettings(), theme: try Theme())
    return PageDraft(page, record: record, in: context)
  }

  private func html(
    _ markdown: String = notes, change: (inout StepRecord) -> Void
  ) throws -> String {
    String(decoding: try page(markdown, change: change).body, as: UTF8.self)
  }

  @Test(
    arguments: [
      (
        RecordedOutcome.failed, "reading\nbash: x: command not found\n",
        #"reading\nbash: x: command not found"#
      ),
      (.failed, "nothing known\n", "nothing known"),
      (.timedOut, "still waiting\n", "still waiting"),
      (
        .passed, "W: Some index files failed to download\nReading\n",
        "W: Some index files failed to download"
      ),
      (.passed, "Reading lists\n", nil), (.skipped, "", nil),
    ] as [(RecordedOutcome, String, String?)])
  func `messages of a recorded run are searched at their step`(
    outcome: RecordedOutcome, printed: String, found: String?
  ) throws {
    let draft = try page { entry in
      entry.outcome = outcome
      entry.actions[0].output = printed
    }
    let search = String(decoding: draft.search, as: UTF8.self)
    #expect(search.contains("\",\"step:p\"],[\"") == (found != nil), "\(search)")
    if let found { #expect(search.contains(",[\"\(found)\",\"step:p\"]"), "\(search)") }
  }

  @Test func `what was printed by a step that has changed since is not searched`() throws {
    let draft = try page { entry in
      entry.outcome = .failed
      entry.hash = "sha256:other"
      entry.actions[0].output = "kubectl: command not found\n"
    }
    #expect(!String(decoding: draft.search, as: UTF8.self).contains("kubectl"))
  }

  private static let place =
    "<span>Debian 12, <time datetime=\"2026-11-24\">2026-11-24</time></span></p>"

  @Test(arguments: [
    (RecordedOutcome.passed, nil, "passed", "<b>✓ Verified</b> in 1.8 s"),
    (.failed, "exit status 2", "failed", "<b>✗ Failed</b>: exit status 2 in 1.8 s"),
    (.timedOut, nil, "failed", "<b>✗ Timed out</b> in 1.8 s"),
    (.interrupted, nil, "failed", "<b>✗ Stopped</b> in 1.8 s"),
    (.skipped, "e.org cannot be reached", "skipped", "<b>– Not run</b>: e.org cannot be reached"),
    (.skipped, "optional; --optional runs it", "skipped", "<b>– Not run</b>: optional"),
    (.blocked, "1 did not pass", "skipped", "<b>– Blocked</b>: 1 did not pass"),
  ])
  func `a card tells outcome, time, system and date`(
    outcome: RecordedOutcome, reason: String?, status: String, words: String
  ) throws {
    let html = try html {
      $0.outcome = outcome
      $0.reason = reason
      if status == "skipped" { $0.actions = [] }
    }
    #expect(html.contains(" data-status=\"\(status)\""), "\(html)")
    #expect(html.contains("<p class=\"outcome\">\(words)\(Self.place)"), "\(html)")
  }

  @Test func `a step that has changed since is stale, and its output is not shown`() throws {
    let html = try html("# P\n\n```sh\necho a\n```\n") {
      $0.hash = "sha256:0"
      $0.actions[0].output = "an old output\n"
    }
    #expect(html.contains(" data-status=\"stale\""))
    #expect(html.contains("<b>± Changed since it was run</b><span>"))
    #expect(!html.contains("an old output"))
  }

  @Test(arguments: [
    (false, "changed", "± Printed something else"), (true, "passed", "✓ Verified"),
  ])
  func `output that differs is shown with marks, and the author's behind a disclosure`(
    isHint: Bool, status: String, words: String
  ) throws {
    let html = try html {
      $0.differences = [
        RecordedDifference(
          line: 5, hint: isHint, expected: "psql 15.9 (Debian)\n", printed: "psql 16.9 (Debian)\n")
      ]
    }
    #expect(html.contains(" data-status=\"\(status)\""), "\(html)")
    #expect(html.contains(words))
    #expect(
      html.contains("<span class=\"out\">psql 1<mark>6</mark>.9 (Debian)\n</span>"), "\(html)")
    #expect(html.contains("<summary>What the notes say</summary>"))
    #expect(html.contains("<samp>psql 15.9 (Debian)\n</samp>"))
  }

  @Test func `output in a block of its own is compared there`() throws {
    let html = try html("# P\n\n```sh\necho 2\n```\n\nYou should see:\n\n```\n1\n```\n") {
      $0.differences = [RecordedDifference(line: 10, hint: false, expected: "1\n", printed: "2\n")]
    }
    #expect(html.contains("<samp><mark>2</mark>\n</samp>"), "\(html)")
    #expect(html.ranges(of: "What the notes say").count == 1)
    #expect(!html.contains("class=\"output\""))
  }

  @Test(arguments: [(1, nil), (20, nil), (21, 5), (216, 200), (300, 284)])
  func `of a long output the beginning is on screen`(count: Int, hidden: Int?) throws {
    let html = try html("# P\n\n```sh\nseq 300\n```\n") {
      $0.actions[0].output = (1...count).map { "\($0)\n" }.joined()
    }
    #expect(html.contains("<samp>1\n"), "\(html)")
    #expect(html.contains("\(hidden ?? 0) more lines") == (hidden != nil))
    #expect(html.contains(", of which 200 are kept here") == (count == 300))
    #expect(html.contains("\(min(count, 216))\n</samp>"))
  }

  @Test func `of a failure the end is on screen`() throws {
    let html = try html("# P\n\n```sh\nmake\n```\n") {
      $0.outcome = .failed
      $0.actions[0].output = (1...30).map { "line \($0)\n" }.joined()
    }
    #expect(html.contains("<summary>14 earlier lines</summary>"))
    #expect(html.hasSuffix(Self.place + "\n</figure>\n"))
    #expect(html.contains("line 30\n</samp></pre>\n</div>\n<p class=\"outcome\">"), "\(html)")
  }

  @Test func `the badge counts what is verified`() throws {
    let run = try page { _ in }.page.run
    #expect(
      run
        == RunSummary(
          steps: 1, verified: 1, failed: 0, changed: 0, stale: 0, system: "Debian 12",
          day: "2026-11-24"))
  }

  @Test func `blanks have inputs, and places in the commands`() throws {
    let html = try sitePage(
      "---\nvalues:\n  user: \"a<b\"\n---\n# P\n\n```sh\n$ ssh <user>@e.org 'YOUR_TOKEN' user YOUR_TOKEN\n```\n"
    )
    #expect(
      html.contains(
        "<label>user <input data-blank=\"user\" value=\"a&lt;b\" placeholder=\"&lt;user&gt;\""),
      "\(html)")
    #expect(html.contains("<var data-blank=\"user\">&lt;user&gt;</var>@e.org"))
    #expect(html.ranges(of: " data-secret></label>").count == 1)
  }

  @Test(arguments: [
    ("```sh\nls\n```", " data-run>"), ("```sh\n$ nano a.txt\n# In a.txt, add:\nx\n$ ls\n```", nil),
    ("```sh\nls\nnano a.txt\n```\n\nAdd these lines:\n\n```\nx\n```", " data-run=\"ls\">"),
    ("```sh\nls && (\n```", nil),
  ])
  func `what can be typed into a shell is marked`(markdown: String, expected: String?) throws {
    let html = try sitePage("# P\n\n\(markdown)\n")
    if let expected { #expect(html.contains(expected), "\(html)") }
    if markdown.contains("(") { #expect(!html.contains(" data-run"), "\(html)") }
    if markdown.contains("nano") {
      #expect(html.contains(" data-edit=\"notes_edit append a.txt &lt;&lt;'LINES'\""), "\(html)")
      #expect(html.contains("<template id=\"site:edits\"># Tells what a file holds"))
    }
  }
}
