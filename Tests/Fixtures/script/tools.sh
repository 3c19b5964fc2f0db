#!/usr/bin/env bash
# Tools
#
# Written by `notes sync` from content/tools.md: edit the notes, not this file.
# checksum: b2e70bc420122ece
# The commands stand as the notes have them, so their quoting and paths are not judged here.
# shellcheck disable=SC1090,SC1091,SC2086,SC2164
set -euo pipefail

# Adds lines to a file unless they stand in it already.
add_once() {
  local lines
  lines=$(cat)
  if [[ -e $1 && $'\n'$(<"$1")$'\n' == *$'\n'"$lines"$'\n'* ]]; then return; fi
  if [[ -s $1 && -n $(tail -c 1 "$1") ]]; then echo >>"$1"; fi
  printf '%s\n' "$lines" >>"$1"
}

# 1 Make a folder
step_make_a_folder() {
  mkdir -p tools
  cd tools
}

# 2 Set the path
step_set_the_path() {
  add_once ~/.profile <<'LINES'
export TOOLS="$HOME/tools"
LINES
  source ~/.profile
}

# List (optional)
step_list() {
cat <<'EOF' >list
a
EOF
  cat list
}

# Look
# Not run: it has a placeholder to fill in.

# Number, function and whether it is optional.
steps=(
  '1 step_make_a_folder'
  '2 step_set_the_path'
  '- step_list optional'
)

usage() {
  echo "usage: $0 [--list] [--optional] [--from STEP] [STEP]" >&2
  exit 2
}

main() {
  local from='' only='' optional=no
  while (($#)); do
    case $1 in
      --list) printf '%s\n' "${steps[@]}" && return ;;
      --optional) optional=yes ;;
      --from)
        if [[ $# -lt 2 ]]; then usage; fi
        from=$2
        shift
        ;;
      -*) usage ;;
      *) only=$1 ;;
    esac
    shift
  done
  local step number name kind found=no
  for step in "${steps[@]}"; do
    read -r number name kind <<<"$step"
    if [[ $from == "$number" || $from == "$name" ]]; then from=''; fi
    if [[ -n $from || (-n $only && $only != "$number" && $only != "$name") ]]; then continue; fi
    if [[ $kind == optional && -z $only && $optional == no ]]; then continue; fi
    found=yes
    echo "==> $number $name" >&2
    "$name"
  done
  if [[ $found == no && ${#steps[@]} -gt 0 ]]; then
    echo "$0: no step '${only:-$from}'; --list shows them" >&2
    exit 2
  fi
}

main "$@"
