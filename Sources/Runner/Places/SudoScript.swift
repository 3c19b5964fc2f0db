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
        -u?*) user=${1#-u} ;;
        -g | -p | -C | -h) shift ;;
        -i | --login) login=yes ;;
        -s | --shell) shell=yes ;;
        -k | -v | -K) [[ $# -eq 1 ]] && exit 0 ;;
        --) shift && break ;;
        -*) ;;
        [A-Za-z_]*=*) settings+=("$1") ;;
        *) break ;;
      esac
      shift
    done
    # Of two users of one machine only root exists where no other can be mapped.
    as=()
    if [[ $user != root && $user != "#0" ]] && setpriv --reuid "$user" --clear-groups true 2>/dev/null; then
      as=(setpriv --reuid "$user" --regid "$(id -g "$user")" --init-groups)
    fi
    home=$(getent passwd "$user" | cut -d: -f6)
    if [[ -n $login ]]; then cd "${home:-/}" || exit; fi
    if [[ $# -eq 0 || -n $login$shell ]]; then set -- /bin/bash ${1:+-c "$*"}; fi
    exec env USER="$user" LOGNAME="$user" SUDO_USER="${USER:-root}" "${settings[@]}" "${as[@]}" "$@"

    """#
}
