extension StepEdit {
  /// The shell functions that make edits: a second run changes nothing.
  ///
  /// A file is changed in a copy beside it that then takes its place, so that whoever reads it sees all
  /// of the edit or nothing, and a full disk costs nothing that was there. The copy has the file's mode
  /// and owner. Where nothing can take a file's place, as with one that is mounted by itself, the copy's
  /// lines are written into it.
  public static let functions = #"""
    # Tells what a file holds after an edit: notes_edited append|set|create|replace FILE LINES
    notes_edited() {
      case $1 in
        append)
          if [[ $'\n'$(cat "$2")$'\n' == *$'\n'"$3"$'\n'* ]]; then
            cat "$2"
          else
            cat "$2" && { [[ -z $(tail -c 1 "$2") ]] || echo; } && printf '%s\n' "$3"
          fi
          ;;
        set)
          NOTES_LINES=$3 awk '
            function key(line) {
              sub(/^[ \t]+/, "", line)
              sub(/^export[ \t]+/, "", line)
              if (!match(line, /^[\047A-Za-z_][\047A-Za-z0-9_.-]*[ \t]*(=|:[ \t])/)) return ""
              line = substr(line, 1, RLENGTH)
              gsub(/[ \t]/, "", line)
              return line
            }
            {
              lines[NR] = $0
              stands[$0] = 1
              name = key($0)
              if (name == "") next
              if ($0 !~ /^[ \t]/) { outer[name]++; outerPlace[name] = NR }
              else { inner[name]++; innerPlace[name] = NR }
            }
            END {
              count = NR
              total = split(ENVIRON["NOTES_LINES"], wanted, "\n")
              for (i = 1; i <= total; i++) {
                text = wanted[i]
                isInner = sub(/^[ \t]+/, "", text)
                name = key(text)
                place = 0
                if (isInner || !outer[name]) {
                  if (inner[name] > 1) {
                    print "several lines hold the key of: " text | "cat >&2"
                    exit 1
                  }
                  place = innerPlace[name]
                } else if (outer[name] == 1) {
                  place = outerPlace[name]
                }
                if (place) {
                  match(lines[place], /^[ \t]*/)
                  lines[place] = substr(lines[place], 1, RLENGTH) text
                } else if (!(wanted[i] in stands)) {
                  lines[++count] = wanted[i]
                }
              }
              for (i = 1; i <= count; i++) print lines[i]
            }' "$2"
          ;;
        *) printf '%s\n' "$3" ;;
      esac
    }

    # Makes an edit once and shows what it changes: notes_edit ACTION FILE [folders] <LINES
    notes_edit() {
      local file=$2 old lines link links=0
      lines=$(cat) || return
      while [[ -L $file && links -lt 40 ]]; do
        link=$(readlink "$file") || return
        [[ $link == /* ]] || link=$(dirname "$file")/$link
        file=$link links=$((links + 1))
      done
      local copy=$file.notes-$$
      if [[ -e $file ]]; then
        old=$file
        cp -p "$file" "$copy" || return
      else
        old=/dev/null
        [[ -z ${3:-} ]] || mkdir -p "$(dirname "$file")" || return
        true >"$copy" || return
      fi
      if ! notes_edited "$1" "$old" "$lines" >"$copy"; then
        rm -f "$copy"
        return 1
      fi
      if cmp -s "$old" "$copy"; then
        rm -f "$copy"
        return
      fi
      diff -U 0 "$old" "$copy" | tail -n +3 >&2 || true
      mv -f "$copy" "$file" 2>/dev/null || { cat "$copy" >"$file" && rm -f "$copy"; }
    }
    """#

  /// The edit as a call of its function. The file's name is left as the notes write it, for the
  /// shell to expand as it would have for the editor.
  public var call: String {
    // The editor was to be run by sudo, and so is what stands for it.
    command(isPrivileged ? "notes_edit_as_root" : "notes_edit")
  }

  /// The edit as shell text that needs nothing else, leaves nothing behind in the shell and is free of
  /// its aliases and options.
  public var shellText: String {
    let script = "\(Self.functions)\nnotes_edit \"$@\""
    return command("\(isPrivileged ? "sudo " : "")bash -c \(script.shellQuoted) bash")
  }

  private func command(_ program: String) -> String {
    let lines = Set(text.split(separator: "\n"))
    var delimiter = "LINES"
    while lines.contains(Substring(delimiter)) { delimiter += "_" }
    let folders = makesFolders ? " folders" : ""
    return "\(program) \(action.rawValue) \(file)\(folders) <<'\(delimiter)'\n\(text)\(delimiter)"
  }
}
