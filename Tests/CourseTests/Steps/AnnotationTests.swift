import Markdown
import Testing

@testable import Course

/// What authors can say of a step, in each of the forms and with each of the names in use.
struct AnnotationTests {
  private func settings(_ markdown: String) -> StepSettings? {
    Page(path: "a.md", bytes: Array(markdown.utf8)).steps.first?.settings
  }

  private func diagnostics(_ markdown: String) -> [String] {
    PageCheck.diagnostics(Page(path: "a.md", bytes: Array(markdown.utf8))).filter { !$0.isSilenced }
      .map { "\($0.position.line):\($0.position.column) \($0.rule): \($0.message)" }
  }

  @Test(arguments: [
    ##"sh {"name":"x","timeout":"5s"}"##, "sh { name=x timeout=5s }", "{.sh #x timeout=5s}",
    "sh name=\"x\" timeout='5s'", "sh {name: x, timeout: 5s}", "sh,name=x, timeout=5",
    "{bash, name=x, timeout=5}", "sh id=x time_limit=5000ms", "sh {label=x,timeout=5s}",
    "sh title=\"a b\" {1,3-5} name=x hl_lines=\"2 3\" linenos .copy timeout=5s",
  ])
  func `an info string in any form that is in use`(info: String) {
    let page = Page(path: "a.md", bytes: Array("```\(info)\ntrue\n```\n".utf8))
    #expect(page.steps.map(\.id) == ["x"])
    #expect(page.steps.first?.settings.timeout == .seconds(5))
    #expect(PageCheck.diagnostics(page).isEmpty)
  }

  @Test(arguments: [
    "<!-- step: name=x timeout=5s -->", "<!-- step name=x timeout=5s-->",
    "<!-- step {\"name\": \"x\", \"timeout\": 5} -->", "<!--step:name=x\n  timeout=5s\n-->",
    "<!-- $MDX name=x,timeout=5s -->", "<!-- name=\"x\" timeout=5s -->",
    "<!-- step: name: x, timeout: 5s -->", "<!-- step: name=x -->\n<!-- step: timeout=5s -->",
    "<!-- a remark -->\n<!-- step: name=x timeout=5s -->",
  ])
  func `a comment above the block`(comment: String) {
    for (before, indent) in [("", ""), ("- item\n\n", "  "), ("> quote\n>\n", "> ")] {
      let lines = "\(comment)\n```sh\ntrue\n```".split(separator: "\n").map { indent + $0 + "\n" }
      let page = Page(path: "a.md", bytes: Array((before + lines.joined()).utf8))
      #expect(page.steps.map(\.id) == ["x"])
      #expect(page.steps.first?.settings.timeout == .seconds(5))
      #expect(PageCheck.diagnostics(page).isEmpty)
    }
  }

  @Test(arguments: [
    "<!-- a remark about name -->", "<!-- name -->", "<!-- steps=3 -->", "<!-- skip this -->",
    "<!-- expected_similarity=0.8 -->", "<!-- width=3 name=x -->", "<div name=x>",
  ])
  func `other comments are none of ours`(comment: String) {
    #expect(settings("\(comment)\n\n```sh\ntrue\n```\n") == StepSettings())
  }

  @Test func `lines at the top of the code, which are no part of it`() throws {
    let page = Page(
      path: "a.md", bytes: Array("```sh\n#| label: x\n#| timeout: 5s\ntrue\n```\n".utf8))
    let step = try #require(page.steps.first)
    #expect(step.id == "x" && step.settings.timeout == .seconds(5))
    #expect(step.code.literal == "true\n")
    #expect(step.commands.map(\.position.line) == [4])
  }

  @Test func `what is nearer to the reader's eye counts more`() {
    let text = { (front: String, comment: String, info: String, line: String) in
      "\(front)\(comment)```sh \(info)\n\(line)true\n```\n"
    }
    let front = "---\nsteps:\n  timeout: 1s\n  cwd: /tmp\n---\n"
    let all = text(front, "<!-- step: timeout=4s -->\n", "timeout=3s", "#| timeout: 2s\n")
    #expect(settings(all)?.timeout == .seconds(4))
    #expect(settings(all)?.folder == "/tmp")
    #expect(settings(text(front, "", "timeout=3s", "#| timeout: 2s\n"))?.timeout == .seconds(3))
    #expect(settings(text(front, "", "", "#| timeout: 2s\n"))?.timeout == .seconds(2))
    #expect(settings(text(front, "", "", ""))?.timeout == .seconds(1))
  }

  /// Attributes with what they make of the settings.
  private static let keys: [(String, @Sendable (StepSettings) -> Bool)] = [
    ("skip", { $0.isSkipped == true }), ("ignore", { $0.isSkipped == true }),
    ("eval=FALSE", { $0.isSkipped == true }), ("eval=true", { $0.isSkipped == false }),
    ("skip-execution", { $0.isSkipped == true }), ("optional", { $0.isOptional == true }),
    ("optional=false", { $0.isOptional == false }), ("exit=3", { $0.exitStatus == 3 }),
    ("returncode=3", { $0.exitStatus == 3 }), ("timeout=1h30m", { $0.timeout == .seconds(5400) }),
    ("timeout=1.5", { $0.timeout == .milliseconds(1500) }), ("cwd=/a", { $0.folder == "/a" }),
    ("workdir='a b'", { $0.folder == "a b" }), ("dir=a", { $0.folder == "a" }),
    ("env=A=1", { $0.environment == [.init(name: "A", value: "1")] }),
    ("{env: {A: '1', B: '2'}}", { $0.environment.map(\.name) == ["A", "B"] }),
    ("set-A=1", { $0.environment == [.init(name: "A", value: "1")] }),
    ("background", { $0.isBackground == true }), ("detached", { $0.isBackground == true }),
    ("background wait=8080", { $0.wait == [.port(8080)] }),
    ("wait=port:8080", { $0.wait == [.port(8080)] }),
    ("wait=5s", { $0.wait == [.delay(.seconds(5))] }),
    ("wait=http://localhost:1/x", { $0.wait == [.url("http://localhost:1/x")] }),
    ("wait=\"output:is ready\"", { $0.wait == [.output("is ready")] }),
    ("{wait: {port: 80, delay: 1s}}", { $0.wait == [.port(80), .delay(.seconds(1))] }),
    ("os=macos", { !$0.isForThisSystem }), ("platform=linux,macos", { $0.isForThisSystem }),
    ("tty", { $0.usesTerminal == true }), ("interactive=false", { $0.usesTerminal == false }),
    ("file=a.txt", { $0.file == .init(path: "a.txt", isAddition: false) }),
    ("tangle=a.txt append", { $0.file == .init(path: "a.txt", isAddition: true) }),
    ("append=a.txt", { $0.file == .init(path: "a.txt", isAddition: true) }),
    ("hide", { $0.isHidden == true }), ("echo=false", { $0.isHidden == true }),
    ("secrets=A,B", { $0.secrets == ["A", "B"] }),
    ("stdin=\"y\\nno\"", { $0.answers == ["y", "no"] }),
    ("stdin=[y, 'no way']", { $0.answers == ["y", "no way"] }),
    ("kind=sample", { $0.kind == .sample }),
    ("silence=asks,plain-http", { $0.silenced == ["asks", "plain-http"] }),
  ]

  @Test(arguments: keys.indices)
  func `every key by its names`(index: Int) {
    let (attribute, holds) = Self.keys[index]
    let inInfo = settings("```sh \(attribute)\ntrue\n```\n")
    #expect(inInfo.map(holds) == true, "\(attribute)")
    let inComment = settings("<!-- step: \(attribute) -->\n```sh\ntrue\n```\n")
    #expect(inComment.map(holds) == true, "\(attribute)")
  }

  @Test func `needs name steps by id or number`() throws {
    let page = Page(
      path: "a.md",
      bytes: Array(
        "# A\n## 1. One\n```sh\ntrue\n```\n```sh name=two\ntrue\n```\n```sh needs=1,two\ntrue\n```\n"
          .utf8))
    #expect(page.steps.last?.neededSteps == ["one", "two"])
    #expect(PageCheck.diagnostics(page).isEmpty)
  }

  @Test func `the text makes no id that an author gives further down`() {
    let page = Page(
      path: "a.md",
      bytes: Array("# A\n## Install\n```sh\ntrue\n```\n```sh name=install\nfalse\n```\n".utf8))
    #expect(page.steps.map(\.id) == ["install-true", "install"])
  }

  /// Input with the diagnostics it gives.
  private static let troubles: [(String, [String])] = [
    ("```sh tiemout=3\ntrue\n```", ["1:7 unknown-attribute: 'tiemout' is no attribute of a step"]),
    (
      "- ```sh {x: 1, skp: true}\n  true\n  ```",
      [
        "1:10 unknown-attribute: 'x' is no attribute of a step",
        "1:16 unknown-attribute: 'skp' is no attribute of a step",
      ]
    ),
    ("```sh optoinal\ntrue\n```", ["1:7 unknown-attribute: 'optoinal' is no attribute of a step"]),
    ("```sh whatever words\ntrue\n```", []),
    ("```python tiemout=3 skip\nx\n```", []),
    (
      "```sh timeout=soon\ntrue\n```",
      ["1:7 attribute-value: 'timeout' must be a duration such as 30s or 5m"]
    ),
    ("```sh exit=300\ntrue\n```", ["1:7 attribute-value: 'exit' must be a number from 0 to 255"]),
    ("```sh {name: [}\ntrue\n```", ["1:8 attribute-value: 'name' must be a name"]),
    (
      "<!-- step: colour=red -->\n```sh\ntrue\n```",
      ["1:12 unknown-attribute: 'colour' is no attribute of a step"]
    ),
    (
      "<!-- step:\n  name=x\n  fo=1 -->\n```sh\ntrue\n```",
      ["3:3 unknown-attribute: 'fo' is no attribute of a step"]
    ),
    (
      "<!-- step: name=\"x -->\n```sh\ntrue\n```",
      ["1:17 attribute-value: attributes cannot be read: a quote is never closed"]
    ),
    (
      "<!-- step: name=x -->\n\ntext\n\n```sh\ntrue\n```",
      ["1:12 stray-attribute: the comment stands above no code block, so that it says nothing"]
    ),
    (
      "```sh name=x\ntrue\n```\n```sh name=x\ntrue\n```",
      ["4:1 duplicate-name: 'x' names two steps; first at a.md:1"]
    ),
    (
      "```sh needs=y\ntrue\n```\n```sh name=y\ntrue\n```",
      ["1:1 unknown-step: 'y' is needed and comes no earlier"]
    ),
    ("---\nsteps: 3\n---\n", ["2:8 front-matter: 'steps' must be `key: value` lines"]),
    (
      "---\nsteps:\n  timeuot: 3\n---\n",
      ["3:3 unknown-attribute: 'timeuot' is no attribute of a step"]
    ),
    (
      "---\nsilence: plian-http\n---\n",
      ["2:10 unknown-rule: 'plian-http' is no rule, so that nothing is switched off"]
    ),
  ]

  @Test(arguments: troubles.indices)
  func `what cannot be meant is told`(index: Int) {
    let (markdown, expected) = Self.troubles[index]
    #expect(diagnostics(markdown + "\n") == expected)
  }

  @Test(arguments: [
    "<!-- step: silence=plain-http -->\n```sh\nCOMMAND\n```",
    "```sh {silence: plain-http}\nCOMMAND\n```",
    "```sh\n#| silence: plain-http\nCOMMAND\n```",
    "---\nsilence: [asks, plain-http]\n---\n```sh\nCOMMAND\n```",
    "<!-- notes: silence=plain-http -->\n> ```sh\n> COMMAND\n> ```",
  ])
  func `a rule is switched off by name, and what it says is kept`(markdown: String) {
    let text = markdown.replacing("COMMAND", with: "wget http://example.org/x")
    let all = PageCheck.diagnostics(Page(path: "a.md", bytes: Array(text.utf8)))
    #expect(all.map(\.rule) == ["plain-http"] && all.allSatisfy(\.isSilenced))
    let elsewhere = text + "\n\n```sh\nwget http://example.org/y\n```\n"
    let open = PageCheck.diagnostics(Page(path: "a.md", bytes: Array(elsewhere.utf8))).filter {
      !$0.isSilenced
    }
    #expect(open.count == (markdown.hasPrefix("---") ? 0 : 1))
  }
}
