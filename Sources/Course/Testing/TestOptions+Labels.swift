/// The labels of mdx: `<!-- $MDX skip -->` above a block, or the words behind its language.
extension TestOptions {
  /// - Parameter labels: separated by commas.
  mutating func read(labels: some StringProtocol) throws(TestFault) {
    for label in labels.split(separator: ",") {
      // `version>=4.08` compares, the others set.
      let name = label.prefix { $0.isLetter || $0 == "-" || $0 == "_" || $0.isNumber }
      let sign = label.dropFirst(name.count).prefix { "<>=".contains($0) }
      let value = label.dropFirst(name.count + sign.count)
      try read(String(name), String(sign), String(value))
    }
  }

  private mutating func read(_ name: String, _ sign: String, _ value: String) throws(TestFault) {
    switch name {
    case "skip": skipReason = "its author leaves it out"
    case "non-deterministic":
      switch value {
      case "", "output": isNotCompared = true
      case "command": skipReason = "what it does is never twice the same"
      default: throw .value(name)
      }
    case "dir": folder = value
    case "os_type":
      if (sign == "=") != (value == "Unix") { skipReason = "it is for another system" }
    case "version": skipReason = "it is for one version of OCaml"
    case "file", "part", "source-tree": skipReason = "it shows a file"
    case "cram", "env", "ocaml", "toplevel", "include", "require-package": break
    case _ where name.hasPrefix("set-"):
      environment.append(StepSettings.Variable(name: String(name.dropFirst(4)), value: value))
    case _ where name.hasPrefix("unset-"): unset.append(String(name.dropFirst(6)))
    default: throw TestFault("'\(name)' is no label of a test")
    }
  }
}
