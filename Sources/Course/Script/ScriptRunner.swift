/// What a script holds below its steps: the table of them, and the commands that run them.
struct ScriptRunner {
  let text: String

  /// - Parameter functions: those that are run.
  init(_ page: Page, _ functions: [ScriptFunction]) {
    let steps = functions.map(\.step)
    var parts = [
      "\n\(Self.mark)\n",
      Self.table(functions), Self.before(functions),
    ]
    if steps.contains(where: { !$0.edits.isEmpty }) { parts.append(StepEdit.functions + "\n") }
    if steps.contains(where: { $0.edits.contains(where: \.isPrivileged) }) {
      parts.append(Self.asRoot)
    }
    let isInSession = steps.contains(where: \.isInLanguageSession)
    if isInSession { parts.append(LanguageSession.setup + "\n") }
    let staying = steps.contains(where: \.staysRunning)
    if staying { parts.append(Self.services) }
    parts.append(Self.help(page))
    var main = staying ? Self.main.replacing(Self.beginning, with: Self.keeping) : Self.main
    if isInSession {
      main = main.replacing(
        "trap notes_end EXIT", with: "trap 'notes_end_sessions; notes_end' EXIT")
    }
    parts.append(main)
    text = parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The line that parts the steps from what runs them.
  static let mark = "# What follows runs the steps; it holds nothing of the notes but their names."

  private static func table(_ functions: [ScriptFunction]) -> String {
    let entries = functions.map { function in
      let step = function.step
      var words = ["\(step.number?.tableWord ?? "-")", step.id.tableWord, function.name]
      if step.isOptional { words.append("optional") }
      if step.traits.contains(.destructive) { words.append("destructive") }
      words += function.template?.variables.map { "\($0)=" } ?? []
      return "  \(words.joined(separator: " ").shellQuoted)"
    }
    return "# Number, name and function of each step, and what may keep it from being run.\n"
      + "notes_steps=(\n\(entries.joined(separator: "\n"))\n)\n"
  }

  /// Where each step begins; steps that follow each other and begin alike share their lines.
  private static func before(_ functions: [ScriptFunction]) -> String {
    var groups: [(names: [String], lines: [String])] = []
    for (function, start) in zip(functions, ScriptStart.all(functions)) where !start.lines.isEmpty {
      if let last = groups.indices.last, groups[last].lines == start.lines {
        groups[last].names.append(function.name)
      } else {
        groups.append(([function.name], start.lines))
      }
    }
    var text =
      "# What a step finds that is run without those before it, as far as the notes tell.\n"
    if groups.contains(where: { $0.lines.contains { $0.hasPrefix("source ") } }) {
      text += "# shellcheck disable=SC1090,SC1091 # what is sourced is made by the steps\n"
    }
    let values = groups.flatMap(\.lines).filter {
      !$0.hasPrefix("notes_") && !$0.hasPrefix("source ")
    }
    let codes = ScriptLint(values).codes(values.joined(separator: "\n")).filter { $0 != "SC2034" }
    if !codes.isEmpty {
      text += "# shellcheck disable=\(codes.joined(separator: ",")) # as the notes have it\n"
    }
    text += "notes_before() {\n  case $1 in\n"
    for group in groups {
      text += "    \(group.names.joined(separator: " | \\\n      ")))\n"
      for line in group.lines { text += "      \(line)\n" }
      text += "      ;;\n"
    }
    return text + "    *) ;;\n  esac\n}\n"
  }

  private static let asRoot = #"""
    # The same with the rights of root.
    notes_edit_as_root() {
      sudo bash -c "$(declare -f notes_edited notes_edit); notes_edit \"\$@\"" bash "$@"
    }

    """#

  private static let services = #"""
    # Waits until the program that was started last is up, and ends the script where it is not:
    # notes_wait LOG [port NUMBER] [output TEXT] [url ADDRESS] [seconds NUMBER]
    notes_wait() {
      local program=$! log=$1
      shift
      if [[ $# -eq 0 ]]; then set -- seconds 2; fi
      while [[ $# -gt 0 ]]; do
        if [[ $1 == seconds ]]; then sleep "$2"; fi
        until kill -0 "$program" 2>/dev/null && notes_is_up "$1" "$2" "$log"; do
          if ! kill -0 "$program" 2>/dev/null; then
            cat "$log" >&2
            echo "$0: the program ended before it was up" >&2
            return 1
          fi
          sleep 0.2
        done
        shift 2
      done
    }

    notes_is_up() {
      case $1 in
        port) (exec 3<>"/dev/tcp/127.0.0.1/$2") 2>/dev/null ;;
        output) grep -qF -e "$2" "$3" ;;
        url) curl --fail --silent --output /dev/null --max-time 5 "$2" ;;
        *) ;;
      esac
    }

    # Ends what still runs; a person at the terminal may use it before.
    notes_end() {
      local status=$? program
      if [[ $status -eq 0 && -t 0 && -n $(jobs -p) ]]; then
        echo "==> what was started still runs; Ctrl-C ends it" >&2
        wait || true
      fi
      set +m
      for program in $(jobs -p); do
        kill -- "-$program" 2>/dev/null || continue
        for _ in {1..20}; do
          if ! kill -0 -- "-$program" 2>/dev/null; then continue 2; fi
          sleep 0.1
        done
        kill -KILL -- "-$program" 2>/dev/null || true
      done
      rm -rf "$notes_folder"
      exit "$status"
    }

    """#

  private static func help(_ page: Page) -> String {
    """
    notes_help() {
      cat <<'HELP'
    usage: \(page.names.script) [--optional] [--from STEP | STEP...]
    Runs the steps of \(page.path) in order, in one shell, from the home folder on, and
    stops at the first command that fails.

      STEP           a step by its number or name; more than one may be given
      --from STEP    begin with this step
      --optional     run the optional steps too
      --list         list the steps
      --help         show this

    A step that is named, or that --from begins with, finds the folder and the variables
    that the steps before it would have left, as far as the notes tell without running
    them; what they do not tell is said. A step with words to fill in needs them as
    variables: NAME=value \(page.names.script). Steps that delete what the notes did not
    make, and optional ones, are run where they are named.
    HELP
    }

    """
  }

  private static let beginning = "# A page begins where a new terminal does.\ncd ~"
  private static let keeping = """
    notes_folder=$(mktemp -d)
    trap notes_end EXIT
    set -m
    \(beginning)
    """

  /// All names begin with `notes_`, since the steps run in the same shell and have names of their own.
  private static let main = #"""
    notes_list() {
      local entry number name words
      for entry in "${notes_steps[@]}"; do
        read -r number name _ words <<<"$entry"
        printf '%-6s %s%s\n' "$number" "$name" "${words:+ ($words)}"
      done
    }

    notes_wrong() {
      echo "$0: $1" >&2
      exit 2
    }

    notes_tell() {
      echo "==> $1" >&2
    }

    notes_enter() {
      if ! cd "$1" 2>/dev/null; then
        notes_tell "there is no folder $1, which a step before this one makes"
        exit 1
      fi
    }

    # Whether a word is the number, name or function of a step: notes_is WORD ENTRY
    notes_is() {
      local number name function
      read -r number name function _ <<<"$2"
      [[ $1 == "$number" || $1 == "$name" || $1 == "$function" ]]
    }

    # Why a step that is not named is left out, if it is: notes_reason [WORD]...
    notes_reason() {
      local word variable
      for word in "$@"; do
        variable=${word%=}
        case $word in
          optional)
            if [[ $notes_optional == no ]]; then echo "it is optional; --optional runs it"; fi
            ;;
          destructive) echo "it deletes what the notes did not make; name it to run it" ;;
          *=)
            if [[ -z ${!variable:-} ]]; then echo "$variable has no value"; fi
            ;;
          *) ;;
        esac
      done
    }

    notes_optional=no
    notes_from=''
    notes_named=()
    while [[ $# -gt 0 ]]; do
      case $1 in
        --help | -h)
          notes_help
          exit
          ;;
        --list)
          notes_list
          exit
          ;;
        --optional) notes_optional=yes ;;
        --from)
          if [[ $# -lt 2 ]]; then notes_wrong "--from needs a step"; fi
          notes_from=$2
          shift
          ;;
        --from=*) notes_from=${1#*=} ;;
        -*) notes_wrong "there is no option $1; --help shows them" ;;
        *) notes_named+=("$1") ;;
      esac
      shift
    done

    notes_selected=()
    for notes_word in "${notes_named[@]:-$notes_from}"; do
      notes_is_found=no
      for notes_entry in "${notes_steps[@]}"; do
        if [[ -z $notes_word ]] || notes_is "$notes_word" "$notes_entry"; then
          notes_is_found=yes
        elif [[ ${#notes_named[@]} -gt 0 || $notes_is_found == no ]]; then
          continue
        fi
        notes_selected+=("$notes_entry")
      done
      if [[ $notes_is_found == no ]]; then
        notes_wrong "there is no step '$notes_word'; --list shows them"
      fi
    done

    # A page begins where a new terminal does.
    cd ~
    notes_is_first=yes
    for notes_entry in "${notes_selected[@]}"; do
      read -r notes_number notes_name notes_function notes_words <<<"$notes_entry"
      notes_name="$notes_number $notes_name"
      # shellcheck disable=SC2086 # the words are none but those of the table
      notes_why=$(notes_reason $notes_words)
      if [[ ${#notes_named[@]} -eq 0 && -n $notes_why ]]; then
        notes_tell "${notes_name#- } is left out: ${notes_why//$'\n'/, }"
        continue
      fi
      notes_tell "${notes_name#- }"
      if [[ ${#notes_named[@]} -gt 0 || (-n $notes_from && $notes_is_first == yes) ]]; then
        notes_before "$notes_function"
      fi
      notes_is_first=no
      "$notes_function"
    done
    """#
}

extension String {
  /// Without what would part the entry of a table.
  fileprivate var tableWord: String {
    String(map { $0.isWhitespace ? "_" : $0 }).printable
  }
}
