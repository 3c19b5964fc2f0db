/// How blocks reach a Python that is kept open from block to block, as shell text.
///
/// The function `notes_session` hands a block on and waits for its end. The program runs beside the
/// shell, neither a job of it nor ended with it; both talk through a folder with two pipes, one for
/// requests and one for answers, so that nothing is guessed from what is printed. A block whose end was
/// not waited for has ended its program: the next one begins anew.
public enum LanguageSession {
  /// The program that is kept open.
  public static let driver = PythonDriver.text

  /// The script of a bash of its own, free of the notes' functions and options. Its arguments are those
  /// of `notes_session`, with the driver's path before them.
  public static let script = """
    notes_driver=$1
    shift
    \(function)
    notes_session "$@"

    """

  /// What a script or a notebook begins with, so that ``call(_:_:of:)`` works in its shell.
  static let setup = """
    # A Python that is kept open from block to block, beside this shell and ended with it.
    notes_sessions=$(mktemp -d)
    notes_driver=$notes_sessions/driver.py
    cat >"$notes_driver" <<'NOTES_DRIVER'
    \(driver)NOTES_DRIVER
    \(function)

    # Runs the block of a page: notes_block LANGUAGE COMMAND NAME <BLOCK
    notes_block() {
      if [[ ! -f /dev/fd/1 && ! -f /dev/fd/2 ]]; then
        notes_hand_on "$@"
        return
      fi
      # Two programs cannot write at one place of a file.
      notes_hand_on "$@" 2>&1 | cat
      return "${PIPESTATUS[0]}"
    }
    notes_hand_on() {
      notes_session "$notes_sessions/$1" "$2" "$3" "/proc/$BASHPID/fd/1" "/proc/$BASHPID/fd/2"
    }

    # Ends what was kept open, and leaves the status as it was.
    notes_end_sessions() {
      local status=$? folder
      for folder in "$notes_sessions"/*/; do notes_session "$folder" '' --end '' '' </dev/null; done
      rm -rf -- "$notes_sessions"
      return "$status"
    }
    trap notes_end_sessions EXIT
    """

  /// Shell text that hands a block on, after ``setup``.
  static func call(_ block: String, _ runner: LanguageRunner, of step: Step) -> String {
    let words = ["notes_block", runner.folderName, runner.command.shellQuoted, step.id.shellQuoted]
    return LanguageRunner.hereDocument(words.joined(separator: " "), block)
  }

  /// The function that hands on a block, which is its standard input; the status is the block's.
  public static let function = #"""
    # Runs a block in a Python that is kept open: notes_session FOLDER COMMAND NAME OUT ERR [INPUT] <BLOCK
    notes_session() (
      folder=$1 command=$2 pid='' word='' status=''
      finish() {
        read -r pid <"$folder/pid" && kill -KILL -- "-$pid"
        rm -rf -- "$folder"
      } 2>/dev/null
      set +eu
      if [[ $3 == --end ]]; then
        finish
        exit 0
      fi
      block=$(cat; echo .)
      if [[ -e $folder/busy ]] || ! kill -0 "$(cat "$folder/pid")"; then
        finish
      fi 2>/dev/null
      if [[ ! -p $folder/answer ]]; then
        (umask 077 && mkdir -p -- "$folder") && mkfifo -- "$folder/request" "$folder/answer" || exit
        : >"$folder/busy"
        env -0 >"$folder/environment" || exit
        # A session's program is none of the jobs that `wait` waits for.
        (
          trap '' HUP INT QUIT
          (
            trap - HUP INT QUIT
            bash -pc "$command \"\$1\" \"\$2\"" bash "$notes_driver" "$folder"
          ) </dev/null >"$folder/start" 2>&1 3>&- 4>&-
          printf 'gone %s\n' "$?" 1<>"$folder/answer"
        ) </dev/null >/dev/null 2>&1 &
      fi
      exec 3<>"$folder/request" 4<>"$folder/answer"
      if [[ ! -e $folder/pid ]]; then
        read -r word status <&4
        if [[ $word != ready ]]; then
          cat "$folder/start" >&2
          echo "'$command' ended before it took a block" >&2
          rm -rf -- "$folder"
          if [[ $status == 0 ]]; then status=1; fi
          exit "$status"
        fi
        printf '%s\n' "$status" >"$folder/pid"
      fi
      : >"$folder/busy"
      read -r pid <"$folder/pid"
      trap 'kill -INT -- "-$pid"' INT
      trap 'finish; exit 143' TERM
      env -0 >"$folder/environment"
      printf '%s' "${block%.}" >"$folder/block"
      printf '%s\0' "$3" "$PWD" "$4" "$5" "${6:-/dev/null}" >"$folder/next"
      echo >&3
      until read -r word status <&4; do :; done
      if [[ $word == gone ]]; then
        if [[ $status -gt 128 ]]; then
          echo "'$command' was ended by signal $((status - 128))" >&2
        fi
        finish
      else
        rm -f -- "$folder/busy"
      fi
      exit "$status"
    )
    """#
}
