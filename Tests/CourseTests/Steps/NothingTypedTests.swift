import Course
import Testing

/// Blocks that show what is not typed at the reader's own prompt, beside ones that only look so.
struct NothingTypedTests {
  @Test(arguments: [
    ("```bash\nhttp://localhost:8081/a/\n```", "output address-to-open"),
    ("```bash\ncurl http://localhost:8081/a/\n```", "run shell"),
    ("```bash\napi/\n  a.py\n  lib/\n    ...\n  b.py\n```", "output table"),
    ("```bash\ncd api/\n  ls\n  pwd\n```", "run shell"),
    ("```bash\n# Model\n--dim 64  # size\n-q\n```", "sample options-alone"),
    ("```bash\n--dim 64\nls\n```", "run shell"),
    ("```bash\n/etc/a # nginx -t\na: ok\n```", "context prompt-of-another-program"),
    ("```bash\n/usr/bin/a # make it\n```", "run shell"),
    ("```bash\n/tmp/install.sh # sudo needed\n```", "run shell"),
    ("```bash\n##Sample output##\n<html>\n</html>\n```", "output comment-says-output"),
    (
      "```bash\n# Sample output\ncurl: (60) SSL\n\ncurl failed to verify who the server really is.\n```",
      "output comment-says-output"
    ),
    ("```bash\n## Sample output\n./a.sh\n```", "run shell"),
    ("```\n> SELECT * FROM a;\n1\n```", "context prompt-of-another-program"),
    ("```\n> JSON.GET a\n\"b\"\n```", "context prompt-of-another-program"),
    ("```\n> show dbs\nadmin\n```", "context prompt-of-another-program"),
    ("```\n> git status\nclean\n```", "transcript prompts"),
    ("```\nrtr1#show version\nIOS\n```", "context prompt-of-another-program"),
    ("```\nsw2(config)#interface a\n```", "context prompt-of-another-program"),
    ("```bash\ncurl e.org/a#show b\n```", "run shell"),
    ("```\n.\\build.ps1\ndocker-compose up -d\n```", "foreign command-of-windows"),
    ("```\n./build.sh\ndocker-compose up -d\n```", "run shell"),
    ("Execute the below to check with `style9`.\n\n```\nstyle9 a.c\n```", "run shell"),
    ("We use `style9` here.\n\n```\nstyle9 is a tool\n```", "output text-that-is-shown"),
    ("```bash\nmytool [OPTIONS] FILE\n```", "sample form-of-a-synopsis"),
    ("```bash\ngrep [options] a.txt | wc -l\n```", "sample form-of-a-synopsis"),
    ("```bash\nls [ab].txt\n```", "run shell"),
    ("```\nmytool [options] [file]\n```", "sample form-of-a-synopsis"),
    ("Structure:\n\n```bash\nuntil [[ a ]]\ndo\n  b\ndone\n```", "sample lead-warns"),
    ("The structure of it:\n\n```bash\nls -R\n```", "run shell"),
    ("```\ntools =\n{\n  1:\"a\"\n}\n```", "foreign not-shell"),
    ("Do not type the `$` sign, it is the prompt:\n\n```\n$ git status\n```", "transcript prompts"),
    ("Do not type these commands:\n\n```\n$ git status\n```", "sample lead-warns"),
    ("```bash\nscp a me@ip.address:b\n```", "template placeholder"),
    ("```bash\nssh me@hostname\n```", "template placeholder"),
    ("```bash\nssh me@node1\n```", "run shell"), ("```bash\ncat hostname\n```", "run shell"),
    (
      "```\ndocker exec -it a psql -U b\n```\n\nWhen done, stop it:\n\n```\nmake stop\n```",
      "run shell, run shell"
    ),
    (
      "```\nkubectl exec a -n mysql -it -- sh\n```\n\nLog in:\n\n```\nmysql -u me\n```",
      "run shell, context opened-by-the-step-before"
    ),
    (
      "```\ndocker exec -it a bash\n```\n\nBuild it:\n\n```\nmake\n```",
      "run shell, context opened-by-the-step-before"
    ),
    ("```\n$ ssh rtr1\nWelcome to all\nrtr1#show run\n```", "context opened-in-the-block"),
    ("```bash\nmultipass shell a\nls\n```", "context opened-in-the-block"),
    ("```bash\nmultipass list\nls\n```", "run shell"),
    ("The output:\n\n```console\nhost:~$ ls\na\n```", "transcript prompts"),
    ("```console\nPATH:b$ c\n```", "run shell"),
    ("```\nif [ ! -e a ]; then\n  wget e.org/a\nfi\n./configure && make\n```", "run shell"),
    ("```\nimport a\nprint('Error: b')\n```", "foreign not-shell"),
    ("```\nSELECT count(*)\nFROM a\nWHERE\n  b = 1\n```", "foreign not-shell"),
    (
      "The package.json file should look like the following:\n\n```\n{\n  \"a\": 1\n}\n```",
      "edit lead-names-a-file"
    ),
    (
      "Edit the `.env` file according to your account\n\n```bash\nA=1\nb-c=<d>\n```",
      "edit lead-names-a-file"
    ),
    ("Edit the `.env` file and run:\n\n```bash\nA=1 ./a.sh\n```", "run shell"),
  ])
  func `what is not typed is told by its form`(markdown: String, expected: String) {
    let page = Page(path: "a.md", bytes: Array(("# T\n\n" + markdown + "\n").utf8))
    let found = page.steps.map { "\($0.kind.rawValue) \($0.decision.rule)" }
    #expect(found.joined(separator: ", ") == expected)
  }
}
