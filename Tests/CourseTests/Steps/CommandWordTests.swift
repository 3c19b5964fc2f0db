import Testing

@testable import Course

/// What the words of commands name: hosts, and secrets.
struct CommandWordTests {
  @Test(arguments: [
    ("wget https://example.org:8080/a?b#c", "example.org:8080"),
    ("curl -sSL http://a.b/c", "a.b:80"),
    ("git clone git@example.org:a/b", "example.org:22"), ("curl http://localhost:8000", ""),
    ("curl http://127.0.0.1/", ""), ("wget https://user:pw@example.org/", "example.org:443"),
    ("echo https://example.org", ""), ("wget \"https://$HOST/\"", ""),
    ("wget 'https://a;b/c'", ""),
  ])
  func `the hosts that a command names are known`(command: String, hosts: String) {
    let found = ShellScript(command).simpleCommands.flatMap { CommandDemands($0).hosts }
    #expect(found.map { "\($0.host):\($0.port)" }.joined(separator: " ") == hosts)
  }

  @Test(arguments: [
    ("export API_KEY=abc", true), ("export API_KEY=$KEY", false), ("export API_KEY=", false),
    ("docker run -e POSTGRES_PASSWORD=root postgres", true), ("curl -u me:pw http://a.b", true),
    ("psql postgres://u:p@h/db", true), ("psql postgres://u:$P@h/db", false),
    ("mysql --password=root", true), ("app --token abc", true), ("app --token $T", false),
    ("export GOOGLE_APPLICATION_CREDENTIALS=/k.json", false), ("cat password.txt", false),
    ("git clone https://h/r", false), ("tokenize --input x", false),
  ])
  func `a secret in the clear is noticed`(command: String, isSecret: Bool) {
    let page = Page(path: "a.md", bytes: Array("```sh\n\(command)\n```\n".utf8))
    #expect(page.steps.first?.traits.contains(.secret) == isSecret)
  }
}
