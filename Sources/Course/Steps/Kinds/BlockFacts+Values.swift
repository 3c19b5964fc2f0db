extension BlockFacts {
  /// Whether it has nothing but lines `key=value`, more than one with their comments: `A=1`, `b-c=<d>`.
  var givesValues: Bool {
    lines.count > 1
      && lines.allSatisfy { line in
        if line.isComment || line.text.isBlank { return true }
        guard let equals = line.text.utf8.firstIndex(of: ShellByte.equals) else { return false }
        let key = line.text.utf8[..<equals]
        return !key.isEmpty
          && key.allSatisfy { ShellByte.continuesName($0) || "-.".utf8.contains($0) }
      }
  }
}
