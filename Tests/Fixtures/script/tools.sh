#!/usr/bin/env bash
# Tools
#
# Written by `notes sync` from content/tools.md: edit the notes, not this file.
# checksum: c36a9825af90c23a
# The commands stand as the notes have them, so their quoting and paths are not judged here.
# shellcheck disable=SC1090,SC1091,SC2086,SC2164
set -euo pipefail

# Adds lines to a file unless they stand in it already.
notes_add_once() {
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
  notes_add_once ~/.profile <<'LINES'
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

# Number, name, function and whether it is optional.
notes_steps=(
  '1 make-a-folder step_make_a_folder always'
  '2 set-the-path step_set_the_path always'
  '- list step_list optional'
)

notes_usage() {
  echo "usage: $0 [--list] [--optional] [--from STEP] [STEP]" >&2
  exit 2
}

# Tells the functions to run, one a line; STEP is a number, a name or a function.
notes_select() {
  local from='' only='' optional=no step number name function kind is_found=no
  while (($#)); do
    case $1 in
      --optional) optional=yes ;;
      --from)
        if [[ $# -lt 2 ]]; then notes_usage; fi
        from=$2
        shift
        ;;
      -*) notes_usage ;;
      *) only=$1 ;;
    esac
    shift
  done
  for step in "${notes_steps[@]}"; do
    read -r number name function kind <<<"$step"
    case $from in "$number" | "$name" | "$function") from='' ;; esac
    if [[ -n $from ]]; then continue; fi
    if [[ -z $only && $kind == optional && $optional == no ]]; then continue; fi
    case ${only:-$name} in
      "$number" | "$name" | "$function")
        is_found=yes
        echo "$function"
        ;;
    esac
  done
  if [[ $is_found == no && -n $only$from ]]; then
    echo "$0: no step '${only:-$from}'; --list shows them" >&2
    exit 2
  fi
}

if [[ ${1:-} == --list ]]; then
  printf '%s\n' "${notes_steps[@]}"
  exit
fi
notes_selected=$(notes_select "$@")
for notes_function in $notes_selected; do
  echo "==> $notes_function" >&2
  "$notes_function"
done
