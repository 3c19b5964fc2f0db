/// A `sudo` for the sandbox, where everyone is root already and set-user-id programs have no power.
enum SudoScript {
  static let text = #"""
    #!/bin/bash
    # Understands the options of sudo that notes use: -u -g -E -H -i -s -n -k -v and NAME=value.
    user=root login='' shell='' settings=()
    while (($#)); do
      case $1 in
        -u | --user) user=${2:?} && shift ;;
        --user=*) user=${1#*=} ;;
        -g | -p | -C | -h | -D | -R | -T) shift ;;
        -i | --login) login=yes ;;
        -s | --shell) shell=yes ;;
        -k | -v | -K) [[ $# -eq 1 ]] && exit 0 ;;
        --) shift && break ;;
        --*) ;;
        # Several short options in one word: the last may take the next word, as in -iu postgres.
        -[A-Za-z]?*) set -- "${1:0:2}" "-${1:2}" "${@:2}" && continue ;;
        -*) ;;
        [A-Za-z_]*=*) settings+=("$1") ;;
        *) break ;;
      esac
      shift
    done
    if ! entry=$(getent passwd "${user#[#]}"); then
      echo "sudo: unknown user $user" >&2
      exit 1
    fi
    IFS=: read -r name _ id _ _ home _ <<<"$entry"
    # Of two users of one machine only root exists where no other can be mapped.
    as=()
    if [[ $id != 0 ]] && setpriv --reuid "$id" --clear-groups true 2>/dev/null; then
      as=(setpriv --reuid "$id" --regid "$(id -g "$name")" --init-groups)
    fi
    if [[ -n $login ]]; then cd "$home" 2>/dev/null || cd / || exit; fi
    if [[ $# -eq 0 || -n $login$shell ]]; then set -- /bin/bash ${1:+-c "$*"}; fi
    exec env HOME="$home" USER="$name" LOGNAME="$name" SUDO_USER="${USER:-root}" \
      "${settings[@]}" "${as[@]}" "$@"

    """#
}
