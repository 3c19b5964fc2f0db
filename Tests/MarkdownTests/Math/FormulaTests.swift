import Testing

@testable import Markdown

/// What formulas are in MathML; `$$` before one makes it a display.
@Suite struct FormulaTests {
  @Test(arguments: [
    (#"x"#, #"<mi>x</mi>"#),
    (#"xy"#, #"<mrow><mi>x</mi><mi>y</mi></mrow>"#),
    (#"3.14"#, #"<mn>3.14</mn>"#),
    (#"1{,}000"#, #"<mn>1,000</mn>"#),
    (#".5x"#, #"<mrow><mn>.5</mn><mi>x</mi></mrow>"#),
    (#"a+b"#, #"<mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow>"#),
    (#"-x"#, #"<mrow><mo>−</mo><mi>x</mi></mrow>"#),
    (#"a=-b"#, #"<mrow><mi>a</mi><mo>=</mo><mo form="prefix">−</mo><mi>b</mi></mrow>"#),
    (
      #"(-1)"#,
      #"<mrow><mo stretchy="false">(</mo><mo form="prefix">−</mo><mn>1</mn><mo stretchy="false">)</mo></mrow>"#
    ),
    (
      #"a\times b"#,
      #"<mrow><mi>a</mi><mo lspace="0.2222em" rspace="0.2222em">×</mo><mi>b</mi></mrow>"#
    ),
    (#"x^2"#, #"<msup><mi>x</mi><mn>2</mn></msup>"#),
    (#"x_i^2"#, #"<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"#),
    (#"x^{ab}"#, #"<msup><mi>x</mi><mrow><mi>a</mi><mi>b</mi></mrow></msup>"#),
    (
      #"{}^{14}\mathrm{C}"#,
      #"<mrow><msup><mrow></mrow><mn>14</mn></msup><mi mathvariant="normal">C</mi></mrow>"#
    ),
    (#"f'"#, #"<msup><mi>f</mi><mo>′</mo></msup>"#),
    (#"f''^2"#, #"<msup><mi>f</mi><mrow><mo lspace="0" rspace="0">″</mo><mn>2</mn></mrow></msup>"#),
    (
      #"x_{i=1}"#,
      #"<msub><mi>x</mi><mrow><mi>i</mi><mo lspace="0" rspace="0">=</mo><mn>1</mn></mrow></msub>"#
    ),
    (
      #"a<b \& c>d"#,
      #"<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi><mi mathvariant="normal">&amp;</mi><mi>c</mi><mo>&gt;</mo><mi>d</mi></mrow>"#
    ),
    (#"\{x\}"#, #"<mrow><mo stretchy="false">{</mo><mi>x</mi><mo stretchy="false">}</mo></mrow>"#),
    (#"|x|"#, #"<mrow><mo stretchy="false">|</mo><mi>x</mi><mo stretchy="false">|</mo></mrow>"#),
    (
      #"\left(\frac ab\right)"#,
      #"<mrow><mo>(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>)</mo></mrow>"#
    ),
    (
      #"\left.\frac ab\right|_0"#,
      #"<msub><mrow><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>|</mo></mrow><mn>0</mn></msub>"#
    ),
    (
      #"\left( a \middle| b \right)"#,
      #"<mrow><mo>(</mo><mi>a</mi><mo form="prefix">|</mo><mi>b</mi><mo>)</mo></mrow>"#
    ),
    (
      #"\big( x \big)"#,
      #"<mrow><mo minsize="1.2em" maxsize="1.2em">(</mo><mi>x</mi><mo minsize="1.2em" maxsize="1.2em">)</mo></mrow>"#
    ),
  ])
  func `letters, numbers and operators`(tex: String, mathML: String) { check(tex, mathML) }

  @Test(arguments: [
    (#"\frac12"#, #"<mfrac><mn>1</mn><mn>2</mn></mfrac>"#),
    (#"\large x"#, #"<mstyle mathsize="120%"><mi>x</mi></mstyle>"#),
    (#"\text 4"#, "<mtext>4</mtext>"),
    (#"\dfrac12"#, #"<mstyle displaystyle="true"><mfrac><mn>1</mn><mn>2</mn></mfrac></mstyle>"#),
    (
      #"\binom nk"#,
      #"<mrow><mo>(</mo><mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac><mo>)</mo></mrow>"#
    ),
    (#"{a \over b}"#, #"<mfrac><mi>a</mi><mi>b</mi></mfrac>"#),
    (#"\sqrt 2"#, #"<msqrt><mn>2</mn></msqrt>"#),
    (#"\sqrt[3]{x+1}"#, #"<mroot><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow><mn>3</mn></mroot>"#),
    (
      #"$$\sum_{i=1}^n i"#,
      #"<mrow><munderover><mo lspace="0" rspace="0.1667em">∑</mo><mrow><mi>i</mi><mo lspace="0" rspace="0">=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi></mrow>"#
    ),
    (
      #"\sum_{i=1}^n i"#,
      #"<mrow><msubsup><mo lspace="0" rspace="0.1667em">∑</mo><mrow><mi>i</mi><mo lspace="0" rspace="0">=</mo><mn>1</mn></mrow><mi>n</mi></msubsup><mi>i</mi></mrow>"#
    ),
    (
      #"\sum\limits_i i"#,
      #"<mrow><munder><mo movablelimits="false" lspace="0" rspace="0.1667em">∑</mo><mi>i</mi></munder><mi>i</mi></mrow>"#
    ),
    (
      #"$$\sum\nolimits_i i"#,
      #"<mrow><msub><mo lspace="0" rspace="0.1667em">∑</mo><mi>i</mi></msub><mi>i</mi></mrow>"#
    ),
    (
      #"$$\int_0^1 f\,dx"#,
      #"<mrow><msubsup><mo lspace="0" rspace="0.1667em">∫</mo><mn>0</mn><mn>1</mn></msubsup><mi>f</mi><mspace width="0.1667em"/><mi>d</mi><mi>x</mi></mrow>"#
    ),
    (
      #"$$\lim_{n\to\infty} a_n"#,
      #"<mrow><munder><mi>lim</mi><mrow><mi>n</mi><mo lspace="0" rspace="0">→</mo><mi mathvariant="normal">∞</mi></mrow></munder><mo>\#u{2061}</mo><mspace width="0.1667em"/><msub><mi>a</mi><mi>n</mi></msub></mrow>"#
    ),
    (
      #"\lim_n a_n"#,
      #"<mrow><msub><mi>lim</mi><mi>n</mi></msub><mo>\#u{2061}</mo><mspace width="0.1667em"/><msub><mi>a</mi><mi>n</mi></msub></mrow>"#
    ),
    (
      #"2\sin x"#,
      #"<mrow><mn>2</mn><mspace width="0.1667em"/><mi>sin</mi><mo>\#u{2061}</mo><mspace width="0.1667em"/><mi>x</mi></mrow>"#
    ),
    (
      #"\sin(x)"#,
      #"<mrow><mi>sin</mi><mo>\#u{2061}</mo><mo form="prefix" stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)</mo></mrow>"#
    ),
    (
      #"\log_2 n"#,
      #"<mrow><msub><mi>log</mi><mn>2</mn></msub><mo>\#u{2061}</mo><mspace width="0.1667em"/><mi>n</mi></mrow>"#
    ),
    (
      #"\operatorname{rank} A"#,
      #"<mrow><mi>rank</mi><mo>\#u{2061}</mo><mspace width="0.1667em"/><mi>A</mi></mrow>"#
    ),
    (
      #"$$\operatorname*{argmin}_w f"#,
      #"<mrow><munder><mi>argmin</mi><mi>w</mi></munder><mo>\#u{2061}</mo><mspace width="0.1667em"/><mi>f</mi></mrow>"#
    ),
    (
      #"\arg\max f"#,
      #"<mrow><mi>arg</mi><mo>\#u{2061}</mo><mspace width="0.1667em"/><mi>max</mi><mo>\#u{2061}</mo><mspace width="0.1667em"/><mi>f</mi></mrow>"#
    ),
  ])
  func `fractions, roots, sums and functions`(tex: String, mathML: String) { check(tex, mathML) }

  @Test(arguments: [
    (
      #"\alpha\Gamma\varepsilon"#,
      #"<mrow><mi>α</mi><mi mathvariant="normal">Γ</mi><mi>ε</mi></mrow>"#
    ),
    (
      #"\partial\nabla\infty"#,
      #"<mrow><mi>∂</mi><mi mathvariant="normal">∇</mi><mi mathvariant="normal">∞</mi></mrow>"#
    ),
    (#"\mathbb{R}"#, #"<mi>ℝ</mi>"#),
    (#"\mathbf{x}_1"#, #"<msub><mi>\#u{1D431}</mi><mn>1</mn></msub>"#),
    (#"\mathbf{xy}"#, #"<mi>\#u{1D431}\#u{1D432}</mi>"#),
    (#"\mathrm d x"#, #"<mrow><mi mathvariant="normal">d</mi><mi>x</mi></mrow>"#),
    (#"\mathcal{LB}"#, #"<mi>ℒℬ</mi>"#),
    (#"\mathfrak{gC}"#, #"<mi>\#u{1D524}ℭ</mi>"#),
    (#"\boldsymbol\beta"#, #"<mi>\#u{1D737}</mi>"#),
    (#"\mathit{diff}"#, #"<mi>\#u{1D451}\#u{1D456}\#u{1D453}\#u{1D453}</mi>"#),
    (#"{\rm ab} c"#, #"<mrow><mi>ab</mi><mi>c</mi></mrow>"#),
    (#"\hat x"#, #"<mover accent="true"><mi>x</mi><mo stretchy="false">ˆ</mo></mover>"#),
    (
      #"\vec v"#,
      #"<mover accent="true"><mi>v</mi><mstyle scriptlevel="+2"><mo stretchy="false">→</mo></mstyle></mover>"#
    ),
    (
      #"\overline{AB}"#,
      #"<mover accent="true"><mrow><mi>A</mi><mi>B</mi></mrow><mo stretchy="true">\#u{332}</mo></mover>"#
    ),
    (
      #"\underline{x}"#,
      #"<munder accentunder="true"><mi>x</mi><mo stretchy="true">\#u{332}</mo></munder>"#
    ),
    (
      #"\widehat{ab}"#,
      #"<mover accent="true"><mrow><mi>a</mi><mi>b</mi></mrow><mo stretchy="true">\#u{302}</mo></mover>"#
    ),
    (
      #"\overbrace{a}^n"#,
      #"<mover><mover accent="true"><mi>a</mi><mo stretchy="true">⏞</mo></mover><mi>n</mi></mover>"#
    ),
    (
      #"\underbrace{a}_n"#,
      #"<munder><munder accentunder="true"><mi>a</mi><mo stretchy="true">⏟</mo></munder><mi>n</mi></munder>"#
    ),
  ])
  func `alphabets and accents`(tex: String, mathML: String) { check(tex, mathML) }

  @Test(arguments: [
    (
      #"\begin{pmatrix} a & b \\ c & d \end{pmatrix}"#,
      #"<mrow><mo>(</mo><mtable class="math-matrix"><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable><mo>)</mo></mrow>"#
    ),
    (
      #"\begin{smallmatrix} a \end{smallmatrix}"#,
      #"<mstyle displaystyle="false" scriptlevel="1"><mtable class="math-small"><mtr><mtd><mi>a</mi></mtd></mtr></mtable></mstyle>"#
    ),
    (
      #"\begin{cases} 1 & x \\ 2 \end{cases}"#,
      #"<mrow><mo>{</mo><mtable class="math-cases"><mtr><mtd><mn>1</mn></mtd><mtd><mi>x</mi></mtd></mtr><mtr><mtd><mn>2</mn></mtd></mtr></mtable></mrow>"#
    ),
    (
      #"$$\begin{aligned} a &= b \\ &+ c \end{aligned}"#,
      #"<mtable class="math-aligned" displaystyle="true"><mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo><mi>b</mi></mtd></mtr><mtr><mtd></mtd><mtd><mo form="infix">+</mo><mi>c</mi></mtd></mtr></mtable>"#
    ),
    (
      #"$$\begin{align*} a &= b \tag{1} \end{align*}"#,
      #"<mtable class="math-aligned" displaystyle="true"><mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo><mi>b</mi></mtd><mtd class="math-tag"><mrow><mtext>(</mtext><mtext>1</mtext><mtext>)</mtext></mrow></mtd></mtr></mtable>"#
    ),
    (
      #"$$\begin{gather} a \\ b \\ \end{gather}"#,
      #"<mtable class="math-gathered" displaystyle="true"><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable>"#
    ),
    (
      #"\begin{array}{l|r} a & b \\ \hline c & d \\ \hline \end{array}"#,
      #"<mtable class="math-array"><mtr><mtd class="math-left math-line-after"><mi>a</mi></mtd><mtd class="math-right"><mi>b</mi></mtd></mtr><mtr><mtd class="math-left math-line-after math-line-above math-line-below"><mi>c</mi></mtd><mtd class="math-right math-line-above math-line-below"><mi>d</mi></mtd></mtr></mtable>"#
    ),
    (
      #"a \\[2pt] b"#,
      #"<mtable class="math-gathered" displaystyle="true"><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable>"#
    ),
  ])
  func `environments`(tex: String, mathML: String) { check(tex, mathML) }

  @Test(arguments: [
    (#"\text{if }x"#, #"<mrow><mtext>if\#u{A0}</mtext><mi>x</mi></mrow>"#),
    (#"\text{a $x$ b}"#, #"<mrow><mtext>a\#u{A0}</mtext><mi>x</mi><mtext>\#u{A0}b</mtext></mrow>"#),
    (#"\textbf{``b'' < c}"#, #"<mtext><b>“b” &lt; c</b></mtext>"#),
    (
      #"a\,b\quad c\!d~e\ f"#,
      #"<mrow><mi>a</mi><mspace width="0.1667em"/><mi>b</mi><mspace width="1em"/><mi>c</mi><mspace width="-0.1667em"/><mi>d</mi><mspace width="0.25em"/><mi>e</mi><mspace width="0.25em"/><mi>f</mi></mrow>"#
    ),
    (
      #"\not= \not\in \not\prec \notin"#,
      #"<mrow><mo lspace="0" rspace="0">≠</mo><mo lspace="0" rspace="0">∉</mo><mo lspace="0" rspace="0">⊀</mo><mo lspace="0" rspace="0">∉</mo></mrow>"#
    ),
    (#"\overset{!}{=}"#, #"<mover><mo stretchy="false">=</mo><mo>!</mo></mover>"#),
    (#"\underset{x}{y}"#, #"<munder><mi>y</mi><mi>x</mi></munder>"#),
    (
      #"a \stackrel{f}{\to} b"#,
      #"<mrow><mi>a</mi><mover><mo stretchy="false">→</mo><mi>f</mi></mover><mi>b</mi></mrow>"#
    ),
    (
      #"A \xrightarrow[g]{f} B"#,
      #"<mrow><mi>A</mi><mspace width="0.2778em"/><munderover><mo lspace="0" rspace="0" stretchy="true">→</mo><mrow><mspace width="0.5em"/><mi>g</mi><mspace width="0.5em"/></mrow><mrow><mspace width="0.5em"/><mi>f</mi><mspace width="0.5em"/></mrow></munderover><mspace width="0.2778em"/><mi>B</mi></mrow>"#
    ),
    (
      #"\sum_{\substack{a \\ b}} c"#,
      #"<mrow><msub><mo lspace="0" rspace="0.1667em">∑</mo><mtable class="math-stack"><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable></msub><mi>c</mi></mrow>"#
    ),
    (
      #"a \bmod b"#,
      #"<mrow><mi>a</mi><mo lspace="0.2222em" rspace="0.2222em">mod</mo><mi>b</mi></mrow>"#
    ),
    (
      #"\pmod n"#,
      #"<mrow><mspace width="1em"/><mo form="prefix" stretchy="false">(</mo><mi>mod</mi><mspace width="0.3333em"/><mi>n</mi><mo stretchy="false">)</mo></mrow>"#
    ),
    (#"\phantom{x}"#, #"<mphantom><mi>x</mi></mphantom>"#),
    (#"\boxed{x}"#, #"<mrow class="math-boxed"><mi>x</mi></mrow>"#),
    (#"x % comment"#, #"<mi>x</mi>"#),
    (
      #"a \tag{1}"#,
      #"<mrow><mi>a</mi><mrow><mspace width="2em"/><mrow><mtext>(</mtext><mtext>1</mtext><mtext>)</mtext></mrow></mrow></mrow>"#
    ),
    (#"a \tag*{A}"#, #"<mrow><mi>a</mi><mrow><mspace width="2em"/><mtext>A</mtext></mrow></mrow>"#),
    (
      #"a, \ldots, b"#,
      #"<mrow><mi>a</mi><mo>,</mo><mo lspace="0" rspace="0">…</mo><mo lspace="0.1667em" rspace="0.1667em">,</mo><mi>b</mi></mrow>"#
    ),
    (
      #"1 + \dots + n"#,
      #"<mrow><mn>1</mn><mo>+</mo><mo lspace="0" rspace="0">⋯</mo><mo>+</mo><mi>n</mi></mrow>"#
    ),
    (
      #"1, \dots, n"#,
      #"<mrow><mn>1</mn><mo>,</mo><mo lspace="0" rspace="0">…</mo><mo lspace="0.1667em" rspace="0.1667em">,</mo><mi>n</mi></mrow>"#
    ),
    (
      #"\displaystyle\sum_i i"#,
      #"<mstyle displaystyle="true"><munder><mo lspace="0" rspace="0.1667em">∑</mo><mi>i</mi></munder><mi>i</mi></mstyle>"#
    ),
    (#"\mathrel{ab}"#, #"<mrow><mi>a</mi><mi>b</mi></mrow>"#),
    (#"α ≤ ∞"#, #"<mrow><mi>α</mi><mo>≤</mo><mi mathvariant="normal">∞</mi></mrow>"#),
    (#"é日"#, #"<mrow><mi>é</mi><mi>日</mi></mrow>"#),
    (
      ##"\$\%\#\_"##,
      #"<mrow><mi mathvariant="normal">$</mi><mi mathvariant="normal">%</mi><mi mathvariant="normal">#</mi><mi mathvariant="normal">_</mi></mrow>"#
    ),
    (#"a:b"#, #"<mrow><mi>a</mi><mo lspace="0.2778em" rspace="0.2778em">:</mo><mi>b</mi></mrow>"#),
    (#"f\colon A"#, #"<mrow><mi>f</mi><mo lspace="0" rspace="0.1667em">:</mo><mi>A</mi></mrow>"#),
    (#"\hspace{2em}"#, #"<mspace width="2em"/>"#),
    (#"\label{a}x"#, #"<mi>x</mi>"#),
  ])
  func `text, spaces and the rest`(tex: String, mathML: String) { check(tex, mathML) }

  @Test func `the source is an annotation, and all is escaped`() {
    #expect(
      Formula(tex: "a<b", isDisplay: true).mathML == """
        <math display="block"><semantics><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>\
        <annotation encoding="application/x-tex">a&lt;b</annotation></semantics></math>
        """)
    #expect(Formula(tex: "x", isDisplay: false).mathML?.hasPrefix("<math><semantics>") == true)
  }

  private func check(_ tex: String, _ mathML: String) {
    let isDisplay = tex.hasPrefix("$$")
    let formula = Formula(tex: String(tex.dropFirst(isDisplay ? 2 : 0)), isDisplay: isDisplay)
    #expect(formula.problems == [])
    #expect(formula.presentation == mathML)
  }
}
