import TestSupport
import Testing

@testable import Course

/// What is taken for a secret, and what is not.
struct MaskingTests {
  @Test(arguments: [
    // Keys by their form; the parts are joined here so that no tool takes this file for a leak.
    ("id AKIA" + "ABCDEFGHIJKLMNOP.", "id •••."),
    ("https://x:ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789@e.org", "https://x:•••@e.org"),
    ("\"sk-" + "proj-abcdefghijklmnop1234_xyz\"", "\"•••\""),
    ("sk-" + "ant-api03-AbCdEfGhIjKlMnOpQr12-x", "•••"), ("hf_" + "AbCdEfGhIjKlMnOpQrSt", "•••"),
    ("Bearer eyJ" + "hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "Bearer •••"),
    (
      "a\n-----BEGIN RSA PRIVATE KEY-----\nMIIB\nAAA=\n-----END RSA PRIVATE KEY-----\nb",
      "a\n-----BEGIN RSA PRIVATE KEY-----\n•••\nb"
    ),
    ("QUJD\nREVG\n-----END PRIVATE KEY-----\nb c", "•••\nb c"),
    ("-----BEGIN PRIVATE KEY-----\nMIIB\nAAAA", "-----BEGIN PRIVATE KEY-----\n•••"),
    (
      "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----",
      "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----"
    ),
    // Variables by their names
    ("API_TOKEN=abc123def", "API_TOKEN=•••"),
    ("export DB_PASSWORD='a b c'; ls", "export DB_PASSWORD='•••'; ls"),
    ("DB_PASSWORD=\"a'b;c\"\nx", "DB_PASSWORD=\"•••\"\nx"),
    // What only looks like one
    ("AKIASHORT", "AKIASHORT"),
    ("sk-learn-contrib-examples-2024", "sk-learn-contrib-examples-2024"),
    ("task-abcdefghijklmnop1234", "task-abcdefghijklmnop1234"),
    ("eyJhbGciOiJIUzI1NiJ9", "eyJhbGciOiJIUzI1NiJ9"),
    ("API_TOKEN=$TOKEN", "API_TOKEN=$TOKEN"), ("TOKEN_FILE=/run/secret", "TOKEN_FILE=/run/secret"),
    ("POSTGRES_PASSWORD=root", "POSTGRES_PASSWORD=root"), ("MAX_TOKEN=4096", "MAX_TOKEN=4096"),
    ("a=b c==d", "a=b c==d"), ("", ""),
  ])
  func `what has the shape of a key is masked`(text: String, expected: String) {
    #expect(Masking().masked(text) == expected)
  }

  @Test(arguments: [
    // notes, text, expected
    ("export API_TOKEN=tango42x\n", "it is tango42x, tango42", "it is •••, tango42"),
    ("API_TOKEN=\"tango 42x\" ls\n", "tango 42x", "•••"),
    ("curl -u me:tango42x http://e.org\n", "tango42x", "•••"),
    ("mysql -ptango42x\n", "tango42x", "•••"),
    ("export API_TOKEN=$(cat t)\n", "cat t", "cat t"),
    ("export POSTGRES_PASSWORD=postgres\n", "postgres is up", "postgres is up"),
    ("export API_TOKEN=abc\n", "abc", "abc"), ("export API_TOKEN=true\n", "true", "true"),
    ("export PLAIN=tango42x\n", "tango42x", "tango42x"),
    ("export NAMED=tango42x\n", "tango42x", "•••"), ("NAMED=tango42x\n", "tango42x", "•••"),
    ("ls\n", "from the environment: foxtrot9", "from the environment: •••"),
    ("ls\n", "environment, named: golf-seven", "environment, named: •••"),
  ])
  func `values of secrets are masked`(commands: String, text: String, expected: String) {
    let page = Page(path: "a.md", bytes: Array("```sh secrets=NAMED\n\(commands)```\n".utf8))
    let masking = Masking(
      names: ["BY_COURSE"],
      environment: ["MY_TOKEN": "foxtrot9", "BY_COURSE": "golf-seven", "A": "is"],
      steps: page.steps)
    #expect(masking.masked(text) == expected)
  }

  @Test func `the variables to ask a shell for are those that are named or say so`() {
    let text =
      "---\nsecrets: [ONE, '$(ls)']\n---\n```sh secrets=TWO\nread -s API_KEY\nexport X=1 TOKEN=$(ls)\nPASS=1\n```\n"
    let page = Page(path: "a.md", bytes: Array(text.utf8))
    #expect(page.diagnostics.map(\.message) == [])
    #expect(Masking(steps: page.steps).names == ["API_KEY", "ONE", "PASS", "TOKEN", "TWO"])
  }

  @Test func `a longer value leaves nothing of itself, and each line of one is masked`() {
    var masking = Masking()
    for value in ["tango", "tango-long", "line one\nline two\n\n"] { masking.learn(value) }
    #expect(masking.masked("tango-long tango") == "••• •••")
    #expect(masking.masked("line two, line one") == "•••, •••")
    #expect(masking.masked("tangtango") == "tang•••")
  }

  @Test(arguments: [
    ("wait tan", "wait •••"), ("wait tang", "wait •••"), ("wait a", "wait a"),
    ("wait ta", "wait ta"), ("sk-ab", "•••"),
    ("a b", "a b"),
  ])
  func `of text that grows the beginning of a secret is masked`(text: String, expected: String) {
    var masking = Masking()
    masking.learn("tango42x")
    #expect(masking.masked(text, isGrowing: true) == expected)
  }

  @Test func `in whatever pieces a text comes no piece of a secret is shown`() {
    var masking = Masking()
    masking.learn("tango42x")
    let text =
      "a tango42x b\n-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\né tango42x\nrest"
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
      var stream = MaskingStream(masking)
      var shown = ""
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 1...9, using: &random))
        shown += stream.append(piece)
        rest = rest.dropFirst(piece.count)
      }
      shown += stream.finish()
      #expect(shown == masking.masked(text))
    }
  }

  @Test func `a line without end is shown up to its last blank`() {
    var masking = Masking()
    masking.learn("tango42x")
    var stream = MaskingStream(masking)
    let shown = stream.append((String(repeating: "word ", count: 4000) + "tango4").utf8)
    #expect(shown.utf8.count == 20_000)
    #expect(stream.append("2x\n".utf8) == "•••\n")
  }
}
