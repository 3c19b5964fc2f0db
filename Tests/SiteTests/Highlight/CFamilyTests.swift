import Testing

@testable import Site

/// What the colours of languages that look like C tell apart.
struct CFamilyTests {
  @Test(
    arguments: [
      ("#include <stdio.h> // x", "k|#include s|<stdio.h> c|// x"),
      ("  # define A 1", "k|# define n|1"),
      ("int main(void) { return 0; }", "t|int f|main t|void k|return n|0"),
      ("char c = '\\''; /* a\nb */", "t|char s|'\\'' c|/* a\nb */"),
      ("\"a\\\"b\" \"open\nx", "s|\"a\\\"b\" \"open"),
      ("x = 0xFFu + 1e-5f - 07;", "n|0xFFu n|1e-5f n|07"),
      ("static const size_t n;", "k|static const t|size_t"),
      ("a->b.c(d) /* open", "f|c c|/* open"),
      ("L\"wide\" + L", "s|L\"wide\""),
    ] as [RoleRow])
  func `C`(row: RoleRow) { #expect(roles(row.code, .c) == row.roles) }

  @Test(
    arguments: [
      ("auto s = R\"x(a\")\")x\";", "k|auto s|R\"x(a\")\")x\""),
      ("std::vector<int> v{1'000};", "t|vector t|int n|1'000"),
      ("class A : public B {};", "k|class k|public"),
      ("#pragma once", "k|#pragma"),
      ("template <typename T> T f(T x);", "k|template k|typename f|f"),
      ("nullptr != p // \"x\"", "n|nullptr c|// \"x\""),
      ("u8\"a\" R\"no", "s|u8\"a\" s|\"no"),
      ("co_await x; static_cast<long>(y)", "k|co_await k|static_cast t|long"),
    ] as [RoleRow])
  func `C++`(row: RoleRow) { #expect(roles(row.code, .cPlusPlus) == row.roles) }

  @Test(
    arguments: [
      (
        "@Override\npublic static void main(String[] a)",
        "f|@Override k|public static t|void f|main t|String"
      ),
      ("\"\"\"\n  a \"b\"\n\"\"\";", "s|\"\"\"\n  a \"b\"\n\"\"\""),
      ("var x = new ArrayList<>();", "k|var k|new t|ArrayList"),
      ("'a' \"b\\n\" // c", "s|'a' \"b\\n\" c|// c"),
      ("if (x instanceof Foo f) return null;", "k|if k|instanceof t|Foo k|return n|null"),
      ("long n = 10_000L;", "t|long n|10_000L"),
      ("System.out.println(MAX_SIZE);", "t|System f|println"),
      ("/** doc */ import java.util.*;", "c|/** doc */ k|import"),
    ] as [RoleRow])
  func `Java`(row: RoleRow) { #expect(roles(row.code, .java) == row.roles) }

  @Test(
    arguments: [
      ("func main() { x := 1 } // y", "k|func f|main n|1 c|// y"),
      ("func (s *Server) Run(ctx context.Context) error {", "k|func f|Run t|error"),
      ("`raw \\ \n two` + \"a\\\"\"", "s|`raw \\ \n two` s|\"a\\\"\""),
      ("'\\n' == r", "s|'\\n'"),
      ("if err != nil { return nil, err }", "k|if n|nil k|return n|nil"),
      ("type T struct { A int `json:\"a\"` }", "k|type k|struct t|int s|`json:\"a\"`"),
      ("go func() {}()", "k|go func"),
      ("0b101 + 0o7 + 1_000i", "n|0b101 n|0o7 n|1_000i"),
    ] as [RoleRow])
  func `Go`(row: RoleRow) { #expect(roles(row.code, .go) == row.roles) }

  @Test(
    arguments: [
      ("fn main() { println!(\"{}\", 'a'); }", "k|fn f|main f|println! s|\"{}\" s|'a'"),
      ("/* a /* b */ c */ let x = 1u8;", "c|/* a /* b */ c */ k|let n|1u8"),
      ("fn f<'a>(x: &'a str) -> &'static str", "k|fn v|'a v|'a t|str v|'static t|str"),
      ("r#\"a \"b\" c\"# + r\"\\\"", "s|r#\"a \"b\" c\"# s|r\"\\\""),
      ("#[derive(Debug)]\nstruct A;", "f|#[derive(Debug)] k|struct"),
      ("b'x' b\"y\" '\\u{1F600}'", "s|b'x' b\"y\" '\\u{1F600}'"),
      ("for i in 0..10 { None::<Vec<i32>> }", "k|for k|in n|0 n|10 t|None t|Vec t|i32"),
      ("impl Trait for Foo {}", "k|impl t|Trait k|for t|Foo"),
      ("\"two\nlines\" // x", "s|\"two\nlines\" c|// x"),
    ] as [RoleRow])
  func `Rust`(row: RoleRow) { #expect(roles(row.code, .rust) == row.roles) }

  @Test(
    arguments: [
      ("func f(_ x: Int) -> String? { nil }", "k|func f|f t|Int t|String n|nil"),
      ("\"a \\(b.map { $0 }) \\n\"", "s|\"a  v|\\(b.map { $0 }) s| \\n\""),
      ("#\"a \\(b) \"c\"# + 1", "s|#\"a \\(b) \"c\"# n|1"),
      ("\"\"\"\n  a \\(b)\n  \"\"\"", "s|\"\"\"\n  a  v|\\(b) s|\n  \"\"\""),
      ("@MainActor final class A {}", "f|@MainActor k|final class"),
      ("for i in 0..<n where x.default {}", "k|for k|in n|0 k|where"),
      ("#if os(Linux)\n#endif", "k|#if f|os t|Linux k|#endif"),
      ("let `class` = 0xFF_FF // y", "k|let n|0xFF_FF c|// y"),
      ("/* a /* b */ c */ struct S", "c|/* a /* b */ c */ k|struct"),
    ] as [RoleRow])
  func `Swift`(row: RoleRow) { #expect(roles(row.code, .swift) == row.roles) }

  @Test(
    arguments: [
      ("const a = `x ${b.c({})} y`; // d", "k|const s|`x  v|${b.c({})} s| y` c|// d"),
      ("f({key: 1, 'b': c ? d : e})", "f|f a|key n|1 s|'b'"),
      ("x = /a[/]b\\/c/gi.test(y)", "s|/a[/]b\\/c/gi f|test"),
      ("a / b / c", ""),
      ("return /x/", "k|return s|/x/"),
      ("async () => await new Promise(r)", "k|async k|await new t|Promise"),
      ("null ?? undefined === true", "n|null n|undefined n|true"),
      ("$x.map($y) /* z */", "f|map c|/* z */"),
      ("'open\n\"b\\\nc\"", "s|'open s|\"b\\\nc\""),
      ("`open ${x", "s|`open  v|${x"),
    ] as [RoleRow])
  func `JavaScript`(row: RoleRow) { #expect(roles(row.code, .javaScript) == row.roles) }

  @Test(
    arguments: [
      ("interface A {\n  name: string;\n}", "k|interface a|name t|string"),
      ("type B = readonly number[];", "k|type k|readonly t|number"),
      ("function f(x: unknown): void {}", "k|function f|f a|x t|unknown k|void"),
      ("@Component()\nexport class C {}", "f|@Component k|export class"),
      ("let m: Map<string, Date>;", "k|let t|Map t|string t|Date"),
      ("x as const", "k|as const"),
      ("enum E { A = 1 }", "k|enum n|1"),
      ("import { a } from './b'", "k|import k|from s|'./b'"),
    ] as [RoleRow])
  func `TypeScript`(row: RoleRow) { #expect(roles(row.code, .typeScript) == row.roles) }

  @Test(
    arguments: [
      (.kotlin, "fun f(x: Int) = \"a $x ${y}\"", "k|fun f|f t|Int s|\"a  v|$x s|  v|${y} s|\""),
      (.cSharp, "public record Ab(string B); // c", "k|public record t|Ab t|string c|// c"),
    ] as [(CodeLanguage, String, String)])
  func `others in a line`(language: CodeLanguage, code: String, expected: String) {
    #expect(roles(code, language) == expected)
  }
}
