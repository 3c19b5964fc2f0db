import Course
import Testing

/// Scripts that a page shows to be read, as a whole or piece by piece, and commands that only look so.
struct ScriptTextTests {
  @Test(arguments: [
    ("Here is the script you wrote:\n\n```bash\ngrep a b > c\n```", "edit text-of-a-script"),
    ("The script should now look like this:\n\n```sh\ncd a\nls\n```", "edit text-of-a-script"),
    ("Here is the script to run:\n\n```bash\n./a.sh\n```", "run shell"),
    ("Run the script you wrote:\n\n```bash\nls b\n```", "run shell"),
    ("The finished script is run like so:\n\n```bash\nbash a.sh\n```", "run shell"),
    (
      "```bash\nfor a in *.txt\ndo\n```\n\nThen:\n\n```bash\n  wc $a\n```\n\nAnd:\n\n```bash\ndone\n```",
      "edit text-of-a-script, edit text-of-a-script, edit text-of-a-script"
    ),
    (
      "```bash\nfor a in *.txt\ndo\n```\n\nThen:\n\n```bash\n  wc $a\n  ls\n```\n\nDone.",
      "edit text-of-a-script, edit text-of-a-script"
    ),
    // A loop that its author forgot to end is a slip.
    ("```bash\nfor a in *.txt\ndo\n```\n\nThen:\n\n```bash\nwc a\n```", "run shell, run shell"),
    (
      "```bash\nfor a in *.txt\ndo\n```\n\n## B\n\n```bash\ndone\n```",
      "run shell, output bash-refuses"
    ),
    ("```bash\necho \"a\n```\n\nThen:\n\n```bash\nls \"\n```", "run shell, run shell"),
    (
      "Add the commands and save it: `nano a.cap`\n\n```sh\nnet.probe on\nset net.sniff true\n```",
      "edit lead-opens-an-editor"
    ),
    (
      "```bash\n$ nano a.sh\n```\n\nWe want all lines with it.\n\n```bash\ngrep b *.txt\n```",
      "transcript prompts, edit editor-above"
    ),
    (
      "```bash\n$ nano a.sh\n```\n\nSave it. All lines with it:\n\n```bash\ngrep b *.txt\n```",
      "transcript prompts, run shell"
    ),
    (
      "```bash\nnano a.sh\n```\n\nWe want all lines with it.\n\n```bash\ngrep b *.txt\n```",
      "run shell, run shell"
    ),
    (
      "```bash\n#!/bin/bash\n```\n\nLet's create a function that tells:\n\n```bash\na() {\n  free\n}\n```",
      "edit text-of-a-script, edit text-of-a-script"
    ),
    (
      "```bash\nls\n```\n\nLet's create a function that tells:\n\n```bash\na() {\n  ls\n}\n```",
      "run shell, run shell"
    ),
    ("Look at it with `nano a.cap`\n\n```sh\nset -e\nls\n```", "run shell"),
  ])
  func `the text of a script is not typed`(markdown: String, expected: String) {
    let page = Page(path: "a.md", bytes: Array(("# T\n\n" + markdown + "\n").utf8))
    let found = page.steps.map { "\($0.kind.rawValue) \($0.decision.rule)" }
    #expect(found.joined(separator: ", ") == expected)
  }

  @Test(arguments: [
    ("```console\n> od -t x1 a\n00 ff\n```", "transcript prompts"),
    ("```console\n> mytool a/b.json\nme\n```", "transcript prompts"),
    ("```console\n> let a = 1\n```", "run shell"),
    ("```bash\n> od -t x1 a\n```", "run shell"),
    ("```\n>> pip install a\n```", "transcript prompts"),
    ("```\n>> SET a 1\nOK\n```", "context prompt-of-another-program"),
    ("```sh\n>> a.txt\n```", "run shell"),
    ("```\nmeterpreter > getuid\nme\n```", "context prompt-of-another-program"),
    ("```bash\nmsfconsole -q\n```", "run shell"),
    ("```bash\n# ???\n./a.sh\n./b.sh\n```", "output command-left-out"),
    ("```bash\n# why?\n./a.sh\n```", "run shell"),
    ("```bash\ndocker exec -it [CONTAINER ID] sh\nls\n```", "context opened-in-the-block"),
    ("```bash\ndocker logs [CONTAINER ID]\n```", "template placeholder"),
    ("```bash\n[ -f a ] && ls\n```", "run shell"),
    ("```bash\ngit commit -m \"[ci skip]\"\n```", "run shell"),
    ("```bash\ncurl http://`CLUSTERIP`:9200\n```", "template placeholder"),
    ("```bash\nkill `pidof a`\n```", "run shell"),
    ("## For Windows (WSL2)\n\n```bash\nls\n```", "run shell"),
    ("## For Windows\n\n```bash\nls\n```", "sample heading-names-another-system"),
  ])
  func `prompts, gaps and systems are told from commands`(markdown: String, expected: String) {
    let page = Page(path: "a.md", bytes: Array(("# T\n\n" + markdown + "\n").utf8))
    let found = page.steps.map { "\($0.kind.rawValue) \($0.decision.rule)" }
    #expect(found.joined(separator: ", ") == expected)
  }
}
