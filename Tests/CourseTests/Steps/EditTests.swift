import Course
import Testing

/// Which lines the notes want in which file, and what becomes of the rest of it.
struct EditTests {
  @Test(arguments: [
    ("nano a.yml", "Add the following:", "yaml", "append a.yml"),
    (
      "$ nano a.yml", "This opens an editor. Paste these lines, then save and exit:", "",
      "append a.yml"
    ),
    (
      "cd x\nsudo nano /etc/a.conf", "Now put this in it. Then save it.", "ini",
      "append /etc/a.conf root"
    ),
    ("sudo -E nano a", "Add:", "text", "append a root"), ("nano -w a", "Add:", "text", "append a"),
    ("sudoedit /etc/a", "Add:", "text", "append /etc/a root"),
    ("vim +10 a", "Add:", "yaml", "append a"), ("vim -c 'set nu' a", "Add:", "yaml", "append a"),
    ("emacs -nw a", "Add:", "yaml", "append a"),
    ("code --wait a.yml", "Add:", "yaml", "append a.yml"),
    ("code -g a.yml:3:1", "Add:", "yaml", "append a.yml"),
    ("gedit a &", "Add:", "yaml", "append a"),
    ("code Dockerfile", "Add:", "dockerfile", "append Dockerfile"),
    ("nano \"my file.txt\"", "Add:", "text", "append \"my file.txt\""),
    ("nano my\\ file.txt", "Add:", "text", "append my\\ file.txt"),
    // Nothing stands between, and nobody types this at a prompt.
    ("nano a.yml", "", "yaml", "append a.yml"), ("nano a.yml", "", "", "append a.yml"),
    // The text names the same file, or another one.
    ("nano conf/a.yml", "Add to `a.yml`:", "yaml", "append conf/a.yml"),
    ("nano a.yml", "Create `b.yml` with:", "yaml", "create b.yml"),
    ("nano a.yml", "Replace the contents with:", "yaml", "replace a.yml"),
    ("nano a.yml", "Edit it so that it looks like this:", "yaml", "replace a.yml"),
    ("nano a.yml", "The file should now look like this:", "yaml", "replace a.yml"),
    ("nano a.yml", "The first section should look like this:", "yaml", "append a.yml"),
    ("nano ~/.bashrc", "It should look like this:", "text", "append ~/.bashrc"),
    // No file, several, a folder, or nothing to type.
    ("code .", "Add:", "yaml", ""), ("code project", "Add:", "yaml", ""),
    ("nano a b", "Add:", "yaml", ""), ("vim -R a", "Add:", "yaml", ""),
    ("nano", "Add:", "yaml", ""),
    ("vim --version", "", "text", ""), ("code --install-extension a.b", "Add:", "yaml", ""),
    ("ed -s a <<< w", "Add:", "yaml", ""), ("echo nano a", "Add:", "yaml", ""),
    ("nano a.yml\nls", "Add:", "yaml", ""),
    // The text is about something else.
    ("nano a.yml", "You should see the result:", "text", ""),
    ("nano a.yml", "A picture of it:", "text", ""),
    ("nano a.yml", "Add it. This is the log:", "text", ""),
    ("nano a.yml", "Type this:", "text", "append a.yml"),
    ("nano a.yml", "Save it by Ctrl+O, Enter.", "text", ""),
    ("nano a.yml", "Replace the contents with this. Then save it.", "text", "replace a.yml"),
    ("nano a.yml", "Add it.\n\n## Next\n\nThe keys:", "yaml", ""),
    ("nano a.yml", "Add:\n\n```json\n{}\n```\n\nAdd:", "yaml", "append a.yml"),
  ])
  func `a block is for the file that the editor above has open`(
    editor: String, text: String, language: String, expected: String
  ) {
    let found = edits("```sh\n\(editor)\n```\n\n\(text)\n\n```\(language)\n- one\n  - two\n```\n")
    #expect(found.joined(separator: ", ") == expected)
  }

  @Test(arguments: [
    ("nano ~/.bashrc", "Add this line:", "export A=1", true),
    ("nano ~/.bashrc", "Save it, then type:", "source ~/.bashrc", false),
    ("nano ~/.bashrc", "", "source ~/.bashrc", false),
    ("nano ~/.ssh/config", "", "Host a\n  HostName 1.2.3.4\n  User b", true),
    ("nano a.sh", "Write the following script:", "mkdir a", true),
    ("nano a.sh", "Put in:", "#!/bin/sh\nmkdir a", true),
    ("nano a.sh", "Add the execute bit to this script:", "chmod +x a.sh", false),
    ("nano a.yml", "Update the packages:", "sudo apt update", false),
    ("nano a.yml", "Then run the following:", "docker compose up -d", false),
    ("nano a.yml", "Add the following:", "$ ls", false),
  ])
  func `a block of shell after an editor is its content only where the text says so`(
    editor: String, text: String, block: String, isContent: Bool
  ) {
    let found = edits("```sh\n\(editor)\n```\n\n\(text)\n\n```sh\n\(block)\n```\n")
    #expect(found.isEmpty == !isContent)
  }

  @Test func `the editor's command stays with the step that makes the edit named`() throws {
    let page = Page("```sh\n$ mkdir a\n$ nano a/b\n```\n\nAdd:\n\n```yaml\nx: 1\n```\n")
    #expect(page.steps.map(\.kind) == [.transcript, .edit])
    #expect(page.steps[0].commands.map(\.doneBy) == [nil, page.steps[1].id])
    #expect(page.steps[0].ownActions.count == 1)
    #expect(page.steps[1].edits.map(\.path) == ["~/a/b"])
    let script = Script(page).text
    #expect(script.contains("  # nano a/b: step \(page.steps[1].id) makes the edit."))
    let alone = Page("```sh\nnano b\n```\n\nAdd:\n\n```yaml\nx: 1\n```\n")
    #expect(alone.steps.map(\.isRunnable) == [false, true])
    #expect(Script(alone).text.contains("# Not run: step commands-edit-b makes the edit."))
  }

  @Test(arguments: [
    ("Replace the contents of `a.yml` with:", "replace a.yml"),
    ("Overwrite `a.yml` with:", "replace a.yml"),
    ("`a.yml` should look like this:", "replace a.yml"),
    ("The `a.yml` file should now look like this:", "replace a.yml"),
    ("Edit `a.yml` so that it looks like this:", "replace a.yml"),
    ("Change `a.yml` to look like:", "replace a.yml"),
    ("Paste this as the whole file `a.yml`:", "replace a.yml"),
    ("This is the whole file `a.yml`:", ""),
    ("The `ports` section of `a.yml` should look like this:", ""),
    ("`a.yml` should look similar to this:", ""),
    ("Print `a.yml`, it should look like this:", ""),
    ("`a.yml` looks like this:", ""),
    ("This will overwrite `a.yml`:", ""),
    ("Edit `~/.bashrc` so that it looks like this:", "append ~/.bashrc"),
    ("Create or update `a.yml` with:", "append a.yml"),
    ("Change the port in `a.yml`:", "set a.yml"), ("In `a.yml`, set:", "set a.yml"),
    ("Update `a.yml`:", "set a.yml"), ("Set up `a.yml`:", "append a.yml"),
    ("Edit `a.yml`:", "append a.yml"),
    ("Add it to your `.bashrc` or `.zshrc`:", "append ~/.bashrc"),
  ])
  func `the words say what becomes of the file`(text: String, expected: String) {
    #expect(edits("\(text)\n\n```yaml\nport: 1\n```\n").joined() == expected)
  }

  @Test(arguments: [
    ("a = 1", "set"), ("a=1\nb=2", "set"), ("export A=1", "set"), ("a.b: 1", "set"),
    ("'a.b' = 'c',", "set"), ("export PATH=\"$HOME/bin:$PATH\"", "append"), ("a=1\na=2", "append"),
    ("a:", "append"), ("  a: 1", "set"), ("  a: 1\n    b: 2", "append"),
    ("a: 1\nb:\n  c: 1", "append"),
    ("{\"a\": 1}", "append"),
    ("# a\na=1", "append"), ("http://a.b", "append"), ("print(1)", "append"),
  ])
  func `values are set only where each line is a key with a value`(lines: String, action: String) {
    #expect(edits("Change in `a.conf`:\n\n```ini\n\(lines)\n```\n") == ["\(action) a.conf"])
  }

  @Test(arguments: [
    ("$ nano a\n# replace the contents by\nx = 1", "replace a"),
    ("$ nano a\n# change\nx = 1\n$ ls", "set a"), ("$ code -w a.py\nx = 1", "append a.py"),
    ("$ code .\nx = 1", ""), ("cat <<EOF >a\nx\nEOF", ""), ("tee a <<'EOF'\nx\nEOF", ""),
    ("ed a <<EOF\na\nx\n.\nw\nEOF", ""), ("$ nano a\nx\n$ vim b\ny", "append a, append b"),
    ("$ cat <<EOF >a\n> nano b\n> x\n> EOF", ""),
  ])
  func `lines in the editor's own block are for its file, here-documents stay commands`(
    block: String, expected: String
  ) {
    #expect(edits("```sh\n\(block)\n```\n").joined(separator: ", ") == expected)
  }

  @Test(arguments: [
    "Create `a.txt` with:\n\n```text\nx\n\n  y\n\n\n```\n",
    "Create `a.txt` with:\r\n\r\n```text\r\nx\r\n\r\n  y\r\n```\r\n",
    "> 1. Create `a.txt` with:\n>\n>    ```text\n>    x\n>\n>      y\n>    ```\n",
    "- ```sh\n  nano a\n  ```\n\n  Add:\n\n  ```text\n  x\n\n    y\n  ```\n",
    "```sh\n$ nano a\n\nx\n\n  y\n\n# Run\n$ ls\n```\n",
  ])
  func `lines keep their indentation and lose their container's`(source: String) {
    #expect(Page(source).steps.flatMap(\.edits).map(\.text) == ["x\n\n  y\n"])
  }

  @Test(arguments: [
    ("cd soft", "a.yml", "~/soft/a.yml"), ("cd soft\ncd ..", "a.yml", "~/a.yml"),
    ("cd soft", "~/a.yml", "~/a.yml"), ("cd soft", "/etc/a.yml", "/etc/a.yml"),
    ("cd soft", "$HOME/a.yml", "~/a.yml"), ("cd /opt/x", "../a.yml", "/opt/a.yml"),
    ("cd \"$X\"", "a.yml", nil), ("cd <folder>", "a.yml", nil), ("cd your-folder", "a.yml", nil),
    ("cd proj*", "a.yml", nil), ("cd soft", "\"my a.yml\"", "~/soft/my a.yml"),
    ("cd soft", "$X/a.yml", nil), ("git clone https://e.org/r.git && cd r", "a.yml", "~/r/a.yml"),
    ("pushd a\npushd b\npopd", "a.yml", "~/a/a.yml"), ("pushd a\ncd /\npopd", "a.yml", "~/a.yml"),
    ("popd", "a.yml", nil), ("(cd soft)", "a.yml", "~/a.yml"),
  ])
  func `the path is told through every cd so far`(first: String, file: String, path: String?) {
    let page = Page("```sh\n\(first)\n```\n```sh\nnano \(file)\n# add:\nx\n```\n")
    #expect(page.steps.flatMap(\.edits).map(\.path) == [path])
  }

  private func edits(_ source: String) -> [String] {
    Page(source).steps.flatMap { step in
      step.edits.map { "\($0.action) \($0.file)\(step.traits.contains(.root) ? " root" : "")" }
    }
  }

  @Test(arguments: [
    ("Add to `~/.zshrc`:\n\n```bash\nexport A=1\n```", "append ~/.zshrc"),
    ("Add it to your .bashrc:\n\n```bash\nexport A=1\n```", "append ~/.bashrc"),
    ("Create `a/b.txt` with:\n\n```text\nx\n```", "create a/b.txt"),
    ("Open your `~/.bashrc` and put:\n\n```bash\nexport A=1\n```", "append ~/.bashrc"),
    ("Create a `.profile` with:\n\n```bash\nexport A=1\n```", "append ~/.profile"),
    ("Edit `c.yml`:\n\n```yaml\na: 1\n```", "append c.yml"),
    ("In `c.yml`:\n\n```yaml\na: 1\n```", "append c.yml"),
    ("First look at `x.txt`. Then write `y.json`:\n\n```json\n{}\n```", "create y.json"),
    ("Create `$(rm).txt` with:\n\n```text\nx\n```", ""),
    ("Create a file called **a.yml**:\n\n```\nb: 1\n```", "create a.yml"),
    ("Add this line to conf/App.toml:\n\n```\nb = 1\n```", "append conf/App.toml"),
    ("```bash\nhead -n $1 $2\n```\n\nSave this as `h.sh`.", "create h.sh"),
  ])
  func `an edit knows its file and what is done to it`(markdown: String, expected: String) {
    let page = Page(path: "a.md", bytes: Array((markdown + "\n").utf8))
    let edits = page.steps.flatMap(\.edits).map { "\($0.action.rawValue) \($0.file)" }
    #expect(edits.joined(separator: ", ") == expected)
  }

}

extension Page {
  fileprivate init(_ source: String) { self.init(path: "a.md", bytes: Array(source.utf8)) }
}
