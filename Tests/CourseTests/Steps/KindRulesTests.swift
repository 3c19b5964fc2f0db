import Course
import Testing

/// What decides the kind of a block: each rule with texts it is for, and texts it is not for.
struct KindRulesTests {
  @Test(arguments: [
    ("Output:\n\n```\nopenjdk 17\n```", "output lead-says-output"),
    (
      "You should see something like this:\n\n```bash\nREPOSITORY  TAG\nubuntu      latest\n```",
      "output lead-says-output"
    ),
    (
      "We got stuck:\n\n```\nDeprecationWarning: old\nTypeError: bad\n```",
      "output text-of-a-message"
    ),
    ("Run it and you should see the version:\n\n```bash\ndocker --version\n```", "run shell"),
    ("It writes to standard output:\n\n```bash\nzcat a.gz | wc -l\n```", "run shell"),
    ("The output of this is short.\n\n```bash\nmy-own-tool --now\n```", "run shell"),
    ("```\n=== RUN   TestA\n    a_test.go:1: no\nFAIL\n```", "output printed-line"),
    ("```\n./a.go:71:14: undefined: b\n```", "output printed-line"),
    ("```bash\nPLAY [web] *********\nok: [a]\n```", "output printed-line"),
    ("```\n[BRANCH] Total: 1\nmore\n```", "output printed-line"),
    ("```\nCreated project 'a'\nSaved config\n```", "output printed-line"),
    ("```\n[web]\nhost1\n```", "foreign not-shell"),
    ("```r\nclass(a)\n```\n\n```\nnumbers here\n```", "output below-its-code"),
    ("```r\nclass(a)\n```\n\nThe tool:\n\n```\nnumbers here\n```", "output text-that-is-shown"),
    ("### Results of it\n\n```\nall is well\n```", "output heading-says-output"),
    ("### Results\n\n```\nls -l\n```", "run shell"),
    ("The compiler complains\n\n```\nno such thing\n```", "output lead-says-output"),
    ("```\nkubectl get nodes\nNAME   STATUS   ROLES\na      Ready    m\n```", "transcript prompts"),
    ("```bash\nkubectl create ns a\nnamespace/a created\n```", "transcript prompts"),
    ("```bash\nkubectl get nodes\nkubectl get pods\n```", "run shell"),
    ("项目根目录有 Dockerfile 文件\n\n```\nFROM java:8\nADD a b\n```", "edit lead-names-a-file"),
    (
      "Create another file named _Procfile_:\n\n```\nweb: gunicorn a:app\n```",
      "edit lead-names-a-file"
    ),
    ("```bash\n$ node\n> 1 + 1\n2\n```", "context opened-in-the-block"),
    ("```bash\n$ ssh rtr1\nrtr1#show run\n```", "context opened-in-the-block"),
    ("```bash\n$ ssh rtr1\nWelcome to all\n```", "transcript prompts"),
    ("In the mysql prompt (`mysql>`), use:\n\n```\nsource a.sql\n```", "context lead-says-inside"),
    (
      "Make a yaml file for the claim:\n\n```bash\nkind: Claim\nname: a\n```",
      "edit text-of-a-file"
    ),
    (
      "- Copy and save (below) as a file (a.yaml).\n- File: <https://e.org/a.yaml>\n\n```\nkind: A\nname: b\n```",
      "edit lead-names-a-file"
    ),
    ("I get this:\n\n```\ntool version 1\n```", "output lead-says-output"),
    ("```\n  create      Create a volume\n  ls          List volumes\n```", "output printed-line"),
    ("```shell\n...\n--id string\n```", "output printed-line"),
    ("```\ncd ../\n./start.sh\n```", "run shell"),
    ("## Do not use\n\n### Keys\n\n```bash\nls\n```", "sample heading-warns"),
    ("```sh\n# or\nls\n```", "sample either-or"),
    ("```sh\ngit commit -m \"YOUR MESSAGE HERE\"\n```", "template placeholder"),
    ("```sh\ngit config user.email \"you@example.com\"\n```", "template placeholder"),
    ("```sh\necho \"your name\"\n```", "run shell"),
    ("```sh\n-rw-r--r--  1 me  me  51B Nov 11 a.sh\n```", "output printed-line"),
    ("```\nservice \"a\" created\ndeployment \"a\" created\n```", "output table"),
    (
      "You should see these lines:\n\n```bash\nif [ -f a ]; then\n  . a\nfi\n```",
      "output lead-says-output"
    ),
    ("```\n(env) ip-1:folder me$ git push\nEverything up-to-date\n```", "transcript prompts"),
    ("```bash\ndocker: Error response from daemon: no.\n```", "output text-of-a-message"),
    ("```bash\nls\na.json  src   b.lock\n```", "transcript prompts"),

    ("```bash\nls\ncd  src\n```", "run shell"),
    ("```\nown-tool \\\n  --topic a \\\n  --size 1\n```", "run shell"),
    ("```\nkubectl get nodes\nhttp://<node>:1/a\n```", "run shell"),
    ("```sh\naws ec2 run --vpc-id vpc-*****\n```", "template placeholder"),
    ("```sh\ntool --from=a=<> \\\n  --b=<>\n```", "template placeholder"),
    ("```sh\nexec 3<>/dev/tcp/h/1\n```", "run shell"),
    ("```\nmake all\n./all\nown-tool --x\n```", "run shell"),
    ("```\n# each of them\nfor f in *; do own-tool --i $f; done\n```", "run shell"),
    ("```\nfor all of us it is done\n```", "foreign not-shell"),
    ("``` { .console .no-copy }\n[me@host ~]$ ls\n```", "transcript prompts"),
    ("``` { .yaml }\na: 1\n```", nil),
    ("Create the file: `vim /opt/a.yml`\n\n```\n- hosts: all\n```", "edit lead-opens-an-editor"),
    ("Create the file: `vim /opt/a.sh`\n\n```\nls -l\n```", "run shell"),
    ("Paste it into a new text document:\n\n```bash\nls *.gz\n```", "edit text-of-a-script"),
    (
      "Make it a script, and then add this text to our file:\n\n```bash\nls\n```",
      "edit text-of-a-script"
    ),
    ("Give more rights to our script:\n\n```bash\nchmod +x a.sh\n```", "run shell"),
    ("## Syntax\n\n```bash\nwget [options] [URL]\n```", "sample heading-says-syntax"),
    ("## Syntax\n\n```bash\nls\n```", "run shell"),
    ("```bash\nls\n```\n\n(or)\n\nBuild it:\n\n```bash\npwd\n```", "run shell, sample either-or"),
    (
      "You can alternatively use a name. It is short. Ask for it:\n\n```bash\nls\n```", "run shell"
    ),
    (
      "```bash\nmkdir a\n```\n\nInstead of making it, it's possible to use:\n\n```bash\nls\n```",
      "run shell, sample lead-says-alternative"
    ),
    (
      "Some Windows users had trouble. If you have, remove it:\n\n```bash\nnpm uninstall x\n```",
      "run shell"
    ),
    ("Ask what the command is for:\n\n```bash\napropos x\n```", "run shell"),
    ("```bash\nsh install.sh\n```\n\nThen:\n\n```bash\nls\n```", "run shell, run shell"),
    ("```\nsome boxes --> and arrows\n```", "output text-that-is-shown"),
    ("Ask the assistant:\n\n```\nWrite me a flow that loads taxi data\n```", "foreign not-shell"),
    ("```bash\nHost vm\n  HostName 1.2.3.4\n  User me\n```", "foreign not-shell"),
    (
      "Add it to your `.bashrc`:\n\n```bash\nexport A=1\nexport PATH=\"$A:$PATH\"\n```",
      "edit lead-names-a-file"
    ),
    (
      "Create `app/Dockerfile` with:\n\n```\nFROM python:3.9\nRUN pip install x\n```",
      "edit lead-names-a-file"
    ),
    ("In `config.yml`:\n\n```yaml\na: 1\n```", "edit lead-names-a-file"),
    ("Create a test script `t.py`:\n\n```python\nprint(1)\n```", "edit lead-names-a-file"),
    ("Here is what `t.py` does:\n\n```python\nprint(1)\n```", nil),
    ("Create the file `t.py`:\n\n```bash\ntouch t.py\n```", "run shell"),
    ("Go on with `setup.sh` in mind:\n\n```bash\nls\n```", "run shell"),
    (
      "```bash\ndocker run -it ubuntu\n```\n\nInstall it there:\n\n```bash\napt update\n```",
      "run shell, context opened-by-the-step-before"
    ),
    (
      "```bash\ndocker run -it ubuntu\n```\n\nSee it:\n\n```bash\ndocker ps\n```",
      "run shell, run shell"
    ),
    ("```bash\ndocker run -it ubuntu\n```\n\n## Next\n\n```bash\nls\n```", "run shell, run shell"),
    ("```bash\ndocker run -d postgres\n```\n\n```bash\nls\n```", "run shell, run shell"),
    (
      "```bash\npsql -h db\n```\n\n```sql\nselect 1\n```\n\n```bash\nls\n```",
      "run shell, context opened-by-the-step-before"
    ),
    ("```bash\nssh localhost\n```\n\n```bash\nls\n```", "run shell, run shell"),
    ("```bash\ndocker run -it ubuntu\nrm -rf /\n```", "context opened-in-the-block"),
    ("Inside the container, run:\n\n```bash\nls\n```", "context lead-says-inside"),
    ("```\n>>> 1 + 1\n2\n```", "context prompt-of-another-program"),
    ("```\nroot@3f2a:/# ls\n```", "context prompt-of-another-program"),
    ("Alternatively, use pip:\n\n```bash\npip install x\n```", "sample lead-says-alternative"),
    ("### Alternative\n\n```bash\npip install x\n```", "sample heading-says-alternative"),
    ("## Installing on Windows\n\n```bash\nls\n```", "sample heading-names-another-system"),
    ("## Tumbling windows\n\n```bash\nls\n```", "run shell"),
    ("```bash\ncurl -LsSf https://e.org/x | sh\nls\n```", "run shell"),
    ("See the containers:\n\n```\nNAME   IMAGE   STATUS\na      b       Up\n```", "output table"),
    ("```\n❯ docker ps\n```", "transcript prompts"),
    ("## Linux and Windows\n\n```bash\nls\n```", "run shell"),
    ("On macOS:\n\n```bash\nbrew install x\n```", "sample lead-names-another-system"),
    ("Do not run this:\n\n```bash\nls\n```", "sample lead-warns"),
    (
      "We could do it so:\n\n```bash\npip install x\n```\n\nInstead, we make a folder.",
      "sample text-below-rejects"
    ),
    ("```bash\npyenv virtualenv [version] [name]\n```", "template placeholder"),
    ("```bash\ngcloud auth login <your-project>\n```", "template placeholder"),
    ("```bash\nexport KEY=YOUR_KEY\n```", "template placeholder"),
    ("```bash\ncat >i.html <<'EOF'\n<html><my-tag>\nEOF\n```", "run shell"),
    ("```bash\necho '<b>'\n```", "run shell"),
    ("```bash\nls [a-z]*.txt [0-9] [!x]\n```", "run shell"),
    ("```bash\ncat <in >out\n```", "run shell"),
    ("```bash\ndocker logs -f <id>\n$ nodemon x\n```", "template placeholder"),
    ("```bash\nwhile read l; do\n  mv a.yml b.yml\ndone < x\n```", "run shell"),
    ("Copy the `hosts` file:\n\n```bash\nfor h in a b; do\n  echo $h\ndone\n```", "run shell"),
    (
      "Save it in a script called `mid.sh`:\n\n```bash\nhead -n $2 $1\n```",
      "edit lead-names-a-file"
    ),
    ("Open `a.csv` and see:\n\n```bash\nawk '{print $1}' a.csv\n```", "run shell"),
    ("Write `f.sh`:\n\n```bash\nf() { echo $1; }\n```", "run shell"),
    ("Use this command to output the part:\n\n```bash\nmy-tool show\n```", "run shell"),
    ("We got:\n\n```\n.\n├── a\n└── b\n```", "output table"),
    ("```bash\n✔ Deployed web\n├ http://e.org\n```", "output printed-line"),
    ("```\n/ # ls\nbin\n```", "context prompt-of-another-program"),
    ("```bash\npip install x\nor\npip3 install x\n```", "sample either-or"),
    ("- macOS\n  - do\n\n    ```bash\n    ls\n    ```", "sample list-item-names-another-system"),
    ("```bash\n# On Windows\nls\n```", "sample comment-names-another-system"),
    ("This is just for reference:\n\n```bash\nls\n```", "sample lead-warns"),
    ("We make an index for the reference, which is long:\n\n```bash\nls\n```", "run shell"),
    ("Build it by the same command we used before:\n\n```bash\nls\n```", "run shell"),
    ("```bash\nls\n```\n\nDon't do this at home.", "sample text-below-rejects"),
    (
      "Replace `abc` by your own name:\n\n```bash\ndocker push abc/x\n```",
      "template text-says-to-replace"
    ),
    ("```console\n$ docker build -t yourusername/x .\n```", "template placeholder"),
    (
      "The commands in this lab must be run on the server.\n\n```bash\nssh root@server\n```\n\n## A\n\n```bash\nmkdir x\n```\n\n```bash\nexit\n```\n\n```bash\nls\n```",
      "run shell, context text-sends-elsewhere, context text-sends-elsewhere, run shell"
    ),
    ("```bash\nssh server ls\n```\n\n```bash\nls\n```", "run shell, run shell"),
    ("```console\n$ ls\n```", "transcript prompts"),
    ("```\nls\n```\n{: .language-bash}", "run shell"),
    ("```\nprint(1)\n```\n{: .language-python}", nil),
    ("```\na  b\n```\n{: .output}", "output attribute-says-output"),
    ("```\n[me@host dir]$ ls\na\n```", "transcript prompts"),
    ("```\n[ -f a ]\n```", "foreign not-shell"),
    ("```bash\nNAME   READY   PORT(S)\na   1   80\n```", "output table"),
    ("```bash\nA=1 B=2 C=3\n```", "run shell"),
    ("```\nnode1$ ls\na\n```", "transcript prompts"),
    ("```\ncost$ 1\n```", "output text-that-is-shown"),
    ("```\n> docker info\nRegistry: a\n```", "transcript prompts"),
    ("```\n$ for i in 1\n> do docker ps\n> done\n```", "transcript prompts"),
    ("CentOS:\n\n```bash\nsudo yum install x\n```", "sample lead-names-another-system"),
    ("Other:\n\n```bash\nsudo yum install x\n```", "sample command-of-another-system"),
    ("```bash\nbrew install x\nx --version\n```", "run shell"),
    (
      "```bash\nmytool up\n```\n\n```bash\nStarting the server...\n```",
      "run shell, output text-of-a-message"
    ),
    (
      "```bash\nmytool up\n```\n\n```bash\n★ ready\n```",
      "run shell, output printed-line"
    ),
    (
      "```bash\nmytool up\n```\n\nNow:\n\n```bash\nRscript a.R\n```\n\n```bash\nA=1\n```",
      "run shell, run shell, run shell"
    ),
    ("```bash\ndeployment.apps/web created\n```", "output table"),
    ("```bash\n./app created\n```", "run shell"),
    ("```bash\n\(String(repeating: "aB3", count: 30))%\n```", "output table"),
    ("La salida:\n\n```bash\nhola 1\n```", "output lead-says-output"),
    ("```\nkubectl get po\nkubectl get svc\nhttp://example.org\n```", "run shell"),
    ("```\ndocker ps\nIMAGE here\nubuntu there\n```", "output text-that-is-shown"),
    ("Use this command:\n\n```\nmytool restore get\n```", "run shell"),
    ("Use this command:\n\n```\nMy tool\n```", "output text-that-is-shown"),
    ("Use the tool:\n\n```\nmytool restore get\n```", "output text-that-is-shown"),
    ("```bash\n$env:PATH = 'a'\nNew-Item a\n```", "foreign not-shell"),
    ("```bash\nFROM a\nENV A=1\nCMD b\n```", "edit text-of-a-file"),
    (
      "```bash\nfor f in \"$@\"; do echo $f; done\n```\n\nSave this in a file called `all.sh`.",
      "edit lead-names-a-file"
    ),
    (
      "Create a file named _x.txt_ and fill it. Example:\n\n```\na b\n```", "edit lead-names-a-file"
    ),
    ("We saw node.js and e.g. this, so add it:\n\n```\na b\n```", "output text-that-is-shown"),
    ("```bash\ntool get {id}\n```", "template placeholder"),
    ("```bash\nexport T=\"{API Key}\"\n```", "template placeholder"),
    ("```bash\nawk '{print}' a | sed 's/{x}/y/'\n```", "run shell"),
    ("```bash\ntouch {aa,bb}.txt ${HOME}\n```", "run shell"),
    ("```bash\naz account set --subscription=\"SUBSCRIPTION_ID\"\n```", "template placeholder"),
    ("```bash\ndocker run -e API_KEY ubuntu\n```", "run shell"),
    ("```\n{{ site.submit }} a.sh\n```\n{: .language-bash}", "template placeholder"),
    ("```\n{{ site.prompt }} ls\n```\n{: .language-bash}", "transcript prompts"),
    ("```\nweb-a $ docker ps\nweb-b $ docker ps\n```", "transcript prompts"),
    ("```\n(login)$> module load gcc\n```", "transcript prompts"),
    ("```bash\ndocker run --name some-db -d redis\n```", "run shell"),
    ("```bash\nrun-it some-file\n```", "template placeholder"),
    ("```bash\ndocker run -d image-that-needs-it\n```", "template placeholder"),
    ("```bash\nkubectl delete pod web-ID_HERE\n```", "template placeholder"),
    ("```bash\n# DO NOT RUN\nls\n```", "sample comment-warns"),
    ("You don't need to run this:\n\n```bash\nls\n```", "sample lead-warns"),
    ("```bash\n# .env\nPORT=1\n```", "edit lead-names-a-file"),
    ("```bash\n# see a.txt\nls\n```", "run shell"),
    ("```bash\n#!/bin/sh\nls\n```", "edit text-of-a-script"),
    ("```bash\n#SBATCH --time=1\n./a\n```", "edit text-of-a-script"),
    ("```bash\nCreating the network web\nReady\n```", "output text-of-a-message"),
    ("!!! note\n    See this:\n\n    ```sh\n    sort a\n    ```", "run shell"),
    ("```bash\nexport TOKEN_FILE=abc...\n```", "template placeholder"),
    ("```bash\necho Waiting...\ngo test ./...\n```", "run shell"),
    ("```bash\nfatal: not a repository\n```", "output text-of-a-message"),
    ("```bash\nRscript a.R\n```", "run shell"),
    ("```bash\napp\n|__src\n|   |__a.rb\n```", "output table"),
    (
      "```bash\ngit log\n```\n\nOption B:\n\n```bash\ngit show\n```",
      "run shell, sample lead-says-alternative"
    ),
    ("## Option B\n\n```bash\ngit show\n```", "sample heading-says-alternative"),
    (
      "```bash\ndocker run -it a sh\n```\n\nFrom the Docker host:\n\n```bash\nls\n```",
      "run shell, run shell"
    ),
    (
      "```bash\nnano a.txt\n```\n\nType the text below into it:\n\n```\nb*\n```",
      "run shell, edit editor-above"
    ),
    (
      "Open `a/b.json`. Replace all of `a/b.json` by the following\n\n```\n{}\n```",
      "edit lead-names-a-file"
    ),
    (
      "```bash\nkubectl exec -it a -n b /bin/sh\n```\n\nLook:\n\n```bash\nps aux\n```",
      "run shell, context opened-by-the-step-before"
    ),
    (
      "```bash\ndocker run -it a sh\nls\n```\n\nThen:\n\n```bash\nps\n```",
      "context opened-in-the-block, context opened-by-the-step-before"
    ),
    ("```bash\ndocker system prune\nls\n```", "run shell"),
    ("Replace\u{A0}the `abc`:\n\n```bash\ndocker push abc\n```", "template text-says-to-replace"),
  ])
  func `a block is of the kind that a careful reader gives it`(markdown: String, expected: String?)
  {
    let page = Page(path: "a.md", bytes: Array(("# T\n\n" + markdown + "\n").utf8))
    let found = page.steps.map { "\($0.kind.rawValue) \($0.decision.rule)" }
    #expect(found.joined(separator: ", ") == expected ?? "")
  }
}
