import Course
import Markdown
import Testing

/// Troubles of commands that bash can read: for each rule what it tells, and what it lets pass.
struct CommandCheckTests {
  @Test(arguments: [
    ("echo “a”", "typographic-sign 2:6"), ("ls –la", "typographic-sign 2:4"),
    ("ls\u{A0}-l", "typographic-sign 2:3"), ("echo '“' “a”", "typographic-sign 2:12"),
    ("seq 1–5", nil), ("echo — a", nil),
    ("ls \u{200B}a", "typographic-sign 2:4"), ("echo 'it’s “a”'", nil), ("# “remark”\nls", nil),
    ("cat <<EOF\n“a”\nEOF", nil), ("for i in 1; do\n  echo “a”\ndone", "typographic-sign 3:8"),
    ("export KEY_TOKEN=abc", "secret-in-clear 2:8"),
    ("ls && mysql --password=x", "secret-in-clear 2:13"),
    ("mysql --password x", "secret-in-clear 2:18"),
    ("mysql --password=root", nil), ("mysql -ps3cr", "secret-in-clear 2:7"),
    ("mysql -p a", nil), ("A_TOKEN=x; B_TOKEN=x", "secret-in-clear 2:9"),
    ("curl -u a:b0 https://e.org", "secret-in-clear 2:9"),
    ("date -u +%H:%M", nil), ("docker run --user 1000:1000 alpine id", nil),
    ("docker exec a curl -u a:b0 https://e.org", "secret-in-clear 2:23"),
    ("docker service create --secret db_pwd redis", nil),
    ("docker run --secret-key=h2x a", "secret-in-clear 2:12"),
    ("tool --secret h2x", "secret-in-clear 2:15"),
    ("export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", nil),
    ("tool --token eyJhb...9w", nil), ("tool --token XXXX", "placeholder-unexplained 2:14"),
    ("tool --password=none", nil),
    ("cat a | grep -i 'pass=|pwd='", nil), ("etcd --initial-cluster-token=etcd-1", nil),
    ("ansible-playbook a.yml --private-key my-key", nil), ("a --private-key=my-key", nil),
    ("sed -i 's/A_PASSWORD=.*/A_PASSWORD=h2x/' .env", "secret-in-clear 2:8"),
    (
      "cast send --private-key 0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80",
      "secret-in-clear 2:25"
    ),
    ("psql postgres://a:root@h/d -c ''", nil),
    ("wget https://a:b0@e.org/x", "secret-in-clear 2:6"), ("K_TOKEN=\"$A\" ls", nil),
    ("export KEY_TOKEN=$T", nil),
    ("wget http://e.org/x", "plain-http 2:6"), ("curl -O http://e.org/x", "plain-http 2:9"),
    ("wget https://e.org/x", nil), ("curl http://localhost:80/", nil),
    ("curl http://192.168.0.9/", nil), ("curl http://172.17.0.2/", nil),
    ("curl http://api:80/", nil), ("curl http://a.127.0.0.1.nip.io/", nil),
    ("curl http://a.10.0.0.1.nip.io/", "plain-http 2:6"), ("curl http://a.localhost/", nil),
    ("curl http://172.80.0.2/", "plain-http 2:6"), ("echo http://e.org", nil),
    ("sudo apt install git", "asks 2:1"), ("ls; apt-get install git", "asks 2:5"),
    ("sudo apt install -y git", nil), ("sudo apt update", nil), ("conda create -n a", "asks 2:1"),
  ])
  func `a trouble is told at its place`(command: String, expected: String?) {
    let page = Page(path: "a.md", bytes: Array("```sh\n\(command)\n```\n".utf8))
    let found = PageCheck.diagnostics(page).map {
      "\($0.rule) \($0.position.line):\($0.position.column)"
    }
    #expect(found == (expected.map { [$0] } ?? []))
  }

  @Test(arguments: [
    ("ls –la", "write `-la`"), ("ls —help", "write `--help`"), ("ls ‘a’", "write `'`"),
  ])
  func `the mend of a sign is what its author typed`(command: String, mend: String) {
    let page = Page(path: "a.md", bytes: Array("```sh\n\(command)\n```\n".utf8))
    #expect(PageCheck.diagnostics(page).map(\.mend) == [mend])
  }

  @Test func `the place in a transcript is after the prompt`() {
    let page = Page(
      path: "a.md", bytes: Array("1. x\n   ```sh\n   $ sudo apt install git\n   ```\n".utf8))
    let found = PageCheck.diagnostics(page).map { "\($0.position.line):\($0.position.column)" }
    #expect(found == ["3:6"])
  }
}
