#!/usr/bin/env bash
# Tools
#
# Written by `notes sync` from content/tools.md: edit the notes, not this file.
# checksum: a3642358e55a6c16
# The commands stand as the notes have them, so their quoting and paths are not judged here.
# shellcheck disable=SC1090,SC1091,SC2086,SC2164
set -euo pipefail

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

# 1 Make a folder
step_make_a_folder() {
  mkdir -p tools
  cd tools
}

# 2 Set the path
step_set_the_path() {
  notes_edit append ~/.profile <<'LINES'
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
