import Testing

/// Commands of one session, and what each gives.
struct SessionCase: CustomTestStringConvertible, Sendable {
  var id: String
  /// Run one after the other in one session.
  var commands: [String]
  /// What each gives: its status, then what it printed, with ⏎ for line feeds.
  var expected: [String]
  var testDescription: String { id }

  static let all = ordinary + damage + strange

  private static let ordinary = [
    SessionCase(id: "output and status", commands: ["echo a; false"], expected: ["1 a⏎"]),
    SessionCase(
      id: "no line feed at the end", commands: ["printf a", "echo b"], expected: ["0 a", "0 b⏎"]),
    SessionCase(
      id: "both streams", commands: ["echo a >&2; sleep 0.2; echo b"], expected: ["0 a⏎b⏎"]),
    SessionCase(id: "NUL bytes", commands: [#"printf 'a\0b'"#], expected: ["0 a\0b"]),
    SessionCase(
      id: "folder", commands: ["mkdir -p x; cd x", "basename \"$PWD\""], expected: ["0 ", "0 x⏎"]),
    SessionCase(
      id: "variables", commands: ["A='1 2'", "export B=3", "echo \"$A\" $(printenv B)"],
      expected: ["0 ", "0 ", "0 1 2⏎"].dropLast() + ["0 1 2 3⏎"]),
    SessionCase(
      id: "functions and aliases", commands: ["f() { echo f; }; alias a='echo a'", "f; a"],
      expected: ["0 ", "0 f⏎a⏎"]),
    SessionCase(
      id: "options", commands: ["set -o pipefail", "false | true"], expected: ["0 ", "1 "]),
    SessionCase(
      id: "arrays", commands: ["a=(1 '2 3')", "echo ${#a[@]} \"${a[1]}\""],
      expected: ["0 ", "0 2 2 3⏎"]),
    SessionCase(
      id: "several lines", commands: ["for i in 1 2; do\n  echo $i\ndone"], expected: ["0 1⏎2⏎"]),
    SessionCase(id: "here-document", commands: ["cat <<'EOF'\n$a\nEOF"], expected: ["0 $a⏎"]),
    SessionCase(id: "interactive shell", commands: ["[[ $- == *i* ]]"], expected: ["0 "]),
    SessionCase(id: "name of the shell", commands: ["echo $0"], expected: ["0 bash⏎"]),
    SessionCase(
      id: "exit", commands: ["A=1", "exit 3", "echo [$A]"], expected: ["0 ", "ended 3 ", "0 [1]⏎"]),
    SessionCase(
      id: "exec", commands: ["A=1", "exec true", "echo [$A]"],
      expected: ["0 ", "ended 0 ", "0 [1]⏎"]),
    SessionCase(
      id: "kill -9 $$", commands: ["A=1", "kill -9 $$", "echo [$A]"],
      expected: ["0 ", "ended 137 ", "0 [1]⏎"]),
    SessionCase(
      id: "set -e", commands: ["A=1", "set -e; false", "echo [$A]"],
      expected: ["0 ", "ended 1 ", "0 [1]⏎"]),
    SessionCase(
      id: "state of every kind after exit",
      commands: [
        "f() { echo f; }; export E=2; mkdir -p y; cd y; alias l='echo l'; shopt -s nullglob",
        "exit 1",
        "f; printenv E; basename \"$PWD\"; l; shopt -q nullglob",
      ],
      expected: ["0 ", "ended 1 ", "0 f⏎2⏎y⏎l⏎"]),
    SessionCase(
      id: "options that functions need to be read",
      commands: [
        "shopt -s extglob", "f() { case $1 in @(a|b)) echo f;; esac; }; alias l='echo l'", "exit 1",
        "f a; l",
      ], expected: ["0 ", "0 ", "ended 1 ", "0 f⏎l⏎"]),
    SessionCase(
      id: "temporary files",
      commands: ["f=$(mktemp); echo a >\"$f\"", "exit 1", "cat \"$f\"; rm \"$f\""],
      expected: ["0 ", "ended 1 ", "0 a⏎"]),
    SessionCase(
      id: "unset variable under set -u", commands: ["set -u", "echo $nope", "echo a"],
      expected: ["0 ", "1 bash: nope: unbound variable⏎", "0 a⏎"]),
    SessionCase(
      id: "open quote", commands: ["echo 'a", "echo b"],
      expected: ["2 bash: line 1: unexpected EOF while looking for matching `''⏎", "0 b⏎"]),
    SessionCase(
      id: "syntax error", commands: ["if; then", "echo b"],
      expected: [
        "2 bash: line 1: syntax error near unexpected token `;'⏎bash: line 1: `if; then'⏎", "0 b⏎",
      ]),
    SessionCase(
      id: "reading standard input", commands: ["cat; read x; echo [$x]"], expected: ["0 []⏎"]),
    SessionCase(
      id: "closed descriptors",
      commands: ["exec 0<&- 3<&-; for i in {3..200}; do eval \"exec $i<&-\"; done", "echo a"],
      expected: ["0 bash: 12: Bad file descriptor⏎", "0 a⏎"]),
    SessionCase(
      id: "EXIT trap", commands: ["trap 'echo bye' EXIT", "exit 4", "echo a"],
      expected: ["0 ", "ended 4 bye⏎", "0 a⏎"]),
    SessionCase(id: "return", commands: ["return 5", "echo a"], expected: ["5 ", "0 a⏎"]),
    SessionCase(
      id: "printf as a function", commands: ["printf() { :; }", "echo a"], expected: ["0 ", "0 a⏎"]),
    SessionCase(
      id: "background job", commands: ["sleep 100 &", "jobs -r | wc -l"], expected: ["0 ", "0 1⏎"]),
    SessionCase(
      id: "not found", commands: ["no-such-command-here"],
      expected: ["127 bash: no-such-command-here: command not found⏎"]),
    SessionCase(
      id: "much output",
      commands: ["head -c 3000000 /dev/zero | tr '\\0' x | wc -c; seq 1 200000 | tail -1"],
      expected: ["0 3000000⏎200000⏎"]),
    SessionCase(id: "history expansion", commands: ["echo 'a!b' \"!x\""], expected: ["0 a!b !x⏎"]),
  ]
}

/// Commands that take from a session what it needs, or look as if they did.
extension SessionCase {
  private static let damage = [
    SessionCase(
      id: "double fork", commands: ["((sleep 100 &) &); echo a", "echo b"],
      expected: ["0 a⏎", "0 b⏎"]),
    SessionCase(
      id: "a pipe's standard input", commands: ["cat | wc -c; head -n 1; echo a", "echo b"],
      expected: ["0 0⏎a⏎", "0 b⏎"]),
    SessionCase(
      id: "closed standard input", commands: ["exec <&-", "echo a"], expected: ["0 ", "0 a⏎"]),
    SessionCase(
      id: "closed standard output", commands: ["exec >&-", "echo a"], expected: ["0 ", "0 a⏎"]),
    SessionCase(
      id: "stty", commands: ["stty raw 2>/dev/null", "echo a"], expected: ["1 ", "0 a⏎"]),
    SessionCase(
      id: "ERR trap", commands: ["trap 'echo E' ERR", "false", "trap - ERR", "echo a"],
      expected: ["0 ", "1 E⏎", "0 ", "0 a⏎"]),
    SessionCase(
      id: "DEBUG trap", commands: ["trap 'echo D' DEBUG", "echo a", "trap - DEBUG", "echo b"],
      expected: ["0 ", "0 a⏎", "0 ", "0 b⏎"]),
    SessionCase(
      id: "INT trap", commands: ["trap 'echo i' INT; kill -INT $$", "echo a"],
      expected: ["0 i⏎", "0 a⏎"]),
    SessionCase(
      id: "set -x", commands: ["set -x", "{ echo a; } 2>/dev/null", "set +x", "echo b"],
      expected: ["0 ", "0 a⏎", "0 ++ set +x⏎", "0 b⏎"]),
    SessionCase(
      id: "PS4", commands: ["PS4='-T '; set -x", ":", "set +x"],
      expected: ["0 ", "0 --T :⏎", "0 --T set +x⏎"]),
    SessionCase(
      id: "set -v", commands: ["set -v", "true", "set +v", "echo b"],
      expected: ["0 ", "0 true⏎", "0 set +v⏎", "0 b⏎"]),
    SessionCase(
      id: "deleted folder",
      commands: ["mkdir z && cd z && rmdir ../z", "echo a", "exit 1", "echo b"],
      expected: ["0 ", "0 a⏎", "ended 1 ", "0 b⏎"]),
    SessionCase(
      id: "functions named as programs",
      commands: [
        "ls() { echo mine; }; cat() { :; }; sleep() { :; }; mv() { :; }", "ls", "exit 2", "ls",
      ], expected: ["0 ", "0 mine⏎", "ended 2 ", "0 mine⏎"]),
    SessionCase(
      id: "functions named as builtins",
      commands: [
        "cd() { :; }; trap() { :; }; set() { :; }; declare() { :; }; unset() { :; }", "echo a",
        "exit 1", "echo b",
      ], expected: ["0 ", "0 a⏎", "ended 1 ", "0 b⏎"]),
    SessionCase(
      id: "aliases named as builtins",
      commands: ["alias printf='echo x' cd=: .=false builtin=false", "echo a", "exit 1", "echo b"],
      expected: ["0 ", "0 a⏎", "ended 1 ", "0 b⏎"]),
    SessionCase(
      id: "unset PATH", commands: ["unset PATH", "ls", "PATH=/usr/bin:/bin", "true | cat"],
      expected: ["0 ", "127 bash: ls: No such file or directory⏎", "0 ", "0 "]),
    SessionCase(
      id: "kill 0", commands: ["A=1", "kill 0", "echo [$A]"], expected: ["0 ", "0 ", "0 [1]⏎"]),
    SessionCase(
      id: "kill $PPID", commands: ["A=1", "kill $PPID", "exit 2", "echo [$A]"],
      expected: ["0 ", "0 ", "ended 2 ", "0 [1]⏎"]),
    SessionCase(
      id: "exit 0", commands: ["A=1", "B=1; exit 0", "echo [$A$B]"],
      expected: ["0 ", "ended 0 ", "0 [1]⏎"]),
    SessionCase(
      id: "exit in a subshell", commands: ["(exit 3); echo $?", "echo a"],
      expected: ["0 3⏎", "0 a⏎"]),
    SessionCase(
      id: "open here-document", commands: ["cat <<EOF >/dev/null\na", "echo b"],
      expected: [
        "0 bash: warning: here-document at line 1 delimited by end-of-file (wanted `EOF')⏎",
        "0 b⏎",
      ]),
    SessionCase(
      id: "open quote after a pipe", commands: ["true | echo 'a", "echo b"],
      expected: ["2 bash: line 2: unexpected EOF while looking for matching `''⏎", "0 b⏎"]),
    SessionCase(
      id: "open brace", commands: ["{ echo a", "echo b"],
      expected: ["2 bash: line 2: syntax error: unexpected end of file⏎", "0 b⏎"]),
    SessionCase(
      id: "too few open files", commands: ["ulimit -n 20", "ulimit -n", "exit 1", "echo a"],
      expected: ["0 ", "0 20⏎", "ended 1 ", "0 a⏎"]),
    SessionCase(
      id: "no writing of files",
      commands: ["A=1", "ulimit -f 0; : | cat", "echo a", "exit 1", "echo [$A]"],
      expected: ["0 ", "0 ", "0 a⏎", "ended 1 ", "0 [1]⏎"]),
  ]

  private static let strange = [
    SessionCase(
      id: "read-only variable", commands: ["readonly R=1", "R=2; echo no", "exit 1", "echo $R"],
      expected: ["0 ", "1 bash: R: readonly variable⏎", "ended 1 ", "0 1⏎"]),
    SessionCase(
      id: "umask", commands: ["umask 027", "exit 1", "umask"],
      expected: ["0 ", "ended 1 ", "0 0027⏎"]),
    SessionCase(
      id: "big variable", commands: ["v=$(seq 1 200000); echo ${#v}", "exit 1", "echo ${#v}"],
      expected: ["0 1288894⏎", "ended 1 ", "0 1288894⏎"]),
    SessionCase(
      id: "environment too big",
      commands: [
        "export v=$(head -c 200000 /dev/zero | tr '\\0' x)", "ls 2>/dev/null", "unset v",
        "true | cat",
      ], expected: ["0 ", "126 ", "0 ", "0 "]),
    SessionCase(
      id: "process substitution",
      commands: ["cat <(echo a) <(echo b)", "echo c > >(cat); wait $!"],
      expected: ["0 a⏎b⏎", "0 c⏎"]),
    SessionCase(
      id: "coprocess",
      commands: [
        "coproc cat; echo a >&${COPROC[1]}; read -r x <&${COPROC[0]}; echo $x",
        "kill $COPROC_PID; echo b",
      ], expected: ["0 a⏎", "0 b⏎"]),
    SessionCase(
      id: "wait", commands: ["(exit 3) & wait $! 2>/dev/null; echo $?"], expected: ["0 3⏎"]),
    SessionCase(
      id: "disown", commands: ["sleep 100 & disown; echo a", "jobs | wc -l"],
      expected: ["0 a⏎", "0 0⏎"]),
    SessionCase(
      id: "sourced script", commands: ["echo 'cd /; X=5' >s; . ./s; echo $X", "pwd"],
      expected: ["0 5⏎", "0 /⏎"]),
    SessionCase(
      id: "status of the command before", commands: ["(exit 7)", "echo $?"],
      expected: ["7 ", "0 7⏎"]),
    SessionCase(
      id: "statuses of a pipeline", commands: ["false | true", "echo ${PIPESTATUS[@]}", "echo $?"],
      expected: ["0 ", "0 1 0⏎", "0 0⏎"]),
    SessionCase(
      id: "pipeline that fails", commands: ["true | (exit 4)", "echo $? ${PIPESTATUS[@]}"],
      expected: ["4 ", "0 4 0 4⏎"]),
    SessionCase(
      id: "pipeline under set -e", commands: ["A=1", "set -e; true | false", "echo [$A]"],
      expected: ["0 ", "ended 1 ", "0 [1]⏎"]),
    SessionCase(
      id: "bytes that are no text", commands: [#"printf '\303\251\377\n'"#],
      expected: ["0 é\u{FFFD}⏎"]),
    SessionCase(
      id: "progress bar", commands: [#"printf '10%%\r50%%\r100%%\n'"#],
      expected: ["0 10%\r50%\r100%⏎"]),
    SessionCase(id: "nothing", commands: [":", "# a", ""], expected: ["0 ", "0 ", "0 "]),
    SessionCase(id: "errors alone", commands: ["echo a >&2"], expected: ["0 a⏎"]),
    SessionCase(
      id: "quotes of all kinds", commands: [#"echo "a'b" 'c"d' e\'f \\ `echo g`"#],
      expected: [#"0 a'b c"d e'f \ g⏎"#]),
  ]
}
