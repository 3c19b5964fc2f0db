import Testing

@testable import Site

/// What the colours of Python, R and a shell tell apart.
struct ScriptingTests {
  @Test(
    arguments: [
      ("def f(): # x", "k|def f|f c|# x"),
      ("x = f\"a {b['c']} {{d}}\" + r'\\'", "s|f\"a  v|{b['c']} s| {{d}}\" s|r'\\'"),
      ("\"\"\"one\ntwo\"\"\" # three", "s|\"\"\"one\ntwo\"\"\" c|# three"),
      ("@app.route('/')\nclass Ab(Base):", "f|@app.route s|'/' k|class t|Ab t|Base"),
      ("if x is not None and 0x1F + 1.5e-3j:", "k|if k|is not n|None k|and n|0x1F n|1.5e-3j"),
      ("self.print(len(x), *y)", "v|self f|print f|len"),
      ("a.class_ = b.import", ""),
      ("'open\nx = 'it\\'s'", "s|'open s|'it\\'s'"),
      ("import os as o", "k|import k|as"),
      ("async def g(n: int = 10_000) -> Path: ...", "k|async def f|g t|int n|10_000 t|Path"),
      ("f'{x:>{w}}' f'{'", "s|f' v|{x:>{w}} s|' f' v|{ s|'"),
      ("a @ b\n.5 + x.5", "n|.5 n|5"),
    ] as [RoleRow])
  func `Python`(row: RoleRow) { #expect(roles(row.code, .python) == row.roles) }

  @Test(
    arguments: [
      (
        ">>> len('a')\n1\n>>> for x in y:\n...   z\n",
        "o|>>> f|len s|'a' g|1 o|>>> k|for k|in o|..."
      ),
      ("no prompt", "g|no prompt"),
    ] as [RoleRow])
  func `a session of Python`(row: RoleRow) {
    #expect(roles(row.code, .pythonSession) == row.roles)
  }

  @Test(
    arguments: [
      ("x <- c(1, 2.5e3) # y", "f|c n|1 n|2.5e3 c|# y"),
      ("f <- function(a, b = TRUE) a", "k|function n|TRUE"),
      ("library(dplyr)", "f|library"),
      ("if (is.na(x)) NULL else NA", "k|if f|is.na n|NULL k|else n|NA"),
      ("\"a\\\"b\" 'c\nd'", "s|\"a\\\"b\" 'c\nd'"),
      ("r\"(a\"b)\" + 1", "s|r\"(a\"b)\" n|1"),
      ("`odd # name` = 1L", "n|1L"),
      ("df %>% filter(x == \"a\")", "f|filter s|\"a\""),
      ("for (i in 1:10) repeat {}", "k|for k|in n|1 n|10 k|repeat"),
    ] as [RoleRow])
  func `R`(row: RoleRow) { #expect(roles(row.code, .r) == row.roles) }

  @Test(
    arguments: [
      ("ls -la \"$HOME\" # x", "f|ls a|-la s|\" v|$HOME s|\" c|# x"),
      ("sudo apt install git", "f|sudo apt"),
      ("A=1 cmd 'x' | wc > y", "v|A= f|cmd s|'x' o|| f|wc o|>"),
      ("for f in *.csv; do echo $f; done", "k|for k|in o|; k|do f|echo v|$f o|; k|done"),
      ("cat <<E\nx\nE\n", "f|cat o|<<E s|x\n o|E"),
      ("a && b || c", "f|a o|&& f|b o||| f|c"),
      ("x() { y; }", "f|x o|() k|{ f|y o|; k|}"),
      ("echo \"$(date +%F)\" \\\n  z", "f|echo s|\" v|$( f|date v|) s|\" o|\\\n"),
    ] as [RoleRow])
  func `a shell`(row: RoleRow) { #expect(roles(row.code, .shell) == row.roles) }

  @Test(
    arguments: [
      ("$ ls -l\ntotal 0\n", "o|$  f|ls a|-l g|total 0"),
      ("me@host:~/a$ pwd\n/a\n", "o|me@host:~/a$  f|pwd g|/a"),
      ("root@box:/# id", "o|root@box:/#  f|id"),
      ("(env) $ python", "o|(env) $  f|python"),
      ("$ a \\\n  -b\nc", "o|$  f|a o|\\\n a|-b g|c"),
      ("ls -l", "f|ls a|-l"),
      ("$ a\n# b", "o|$  f|a g|# b"),
      ("$", "o|$"),
    ] as [RoleRow])
  func `what a terminal shows`(row: RoleRow) {
    #expect(roles(row.code, .shellSession) == row.roles)
  }

  @Test(
    arguments: [
      (.ruby, "def a(x) = \"b\" # c", "k|def f|a s|\"b\" c|# c"),
      (.ruby, "@name = nil", "v|@name n|nil"),
      (.lua, "local x = 1 --[[ a\nb ]] -- c", "k|local n|1 c|--[[ a\nb ]] -- c"),
      (.php, "$x = \"a $b {$c}\"; // d", "v|$x s|\"a  v|$b s| { v|$c s|}\" c|// d"),
      (.powerShell, "Get-Item -Path $x <# a #>", "a|-Path v|$x c|<# a #>"),
      (.powerShell, "IF ($a) { 'it''s' }", "k|IF v|$a s|'it''s'"),
    ] as [(CodeLanguage, String, String)])
  func `others in a line or two`(language: CodeLanguage, code: String, expected: String) {
    #expect(roles(code, language) == expected)
  }
}
