import Course
import Testing

/// Which steps a command line chooses.
struct StepSelectionTests {
  private let page = Page(
    path: "content/a.md",
    bytes: Array(
      ["1. One", "4.1 Two", "4.2 Three", "Install it", "5. Five"].map {
        "## \($0)\n\n```sh\necho\n```\n\n"
      }.joined().utf8))

  @Test(
    arguments: [
      ([], nil, nil, [], "1 4.1 4.2 install-it 5"), (["4.1"], nil, nil, [], "4.1"),
      (["4.*"], nil, nil, [], "4.1 4.2"), (["install-it", "1"], nil, nil, [], "1 install-it"),
      (["inst*"], nil, nil, [], "install-it"), ([":4"], nil, nil, [], "1"),
      (["a.md:10"], nil, nil, [], "4.1"), ([], "4.2", nil, [], "4.2 install-it 5"),
      ([], nil, "4.2", [], "1 4.1 4.2"), ([], "4.1", "4.2", [], "4.1 4.2"),
      ([], "5", "1", [], ""), ([], nil, nil, ["4.?"], "1 install-it 5"),
      (["4.*"], nil, nil, ["4.2"], "4.1"),
    ] as [([String], String?, String?, [String], String)])
  func `steps by number, name, glob and line`(
    only: [String], from: String?, until: String?, skip: [String], expected: String
  ) throws {
    var selection = StepSelection()
    (selection.only, selection.from, selection.until, selection.skip) = (only, from, until, skip)
    #expect(try selection.steps(of: page).map(\.label).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("instal-it", "content/a.md has no step 'instal-it'; is it 'install-it'?"),
    ("9", "content/a.md has no step '9'; `notes steps a` lists them"),
    ("a.md:1", "content/a.md has no step 'a.md:1'; `notes steps a` lists them"),
  ])
  func `a name that fits no step is told with the nearest`(name: String, message: String) {
    var selection = StepSelection()
    selection.only = [name]
    #expect {
      try selection.steps(of: page)
    } throws: {
      "\($0)" == message
    }
  }
}

/// Placeholders with the values given for them.
struct StepTemplateTests {
  @Test(arguments: [
    ("ssh <name>@example.org", "name", ["name": "ada"], "ssh ada@example.org"),
    ("aws s3 ls your-bucket", "your-bucket", ["bucket": "b"], "aws s3 ls b"),
    ("aws s3 ls your-bucket", "your-bucket", ["YOUR_BUCKET": "b"], "aws s3 ls b"),
    ("pyenv install [version]", "version", ["version": "3.12"], "pyenv install 3.12"),
    (
      "gcloud config set project PROJECT_ID", "project-id", ["project-id": "p"],
      "gcloud config set project p"
    ),
    ("ls <a dir> <a dir>", "a-dir", ["a dir": "x"], "ls x x"),
    ("echo <one> <two>", "one two", ["one": "1"], "echo 1 <two>"),
    (
      "curl -H \"Authorization: YOUR_API_KEY\" e.org", "your-api-key", ["api-key": "k"],
      "curl -H \"Authorization: k\" e.org"
    ),
    ("curl -H 'X: Bearer your-token'", "your-token", ["token": "t"], "curl -H 'X: Bearer t'"),
    ("export KEY=YOUR_KEY", "your-key", ["key": "k"], "export KEY=k"),
    (
      "aws s3 cp a s3://your-bucket/a.csv", "your-bucket", ["bucket": "b"],
      "aws s3 cp a s3://b/a.csv"
    ),
    ("docker build -t yourname/x .", "yourname", ["yourname": "ada"], "docker build -t ada/x ."),
    (
      "psql \"postgres://YOUR_USER:YOUR_PASSWORD@db/x\"", "your-user your-password",
      ["user": "u", "password": "p"], "psql \"postgres://u:p@db/x\""
    ),
    ("cp path/to/your-file.csv .", "path-to-your-file-csv", [:], "cp path/to/your-file.csv ."),
    ("ssh you@yourdomain.com", "yourdomain-com", ["yourdomain-com": "e.org"], "ssh you@e.org"),
    ("mv your-a your-a-b", "your-a your-a-b", ["a": "1", "a-b": "2"], "mv 1 2"),
    ("login <your-name> \"your-name\"", "your-name your-name", ["name": "n"], "login n \"n\""),
  ])
  func `a blank has a name and takes its value`(
    command: String, names: String, values: [String: String], expected: String
  ) throws {
    let page = Page(path: "a.md", bytes: Array("```sh\n\(command)\n```\n".utf8))
    let template = StepTemplate(try #require(page.steps.first))
    #expect(template.blanks.map(\.name).joined(separator: " ") == names)
    let filled = template.filled(with: values)
    #expect(filled.commands.map(\.text) == [expected])
    let areAllFilled = template.blanks.allSatisfy { StepTemplate.value(for: $0, in: values) != nil }
    #expect(filled.kind == (areAllFilled ? .run : .template))
  }
}

/// What a program that stays is waited for.
struct ServiceStartTests {
  @Test(
    arguments: [
      ("python3 -m http.server", 8000), ("python -m http.server 9000", 9000),
      ("jupyter notebook", 8888), ("jupyter lab --port=8080", 8080), ("mlflow ui -p 5001", 5001),
      ("docker run -p 8080:80 nginx", 8080), ("docker run -p 127.0.0.1:81:80 nginx", 81),
      ("docker run nginx", nil), ("gunicorn --bind 0.0.0.0:9696 app:app", 9696),
      ("streamlit run app.py", 8501), ("tail -f log", nil),
    ] as [(String, Int?)])
  func `the port that a program serves`(command: String, port: Int?) throws {
    let page = Page(path: "a.md", bytes: Array("```sh\n\(command)\n```\n".utf8))
    let simple = try #require(page.steps.first?.commands.first?.simpleCommands.first)
    #expect(ServiceStart(simple, StepSettings()).conditions == (port.map { [.port($0)] } ?? []))
  }
}
