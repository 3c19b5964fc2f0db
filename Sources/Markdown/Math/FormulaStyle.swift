extension Formula {
  /// The rules of CSS that pages with formulas need: MathML Core has no attributes for them.
  public static let styleSheet = """
    .math-aligned > mtr > mtd { padding-inline: 0; text-align: left; text-align: -webkit-left; }
    .math-aligned > mtr > mtd:nth-child(odd) { padding-left: 2em; text-align: right; text-align: -webkit-right; }
    .math-aligned > mtr > mtd:first-child { padding-left: 0; }
    .math-cases > mtr > mtd { padding-inline: 0; text-align: left; text-align: -webkit-left; }
    .math-cases > mtr > mtd + mtd { padding-left: 1em; }
    .math-small > mtr > mtd { padding: 0.1em 0.25em; }
    .math-stack > mtr > mtd { padding: 0; }
    .math-tag.math-tag { padding-left: 2em; text-align: right; text-align: -webkit-right; }
    .math-array { border-collapse: collapse; }
    .math-left { text-align: left; text-align: -webkit-left; }
    .math-right { text-align: right; text-align: -webkit-right; }
    .math-line-before { border-left: 1px solid; }
    .math-line-after { border-right: 1px solid; }
    .math-line-above { border-top: 1px solid; }
    .math-line-below { border-bottom: 1px solid; }
    .math-boxed { border: 1px solid; padding: 0.25em; }

    """
}
