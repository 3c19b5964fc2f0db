import Course

/// What the supervisor is told: a bash in the same place as the session's shells, which starts them,
/// tells their end, and signals what a command has started. It reads its orders as its script.
///
/// It outlives the shells, so that what a command leaves running, or has laid over the files of the
/// place, is there for the commands after it. When its orders end, because this program has, it ends
/// all that the session has started.
enum SupervisorScript {
  /// Makes the orders understood.
  ///
  /// - Parameters:
  ///   - folder: the session's folder as the place sees it.
  ///   - mark: `NAME=value`, which everything that the session starts inherits.
  ///   - exports: more variables, `NAME='value'` each.
  ///   - isRemote: whether the folder is still to be made, and goes with the session.
  static func begin(folder: String, mark: String, exports: [String], isRemote: Bool) -> String {
    let exports = ([mark.shellQuoted] + exports).map { "export \($0)\n" }.joined()
    return """
      folder='\(folder)' mark='\(mark)' shell= helpers=
      \(isRemote ? remote : local)
      \(exports)\(functions)
      trap finish EXIT

      """
  }

  /// Answers go their own way, so that no output is taken for one.
  private static let local = #"""
    refresh() { :; }
    forget() { :; }
    # Open for both, a FIFO lets nobody wait for a reader who is gone.
    answer() { printf '%s\n' "$1" 1<>"$folder/ctl"; }
    """#

  /// One connection carries all: answers stand in both outputs, behind a word that nobody can guess.
  private static let remote = #"""
    umask 077
    mkdir -- "$folder" && mkdir -- "$folder/state" || exit 1
    mkfifo -- "$folder/out" "$folder/err" || exit 1
    cat <>"$folder/out" &
    helpers=$!
    cat <>"$folder/err" >&2 &
    helpers="$helpers $!"
    # A shell that ended has left its lines unread.
    refresh() { rm -f -- "$folder/cmd"; mkfifo -- "$folder/cmd"; exec 9<>"$folder/cmd"; }
    # As long as the two have it open, the connection does not end.
    forget() { rm -rf -- "$folder"; kill $helpers; }
    put() { printf '%s' "$2" >"$folder/$1"; }
    send() { put nonce "$1"$'\n'; printf '%s' "$2" >&9; }
    answer() {
      local nonce
      read -r nonce <"$folder/nonce"
      printf '%s %s\n' "$nonce" "$1" 1<>"$folder/out"
      printf '%s\n' "$nonce" 1<>"$folder/err"
    }
    """#

  private static let functions = #"""
    # A shell in a process group of its own: `kill 0` is no signal to those who watch over it.
    start() {
      refresh
      (
        trap : HUP INT QUIT TERM
        set -m
        # Interactive: Debian's `~/.bashrc` returns at once in any other, and notes are written for a
        # terminal. The script is a FIFO, which bash closes in its children.
        "$BASH" --norc --noprofile -i "$folder/cmd" </dev/null >/dev/null 9>&- &
        # Without it a shell that is stopped has not ended to `wait`. Its option `-f` would do as well,
        # but bash 5.2 then looks at what it knew of the process after it has freed that, and may ask
        # without end for one that is gone.
        set +m
        while
          wait "$!"
          status=$?
          kill -0 "$!"
        do sleep 0.1; done
        answer "ended $status"
      ) 2>/dev/null 9>&- &
      shell=$!
    }

    marked() {
      local entry
      while IFS= read -r -d '' entry; do
        if [[ $entry == "$mark" ]]; then return 0; fi
      done <"/proc/$1/environ"
      return 1
    } 2>/dev/null

    # Sets `victims` to what was started since clock tick $1, and `inner` to the shell. Processes of
    # earlier commands, and what those start, are left alone. Fields as proc(5) numbers them: 3 state,
    # 4 parent, 22 start; field 2 is a name in brackets that may hold anything.
    look() {
      local since=$1 file line pid first
      local -a parent=() begin=()
      victims=() inner=
      for file in /proc/[0-9]*/stat; do
        line=
        { IFS= read -r -d '' line <"$file"; } 2>/dev/null
        if [[ -z $line ]]; then continue; fi
        pid=${line%% *}
        set -- 1 2 ${line##*) }
        if [[ $3 == Z ]]; then continue; fi
        parent[pid]=$4 begin[pid]=${22}
        if [[ $4 == "$shell" ]]; then inner=$pid; fi
      done
      for pid in "${!parent[@]}"; do
        if [[ " $$ $shell $helpers $inner " == *" $pid "* ]]; then continue; fi
        first=$pid
        while ((first > 1 && ${begin[first]:-0} >= since)) && [[ $first != "$inner" ]]; do
          first=${parent[first]}
        done
        if [[ $first == "$pid" ]]; then continue; fi
        if [[ -n $inner && $first == "$inner" ]]; then
          victims+=("$pid")
        elif ((first > 1)) && marked "$first"; then
          continue
        # In a process space of its own all but itself is the session's.
        elif [[ $$ == 1 ]] || marked "$pid"; then
          victims+=("$pid")
        fi
      done
    }

    # Sends signal $1 to what was started in the last $2 hundredths of a second, and with a third word
    # to the shell; kills until nothing is left, since a process may start another before it is hit.
    stop() {
      local up turn
      read -r up _ </proc/uptime
      for turn in {1..100}; do
        look "$((10#${up/./} - 10#$2))"
        if [[ -n $3 && -n $inner ]]; then victims+=("$inner"); fi
        if [[ ${#victims[@]} -eq 0 ]]; then break; fi
        kill -s "$1" "${victims[@]}" 2>/dev/null
        if [[ $1 != KILL ]]; then break; fi
        sleep 0.01
      done
    }

    # Runs when the orders end too.
    finish() {
      if [[ $$ != 1 ]]; then
        read -r up _ </proc/uptime
        stop KILL "${up/./}" shell
      fi
      forget
    }
    """#
}
