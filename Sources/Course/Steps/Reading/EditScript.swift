extension StepEdit {
  /// Shell functions that make an edit: a second run changes nothing.
  ///
  /// `notes_add_once` adds the lines of its standard input at the end of a file, unless they stand in it
  /// already, one below the other. `notes_write_file` makes a file of them, with the folders on the way.
  static func function(_ action: Action) -> String {
    switch action {
    case .append: addOnce
    case .create: writeFile
    }
  }

  private static let addOnce = #"""
    notes_add_once() {
      local lines
      lines=$(cat)
      if [[ -e $1 && $'\n'$(<"$1")$'\n' == *$'\n'"$lines"$'\n'* ]]; then return; fi
      if [[ -s $1 && -n $(tail -c 1 "$1") ]]; then echo >>"$1"; fi
      printf '%s\n' "$lines" >>"$1"
    }
    """#

  private static let writeFile = #"""
    notes_write_file() {
      mkdir -p "$(dirname "$1")"
      cat >"$1"
    }
    """#

  /// The edit as a call of its function. The file's name is left as the notes write it, for the
  /// shell to expand as it would have for the editor.
  var call: String {
    let lines = Set(text.split(separator: "\n"))
    var delimiter = "LINES"
    while lines.contains(Substring(delimiter)) { delimiter += "_" }
    let name = action == .append ? "notes_add_once" : "notes_write_file"
    // The editor was to be run by sudo, and so is what stands for it.
    let call =
      isPrivileged ? "sudo bash -c \"$(declare -f \(name)); \(name) \\\"\\$1\\\"\" bash" : name
    return "\(call) \(file) <<'\(delimiter)'\n\(text)\(delimiter)"
  }

  /// The edit as shell text that needs nothing else and leaves nothing behind in the shell.
  public var shellText: String { "(\n\(Self.function(action))\n\(call)\n)" }
}
