import Markdown
import Testing

/// What is told of formulas that cannot be read, with the place between `«` and `»`.
@Suite struct FormulaProblemTests {
  @Test(arguments: [
    (
      #"«\frca»{1}{2}"#,
      #"'\frca' is no command known here; is it '\frac'?"#, #"\frac"#
    ),
    (
      #"a + «\alhpa»"#,
      #"'\alhpa' is no command known here; is it '\alpha'?"#, #"\alpha"#
    ),
    (
      #"«\qqqzzz»"#,
      #"'\qqqzzz' is no command known here"#, nil
    ),
    (
      #"«{»a"#,
      #"'{' is not closed"#, nil
    ),
    (
      #"a«}»"#,
      #"'}' closes nothing"#, nil
    ),
    (
      #"\frac{1}«»"#,
      #"argument missing"#, nil
    ),
    (
      #"x^«»"#,
      #"argument missing"#, nil
    ),
    (
      #"x^a«^»b"#,
      #"second superscript; braces tell what it belongs to"#, nil
    ),
    (
      #"x_a«_»b"#,
      #"second subscript; braces tell what it belongs to"#, nil
    ),
    (
      #"a «&» b"#,
      #"'&' stands outside of an environment such as 'aligned'"#, nil
    ),
    (
      #"«\left»( a"#,
      #"'\left' has no '\right'"#, nil
    ),
    (
      #"\left «x» \right)"#,
      #"delimiter missing behind '\left'"#, nil
    ),
    (
      #"a «\right»)"#,
      #"'\right' has no '\left'"#, nil
    ),
    (
      #"\begin{«pmtrix»} a \end{pmtrix}"#,
      #"environment is not known here; is it 'pmatrix'?"#, #"pmatrix"#
    ),
    (
      #"«\begin{matrix}» a"#,
      #"'\begin' has no '\end'"#, nil
    ),
    (
      #"\begin{matrix} a \end{«pmatrix»}"#,
      #"'\begin{matrix}' is ended by another name"#, #"matrix"#
    ),
    (
      #"a «\end»{matrix}"#,
      #"'\end' has no '\begin'"#, nil
    ),
    (
      #"\begin{array}{l«x»} a \end{array}"#,
      #"column is one of l, c, r and |"#, nil
    ),
    (
      #"\begin{array}{l} a & b «\end»{array}"#,
      #"row has more cells than the array has columns"#, nil
    ),
    (
      #"«\color»{red} x"#,
      #"'\color' is refused: colours are the business of the site's style"#, nil
    ),
    (
      #"«#»1"#,
      ##"'#' stands in a formula; the sign itself is '\#'"##, nil
    ),
    (
      #"x «\limits»_a"#,
      #"'\limits' stands behind no operator"#, nil
    ),
    (
      #"«\not»{ab}"#,
      #"'\not' stands before no symbol"#, nil
    ),
    (
      #"\text«{»a"#,
      #"'{' is not closed"#, nil
    ),
    (
      #"\text{«\foo»}"#,
      #"'\foo' cannot stand in text"#, nil
    ),
    (
      #"\text{a «$»b}"#,
      #"'$' is not closed"#, nil
    ),
    (
      #"\hspace{«2furlong»}"#,
      #"length is a number and one of em, ex, pt, cm, mm, in"#, nil
    ),
    (
      #"«\»"#,
      #"'\' has no name behind it"#, nil
    ),
    (
      #"\operatorname «»\alpha"#,
      #"'{' missing behind '\operatorname'"#, nil
    ),
    (
      #"«\middle»|"#,
      #"'\middle' stands outside of '\left' and '\right'"#, nil
    ),
    (
      #"«\hline»"#,
      #"'\hline' stands outside of an environment"#, nil
    ),
  ])
  func `what is wrong is told with its place`(marked: String, message: String, mend: String?) {
    let parts = marked.split(omittingEmptySubsequences: false) { $0 == "«" || $0 == "»" }
    let formula = Formula(tex: parts.joined(), isDisplay: false)
    let problem = Formula.Problem(
      message: message, offset: parts[0].utf8.count, length: parts[1].utf8.count, replacement: mend)
    #expect(formula.problems == [problem])
    #expect(formula.mathML == nil)
  }

  @Test func `all that is wrong is told, up to a limit`() {
    let formula = Formula(tex: #"\aaa + \bbb_{\ccc}"#, isDisplay: false)
    #expect(formula.problems.map(\.offset) == [0, 7, 13])
    let many = Formula(tex: String(repeating: #"\aaa "#, count: 100), isDisplay: false)
    #expect(many.problems.count == Formula.maximumProblems)
  }

  @Test func `no command can be defined`() {
    let formula = Formula(tex: #"\newcommand{\R}{x} \R"#, isDisplay: false)
    #expect(
      formula.problems.first?.message
        == #"'\newcommand' is refused: no command can be defined in a formula"#)
  }
}
