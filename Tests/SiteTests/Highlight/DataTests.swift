import Testing

@testable import Site

/// What the colours of data, queries and settings tell apart.
struct DataTests {
  @Test(
    arguments: [
      ("{\"a\": 1.5e3, \"b\": [true, null]}", "a|\"a\" n|1.5e3 a|\"b\" n|true n|null"),
      ("// x\n{\"a\" : \"b\"}", "c|// x a|\"a\" s|\"b\""),
      ("/* x */ [\"a\\\"\", -1]", "c|/* x */ s|\"a\\\"\" n|1"),
      ("{\"open\n: 1}", "s|\"open n|1"),
      ("{\n  \"a\":\t{}\n}", "a|\"a\""),
      ("[\"a\", \"b\"]", "s|\"a\" s|\"b\""),
      ("{key: 'x'}", "a|key s|'x'"),
      ("{\"a\":\"b:c\"}", "a|\"a\" s|\"b:c\""),
    ] as [RoleRow])
  func `JSON`(row: RoleRow) { #expect(roles(row.code, .json) == row.roles) }

  @Test(
    arguments: [
      ("name: x # y", "a|name c|# y"),
      ("a: 1\nb: true\nc: '2'\nd: ~", "a|a n|1 a|b n|true a|c s|'2' a|d n|~"),
      ("- \"k\": http://a:80", "a|\"k\""),
      ("run: |\n  a: b\n\n  c\nd: e", "a|run o|| s|  a: b\n\n  c a|d"),
      ("- run: >-\n    x\n  y: z", "a|run o|>- s|    x a|y"),
      ("a: &x !t\nb: *x", "a|a t|&x !t a|b v|*x"),
      ("{a: 1, \"b\":[x, 'y']}", "a|a n|1 a|\"b\" s|'y'"),
      ("v: ${{ m.os }} and {{ x }}", "a|v v|${{ m.os }} v|{{ x }}"),
      ("---\n- it's\n- a#b", "o|---"),
      ("e: 'open\nf: 1", "a|e s|'open\nf: 1"),
      ("t: 2024-01-02 10:00\nu: 512Mi", "a|t a|u"),
      ("{{ x }}: 1\na{{}}b: c", "v|{{ x }} n|1 v|{{}} a|b"),
      ("image: \"a:${TAG}\"", "a|image s|\"a: v|${TAG} s|\""),
      ("on:\n  push:\r\n", "a|on a|push"),
    ] as [RoleRow])
  func `YAML`(row: RoleRow) { #expect(roles(row.code, .yaml) == row.roles) }

  @Test(
    arguments: [
      ("[a.b] # c", "h|[a.b] c|# c"),
      ("[[x]]\nk = 1", "h|[[x]] a|k n|1"),
      ("a.b = \"c\"", "a|a.b s|\"c\""),
      ("\"a b\" = 'c\\'", "a|\"a b\" s|'c\\'"),
      ("d = 1979-05-27T07:32:00Z", "a|d n|1979-05-27T07:32:00Z"),
      ("x = { y = true, z = [1, 2] }", "a|x a|y n|true a|z n|1 n|2"),
      ("t = \"\"\"\na\n\"\"\"", "a|t s|\"\"\"\na\n\"\"\""),
      ("f = inf\ng = '''\nb'''", "a|f n|inf a|g s|'''\nb'''"),
    ] as [RoleRow])
  func `TOML`(row: RoleRow) { #expect(roles(row.code, .toml) == row.roles) }

  @Test(
    arguments: [
      ("SELECT * FROM t -- x", "k|SELECT k|FROM c|-- x"),
      ("select count(1) from \"T\"", "k|select f|count n|1 k|from t|\"T\""),
      ("WHERE a = 'it''s' AND b IS NULL", "k|WHERE s|'it''s' k|AND k|IS n|NULL"),
      ("CREATE TABLE `a` (id BIGINT)", "k|CREATE TABLE t|`a` t|BIGINT"),
      ("/* a\nb */ INSERT INTO x VALUES (1.5)", "c|/* a\nb */ k|INSERT INTO k|VALUES n|1.5"),
      ("t.date, t.order", ""),
      ("SET @x = E'a'", "k|SET v|@x s|E'a'"),
      ("PARTITION BY date_trunc('day', d)", "k|PARTITION BY f|date_trunc s|'day'"),
      ("'open\nFROM", "s|'open\nFROM"),
    ] as [RoleRow])
  func `SQL`(row: RoleRow) { #expect(roles(row.code, .sql) == row.roles) }

  @Test(
    arguments: [
      ("# x\n[a]\nk = v", "c|# x h|[a] a|k"),
      ("; y\nk: 1", "c|; y a|k n|1"),
      ("a = \"b\" ; c", "a|a s|\"b\" c|; c"),
      ("a = it's", "a|a"),
      ("on = yes\r\n", "a|on n|yes"),
      ("p = ${HOME}/x", "a|p v|${HOME}"),
      ("[open", "h|[open"),
      ("word", ""),
    ] as [RoleRow])
  func `INI`(row: RoleRow) { #expect(roles(row.code, .ini) == row.roles) }

  @Test(
    arguments: [
      (.environment, "export A=1 # x", "k|export a|A c|# x"),
      (.environment, "A=\"b $c\"\nD=$E:f", "a|A s|\"b $c\" a|D v|$E"),
      (.environment, "A=x#y", "a|A"),
      (.properties, "! x\na.b: c # d", "c|! x a|a.b"),
      (.graphQL, "query Q($id: Int!) { a(b: 1) } # c", "k|query v|$id t|Int a|b n|1 c|# c"),
      (.protocolBuffers, "message A { string b = 1; } // c", "k|message t|string n|1 c|// c"),
    ] as [(CodeLanguage, String, String)])
  func `others in a line`(language: CodeLanguage, code: String, expected: String) {
    #expect(roles(code, language) == expected)
  }
}
