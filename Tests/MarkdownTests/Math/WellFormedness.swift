/// What is wrong with a text as XML: elements that are not closed, stray `<` and `&`, characters that
/// XML does not allow.
func wellFormednessProblem(_ text: String) -> String? {
  // Scalars: a mark behind `>` would make one `Character` of both.
  var open: [[Unicode.Scalar]] = []
  var rest = Array(text.unicodeScalars)[...]
  while let first = rest.first {
    switch first {
    case "<":
      guard let end = rest.firstIndex(of: ">") else { return "'<' alone" }
      var tag = rest[(rest.startIndex + 1)..<end]
      rest = rest[(end + 1)...]
      if tag.first == "/" {
        if open.popLast() != Array(tag.dropFirst()) { return "'\(string(tag))' closes another" }
        continue
      }
      let isEmpty = tag.last == "/"
      if isEmpty { tag = tag.dropLast() }
      if tag.count(where: { $0 == "\"" }) % 2 == 1 || tag.contains("<") {
        return "quotes in '\(string(tag))'"
      }
      let name = Array(tag.prefix { $0 != " " })
      if name.isEmpty || !name.allSatisfy({ ("a"..."z").contains($0) }) { return "bad name" }
      if !isEmpty { open.append(name) }
    case "&":
      let names = ["&amp;", "&lt;", "&gt;", "&quot;"]
      guard let name = names.first(where: { rest.starts(with: $0.unicodeScalars) }) else {
        return "'&' alone"
      }
      rest = rest.dropFirst(name.unicodeScalars.count)
    default:
      let isSpace = first == "\n" || first == "\t" || first == "\r"
      if first.value < 0x20 && !isSpace || first.value == 0xFFFE || first.value == 0xFFFF {
        return "character \(first.value)"
      }
      rest = rest.dropFirst()
    }
  }
  return open.isEmpty ? nil : "open: \(open.map { string($0[...]) }.joined(separator: " "))"
}

private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
  scalars.map(String.init).joined()
}
