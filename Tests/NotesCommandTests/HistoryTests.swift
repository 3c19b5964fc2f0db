import Foundation
import TestSupport
import Testing

/// When pages were last changed, as git tells it.
struct HistoryTests {
  /// `day N` and `save` make commits of the N-th of January 2026; `page NAME` writes a page.
  private static let words = """
    set -e
    export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
    export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@e.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@e.org
    day() { export GIT_AUTHOR_DATE="2026-01-$1T12:00:00+0200" GIT_COMMITTER_DATE="2026-01-$1T12:00:00+0200"; }
    page() { mkdir -p "$(dirname "content/$1.md")"; printf '# %s\\n\\n%s\\n' "$1" "$2" >"content/$1.md"; }
    save() { git add -A . && git commit -qm change; }

    """

  private static let start = """
    printf 'site/\\n' >.gitignore
    git init -q -b main .
    day 01; page a one; page b one; save

    """

  private func repository(_ script: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let made = try runProgram(
      ["/bin/bash", "-c", Self.words + Self.start + script], in: folder.path)
    try #require(made.status == 0, "\(made.error)")
    return folder
  }

  private func day(_ page: String, in folder: TemporaryFolder, course: String = "") throws
    -> String?
  {
    let html = try folder.text("\(course)site/\(page).html")
    guard let start = html.firstRange(of: "<time datetime=\"2026-01-") else { return nil }
    return String(html[start.upperBound...].prefix(2))
  }

  /// What is done after both pages were committed on the first, and the day of page `a`.
  @Test(arguments: [
    ("", "01"), ("day 02; page b two; save", "01"), ("day 02; page a two; save", "02"),
    ("day 02; page a two; save; day 03; git commit -q --allow-empty -m none", "02"),
    // Changed since, staged or not, or changed and changed back.
    ("page a two", nil), ("page a two; git add .", nil), ("touch content/a.md", "01"),
    ("page a two; git add .; page a one", "01"),
    // Only renamed, renamed and changed, and another file by that name.
    (
      "git mv content/a.md content/c.md; day 02; save; git mv content/c.md content/a.md; save", "01"
    ),
    (
      "git rm -q content/a.md; day 02; page x/z one; save; git mv content/x/z.md content/a.md; save",
      "02"
    ),
    ("git mv content/a.md content/c.md; day 02; page a two; save", "02"),
    // Gone and there anew, with and without git's knowing.
    ("git rm -q content/a.md; day 02; save; page a one", nil),
    ("git rm -q content/a.md; day 02; save; day 03; page a one; save", "03"),
    ("git rm -q --cached content/a.md; day 02; git commit -qm gone", nil),
    // Branches: one changed it, both did, and the merge itself.
    (
      """
      git switch -qc side; day 02; page a two; save; git switch -q main; day 03; page b two; save
      day 04; git merge -q --no-edit side
      """, "02"
    ),
    (
      """
      printf '1\\n2\\n3\\n4\\n5\\n6\\n' >content/a.md; day 02; save
      git switch -qc side; day 03; sed -i s/1/one/ content/a.md; save
      git switch -q main; day 04; sed -i s/6/six/ content/a.md; save
      day 05; git merge -q --no-edit side
      """, "05"
    ),
    (
      """
      git switch -qc side; day 02; page b two; save; git switch -q main; day 03; page b three; save
      day 04; git merge -q --no-commit side || true; page a merged; page b both; save
      """, "04"
    ),
    ("rm -rf .git", nil), ("rm -rf .git; git init -q", nil),
    ("printf -- '---\\nupdated: 2026-01-20\\n---\\n# A\\n' >content/a.md", "20"),
    ("printf -- '---\\ndate: 2026-01-20\\n---\\n# A\\n' >content/a.md; day 02; save", "02"),
    ("printf -- '---\\ndate: 2026-01-20\\n---\\n# A\\n' >content/a.md", "20"),
  ])
  func `a page has the day of the last commit that changed it`(script: String, day: String?) throws
  {
    let folder = try repository(script)
    let result = try runNotes(["build"], in: folder.path)
    #expect(result.status == 0, "\(result.error)")
    #expect(!result.error.contains("warning"))
    #expect(try self.day("a", in: folder) == day)
    // Once more from what the last build learnt.
    let again = try runNotes(["build"], in: folder.path)
    #expect(again.output.contains("; 0 files written"))
    // And without it.
    try FileManager.default.removeItem(atPath: folder.path + "/.notes")
    #expect(try runNotes(["build"], in: folder.path).output.contains("; 0 files written"))
  }

  @Test func `a page gets its new day with the commit, though its file stays`() throws {
    let folder = try repository("page a two")
    func commit(_ script: String) throws {
      let made = try runProgram(["/bin/bash", "-c", Self.words + script], in: folder.path)
      #expect(made.status == 0, "\(made.error)")
      #expect(try runNotes(["build"], in: folder.path).status == 0)
    }
    try commit("")
    #expect(try day("a", in: folder) == nil)
    try commit("day 05; save")
    #expect(try day("a", in: folder) == "05")
    try commit("page a three")
    #expect(try day("a", in: folder) == nil)
    try commit("git checkout -q content/a.md")
    #expect(try day("a", in: folder) == "05")
    try commit("page new one")
    #expect(try day("new", in: folder) == nil)
    #expect(try day("a", in: folder) == "05")
    try commit("git switch -q --detach HEAD~1")
    #expect(try day("a", in: folder) == "01")
  }

  @Test func `a course may be a folder of the repository, and built from a hook`() throws {
    let folder = try repository(
      """
      mkdir 'my course'; git mv content 'my course/'; day 02; save
      cd 'my course'; day 03; page 'b ü' two; save
      """)
    let result = try runNotes(
      ["build"], in: folder.path + "/my course",
      environment: ["GIT_DIR": "/nowhere", "GIT_INDEX_FILE": "/nowhere"])
    #expect(result.status == 0, "\(result.error)")
    #expect(try day("b ü", in: folder, course: "my course/") == "03")
    // It was moved from outside of the course, which made it a page.
    #expect(try day("a", in: folder, course: "my course/") == "02")
  }

  @Test func `a shallow clone has no days, and is told once`() throws {
    let folder = try repository(
      "day 02; page a two; save; git clone -q --depth 1 file://$PWD clone")
    let result = try runNotes(["build"], in: folder.path + "/clone")
    #expect(result.status == 0)
    #expect(result.error.ranges(of: "[shallow-clone]").count == 1)
    #expect(result.error.contains("fetch-depth: 0"))
    #expect(try day("a", in: folder, course: "clone/") == nil)
    #expect(try day("b", in: folder, course: "clone/") == nil)
  }

  @Test func `without git there are no days and no words about it`() throws {
    let folder = try repository("mkdir bin")
    let result = try runNotes(
      ["build"], in: folder.path, environment: ["PATH": folder.path + "/bin"])
    #expect(result.status == 0 && result.error.isEmpty, "\(result.error)")
    #expect(try day("a", in: folder) == nil)
  }

  @Test func `a repository's settings run no program`() throws {
    let folder = try repository(
      """
      printf '#!/bin/sh\\ntouch ran\\n' >x; chmod +x x
      git config core.fsmonitor "$PWD/x"; git config diff.external "$PWD/x"; git config core.pager "$PWD/x"
      page a two
      """)
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    #expect(!folder.exists("ran"))
  }

  @Test func `sitemap and feed tell the day, and the page where it is edited`() throws {
    let settings = "url: https://e.org/c\nrepository: https://github.com/a/b\n"
    let folder = try repository(
      """
      printf '\(settings.replacing("\n", with: "\\n"))' >notes.yml
      printf -- '---\\ndate: 2026-01-02\\n---\\n# B\\n' >content/b.md
      day 05; save
      """)
    #expect(try runNotes(["build"], in: folder.path).status == 0)
    let sitemap = try folder.text("site/sitemap.xml")
    #expect(sitemap.contains("<lastmod>2026-01-01T12:00:00+02:00</lastmod>"))
    #expect(sitemap.contains("<lastmod>2026-01-05T12:00:00+02:00</lastmod>"))
    let feed = try folder.text("site/feed.xml")
    #expect(feed.contains("<published>2026-01-02T00:00:00Z</published>"))
    #expect(feed.ranges(of: "<updated>2026-01-05T12:00:00+02:00</updated>").count == 2)
    #expect(
      try folder.text("site/a.html").contains(
        "<a href=\"https://github.com/a/b/edit/main/content/a.md\">Edit this page</a>"))
    // The list of pages is made by nobody's hand.
    #expect(!(try folder.text("site/index.html").contains("Edit this page")))
  }

  @Test func `--check of a repository writes nothing`() throws {
    let folder = try repository("")
    #expect(try runNotes(["build", "--check"], in: folder.path).status == 1)
    #expect(!folder.exists(".notes"))
  }
}
