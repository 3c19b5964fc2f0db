/// ShellCheck's findings in commands that pipes join.
enum PipelineLint {
  /// - Parameter all: the simple commands of a command, in order.
  static func codes(of all: [SimpleCommand]) -> Set<Int> {
    var codes: Set<Int> = []
    for index in all.indices {
      let pipeline = pipeline(from: index, of: all)
      if pipeline.count > 1 { codes.formUnion(Self.codes(of: pipeline[0], pipeline[1])) }
      if writesWhatItReads(pipeline) { codes.insert(2094) }
    }
    return codes
  }

  private static func pipeline(from start: Int, of all: [SimpleCommand]) -> [SimpleCommand] {
    let next = all[(start + 1)...].firstIndex { $0.joinedBy != .pipe } ?? all.count
    return Array(all[start..<next])
  }

  private static func writesWhatItReads(_ pipeline: [SimpleCommand]) -> Bool {
    let redirections = pipeline.flatMap(\.redirections)
    let reads =
      redirections.filter { $0.operator == .input }.map(\.target.text)
      + pipeline.flatMap { $0.words.dropFirst().map(\.text) }
    return redirections.contains {
      ($0.operator == .output || $0.operator == .append) && !$0.isToDevice
        && reads.contains($0.target.text)
    }
  }

  private static func codes(of left: SimpleCommand, _ right: SimpleCommand) -> Set<Int> {
    var codes: Set<Int> = []
    let (one, other) = (left.words.first?.value ?? "", right.words.first?.value ?? "")
    let arguments = left.words.dropFirst()
    if one == "cat", left.joinedBy != .pipe, arguments.count == 1, let file = arguments.first,
      !file.text.hasPrefix("-"), file.value != nil, !file.text.contains("*"),
      left.redirections.isEmpty
    {
      codes.insert(2002)
    }
    if one == "ps", other == "grep" { codes.insert(2009) }
    if one == "ls" { codes.insert(other == "grep" ? 2010 : 2012) }
    if one == "grep", other == "wc", right.words.dropFirst().map(\.text) == ["-l"],
      !arguments.contains(where: { $0.text.hasPrefix("-") && $0.text.contains("o") })
    {
      codes.insert(2126)
    }
    return codes
  }
}
