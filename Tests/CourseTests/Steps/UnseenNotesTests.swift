import Course
import Testing

/// Forms that authors give to commands, to what these print, and to files, each with what a careful
/// reader makes of it.
struct UnseenNotesTests {
  @Test(arguments: [
    // Programs that nobody has heard of.
    ("```\nmytool-avail --categories all\n```", "run shell"),
    ("```\nmytool -p key upload a b\n```", "run shell"),
    ("```\n./build.sh\n```", "run shell"),
    ("Run it with:\n\n```\nmytool input.txt\n```", "run shell"),
    ("```\ntools-1.2/mytool count --id=a\n```", "run shell"),
    ("```bash\n# for root\n[Service]\nExecStart=/bin/ls\n```", "edit text-of-a-file"),
    ("```bash\n[ -f a ]\nls\n```", "run shell"),
    ("```\nuse the -a option to list all\n```", "output text-that-is-shown"),
    ("```\nlet \"id=$RANDOM*2\"\n```", "run shell"),
    ("```bash\nmodule \"a\" {\n  source = \"b\"\n}\n```", "edit text-of-a-file"),
    ("```\nmytool.exe -u me\n```", "foreign not-shell"),
    ("```\ndocker build `\n  -t a .\n```", "foreign command-of-windows"),
    // Prompts.
    ("```\nhost$ ip route\ndefault via 1.2.3.4\n```", "transcript prompts"),
    ("```bash\n$me@host> git clone https://e.org/a\n```", "transcript prompts"),
    ("```bash\nme@host:~> cd a\n```", "transcript prompts"),
    ("```\n(env) ~/folder$ python a.py\n```", "transcript prompts"),
    ("```bash\ncd a\n$> ./run.sh\n```", "transcript prompts"),
    ("```bash\n# Serial console\nls\n```", "run shell"),
    ("```\n[me@host ~]$\n```", "output prompt-alone"),
    ("```bash\nsftp> lpwd\n```", "context prompt-of-another-program"),
    // What is printed.
    ("```bash\naz group list\n# Output:\nName  Place\na     b\n```", "transcript prompts"),
    ("```bash\naz group list\n# Output\ncat a\n```", "run shell"),
    ("```bash\nservice a status\n当前设备：\nlo eth0\n```", "transcript prompts"),
    ("```bash\ngit push\nEnumerating objects: 5, done.\n```", "transcript prompts"),
    ("```bash\npulumi up --yes\nPreviewing update (dev)\n\na\n```", "transcript prompts"),
    ("```bash\nkill -l\n 1) SIGHUP  2) SIGINT\n```", "transcript prompts"),
    ("```bash\ndocker inspect a\n[\n  {\n    \"Id\": 1\n  }\n]\n```", "transcript prompts"),
    ("```bash\ncurl -d '{\n \"a\": 1\n}' localhost\n{\"b\":1}\n```", "transcript prompts"),
    ("```\ntype video struct {\n  Id string\n}\n```", "foreign not-shell"),
    ("```\n.\n├── a\n└── b\n```", "output table"),
    ("> output\n\n```\nnginx version: nginx/1.23\n```", "output lead-says-output"),
    ("Results\n\n```bash\nKEY  VALUE\n```", "output lead-says-output"),
    ("I get this:\n\n```\nterraform version 1.5 (a, b)\n```", "output lead-says-output"),
    ("```py\nprint(x)\n```\n\n```sh\n16\n```", "output printed-line"),
    ("```py\nprint(x)\n```\n\n```sh\nmytool run\n```", "run shell"),
    ("```java\nf();\n```\n\n```\nvalue = 1\n```", "output below-its-code"),
    ("When we run it:\n\n```sh\npkg: e.org/a\nPASS\n```", "output printed-line"),
    ("```\n📦 Transport: STDIO\n```", "output text-that-is-shown"),
    ("Ask it:\n\n```\nWrite me a text\n```", "foreign not-shell"),
    ("```console\nerror[E0463]: can't find crate\n```", "output text-of-a-message"),
    ("```console\nCMake Error at a.cmake:1 (message):\n```", "output text-of-a-message"),
    ("```sh\nAttaching to a, b\n$ docker-compose down\n```", "transcript prompts"),
    ("This makes three files for us:\n\n```sh\n./a/b.py\n```", "output names-of-files"),
    ("We get a host and set it.\n\n```\na = b.get('c')\n```", "foreign not-shell"),
    ("```\n~]$ ls\n```", "transcript prompts"),
    ("```\n\\c a\n```", "context prompt-of-another-program"),
    ("Y ejecutamos:\n\n```\nterraform init\nterrafom apply\n```", "run shell"),
    // Files.
    (
      "Create `~/.a.dfl` with these contents:\n\n```console\n$ cat ~/.a.dfl\nb c\n```",
      "edit lead-names-a-file"
    ),
    ("Look at `~/.a.dfl`:\n\n```console\n$ cat ~/.a.dfl\nb c\n```", "transcript prompts"),
    (
      "```\n#!/bin/sh\n#SBATCH -c 1\n```\n\nNext, we load it:\n\n```\nmodule load a\n```",
      "edit text-of-a-script"
    ),
    (
      "```\n#!/bin/sh\n#SBATCH -c 1\n```\n\nNext, we submit it:\n\n```\nsbatch a.sh\n```",
      "run shell"
    ),
    (
      "The *write()* call writes to an open file.\n\n```\nssize_t write(int fd);\n```",
      "foreign not-shell"
    ),
    ("### /src/app/Main.jsx\n\n```\nimport React from 'react'\n```", "edit text-of-a-file"),
    ("src/lib.rs\n\n```\npub mod a;\n```", "edit text-of-a-file"),
    ("- **Dockerfile**\n\n```\nFROM nginx\n```", "edit text-of-a-file"),
    (
      "Disable it in the values file:\n\n```bash\nenabled: false\nuser: a\n```",
      "edit text-of-a-file"
    ),
    ("### Plugin\n\n```\n<plugin>\n  <a>b</a>\n</plugin>\n```", "edit text-of-a-file"),
    (
      "In addition we disable it:\n\n```bash\npostgresql:\n  enabled: false\n```",
      "edit text-of-a-file"
    ),
    ("Here is an example:\n\n```\nkind: A\nmetadata:\n  name: b\n```", "foreign not-shell"),
    ("Define them inside `.env`. For example:\n\n```bash\nA=1\n```", "edit lead-names-a-file"),
  ])
  func `a block is read as its author means it`(markdown: String, expected: String) {
    #expect(kinds("# T\n\n" + markdown + "\n").last == expected)
  }

  @Test(arguments: [
    // Systems.
    (
      "# Seen from macOS: how a flaw that only shows in Windows came to be\n\nx\n\n```bash\nls\n```",
      "run shell"
    ),
    ("It differs from the default MacOS version in some cases.\n\n```bash\nls\n```", "run shell"),
    (
      "Clone it into your own home folder (e.g. for Mac: `/Users`):\n\n```bash\nls\n```",
      "run shell"
    ),
    ("## A pool for Windows nodes\n\n```bash\nls\n```", "run shell"),
    ("In Windows CMD, use:\n\n```bash\nls\n```", "sample lead-names-another-system"),
    ("CentOS 7\n\n```bash\nls\n```", "sample lead-names-another-system"),
    ("On CentOS 7 the service has another name.\n\n```bash\nls\n```", "run shell"),
    ("## A\n\n### Fedora/RHEL\n\n```bash\nls\n```", "sample heading-names-another-system"),
    (
      "1. For macOS make a file.\n\n   - On all other operating systems run:\n\n     ```bash\n     ls\n     ```",
      "run shell"
    ),
    // Tools.
    (
      "uv:\n\n```bash\nuv add a\n```\n\n- pip (venv):\n\n```bash\npip install a\n```",
      "sample another-tool"
    ),
    (
      "### Using npm\n\n```bash\nnpm i a\n```\n\n### Using yarn\n\n```bash\nyarn add a\n```",
      "sample another-tool"
    ),
    ("npm:\n\n```bash\nnpm i a\n```\n\npip:\n\n```bash\npip install a\n```", "run shell"),
    (
      "Add `--local` to use a local one instead:\n\n```bash\nls --local\n```",
      "sample lead-says-alternative"
    ),
    ("Ajoutez une autre chaîne.\n\n```bash\nls\n```", "run shell"),
    // Warnings.
    ("Do not run this as root. Start it with:\n\n```bash\nls\n```", "run shell"),
    ("Do not run this:\n\n```bash\nls\n```", "sample lead-warns"),
    ("We can see which commands there are with `help`:\n\n```bash\nls\n```", "run shell"),
    ("The syntax is much like that of `cp`.\n\n```bash\nls\n```", "run shell"),
    // What is to be replaced.
    ("```bash\ndocker run IMAGE-ID ls\n```", "template placeholder"),
    ("```bash\naz show --ids /subscriptions/*****/a\n```", "template placeholder"),
    ("```bash\n$ dirname # ???\n/home\n```", "template blank-to-fill"),
    ("```bash\ngit checkout ____\n```", "template blank-to-fill"),
    ("```bash\nls file???.txt\n```", "run shell"),
    ("Replace all words using `sed`:\n\n```bash\nsed s/a/b/ f\n```", "run shell"),
    // Containers.
    (
      "```bash\ndocker run -it a bash\n```\n\nNow you're inside.\n\n## B\n\n```bash\nls\n```",
      "context opened-by-the-step-before"
    ),
    ("```bash\ndocker run -it a bash\n```\n\nIt starts.\n\n## B\n\n```bash\nls\n```", "run shell"),
    ("```bash\nssh me@e.org\n```\n\n```bash\nterraform show\n```", "run shell"),
    ("Another way to see it is to list the folder:\n\n```bash\nls a\n```", "run shell"),
    ("```bash\n$ docker run -it a bash\n$ docker inspect a\n```", "transcript prompts"),
    ("```bash\n$ docker run -it a bash\n$ ls\n```", "context opened-in-the-block"),
  ])
  func `a block is believed where nothing speaks against it`(markdown: String, expected: String) {
    #expect(kinds((markdown.hasPrefix("# ") ? "" : "# T\n\n") + markdown + "\n").last == expected)
  }

  @Test(arguments: [
    ("minikube ssh ls", ""), ("minikube ssh", "interactive"),
    ("sudo -E -s", "interactive root session"), ("sudo -u x -i", "interactive root session"),
    ("newgrp docker", "session"), ("rm -ri a", "interactive"),
    ("rm -rf a", ""), ("ed a <<E\n1p\nE", ""), ("vim /etc/hosts", "interactive root"),
    ("cdk deploy", "interactive network"), ("cdk deploy --require-approval never", "network"),
    ("az group delete --name a --yes", "destructive network"),
    ("az group delete --name a", "destructive interactive network"),
    ("airflow users create --username a", "interactive"),
    ("airflow users create --password x", "secret"), ("oc get pods", "network"),
    ("kubectl get pods", ""), ("faust -A a worker", "service"),
    ("nsc edit operator -n nats://localhost:4222", ""),
    ("kubectl run a -- mysql -u me -psecret1", "network secret"),
  ])
  func `a command has the traits of what it does`(command: String, traits: String) {
    let step = page("# T\n\n```bash\n\(command)\n```\n").steps.first
    #expect(step?.traits.map(\.rawValue).sorted().joined(separator: " ") == traits)
  }

  private func kinds(_ markdown: String) -> [String] {
    page(markdown).steps.map { "\($0.kind.rawValue) \($0.decision.rule)" }
  }

  private func page(_ markdown: String) -> Page { Page(path: "a.md", bytes: Array(markdown.utf8)) }

  @Test(arguments: [
    // What is printed.
    ("```bash\n# Output\n\"{\\\"a\\\":1}\"\n```", "output comment-says-output"),
    ("```bash\n# Output\n{\"a\":\"b\"}\n```", "output comment-says-output"),
    ("```bash\nterraform output\n# Outputs:\na-b = \"ssh -p2222 me@a\"\n```", "transcript prompts"),
    ("```bash\n# Output:\nls\n```", "run shell"),
    ("```bash\n# Output the list\nmytool a\n```", "run shell"),
    (
      "```bash\nBuild a thing\n\nUsage:  docker build [OPTIONS]\n\nOptions:\n  --a x   Add\n  -b      Begin\n```",
      "output text-of-help"
    ),
    ("```bash\nusage() {\n cat <<E\nOptions:\n  -a  b\n  -c  d\nE\n}\n```", "run shell"),
    ("```bash\nmytool --help\n```", "run shell"),
    ("```bash\n24/12/02 12:52:15 WARN A: b\n```", "output printed-line"),
    ("```\n2024-12-02 12:52:15,123 INFO a\n```", "output printed-line"),
    ("```\nSELECT  Count(*) FROM a;\n```", "foreign not-shell"),
    // Other languages.
    ("```bash\nimport os\nos.environ['A'] = '/b'\n```", "foreign not-shell"),
    ("```bash\ndocker build %cd%\\a -t b\n```", "foreign command-of-windows"),
    ("```\n{{ config(materialized='view') }}\nselect a from b\n```", "edit text-of-a-file"),
    // Programs that another one fetches.
    ("```\nnpx @a/inspector\n```", "run shell"),
    ("```\nsudo mytool\n```", "run shell"),
    // What a reader is to fill in.
    ("```sh\ngit push -u origin branch-name\n```", "template placeholder"),
    ("```sh\nmysql --user=user_name a\n```", "template placeholder"),
    ("```sh\npython a.py --file-name b\n```", "run shell"),
    ("```sh\ncurl https://e.org/a/[ACCOUNT-ID]/b\n```", "template placeholder"),
    ("```sh\nls /a/[A-Z_-]*\n```", "run shell"),
    ("```sh\necho \"[WARNING] test\"\n```", "run shell"),
    ("Replace `e.org/a` with `e.org/a/b`:\n\n```sh\ncurl e.org/a/b\n```", "run shell"),
    (
      "Replace `e.org/a` with your `b`:\n\n```sh\ncurl e.org/a\n```",
      "template text-says-to-replace"
    ),
    ("```sh\nssh -i a.pem ubuntu@public_ip\n```", "template placeholder"),
    ("```sh\ngsutil cp -r a/ gs://bucket_name/path/b\n```", "template placeholder"),
    ("```sh\nmlflow server --uri postgres://DB_USER:DB_PASSWORD@a/b\n```", "template placeholder"),
    ("```sh\ncurl http://HOST:8080/a\n```", "template placeholder"),
    ("```sh\ncurl http://$HOST:8080/README.md\n```", "run shell"),
    ("```sh\ngsutil cp gs://a/b-X.X.X.jar .\n```", "template placeholder"),
    ("```sh\nhelm install a --set user_name=me\n```", "run shell"),
    ("```sh\ngrep container_name compose.yml\n```", "run shell"),
    ("```sh\nA=\nB=${A}/b\ndocker push $B\n```", "template blank-to-fill"),
    ("```sh\nA=\nfor i in 1 2; do A=\"$A $i\"; done\n```", "run shell"),
    // Files and what is printed, once more.
    ("```sh\nts=2022-02-03T12:17:18Z caller=a level=info msg=\"b\"\n```", "output printed-line"),
    ("```\n./bin/windows/a.bat --create b\n```", "foreign command-of-windows"),
    ("```\n[tool.pylint]\ndisable = [\n  \"a\"\n]\n```", "edit text-of-a-file"),
    ("Add the following and save it.\n\n```\nHost a\n  User b\n```", "edit text-of-a-file"),
    ("```bash\n# a.sh\nTYPE=$1\nwget $TYPE\n```", "edit lead-names-a-file"),
    (
      "The following error is shown when the `a.py` file is called:\n\n```bash\na.b.CError: d(e='f')\n```",
      "output lead-says-output"
    ),
    ("```sh\n../../env.sh terraform get\n```", "run shell"),
    (
      "```\n# OSX\nenvchain a terraform plan\n# Linux\n../../env.sh plan\n```",
      "sample comment-names-another-system"
    ),
    (
      "Name it `Dockerfile` and fill it with the following:\n\n```bash\nFROM a\nRUN apt-get update; \\\n  apt-get install b;\n```",
      "edit lead-names-a-file"
    ),
    ("Look at it:\n\n```\napiVersion: v1\ndata:\n  a: b\n```", "foreign not-shell"),
    ("Change `a.yaml`:\n\n```\napiVersion: v1\ndata:\n  a: b\n```", "edit lead-names-a-file"),
    (
      "```bash\nUnable to find image 'a:latest' locally\nlatest: Pulling from a\n```",
      "output text-of-a-message"
    ),
    ("```\nairflow    # the root\n├── dags    # all\n└── logs\n```", "output table"),
    ("```\ntree\n├── dags\n└── logs\n```", "transcript prompts"),
    ("```bash\necho %API_TOKEN%\n```", "foreign command-of-windows"),
    ("```bash\ndate +%Y%m%d\n```", "run shell"),
    ("```\nyum install a\nmytool show b\n```", "run shell"),
    ("```\ndocker pull a\nmytool show b\n```", "run shell"),
    ("```sh\nhelm push a.tgz oci://e.org/username\n```", "template placeholder"),
    ("```sh\naws a --filters Name=\"ENTER_NAME\"\n```", "template placeholder"),
    (
      "Create a file named `.ignore` beside it with the following contents.\n\n```ignore\na/\n```",
      "edit lead-names-a-file"
    ),
    // Machines.
    ("# A\n\n## The VM\n\n```sh\nssh my-vm\n```\n\nNow:\n\n```sh\nls\n```", "run shell"),
    (
      "# A\n\n## The server\n\n```sh\nssh my-host\n```\n\nNow:\n\n```sh\nls\n```",
      "context opened-by-the-step-before"
    ),
    (
      "# A\n\n## The VMs\n\nOn your VM:\n\n```sh\nssh node1\n```\n\nNow:\n\n```sh\nls\n```",
      "context opened-by-the-step-before"
    ),
    // Ways to do it.
    (
      "```bash\napt-get update\nyum check-update\nbrew update\n```",
      "sample commands-of-several-systems"
    ),
    (
      "```bash\nkubectl describe (-f FILENAME | TYPE [-l label] | TYPE/NAME)\n```",
      "sample form-of-a-synopsis"
    ),
    ("# A\n\n## Option 2: the CLI (recommended)\n\n```sh\ngcloud init\n```", "run shell"),
    (
      "# A\n\n## Option 2: with a script\n\n```sh\ngcloud init\n```",
      "sample heading-says-alternative"
    ),
    ("This is how you would start it:\n\n```sh\n$ docker ps\n```", "sample lead-warns"),
    (
      "Then enter the following into `~/.ssh/config`\n\n```bash\nHost a\n  User b\n```",
      "edit lead-names-a-file"
    ),
  ])
  func `notes of data and operations are read as a reader does`(notes: String, expected: String) {
    let step = Page(path: "a.md", bytes: Array(notes.utf8)).steps.last
    #expect(step.map { "\($0.kind.rawValue) \($0.decision.rule)" } == expected)
  }

}
