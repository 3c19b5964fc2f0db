import Course
import TestSupport
import Testing

/// Changes on both sides of notes and script, brought together.
struct ScriptMergeTests {
  /// What notes and script hold after a merge, or what was told.
  private func merge(
    _ notes: String, notesEdit: (String, String)? = nil, scriptEdit: (String, String)? = nil
  ) -> (notes: String, merge: ScriptMerge) {
    let before = page(notes)
    let script = Script(before).text
    let record = SyncRecord(page: before.path, script: script)
    let newNotes = notesEdit.map { notes.replacing($0, with: $1) } ?? notes
    let newScript = scriptEdit.map { script.replacing($0, with: $1) } ?? script
    #expect(notesEdit == nil || newNotes != notes)
    #expect(scriptEdit == nil || newScript != script)
    let merge = ScriptMerge(page(newNotes), script: newScript, record: record)
    return (String(decoding: merge.page.source.bytes, as: UTF8.self), merge)
  }

  private func page(_ text: String) -> Page {
    Page(path: "content/a.md", bytes: Array(text.utf8))
  }

  @Test(arguments: [
    // one line
    ("```sh\nls a\n```\n", "ls a", "ls b", "```sh\nls b\n```\n"),
    ("~~~ bash {.x}\nls a\n~~~\n", "ls a", "ls b", "~~~ bash {.x}\nls b\n~~~\n"),
    ("    ls -l a\n\nText.\n", "ls -l a", "ls -l b", "    ls -l b\n\nText.\n"),
    ("```console\n$ ls a\nx\n$ pwd\n```\n", "ls a", "ls b", "```console\n$ ls b\nx\n$ pwd\n```\n"),
    ("> - ```sh\n>   ls a\n>   ```\n", "ls a", "ls b", "> - ```sh\n>   ls b\n>   ```\n"),
    (
      "1. A\n\n   ```sh\n   ls a  # look\n   ```\n", "ls a", "ls b",
      "1. A\n\n   ```sh\n   ls b  # look\n   ```\n"
    ),
    ("```sh\r\nls a\r\npwd\r\n```\r\n", "ls a", "ls b", "```sh\r\nls b\r\npwd\r\n```\r\n"),
    // lines more and less
    ("```sh\nls a\n```\n", "  ls a\n", "  ls a\n  ls b\n", "```sh\nls a\nls b\n```\n"),
    ("```sh\nls a\n```\n", "  ls a\n", "  ls b\n  ls a\n", "```sh\nls b\nls a\n```\n"),
    ("```sh\nls a\nls b\n```\n", "  ls a\n", "", "```sh\nls b\n```\n"),
    (
      "> ```sh\n> ls a\n> ```\n", "  ls a\n", "  ls a\n  ls b\n", "> ```sh\n> ls a\n> ls b\n> ```\n"
    ),
    ("-     ls -l a\n", "  ls -l a\n", "  ls -l a\n  ls -l b\n", "-     ls -l a\n      ls -l b\n"),
    (
      "```console\n$ ls a\nx\n$ pwd\n/\n```\n", "  ls a\n", "  ls a\n  ls b\n",
      "```console\n$ ls a\nx\n$ ls b\n$ pwd\n/\n```\n"
    ),
    (
      "```console\nu@h:~$ ls a\n```\n", "  ls a\n", "  ls a\n  ls b\n",
      "```console\nu@h:~$ ls a\nu@h:~$ ls b\n```\n"
    ),
    ("```console\n$ ls a\nx\n$ pwd\n/\n```\n", "  ls a\n", "", "```console\n$ pwd\n/\n```\n"),
    // commands of several lines
    (
      "```sh\nfor a in 1; do\n  ls a\ndone\n```\n", "    ls a\n", "    ls a\n    ls b\n",
      "```sh\nfor a in 1; do\n  ls a\n  ls b\ndone\n```\n"
    ),
    (
      "```console\n$ ls a \\\n>   -l\n```\n", "    -l\n", "    -l \\\n    -a\n",
      "```console\n$ ls a \\\n>   -l \\\n>   -a\n```\n"
    ),
    (
      "```sh\ncat >f <<'EOF'\na\nEOF\n```\n", "\na\n", "\na\n\n  b\n",
      "```sh\ncat >f <<'EOF'\na\n\n  b\nEOF\n```\n"
    ),
    (
      "> ```sh\n> cat >f <<'EOF'\n> a\n> EOF\n> ```\n", "\na\n", "\na\n\nb\n",
      "> ```sh\n> cat >f <<'EOF'\n> a\n>\n> b\n> EOF\n> ```\n"
    ),
    // a fence as long as the text needs
    (
      "```sh\ncat >f <<'EOF'\na\nEOF\n```\n", "\na\n", "\n```\n",
      "````sh\ncat >f <<'EOF'\n```\nEOF\n````\n"
    ),
    // remarks
    ("```sh\nls a\n```\n", "  ls a\n", "  # first\n  ls a\n", "```sh\n# first\nls a\n```\n"),
    ("```sh\n# first\nls a\n```\n", "# first", "# then", "```sh\n# then\nls a\n```\n"),
    // edits
    (
      "```sh\n$ nano ~/.a\n# Add:\nk=1\n# Run\n$ ls\n```\n", "\nk=1\n", "\nk=2\nj=3\n",
      "```sh\n$ nano ~/.a\n# Add:\nk=2\nj=3\n# Run\n$ ls\n```\n"
    ),
    (
      "Add to `a.yml`:\n\n```yaml\nk: 1\n```\n", "\nk: 1\n", "\nk: 2\n",
      "Add to `a.yml`:\n\n```yaml\nk: 2\n```\n"
    ),
    // words to fill in
    (
      "Your zone:\n\n```sh\nls <zone>\n```\n", "ls \"${ZONE}\"", "ls -l \"${ZONE}\"",
      "Your zone:\n\n```sh\nls -l <zone>\n```\n"
    ),
    ("```sh exit=2\nls a\n```\n", "ls a", "ls b", "```sh exit=2\nls b\n```\n"),
    ("```sh cwd=/tmp\nls a\n```\n", "ls a", "ls b", "```sh cwd=/tmp\nls b\n```\n"),
  ])
  func `a change of the script is carried into those bytes of the notes`(
    notes: String, old: String, new: String, expected: String
  ) {
    let result = merge("# A\n\n" + notes, scriptEdit: (old, new))
    #expect(result.merge.conflicts.map(\.diagnostic.message) == [])
    #expect(result.notes == "# A\n\n" + expected)
    #expect(result.merge.carried.count == 1)
  }

  private static let two = "# A\n\n## 1. B\n\n```sh\nls b\n```\n\n## 2. C\n\n```sh\nls c\n```\n"

  @Test func `changes of other steps meet`() {
    let result = merge(Self.two, notesEdit: ("ls b", "ls x"), scriptEdit: ("ls c", "ls y"))
    #expect(result.merge.conflicts.isEmpty)
    #expect(
      result.notes == Self.two.replacing("ls b", with: "ls x").replacing("ls c", with: "ls y"))
  }

  @Test func `the same change on both sides is no conflict`() {
    let result = merge(Self.two, notesEdit: ("ls b", "ls x"), scriptEdit: ("ls b", "ls x"))
    #expect(result.merge.conflicts.isEmpty)
    #expect(result.merge.carried == [])
  }

  @Test func `both changes of one step are told with what each side changed`() throws {
    let result = merge(Self.two, notesEdit: ("ls b", "ls x"), scriptEdit: ("ls b", "ls y"))
    let conflict = try #require(result.merge.conflicts.first)
    #expect(result.merge.conflicts.count == 1)
    #expect(conflict.diagnostic.path == "scripts/a.sh")
    #expect(conflict.diagnostic.message.contains("step_b was changed here and in content/a.md:5"))
    #expect(conflict.diff.contains("-  ls b\n+  ls x\n"))
    #expect(conflict.diff.contains("-  ls b\n+  ls y\n"))
    #expect(result.notes == Self.two.replacing("ls b", with: "ls x"))
  }

  @Test(arguments: [
    ("step_b() {\n  ls b\n}\n", "", "step_b is gone, and the notes still have the step"),
    (
      "step_b() {\n  ls b\n}\n", "step_b() {\n  ls b\n}\nstep_new() {\n  ls new\n}\n",
      "step_new is no step of the notes"
    ),
    (
      "notes_tell() {\n", "notes_tell() {\n  # loud\n",
      "was changed outside of the steps' functions"
    ),
    ("# 1 B\n", "# 1 B, with care\n", "was changed outside of the steps' functions"),
    ("  ls b\n}", "  ls 'b\n}", "cannot be read by bash"),
    ("  ls b\n", "  echo '\n", "cannot be read by bash"),
  ])
  func `what the notes have no place for is told and lost nowhere`(
    old: String, new: String, message: String
  ) {
    let result = merge(Self.two, scriptEdit: (old, new))
    #expect(
      result.merge.conflicts.contains { $0.diagnostic.message.contains(message) },
      "\(result.merge.conflicts.map(\.diagnostic.message))")
    #expect(result.notes == Self.two)
  }

  @Test(arguments: [
    // a new title, a step more, a step less, another order
    ("## 1. B", "## 1. Before"), ("## 2. C", "## 2. D\n\n```sh\nls d\n```\n\n## 3. C"),
    ("## 1. B\n\n```sh\nls b\n```\n\n", ""),
    (
      "## 1. B\n\n```sh\nls b\n```\n\n## 2. C\n\n```sh\nls c\n```",
      "## 2. C\n\n```sh\nls c\n```\n\n## 1. B\n\n```sh\nls b\n```"
    ),
  ])
  func `what moves in the notes takes changes of the script along`(old: String, new: String) {
    let result = merge(Self.two, notesEdit: (old, new), scriptEdit: ("ls c", "ls y"))
    #expect(result.merge.conflicts.map(\.diagnostic.message) == [])
    #expect(result.notes == Self.two.replacing(old, with: new).replacing("ls c", with: "ls y"))
  }

  @Test func `a step that the notes removed and the script changed is told`() {
    let result = merge(
      Self.two, notesEdit: ("## 1. B\n\n```sh\nls b\n```\n\n", ""), scriptEdit: ("ls b", "ls y"))
    #expect(
      result.merge.conflicts.map(\.diagnostic.message) == [
        "step_b was changed, and the notes have its step no more"
      ])
  }

  @Test func `a merge that was ended so is finished for a step with a new title too`() {
    let script = Script(page(Self.two)).text
    let record = SyncRecord(page: "content/a.md", script: script)
    let notes = Self.two.replacing("## 2. C", with: "## 2. D").replacing("ls c", with: "ls y")
    let merge = ScriptMerge(
      page(notes), script: script.replacing("ls c", with: "ls y"), record: record)
    #expect(merge.conflicts.isEmpty && merge.carried.isEmpty)
  }

  @Test func `a merge that was ended between two files is finished by the next`() {
    // The notes hold both sides' changes, the script and the record do not yet.
    let script = Script(page(Self.two)).text
    let record = SyncRecord(page: "content/a.md", script: script)
    let both = Self.two.replacing("ls b", with: "ls x").replacing("ls c", with: "ls y")
    let afterNotes = ScriptMerge(
      page(both), script: script.replacing("ls c", with: "ls y"), record: record)
    #expect(afterNotes.conflicts.isEmpty && afterNotes.carried.isEmpty)
    let afterScript = ScriptMerge(page(both), script: Script(page(both)).text, record: record)
    #expect(afterScript.conflicts.isEmpty && afterScript.carried.isEmpty)
  }
}
