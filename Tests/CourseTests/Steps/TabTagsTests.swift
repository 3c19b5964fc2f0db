import Course
import Testing

/// Blocks in tabs that tags of site generators open around them.
struct TabTagsTests {
  @Test(arguments: [
    // Jekyll
    (
      "{% tabs a %}\n{% tab a galactic %}\n\nGet it:\n\n```sh\nls 1\n```\n\n{% endtab %}\n{% tab a humble %}\n\n```sh\nls 2\n```\n\n{% endtab %}\n{% endtabs %}\n\n```sh\nls 3\n```",
      "run shell, sample another-tab, run shell"
    ),
    (
      "{% tabs a %}\n{% tab a one %}\n```sh\nls 1\n```\n{% endtab %}\n{% tab a two %}\n```sh\nls 2\n```\n{% endtab %}\n{% endtabs %}",
      "run shell, sample another-tab"
    ),
    // GitBook
    (
      "{% tabs %}\n{% tab title=\"Windows\" %}\n```sh\nls 1\n```\n{% endtab %}\n\n{% tab title=\"Linux\" %}\n```sh\nls 2\n```\n{% endtab %}\n{% endtabs %}",
      "sample another-tab, run shell"
    ),
    // Hugo
    (
      "{{< tabs >}}\n{{< tab \"Docker\" >}}\n\n```sh\nls 1\n```\n\n{{< /tab >}}\n{{< tab \"Podman\" >}}\n\n```sh\nls 2\n```\n\n{{< /tab >}}\n{{< /tabs >}}",
      "run shell, sample another-tab"
    ),
    // Docusaurus
    (
      "<Tabs groupId=\"a\">\n<TabItem value=\"x\" label=\"BigQuery\" default>\n\n```sh\nls 1\n```\n\n</TabItem>\n<TabItem value=\"y\" label=\"Redshift\">\n\n```sh\nls 2\n```\n\n</TabItem>\n</Tabs>\n\n```sh\nls 3\n```",
      "run shell, sample another-tab, run shell"
    ),
    (
      "<Tabs>\n<TabItem value=\"Terminal 1\">\n\n```sh\nls 1\n```\n\n</TabItem>\n<TabItem value=\"Terminal 2\">\n\n```sh\nls 2\n```\n\n</TabItem>\n</Tabs>",
      "run shell, run shell"
    ),
    // Groups within a tab, and one after the other.
    (
      "{% tabs a %}\n{% tab a one %}\n\n{% tabs b %}\n{% tab b three %}\n```sh\nls 1\n```\n{% endtab %}\n{% endtabs %}\n\n{% endtab %}\n{% tab a two %}\n```sh\nls 2\n```\n{% endtab %}\n{% endtabs %}",
      "run shell, sample another-tab"
    ),
    (
      "{% tabs a %}\n{% tab a one %}\n```sh\nls 1\n```\n{% endtab %}\n{% endtabs %}\n\n{% tabs b %}\n{% tab b two %}\n```sh\nls 2\n```\n{% endtab %}\n{% endtabs %}",
      "run shell, run shell"
    ),
    ("<Tabs>\n<TabItem value=\"x\"/>\n<TabItem value=\"y\" />\n\n```sh\nls\n```", "run shell"),
    // No tags.
    ("{{ site.name }} has tabs.\n\n```sh\nls\n```", "run shell"),
    ("<Table>\n</Table>\n\n```sh\nls\n```", "run shell"),
  ])
  func `a block of a later tab is another way to do the same`(markdown: String, expected: String) {
    let page = Page(path: "a.md", bytes: Array(("# T\n\n" + markdown + "\n").utf8))
    let found = page.steps.map { "\($0.kind.rawValue) \($0.decision.rule)" }
    #expect(found.joined(separator: ", ") == expected)
  }

  /// A tag is no text that leads to the block below it.
  @Test(arguments: [
    ("Add this to `a.yml`:\n\n{% raw %}\n\n```\na: 1\n```", "edit"),
    ("Add this to `a.yml`:\n\n{{ site.note }}\n\n```\na: 1\n```", "foreign"),
  ])
  func `a tag says nothing`(markdown: String, kind: String) {
    let page = Page(path: "a.md", bytes: Array(("# T\n\n" + markdown + "\n").utf8))
    #expect(page.steps.map(\.kind.rawValue) == [kind])
  }
}
