import Course
import Markdown
import Testing

/// Ids of headings that stay when headings change.
struct AnchorLockTests {
  private func lock(_ text: String) -> (AnchorLock, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let lock = AnchorLock(text: text, diagnostics: &diagnostics)
    return (lock, diagnostics)
  }

  /// The ids a page had (`old>new` is one of earlier days), those it has, and what the lock says then.
  @Test(arguments: [
    ("", "a b", "a b"), ("a b", "a b", "a b"), ("a b", "b a", "b a"), ("a b", "a x b", "a x b"),
    ("a b c", "a x c", "a x c b>x"), ("a b c", "x b c", "x b c a>x"),
    ("a b c d", "a x y d", "a x y d b>x c>y"),
    ("a b c", "a c", "a c b>?"), ("a b c d", "a x d", "a x d b>? c>?"),
    ("set-up-git b", "b git-set-up-now", "b git-set-up-now set-up-git>git-set-up-now"),
    ("the-end b", "b the-start-here", "b the-start-here the-end>?"),
    ("a b>a", "c", "c b>c a>c"), ("a b>a", "b", "b a>b"), ("a b>a", "", "b>? a>?"),
    ("a b>?", "a c", "a c b>?"), ("a b>?", "a b", "a b"), ("a b>a", "a", "a b>a"),
    ("a b>zzz", "a", "a b>?"),
  ])
  func `a heading keeps the ids it had`(before: String, now: String, after: String) {
    let lines = { (ids: String) in
      ids.split(separator: " ").map { "content/a b.md " + $0.replacing(">", with: " -> ") + "\n" }
        .joined()
    }
    var (lock, troubles) = lock("# a comment\n\n" + lines(before))
    let ids = now.split(separator: " ").map(String.init)
    let more = lock.update("content/a b.md", headings: ids)
    #expect(troubles == [])
    let text = lock.text
    #expect(text.split(separator: "\n").dropFirst(2).map { $0 + "\n" }.joined() == lines(after))
    var wanted: [String: [String]] = [:]
    for pair in after.split(separator: " ").map({ $0.split(separator: ">") })
    where pair.count == 2 && pair[1] != "?" {
      wanted[String(pair[1]), default: []].append(String(pair[0]))
    }
    #expect(more == wanted)
    // What was written is read as it was, and nothing more happens to it.
    var again = self.lock(text).0
    #expect(again == lock)
    #expect(again.update("content/a b.md", headings: ids) == wanted)
    #expect(again.text == text)
  }

  @Test func `an id that something else on the page has is not given twice`() {
    var lock = lock("content/a.md a\n").0
    #expect(lock.update("content/a.md", headings: ["b"], others: ["a"]) == [:])
  }

  @Test func `headings and pages that are gone are told at their line`() {
    let text = """
      content/a.md a
      content/a.md b -> ?
      content/b.md x
      content/b.md y -> x
      content/c.md c -> ?

      """
    let lock = lock(text).0
    let found = lock.diagnostics(pages: ["content/a.md", "content/c.md"])
    #expect(found.map(\.rule) == ["lost-anchor", "lost-anchor", "lost-anchor"])
    let lines = lock.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      found.map { String(lines[$0.position.line - 1]) }
        == ["content/a.md b -> ?", "content/b.md x", "content/c.md c -> ?"])
  }

  @Test(arguments: [
    ("content/a.md a\r\n", 0), ("<<<<<<< ours\ncontent/a.md a\n=======\n>>>>>>> theirs\n", 3),
    ("content/a.md\n", 1), ("a b\n", 1), ("content/a.md a -> \n", 1), ("\0\u{FEFF}", 1),
  ])
  func `a line that is none is told`(text: String, count: Int) {
    let found = lock(text).1
    #expect(found.count == count, "\(found.map(\.message))")
    #expect(found.allSatisfy { $0.rule == "broken-lock" })
  }
}
