import Course
import Testing

/// What output the notes' own words accept.
struct ExpectedOutputTests {
  @Test(arguments: [
    ("a\nb\n", "a\nb\n", true), ("a\n", "b\n", false), ("a\n", "a\nb\n", false),
    ("a\nb\n", "a\n", false),
    ("a\n", "a", true), ("a  \n", "a\n", true), ("a\n", "a\n\n", true), ("", "", true),
    // regular expressions, grouped before they are anchored
    ("v\\d+\\.\\d+ (re)\n", "v1.25\n", true), ("v\\d+ (re)\n", "v1.25\n", false),
    ("sea|sand (re)\n", "sand\n", true), ("sea|sand (re)\n", "seagull\n", false),
    ("sea|sand (re)\n", "xsand\n", false), ("( (re)\n", "(\n", false),
    // globs
    ("a*z (glob)\n", "abcz\n", true), ("a?c (glob)\n", "abc\n", true),
    ("a?c (glob)\n", "ac\n", false),
    ("a\\*c (glob)\n", "a*c\n", true), ("a\\*c (glob)\n", "abc\n", false),
    ("* (glob)\n", "\n", false),
    ("*a*b*a* (glob)\n", "xxaxxbxxaxx\n", true),
    // escapes, the end of the output
    ("a\\tb (esc)\n", "a\tb\n", true), ("\\x1b[0m (esc)\n", "\u{1B}[0m\n", true),
    ("a (no-eol)\n", "a", true), ("a (no-eol)\n", "a\n", false),
    // how often
    ("a (?)\nb\n", "b\n", true), ("a (?)\nb\n", "a\na\nb\n", false),
    ("a (*)\nb\n", "a\na\nb\n", true),
    ("a (+)\n", "", false), ("a (+)\n", "a\na\n", true), ("\\d (re+)\nx\n", "1\n2\nx\n", true),
    ("a* (glob*)\nab\n", "ab\nab\n", true),
    // any lines, any text
    ("a\n...\nb\n", "a\n1\n2\nb\n", true), ("a\n...\nb\n", "a\nb\n", true), ("...\n", "", true),
    ("a\n...\nb\n", "a\n1\n", false), ("at [..] ms\n", "at 12 ms\n", true),
    ("at [..] ms\n", "at 12 s\n", false),
    ("[..]\n", "anything\n", true), ("a[..]a\n", "a\n", false), ("[..]b[..]\n", "abc\n", true),
    // what only looks like a suffix
    ("total (12)\n", "total (12)\n", true), ("f (x)\n", "f (x)\n", true),
    ("(re)\n", "(re)\n", true),
    ("a (re) (equal)\n", "a (re)\n", true), ("a [..] (equal)\n", "a b\n", false),
    ("... (equal)\n", "...\n", true), ("... (equal)\n", "b\n", false),
    ("[2] (equal)\n", "[2]\n", true),
    // suffixes together, as cram prints them and scrut lets them be written
    ("a\\tb (no-eol) (esc)\n", "a\tb", true), ("a\\tb (no-eol) (esc)\n", "a\tb\n", false),
    ("a* (no-eol) (glob)\n", "abc", true), ("a* (no-eol) (glob)\n", "abc\n", false),
    (#"a. \(no-eol\) (re)"# + "\n", "ab", true), (#"a. \(no-eol\) (re)"# + "\n", "ab\n", false),
    ("\\t* (esc) (glob+)\nz\n", "\ta\n\tb\nz\n", true), ("\\t* (esc) (glob+)\n", "a\n", false),
    ("\\033[1m\\v (esc)\n", "\u{1B}[1m\u{0B}\n", true), ("\\q (esc)\n", "\\q\n", true),
    ("a (no-eol)\nb\n", "a\nb\n", false), ("a (no-eol)\n", "a\n ", false),
    ("a (no-eol?)\n", "", true), ("a\nb (no-eol?)\n", "a\nb", true),
    // blanks at the ends, which count for whoever writes them
    ("a\\t (esc)\n", "a\t\n", true), ("a  $ (re)\n", "a  \n", true), ("a\n", "a\r\n", true),
    // several lines for one
    ("a? (re+)\nab\n", "ab\nab\n", false), ("a.* (re+)\nab\n", "a\nab\n", true),
    (".* (re*)\nend\n", "end\n", true), (".* (re*)\nend\n.* (re?)\n", "1\nend\n", true),
    ("a (glob?)\na (glob?)\na\n", "a\na\n", true), ("a (equal+)\nb (regex*)\n", "a\na\n", true),
    ("a (gl*)\nb (eq?)\nc (escaped+)\n", "a\nc\nc\n", true),
    // bytes, not letters that look alike
    ("é\n", "e\u{301}\n", false), ("é[..]\n", "e\u{301}a\n", false),
  ])
  func `an expectation accepts what it says`(expected: String, output: String, accepts: Bool) {
    #expect(ExpectedOutput(expected).accepts(output) == accepts)
  }

  @Test(arguments: [
    ("a\n[2]\n", 2), ("[1]\n", 1), ("a\n", 0), ("[x]\n", 0), ("[2]\na\n", 0), ("", 0),
  ])
  func `a last line in brackets is the exit status`(expected: String, status: Int) {
    #expect(ExpectedOutput(expected).status == status)
  }

  @Test func `brackets outside a transcript are output`() {
    let expected = ExpectedOutput("a\n[2]\n", readsStatus: false)
    #expect(expected.status == 0)
    #expect(expected.accepts("a\n[2]\n"))
  }

  @Test func `long outputs are matched without trying every way`() {
    let expected = String(repeating: "...\na* (glob*)\n", count: 50) + "z\n"
    #expect(ExpectedOutput(expected).accepts(String(repeating: "a\n", count: 500) + "z\n"))
    #expect(!ExpectedOutput(expected).accepts(String(repeating: "a\n", count: 500)))
  }
}
