import TestSupport
import Testing

@testable import Markdown

/// Formulas out of anything.
@Suite struct FormulaRobustnessTests {
  @Test(arguments: [
    ("<a>b</a>", nil), ("<a/>", nil), ("<a x=\"1\">&lt;</a>", nil), ("<a>", "open: a"),
    ("<a></b>", "'/b' closes another"), ("a & b", "'&' alone"),
    ("<a x=\">\"/>", "quotes in 'a x=\"'"),
    ("\u{1}", "character 1"),
  ])
  func `the scanner of these tests knows XML`(text: String, problem: String?) {
    #expect(wellFormednessProblem(text) == problem)
  }

  @Test func `every formula is well-formed XML, or has a problem within it`() {
    var generator = SplitMix64(seed: 1)
    let pieces = [
      "\\frac", "{", "}", "{", "}", "^", "_", "'", "&", "\\\\", "\\left", "\\right", "(", ")", "|",
      "\\begin{aligned}", "\\end{aligned}", "\\begin{array}{l|r}", "\\end{array}", "\\hline",
      "\\text{a <",
      "$", "\\sqrt", "[", "]", "1", "2.5", "x", "<", ">", "=", "+", "-", ",", " ", "\\sum",
      "\\limits",
      "\\hat", "\\mathbf", "\\sin", "\\,", "\\not", "\\over", "\\xrightarrow", "\\substack", "%",
      "\n",
      "\u{0}", "\u{FFFF}", "é", "日", "\u{301}", "\\", "#", "~", "\"", "\\tag{1}",
      "\\operatorname{ab}",
      "\\displaystyle", "\\middle", "\\big", "\\rm", "\\underbrace", "\\pmod", "\\boxed", "\\color",
    ]
    var read = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...12, using: &generator)
      let tex = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let formula = Formula(tex: tex, isDisplay: Bool.random(using: &generator))
      let length = tex.utf8.count
      for problem in formula.problems {
        let isWithin =
          problem.offset >= 0 && problem.length >= 0 && problem.offset + problem.length <= length
        #expect(isWithin, "\(tex.debugDescription): \(problem)")
      }
      #expect(formula.problems.isEmpty == (formula.mathML != nil))
      guard let mathML = formula.mathML else { continue }
      read += 1
      let problem = wellFormednessProblem(mathML)
      #expect(problem == nil, "\(tex.debugDescription): \(mathML)")
    }
    #expect(read > 1000)
  }

  @Test func `any bytes are a formula or a problem`() {
    var generator = SplitMix64(seed: 2)
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let formula = Formula(tex: String(decoding: bytes, as: UTF8.self), isDisplay: false)
      if let mathML = formula.mathML { #expect(wellFormednessProblem(mathML) == nil, "\(bytes)") }
    }
  }

  @Test(arguments: [
    "{", "\\frac", "\\sqrt{", "x^{", "\\left(", "\\begin{matrix}", "\\hat", "\\not", "\\text{$",
    "\\displaystyle ", "a \\over ", "\\mathbf{", "\\sqrt[", "_", "'", "&", "\\\\", "\\frac{1}",
    "a^",
    "\\substack{", "\\xrightarrow[",
  ])
  func `what repeats without end is read in linear time and does not overflow`(piece: String) {
    let formula = Formula(tex: String(repeating: piece, count: 100_000), isDisplay: true)
    #expect(formula.problems.count <= Formula.maximumProblems)
    if piece != "'", piece != "\\\\" { #expect(!formula.problems.isEmpty) }
  }

  @Test func `nesting is read up to its limit and told beyond`() {
    func nested(_ depth: Int) -> Formula {
      let tex = String(repeating: "{", count: depth) + "x" + String(repeating: "}", count: depth)
      return Formula(tex: tex, isDisplay: false)
    }
    #expect(nested(Formula.maximumNesting - 1).presentation == "<mi>x</mi>")
    #expect(
      nested(Formula.maximumNesting).problems == [
        Formula.Problem(
          message: "nested deeper than 100 levels", offset: Formula.maximumNesting, length: 1,
          replacement: nil)
      ])
  }
}
