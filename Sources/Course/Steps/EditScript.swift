extension StepEdit {
  /// The edit as shell text: it adds the lines at the end of the file unless they stand in it
  /// already, one below the other, so that a second run adds nothing.
  ///
  /// The file's name is left as the notes write it, for the shell to expand as it would have for the
  /// editor. It runs in a subshell and leaves no variable behind.
  public var shellText: String {
    let delimiter = Self.delimiter(for: text)
    return """
      (
        file=\(file)
        lines=$(cat <<'\(delimiter)'
      \(text)\(delimiter)
      )
        if [[ -e $file && $'\\n'$(<"$file")$'\\n' == *$'\\n'"$lines"$'\\n'* ]]; then exit 0; fi
        if [[ -s $file && -n $(tail -c 1 "$file") ]]; then echo >>"$file"; fi
        printf '%s\\n' "$lines" >>"$file"
      )
      """
  }

  /// A here-document's end that no line of the text is.
  private static func delimiter(for text: String) -> String {
    let lines = Set(text.split(separator: "\n"))
    var delimiter = "LINES"
    while lines.contains(Substring(delimiter)) { delimiter += "_" }
    return delimiter
  }
}
