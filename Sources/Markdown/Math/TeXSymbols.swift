/// The symbols of TeX and amsmath: a line says what its pairs of name and character are.
///
/// `letter` is italic and `upright` is not; `prefix` is an ordinary operator; `sum` has its limits
/// above and below in displays, `integral` beside; a `wide` accent stretches, a `brace` takes a script
/// as its label.
enum TeXSymbols {
  static let table = """
    letter alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ
    letter iota ι kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ
    letter sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ
    letter partial ∂ imath ı jmath ȷ
    upright Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    upright nabla ∇ infty ∞ aleph ℵ beth ℶ gimel ℷ daleth ℸ hbar ℏ hslash ℏ ell ℓ wp ℘ Re ℜ Im ℑ
    upright emptyset ∅ varnothing ⌀ top ⊤ bot ⊥ angle ∠ measuredangle ∡ sphericalangle ∢ triangle △
    upright diamondsuit ♢ heartsuit ♡ clubsuit ♣ spadesuit ♠ flat ♭ natural ♮ sharp ♯ eth ð mho ℧
    upright square □ Box □ blacksquare ■ Diamond ◊ lozenge ◊ bigstar ★ blacktriangle ▲ surd √
    upright complement ∁ degree ° checkmark ✓ dag † ddag ‡ S § P ¶ pounds £ euro € yen ¥
    upright copyright © circledR ® maltese ✠ prime ′ backprime ‵ backslash \\ $ $ % % & & # # _ _
    prefix forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬
    ordinary vert | | ‖ Vert ‖
    binary pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ uplus ⊎ sqcap ⊓
    binary sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ diamond ⋄ oplus ⊕
    binary ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ bigcirc ◯ dagger † ddagger ‡ amalg ⨿ ltimes ⋉ rtimes ⋊
    binary bigtriangleup △ bigtriangledown ▽ triangleleft ◃ triangleright ▹ boxplus ⊞ boxminus ⊟
    binary boxtimes ⊠ boxdot ⊡ barwedge ⌅ veebar ⊻ curlyvee ⋎ curlywedge ⋏ dotplus ∔ Cap ⋒ Cup ⋓
    binary intercal ⊺ centerdot ⋅
    relation le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ lt < gt > ll ≪ gg ≫ lll ⋘ ggg ⋙ leqslant ⩽ geqslant ⩾
    relation leqq ≦ geqq ≧ lesssim ≲ gtrsim ≳ lessgtr ≶ gtrless ≷ equiv ≡ sim ∼ simeq ≃ approx ≈
    relation approxeq ≊ cong ≅ propto ∝ varpropto ∝ doteq ≐ doteqdot ≑ triangleq ≜ coloneqq ≔
    relation eqqcolon ≕ coloneq ≔ asymp ≍ bumpeq ≏ in ∈ ni ∋ owns ∋ notin ∉ subset ⊂ supset ⊃
    relation subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ subseteqq ⫅ supseteqq ⫆ nsubseteq ⊈
    relation nsupseteq ⊉ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ prec ≺ succ ≻ preceq ⪯
    relation succeq ⪰ precsim ≾ succsim ≿ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ Vvdash ⊪ nvdash ⊬
    relation nvDash ⊭ mid ∣ nmid ∤ parallel ∥ nparallel ∦ perp ⟂ bowtie ⋈ Join ⋈ smile ⌣ frown ⌢
    relation nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nsim ≁ ncong ≇ between ≬ pitchfork ⋔ because ∵ therefore ∴
    relation trianglelefteq ⊴ trianglerighteq ⊵ vartriangleleft ⊲ vartriangleright ⊳ lneq ⪇ gneq ⪈
    relation lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵ backsim ∽ eqsim ≂ risingdotseq ≓ fallingdotseq ≒
    relation to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐
    relation Leftrightarrow ⇔ iff ⟺ implies ⟹ impliedby ⟸ mapsto ↦ longmapsto ⟼ longrightarrow ⟶
    relation longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸
    relation Longleftrightarrow ⟺ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓
    relation Updownarrow ⇕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ hookrightarrow ↪ hookleftarrow ↩
    relation rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽
    relation rightleftharpoons ⇌ leftrightharpoons ⇋ rightleftarrows ⇄ leftrightarrows ⇆
    relation rightrightarrows ⇉ leftleftarrows ⇇ twoheadrightarrow ↠ twoheadleftarrow ↞
    relation rightarrowtail ↣ leftarrowtail ↢ leadsto ⇝ rightsquigarrow ⇝ leftrightsquigarrow ↭
    relation nrightarrow ↛ nleftarrow ↚ nleftrightarrow ↮ nRightarrow ⇏ nLeftarrow ⇍
    relation nLeftrightarrow ⇎ curvearrowright ↷ curvearrowleft ↶ circlearrowright ↻
    relation circlearrowleft ↺ multimap ⊸ upharpoonright ↾ restriction ↾ Lsh ↰ Rsh ↱
    opening { { lbrace { langle ⟨ lceil ⌈ lfloor ⌊ lvert | lVert ‖ lbrack [ lgroup ⟮ llbracket ⟦
    opening ulcorner ⌜ llcorner ⌞
    closing } } rbrace } rangle ⟩ rceil ⌉ rfloor ⌋ rvert | rVert ‖ rbrack ] rgroup ⟯ rrbracket ⟧
    closing urcorner ⌝ lrcorner ⌟
    punctuation colon : ldotp .
    inner ldots … dots … dotsc … dotso … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ vdots ⋮ ddots ⋱ iddots ⋰
    sum sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigsqcup ⨆ bigoplus ⨁
    sum bigotimes ⨂ bigodot ⨀ biguplus ⨄
    integral int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ smallint ∫
    accent hat ˆ check ˇ tilde ˜ acute ´ grave ` dot ˙ ddot ¨ breve ˘ bar ˉ mathring ˚
    wide overrightarrow → overleftarrow ←
    wide overleftrightarrow ↔
    underwide underrightarrow → underleftarrow ←
    brace overbrace ⏞ overbracket ⎴ overparen ⏜
    underbrace underbrace ⏟ underbracket ⎵ underparen ⏝
    function arccos arccos arcsin arcsin arctan arctan arg arg cos cos cosh cosh cot cot coth coth
    function csc csc deg deg dim dim exp exp hom hom ker ker lg lg ln ln log log sec sec sin sin
    function sinh sinh tan tan tanh tanh sgn sgn
    limit det det gcd gcd inf inf lim lim max max min min Pr Pr sup sup argmax argmax argmin argmin
    """

  /// What a symbol is when `\\not` stands before it; others are struck through.
  static let negations: [String: String] = [
    "=": "≠", "<": "≮", ">": "≯", "∈": "∉", "∋": "∌", "≤": "≰", "≥": "≱", "⊂": "⊄", "⊃": "⊅",
    "⊆": "⊈", "⊇": "⊉", "≡": "≢", "∼": "≁", "≃": "≄", "≅": "≇", "≈": "≉", "∃": "∄", "∣": "∤",
    "∥": "∦", "→": "↛", "←": "↚", "↔": "↮", "⇒": "⇏", "⇐": "⇍", "⇔": "⇎", "⊢": "⊬", "⊨": "⊭",
    "≺": "⊀", "≻": "⊁", "⊑": "⋢", "⊒": "⋣", "|": "∤",
  ]
}
