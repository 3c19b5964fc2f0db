import Course
import Testing

/// Habits that authors have: each with notes that show it, and notes that only look so.
struct AuthorHabitTests {
  @Test(arguments: [
    // Numbers before commands.
    ("```\n1. cd a\n2. git clone https://e.org/b\n3. ./build.sh\n```", "transcript prompts"),
    ("```\n\t1) terraform init\n\t2) terraform plan\n```", "transcript prompts"),
    ("```\n1. cd <work_dir>\n2. ./build.sh\n```", "template placeholder"),
    ("```\n1. git is a tool\n2. and much more\n```", "output text-that-is-shown"),
    ("```\n1. docker is a tool.\n2. git is one.\n```", "output text-that-is-shown"),
    ("```\n1. find the file\n2. sort the lines\n```", "output text-that-is-shown"),
    ("```\n1. git init\n3. git add a\n```", "output text-that-is-shown"),
    ("```\n1. git init\n```", "output text-that-is-shown"),
    ("```bash\n1.5\n```", "output printed-line"),
    (
      "```\n1. git add stages your changes\n2. git commit records them\n```",
      "output text-that-is-shown"
    ),
    (
      "```\n1. terraform plan - show it\n2. terraform destroy - remove all\n```",
      "output text-that-is-shown"
    ),
    ("```\n1. git\n2. docker\n3. kubectl\n```", "output text-that-is-shown"),
    ("```\n1. kubectl get pods (all)\n2. kubectl get nodes\n```", "foreign not-shell"),
    (
      "The output of `history` is:\n\n```\n1. git init\n2. rm -rf data\n```",
      "output lead-says-output"
    ),
    ("You get the following output:\n\n```\nme@host1:~> ls\na\n```", "transcript prompts"),
    // Programs that the page installs, runs or quotes.
    ("```\nnpm install pm2@latest -g\n```\n\nKeep it:\n\n```\npm2 save\n```", "run shell"),
    ("```sh\nmytool index a\n```\n\nAnd then:\n\n```\nmytool find b\n```", "run shell"),
    ("When ready, run `mytool publish` to send it:\n\n```\nmytool publish\n```", "run shell"),
    ("```sh\nmytool index a\n```\n\n```\nmytool 1.2\n```", "output text-that-is-shown"),
    ("```sh\nmytool index a\n```\n\n```\nmytool: no file\n```", "foreign not-shell"),
    (
      "```sh\nmytool index a\n```\n\nA:\n\n```\nmytool is a tool.\n```", "output text-that-is-shown"
    ),
    ("```sh\n./bin/mytool a\n```\n\nA:\n\n```\nmytool goes on\n```", "output text-that-is-shown"),
    ("```\nmytool index a\n```\n\nA:\n\n```\nmytool goes on\n```", "output text-that-is-shown"),
    ("```sh\nhandler.py\n```\n\nA:\n\n```\nhandler.py text\n```", "output text-that-is-shown"),
    ("It has `mytool publish`.\n\n```\nmytool publish\n```", "output text-that-is-shown"),
    (
      "```sh\npip install pandas numpy\n```\n\nIt holds:\n\n```\npandas\nnumpy\n```",
      "output text-that-is-shown"
    ),
    (
      "```sh\nshopd --port 80\n```\n\nA:\n\n```\nshopd listening on port 80\n```",
      "output text-that-is-shown"
    ),
    ("```sh\nmlserver start\n```\n\nA:\n\n```\nmlserver ready\n```", "output text-that-is-shown"),
    // Programs that are opened more than once, or between commands.
    ("```\npsql -h a -p 1\npsql -h a -p 2\n```", "run shell"),
    ("```\n  $ spark-shell\n  $ wget https://e.org/a\n```", "transcript prompts"),
    ("```sh\npsql -h a\n\\dt\n```", "context opened-in-the-block"),
    ("```\n$ docker run -it a bash\n$ ls\n```", "context opened-in-the-block"),
    ("```\nssh a\nssh b\n```", "context opened-in-the-block"),
    ("```\n$ mongosh\n$ use shop\n$ db.orders.find()\n```", "context opened-in-the-block"),
    ("```\npsql\npsql -d a\nselect 1;\n```", "context opened-in-the-block"),
    // Other languages in blocks that are marked as shell.
    (
      "```bash\ndef f(a) -> None:\n    b = a.c(d=['e'])\n    if not b:\n        raise E('f')\n```",
      "foreign not-shell"
    ),
    ("```bash\ntask = Operator(\n    task_id='a',\n    b=c\n)\n```", "foreign not-shell"),
    ("```bash\nfrom a import b\nb.run()\nb.stop()\n```", "foreign not-shell"),
    ("```bash\nfrom=a\nmytool $from\n```", "run shell"),
    ("```bash\ndef\nls\n```", "run shell"),
    ("```bash\nA=(\n  a b\n)\n```", "run shell"),
    // Forms of commands.
    (
      "```bash\n# Syntax\ndocker rm $NAME\n\n# Example\ndocker rm a\n```",
      "sample comment-says-syntax"
    ),
    ("```bash\n# Syntax check\nbash -n a.sh\n```", "run shell"),
    ("```bash\n# Syntax:\ndocker run -d -p 80:80 nginx\n```", "run shell"),
    ("To delete all, the command is:\n\n```bash\nrm -rf *\n```", "sample lead-warns"),
    ("```bash\n# Remove it\ndocker rm a\n```", "run shell"),
    ("The second time, the command is:\n\n```bash\ncp a b\n```", "sample lead-warns"),
    ("Delete it. Here, the command is:\n\n```bash\nrm a\n```", "run shell"),
    // What is added to a file that has no name.
    (
      "Add the following line to the file:\n\n```bash\nexport A=\"b\"\n```", "edit text-of-a-script"
    ),
    (
      "Paste the following in the file and save it.\n\n```sh\nexport A=b\n```",
      "edit text-of-a-script"
    ),
    ("Run this to add the following to the file:\n\n```bash\nexport A=\"b\"\n```", "run shell"),
    ("Add this line to the file with `echo`:\n\n```bash\necho a >> b\n```", "run shell"),
    ("Copy this folder to the file server:\n\n```bash\nscp -r a h:b\n```", "run shell"),
    ("We look at the file:\n\n```bash\nexport A=\"b\"\n```", "run shell"),
    // A short name that everybody gives a program.
    ("```\nk get pods\nsudo journalctl -u kubelet\n```", "run shell"),
    ("```\nk means that\nk clusters\n```", "output text-that-is-shown"),
    ("```\nk set of points\nk wait for it\n```", "output text-that-is-shown"),
    (
      "```sh\nk get pods -o wide\nNAME  READY  NODE\na     1/1    <none>\n```", "transcript prompts"
    ),
    // A line that was to go on, but does not.
    (
      "```bash\ndocker run -it -e A=b\n  -p 80:80 \\\n  me/model\n\npython test.py\n```",
      "run shell"
    ),
    // Windows.
    (
      "```shell\nC:\\Users\\me>scala -version\nScala code runner version 2\n```",
      "foreign command-of-windows"
    ),
    ("```\nPS C:\\> dir\n```", "foreign command-of-windows"),
    ("```bash\nwsl --unregister a\nwsl --shutdown\n```", "foreign command-of-windows"),
    ("```\nwsl --shutdown\n\nor\n\nwsl --shutdown <name>\n```", "foreign command-of-windows"),
    ("```bash\nwsl --install\nsudo apt update\n```", "run shell"),
    ("```bash\nwsl -d a\nmytool b\n```", "run shell"),
    // What is printed, below a command without a prompt.
    (
      "```bash\ncat a.sql | bq query\n> Query successfully validated. It is fine.\n```",
      "transcript prompts"
    ),
    ("```bash\nbq query <a\n+---+\n| a |\n+---+\n```", "transcript prompts"),
    ("```bash\nsort a\n> Sorted b\n```", "run shell"),
    ("```bash\nsort a \\\n> Sorted, as it were, by name.\n```", "run shell"),
    ("```bash\ncat <<EOF\n> Hello, this is a text.\nEOF\n```", "run shell"),
    // A remark behind an arrow.
    ("```\ndocker stop <name1> <name2>...\n--> To stop them\n```", "template placeholder"),
    ("```\ndocker images\n--> To see them.\n```", "run shell"),
    ("```\n$ docker logs [NAME/ID]\n```", "template placeholder"),
    ("```bash\ntr -d [ab/cd] <c\n```", "run shell"),
    ("```\n--> Error here\ndocker ps\n```", "foreign not-shell"),
    // Files that are known by their lines.
    ("In a Dockerfile:\n\n```\nENV A=\"b\"\n```", "edit text-of-a-file"),
    ("```\n# In a Dockerfile\nLABEL a=\"b\" \\\n  c=d\n```", "edit text-of-a-file"),
    ("```\nENV A=\"b\"\n```", "foreign not-shell"),
    ("An example of a Dockerfile:\n\n```\nRUN a\n```", "foreign not-shell"),
    (
      "```\nkubectl get a\n```\n\n```\nkind: A\napiVersion: v1\nb:\n  c: d\n```",
      "foreign not-shell"
    ),
    ("```\nkind: Role\napiVersion: v1\nmetadata:\n  name: a\n```", "edit text-of-a-file"),
    (
      "```\napiVersion: v1\nkind: Pod\nmetadata:\n  creationTimestamp: null\n```",
      "foreign not-shell"
    ),
    (
      "They stand in `requirements.txt`:\n\n```\nmlflow\nscikit-learn==1.0.2\n```",
      "edit text-of-a-file"
    ),
    ("They are:\n\n```\nmlflow\nscikit-learn==1.0.2\n```", "output text-that-is-shown"),
    ("And specify it as:\n\n```\napiVersion: 1\na:\n  b: c\n```", "edit text-of-a-file"),
    ("```\nUnable to find image 'a' locally\n1: Pulling\nb: done\n```", "output printed-line"),
    ("```sh\nUnable to find image 'a' locally\n1: Pulling\nb: done\n```", "output printed-line"),
    ("```bash\nok: [a]\ndocker ps\n```", "run shell"),
    ("```bash\n# Add to $(a)/.bashrc\nexport A=b\n```", "run shell"),
    ("```bash\n# Put it in place of ~/.bashrc\nexport A=b\n```", "run shell"),
    // Start-up files, in comments and in languages whose words no rule knows.
    ("```bash\n# Add to .bashrc:\nexport A=\"$(b)\"\nalias c=d\n```", "edit lead-names-a-file"),
    ("```bash\n# Add this to your ~/.zshrc\nexport A=b\n```", "edit lead-names-a-file"),
    ("```bash\n# Add to .bashrc, or run it\nexport A=b\n```", "run shell"),
    ("```bash\n# Add to .bashrc\nexport A=b\nsource ~/.bashrc\n```", "run shell"),
    ("```bash\n# Add aliases to .bashrc\ncat >> ~/.bashrc <<'E'\nalias a=b\nE\n```", "run shell"),
    ("```bash\n# Do not add to .bashrc\nexport A=b\n```", "run shell"),
    ("```bash\n# Set it and add to ~/.zshrc\nexport A=b\n```", "run shell"),
    (
      "`.bashrc` dosyas\u{131}n\u{131}n i\u{e7}ine ekledim.\n\n```\nexport A=b\n```",
      "edit lead-names-a-file"
    ),
    (
      "Gu\u{e1}rdalo en `~/.bashrc`:\n\n```bash\nexport A=b\nsource a\n```", "run shell"
    ),
    (
      "\u{4e0d}\u{8981}\u{4fee}\u{6539} `~/.bashrc`:\n\n```bash\nexport A=b\n```", "run shell"
    ),
    (
      "No \u{e9}s `~/.bashrc`. Ara:\n\n```bash\nexport A=b\n```", "run shell"
    ),
    (
      "Aqu\u{ed}, sin tocar `~/.bashrc`:\n\n```bash\nexport A=b\n```", "run shell"
    ),
    ("I have a long `.bashrc` \u{2014} look:\n\n```bash\nexport A=b\n```", "run shell"),
    // A program that was opened and is left without a word.
    ("```bash\nR\n```\n\nGet a:\n\n```bash\nsudo apt update\n```", "run shell"),
    ("```bash\npython3\n```\n\nThen:\n\n```bash\npython3 a.py\n```", "run shell"),
    (
      "```bash\nmysql -u me\n```\n\nThen:\n\n```bash\nsource a.sql\n```",
      "context opened-by-the-step-before"
    ),
    (
      "```bash\ndocker run -it a bash\n```\n\nThen:\n\n```bash\napt update\n```",
      "context opened-by-the-step-before"
    ),
    (
      "```bash\ndocker run -it a bash\n```\n\nNow:\n\n```bash\npsql\n\\dt\n```\n\nThen:\n\n```bash\ncurl b\n```",
      "context opened-by-the-step-before"
    ),
    ("```bash\nipython\n```\n\n```bash\ncd a\n```", "context opened-by-the-step-before"),
    ("```bash\nduckdb a.db\nSELECT 1;\n.exit\n```", "context opened-in-the-block"),
    ("```bash\nduckdb a.db -c 'SELECT 1'\nls\n```", "run shell"),
    // Titles and texts that name a file, and one that only points on.
    (
      ":::{admonition} `a_b.sql`\n:class: dropdown\n\n```\nwith a as (\n  select 1\n)\n```\n:::",
      "edit text-of-a-file"
    ),
    (":::{figure} a_b.sql\n\n```\nwith a as (\n  select 1\n)\n```\n:::", "foreign not-shell"),
    (
      ":::{admonition} About a_b.sql\n\n```\nwith a as (\n  select 1\n)\n```\n:::",
      "foreign not-shell"
    ),
    ("`my_a.py`:\n\n```\nimport os\nos.f(1)\n```", "edit text-of-a-file"),
    ("`my_a`:\n\n```\nimport os\nos.f(1)\n```", "foreign not-shell"),
    (
      "Its name is its own (see below).\n\n```bash\nresource \"a\" \"b\" {\n}\n```",
      "edit text-of-a-file"
    ),
    ("You will see below.\n\n```bash\nresource \"a\" \"b\" {\n}\n```", "foreign not-shell"),
    ("An example (see below).\n\n```bash\nresource \"a\" \"b\" {\n}\n```", "foreign not-shell"),
    // Pictures drawn with the signs of a keyboard.
    (
      "```\n[ a ]\n  |\n-----\n|   |\n[b] [c]\n \\  /\n [d]\n```", "output drawing"
    ),
    ("```\n[ a ]\n  |\n[ b ]\n```", "foreign not-shell"),
    ("```\nx = [\n//\n//\n//\n]\n```", "foreign not-shell"),
    // What is to come out, whatever it looks like.
    (
      "### Expected Result\n\n```\n\u{1f393} Board\nName: a\nRole: b\n```",
      "output heading-says-output"
    ),
    ("### Expected Result\n\n```\ndocker ps\n```", "run shell"),
    ("### Expected Result\n\nPut it in:\n\n```\nName: a\nRole: b\n```", "foreign not-shell"),
    // A variable for a program of the folder.
    ("```\nNAME=a ./build.sh\n```", "run shell"),
    ("```\nNAME=[YOUR-NAME] ./build.sh\n```", "template placeholder"),
    ("```\nName = a ./build.sh\n```", "foreign not-shell"),
    ("```\nNAME=a stands before a path\n```", "output text-that-is-shown"),
    // Start-up files, in languages that may have no letter beyond ASCII.
    (
      "Yang saya tambahkan di akhir `.bashrc`:\n\n```bash\nexport A=b\n```",
      "edit lead-names-a-file"
    ),
    ("Agrega esto a tu `~/.zshrc`:\n\n```bash\nexport A=b\n```", "edit lead-names-a-file"),
    ("Agrega esto sin tocar `~/.zshrc`:\n\n```bash\nexport A=b\n```", "run shell"),
    ("Jangan tambahkan ke `.bashrc`:\n\n```bash\nexport A=b\n```", "run shell"),
  ])
  func `a block is what its author's habit makes it`(notes: String, expected: String) {
    #expect(kind(notes) == expected)
  }

  /// A command, and what is to be filled in; nothing where it is run as it stands.
  @Test(arguments: [
    ("docker push {{REGISTRY}}/{{IMAGE_NAME}}:{{TAG}}", "{{REGISTRY}}"),
    ("docker ps --format '{{.Names}}'", ""), ("nats pub a \"Nr {{Count}}\"", ""),
    ("docker inspect -f '{{json .State}}' a", ""), ("git log --format={{A}}", ""),
    ("docker run -v /path/on/host:/a nginx", "/path/on/host:/a"),
    ("docker run -v a:/path/in/container nginx", ""),
    ("gcloud add --member user:me@my-domain.com", "user:me@my-domain.com"),
    ("openssl req -out mydomain.com.csr", ""),
    ("ssh pi@xxx.xxx.xxx.xxx", "xxx.xxx.xxx.xxx"),
    ("ssh ec2-xx-xxx-xx-xx.e.org", "ec2-xx-xxx-xx-xx.e.org"),
    ("cp a.xx b-xx", ""), ("ls xx-large", ""),
    ("git clone https://github.com/GITHUB_USERNAME/a.git", "GITHUB_USERNAME"),
    ("wget https://e.org/SRA_LIST_ALL/a", ""), ("gh secret set API_TOKEN", ""),
    ("gh repo view REPO_NAME", "REPO_NAME"),
    ("gh secret set API_TOKEN --repo REPO_NAME", "REPO_NAME"),
    ("gcloud secrets delete SECRET_ID --quiet", "SECRET_ID"),
    ("sudo sed -i s/{{HOST}}/a/ f", ""), ("grep -rl {{NAME}} .", ""),
    ("curl -d '{\"a\":\"Hi {{NAME}}\"}' http://localhost/", ""),
    ("curl -X PUT -d a http://localhost:85/kv/APP_NAME", ""),
    ("ssh-keygen -C admin@mydomain.com", ""),
  ])
  func `what is to be filled in is told from names`(command: String, gap: String) {
    let step = Page(path: "a.md", bytes: Array("# T\n\n```bash\n\(command)\n```\n".utf8)).steps.last
    #expect(step?.kind == (gap.isEmpty ? .run : .template))
    #expect(step?.decision.words ?? "" == gap)
  }

  @Test func `each of several names in double braces is asked for`() {
    let text = "# T\n\n```sh\ndocker tag {{NAME}}:{{TAG}} {{HOST}}/{{NAME}}:{{TAG}}\n```\n"
    let step = Page(path: "a.md", bytes: Array(text.utf8)).steps.last
    #expect(
      step.map { StepTemplate($0).blanks.map(\.text) } == ["{{NAME}}", "{{TAG}}", "{{HOST}}"])
  }

  private func kind(_ notes: String) -> String? {
    let step = Page(path: "a.md", bytes: Array("# T\n\n\(notes)\n".utf8)).steps.last
    return step.map { "\($0.kind.rawValue) \($0.decision.rule)" }
  }
}
