import Course
import Testing

/// Commands beside what looks like something else, and the other way round.
struct LookalikeTests {
  /// The commands of one block, each by its first line.
  @Test(arguments: [
    (
      "git init\nInitialized empty Git repository in /home/me/p/.git/\nmkdir src\ncd src\ngit status",
      ["git init", "mkdir src", "cd src", "git status"]
    ),
    (
      "npm test\nTests passed: 3\ndocker run -d \\\n  -p 80:80 \\\n  nginx\n./x",
      ["npm test", "docker run -d \\", "./x"]
    ),
    (
      "npm test\nTests passed: 3\ncat > a <<EOF\nls\nEOF\nfor i in 1; do\n  ls\ndone\nA=1",
      ["npm test", "cat > a <<EOF", "for i in 1; do", "A=1"]
    ),
    (
      "cd data\nTrimmomatic PE a b\nls\nmkdir out",
      ["cd data", "Trimmomatic PE a b", "ls", "mkdir out"]
    ),
    ("touch a\n> a\nwc -l a\n./a.sh", ["touch a", "> a", "wc -l a", "./a.sh"]),
    (
      "mkdir out\n# Results\n./run.sh > out/r\nls out",
      ["mkdir out", "./run.sh > out/r", "ls out"]
    ),
    ("ls\n# Result:\nR=$(mytool)\necho $R", ["ls", "R=$(mytool)", "echo $R"]),
    (
      "sudo apt install \\\n  git \\\n  curl\n$ git --version",
      ["sudo apt install \\", "git --version"]
    ),
  ])
  func `no command is lost beside output`(block: String, commands: [String]) {
    let steps = page("```bash\n\(block)\n```").steps
    let first = steps.first?.actions.compactMap { action -> String? in
      guard case .command(let command) = action else { return nil }
      return command.text.split(separator: "\n").first.map(String.init)
    }
    #expect(first == commands)
  }

  /// A page and the kinds of its steps.
  @Test(arguments: [
    (
      "Create `a.sh`:\n\n```bash\n#!/bin/bash\necho\n```\n\nThen we make it executable:\n\n```bash\nchmod +x a.sh\n```\n\nFinally, we start it:\n\n```bash\n./a.sh\n```",
      "edit run run"
    ),
    ("```console\n$ cowsay hi\n ____\n< hi >\n ----\n```", "transcript"),
    ("```bash\ncat <<E > f\nName: ____\nE\n```", "run"),
    ("```bash\necho \"████ done\"\n```", "run"), ("```bash\n# ???\nls\n```", "run"),
    ("```bash\nmkdir ____\n```", "template"),
    (
      "## Install pip\n\n```bash\nsudo apt install -y python3-pip\n```\n\n## Install poetry\n\n```bash\npip install poetry\n```",
      "run run"
    ),
    (
      "## Docker\n\n```bash\ndocker ps\n```\n\n## Podman\n\n### List\n\n```bash\npodman ps\n```",
      "run run"
    ),
    ("## With npm\n\n```bash\nnpm i\n```\n\n## With yarn\n\n```bash\nyarn\n```", "run sample"),
    (
      "Replace the text of `a.txt` in your editor, then save:\n\n```bash\nnano a.txt\n```\n\nCheck:\n\n```bash\ncat a.txt\n```",
      "template run"
    ),
    ("Result:\n\n```bash\npytest -q\n```", "run"),
    (
      "```bash\ndocker run -it python\n```\n\nIf you see `>>>` you are inside Python.\n\n## B\n\n```bash\nmkdir p\n```",
      "run run"
    ),
    ("```bash\n\\rm -rf build\n\\cp -r src build\n```", "run"), ("```\n\\dt\n```", "context"),
    ("```bash\nn=`ls | wc -l `\necho $n\n```", "run"),
    (
      "Add a line to `a.txt` with nano and check the file:\n\n```console\n$ cat a.txt\nhello\n```",
      "transcript"
    ),
    ("```python\nx\n```\n\n```bash\n~/bin/run x.py\n```", "run"),
    ("```python\nx\n```\n\n```bash\nPYTHONPATH=. mytool x.py\n```", "run"),
    ("Run both new files:\n\n```bash\n./first.py\n./second.py\n```", "run"),
    ("Now run them:\n\n```bash\nsolutions/hello\nsolutions/world\n```", "run"),
    ("```bash\ndocker run -e NAMESPACE nginx\n```", "run"),
    ("```bash\ndocker rm CONTAINER\n```", "template"),
    ("To run the tests with the new runner, run this instead:\n\n```bash\nnpm test\n```", "run"),
    ("```bash\nmy_build() {\n  make\n}\nmy_build (a)\n```", "run"),
  ])
  func `commands are commands whatever stands around them`(text: String, kinds: String) {
    #expect(page(text).steps.map(\.kind.rawValue).joined(separator: " ") == kinds)
  }

  /// Blocks without a language that only show something.
  @Test(arguments: [
    "client --HTTP--> server", "idle -start-> running", "readme.md -rw-r--r-- 1 me me",
  ])
  func `a drawing is not run`(block: String) {
    #expect(page("```\n\(block)\n```").steps.allSatisfy { !$0.isRunnable })
  }

  private func page(_ text: String) -> Page {
    Page(path: "a.md", bytes: Array("# A\n\n\(text)\n".utf8))
  }

  @Test(arguments: [
    ("Install the following packages.\n\n```\nnumpy\npandas\n```", "output"),
    ("Run it and you see\n\n```\nprocessing file a.txt\nwrote results.csv\n```", "output"),
    ("Here:\n\n```\ncommand not found\n```", "output"),
    ("Here:\n\n```\nnice to meet you\n```", "output"),
    ("Open `db.sql`, then type the following lines into psql\n\n```\nselect 1;\n```", "foreign"),
    ("Paste this query into the BigQuery editor:\n\n```\nSELECT a FROM b\n```", "foreign"),
    ("```bash\n# Output\n./build/report.sh\n```", "run"),
    ("```bash\n# Results\n./a.out > r.txt\ncat r.txt\n```", "run"),
    ("```bash\n# Output\nDEBUG=1 npm test\n```", "run"),
    ("```bash\n# Output\nfor f in *.txt; do echo $f; done\n```", "run"),
    ("```bash\n# Result\n[ -f a ] && cat a\n```", "run"),
    ("```bash\ngit log --pretty=format:\"%h%x09%an%x09%cd%x09%s\"\n```", "run"),
    ("```bash\ndocker run -v $(pwd):/app x  # on Windows use %cd%\n```", "run"),
    ("```bash\npip install x\n# your path is %USERPROFILE% on Windows\nls ~/foo\n```", "run"),
    ("```bash\nsed -i 's|%TEMP%|/tmp|g' config.ini\n```", "run"),
    ("```bash\ngradlew.bat test\n./gradlew test\n```", "run"),
    ("```bash\ndatree\n\nOptions:\n  -a  Add things\n  -b  Be a thing\n```", "run"),
    ("```bash\nlevel=info ./run.sh msg=hello\n```", "run"),
    (
      "This is how you would do it in production, but let's start locally:\n\n```sh\ndocker compose up -d\n```",
      "run"
    ),
    ("```sh\naz network public-ip show -n a\n```", "run"),
    ("```sh\nterraform output -raw cluster_name\n```", "run"),
    ("```sh\ncsvcut -c user_name a.csv\n```", "run"),
    ("```sh\nrg user_name\n```", "run"),
    ("```sh\ndocker run -d --name container_name nginx\ndocker logs container_name\n```", "run"),
    ("```sh\nmkdir project_name\ncd project_name\n```", "run"),
    ("```sh\nconda create -n env_name\nconda activate env_name\n```", "run"),
    ("```sh\ncd project_name\n```", "template"),
    ("```sh\nmkdir project_name\n```\n\nThen:\n\n```sh\ncd project_name\n```", "run"),
    ("```sh\nTAG1=tag:alpha.io/cluster-name\necho $TAG1\n```", "run"),
    ("```sh\nwget https://e.org/ASSEMBLY_REPORTS/a.txt\n```", "run"),
    ("```sh\ngit clone https://github.com/org/ML_COURSE.git\n```", "run"),
    ("```sh\nls reads/[ACGTN]*_R1.fq\n```", "run"),
    ("```sh\ngrep 'level=[ERROR]' app.log\n```", "run"),
    ("```sh\ntotal=\nread total\necho $total\n```", "run"),
    ("```sh\nFLAGS=\nif [ -n \"$D\" ]; then FLAGS+=-g; fi\ngcc $FLAGS a.c\n```", "run"),
    ("```sh\ngrep max.x.x.min a\n```", "run"),
  ])
  func `what only looks like it is no output, file or gap`(notes: String, kind: String) {
    let steps = Page(path: "a.md", bytes: Array(("# T\n\n" + notes + "\n").utf8)).steps
    #expect(steps.last?.kind.rawValue ?? "foreign" == kind)
  }

}
