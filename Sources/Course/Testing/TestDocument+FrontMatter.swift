internal import Markdown
internal import Yams

extension TestDocument {
  /// Reads what a document of scrut says of itself between two lines `---` at its top.
  ///
  /// - Returns: the 1-based line on which the Markdown begins.
  mutating func readFrontMatter(_ defaults: inout TestOptions) -> Int {
    guard let first = lines.firstIndex(where: { !$0.allSatisfy { $0 == " " } }),
      lines[first] == "---", let end = lines[(first + 1)...].firstIndex(of: "---")
    else { return 1 }
    let yaml = lines[(first + 1)..<end].joined(separator: "\n")
    do throws(TestFault) {
      try read(frontMatter: yaml, &defaults)
    } catch {
      tell(error, at: SourcePosition(line: first + 1, column: 1))
    }
    return end + 2
  }

  private mutating func read(
    frontMatter yaml: String, _ defaults: inout TestOptions
  ) throws(TestFault) {
    let node: Node?
    do { node = try Yams.compose(yaml: yaml) } catch {
      throw TestFault("front matter is not YAML: \(error.yamlPlace.problem)")
    }
    for (key, value) in node?.mapping ?? Node.Mapping([]) {
      switch key.string {
      case "defaults": try defaults.read(value)
      case "prepend": prepended = value.array().compactMap(\.string)
      case "append": appended = value.array().compactMap(\.string)
      case "total_timeout": limit = try TestOptions.duration(value, "total_timeout")
      case "shell" where value.string?.hasSuffix("bash") == true: break
      case "shell": throw TestFault("the front matter asks for another shell than bash")
      // Site generators have keys of their own.
      default: break
      }
    }
  }
}
