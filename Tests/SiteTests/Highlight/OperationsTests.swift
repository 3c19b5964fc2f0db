import Testing

@testable import Site

/// What the colours of files for machines and services, of changes and of markup tell apart.
struct OperationsTests {
  @Test(
    arguments: [
      ("FROM python:3.12 AS build # x", "k|FROM o|AS c|# x"),
      ("COPY --from=build /a /b", "k|COPY a|--from"),
      ("RUN apt update && \\\n  copy x", "k|RUN"),
      ("ENV A=\"b $C ${D}\"", "k|ENV s|\"b  v|$C s|  v|${D} s|\""),
      ("# x\nCMD [\"a\", \"b\"]", "c|# x k|CMD s|\"a\" s|\"b\""),
      ("WORKDIR $HOME/app", "k|WORKDIR v|$HOME"),
      ("RUN <<EOF\na\nEOF\nUSER 1", "k|RUN s|<<EOF\na\nEOF k|USER n|1"),
      ("expose 80", "k|expose n|80"),
      ("RUN echo 'from here'", "k|RUN s|'from here'"),
    ] as [RoleRow])
  func `a Dockerfile`(row: RoleRow) { #expect(roles(row.code, .docker) == row.roles) }

  @Test(
    arguments: [
      ("resource \"a\" \"b\" { # c", "k|resource s|\"a\" \"b\" c|# c"),
      ("name = \"x-${var.y[\"z\"]}\"", "a|name s|\"x- v|${var.y[\"z\"]} s|\""),
      ("count = var.a == 1 ? 2 : 0", "a|count v|var n|1 n|2 n|0"),
      ("x = <<-EOT\n  a\n  EOT\ny = 1", "a|x s|<<-EOT\n  a\n  EOT a|y n|1"),
      ("tags = { Name = true }", "a|tags a|Name n|true"),
      ("[for s in local.l : upper(s)]", "k|for k|in v|local f|upper"),
      ("terraform {\n  backend \"s3\" {}", "v|terraform k|backend s|\"s3\""),
      ("/* a */ type = list(string) // b", "c|/* a */ t|list t|string c|// b"),
    ] as [RoleRow])
  func `HCL`(row: RoleRow) { #expect(roles(row.code, .hcl) == row.roles) }

  @Test(
    arguments: [
      ("all: a b # c", "f|all c|# c"),
      ("\t@echo \"$(X)\" $@", "s|\"$(X)\" v|$@"),
      ("CC := gcc", "a|CC"),
      ("X ?= $(shell pwd)/a", "a|X v|$(shell pwd)"),
      ("ifeq ($(A),b)", "k|ifeq v|$(A)"),
      ("include x.mk", "k|include"),
      ("$(OBJ): %.o: %.c", "f|$(OBJ)"),
      (".PHONY: all", "f|.PHONY"),
      ("A = b \\\n  c: d", "a|A"),
      ("export A = 1", "k|export a|A n|1"),
    ] as [RoleRow])
  func `a makefile`(row: RoleRow) { #expect(roles(row.code, .make) == row.roles) }

  @Test(
    arguments: [
      ("server { # x", "k|server c|# x"),
      ("  listen 80;", "k|listen n|80"),
      ("proxy_pass http://a:80$uri;", "k|proxy_pass v|$uri"),
      ("gzip on;", "k|gzip n|on"),
      ("return 200 \"a $b\";", "k|return n|200 s|\"a  v|$b s|\""),
      ("location ~ \\.php$ {", "k|location"),
      ("add_header X 'y' always;", "k|add_header s|'y'"),
      ("}\nhttp {}", "k|http"),
    ] as [RoleRow])
  func `nginx`(row: RoleRow) { #expect(roles(row.code, .nginx) == row.roles) }

  @Test(
    arguments: [
      ("+a\n+b\n c\n-d\n", "i|+a\n+b\n d|-d\n"),
      ("--- a/x\n+++ b/x\n", "h|--- a/x h|+++ b/x"),
      ("@@ -1,2 +1 @@ f()", "n|@@ -1,2 +1 @@"),
      ("diff --git a b\nindex 1..2", "h|diff --git a b c|index 1..2"),
      ("--- a comment\n", "d|--- a comment\n"),
      ("\\ No newline", "c|\\ No newline"),
      ("1c1\n< a\n---\n> b\n", "n|1c1 d|< a\n i|> b\n"),
      ("-a\r\n+b", "d|-a\r\n i|+b"),
    ] as [RoleRow])
  func `a diff`(row: RoleRow) { #expect(roles(row.code, .diff) == row.roles) }

  @Test(
    arguments: [
      ("<a href=\"x\" id=y>z</a>", "k|a a|href s|\"x\" a|id s|y k|a"),
      ("<!-- a\nb --><!doctype html>", "c|<!-- a\nb --><!doctype html>"),
      ("a &lt; b && c &#1;", "n|&lt; n|&#1;"),
      ("<script>let a = 1</script>", "k|script k|let n|1 k|script"),
      ("<style>a { b: 1px }</style><p>", "k|style k|a a|b n|1px k|style k|p"),
      ("<p {{ x }}>{{ y }}", "k|p a|{{ x }} v|{{ y }}"),
      ("<br/>1 < 2", "k|br"),
      ("<a b='open", "k|a a|b s|'open"),
      ("<x-y @click='z'>", "k|x-y a|@click s|'z'"),
    ] as [RoleRow])
  func `HTML`(row: RoleRow) { #expect(roles(row.code, .html) == row.roles) }

  @Test(
    arguments: [
      ("<?xml version=\"1\"?>", "c|<?xml version=\"1\"?>"),
      ("<a:b c=\"d\"/>", "k|a:b a|c s|\"d\""),
      ("<script>let</script>", "k|script k|script"),
      ("<![CDATA[ <a ]]>", "c|<![CDATA[ k|a a|]]"),
      ("<a><b/></a>", "k|a k|b k|a"),
      ("&amp; {{ x }}", "n|&amp;"),
      ("<!DOCTYPE x>", "c|<!DOCTYPE x>"),
      ("<a\n  b = 'c'\n>", "k|a a|b s|'c'"),
    ] as [RoleRow])
  func `XML`(row: RoleRow) { #expect(roles(row.code, .xml) == row.roles) }

  @Test(
    arguments: [
      ("a:hover, .b #c { d: 1px }", "k|a f|:hover t|.b #c a|d n|1px"),
      ("/* x */ :root { --y: #fff }", "c|/* x */ f|:root v|--y n|#fff"),
      ("b { c: var(--d) !important; }", "k|b a|c f|var v|--d k|!important"),
      ("@media (min-width: 40rem) { p { x: y } }", "k|@media a|min-width n|40rem k|p a|x"),
      ("a { b: url(x;y) \"z\" }", "k|a a|b f|url s|x;y s|\"z\""),
      ("a[href=\"x\"]::before {}", "k|a a|href s|\"x\" f|::before"),
      ("$a: 1.5em; // b", "v|$a n|1.5em c|// b"),
      (".a { &:b { c: -1px } }", "t|.a f|:b a|c n|-1px"),
      ("@import 'x';", "k|@import s|'x'"),
      ("a { b: 'open\n c: d }", "k|a a|b s|'open"),
    ] as [RoleRow])
  func `CSS`(row: RoleRow) { #expect(roles(row.code, .css) == row.roles) }
}
