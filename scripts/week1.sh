#!/usr/bin/env bash
# Week 1: Why operations, and a machine to work on
#
# Written by `notes sync` from content/week1.md: change a step here or there, and it carries the change over.
# `scripts/week1.sh --help` says how to run one step, or all from one on.
# checksum: c892de53e012fd05
set -euo pipefail

# 1 Download Anaconda
step_download_anaconda() {
  wget https://repo.anaconda.com/archive/Anaconda3-2022.05-Linux-x86_64.sh
}

# 2 Update the list of packages
step_update_the_list_of_packages() {
  sudo apt update
}

# 3 Install Docker
step_install_docker() {
  sudo apt install docker.io
}

# 4.1 Make the folder and go into it
step_make_the_folder_and_go_into_it() {
  mkdir soft
  cd soft
}

# 4.2 Download Compose
step_download_compose() {
  wget https://github.com/docker/compose/releases/download/v2.5.0/docker-compose-linux-x86_64 -O docker-compose
}

# 4.3 Allow it to be executed
step_allow_it_to_be_executed() {
  chmod +x docker-compose
}

# 4.4 Add the folder to your path
# shellcheck disable=SC1090 # as the notes have it
step_add_the_folder_to_your_path() {
  notes_edit append ~/.bashrc <<'LINES'
export PATH="${HOME}/soft:${PATH}"
LINES
  source ~/.bashrc
}

# Use Docker without sudo (optional)
# shellcheck disable=SC2086 # as the notes have it
step_use_docker_without_sudo() {
  sudo groupadd --force docker
  sudo usermod -aG docker $USER
}

# 5 Run Docker
step_run_docker() {
  docker run hello-world
}

# What follows runs the steps; it holds nothing of the notes but their names.

# Number, name and function of each step, and what may keep it from being run.
notes_steps=(
  '1 download-anaconda step_download_anaconda'
  '2 update-the-list-of-packages step_update_the_list_of_packages'
  '3 install-docker step_install_docker'
  '4.1 make-the-folder-and-go-into-it step_make_the_folder_and_go_into_it'
  '4.2 download-compose step_download_compose'
  '4.3 allow-it-to-be-executed step_allow_it_to_be_executed'
  '4.4 add-the-folder-to-your-path step_add_the_folder_to_your_path'
  '- use-docker-without-sudo step_use_docker_without_sudo optional'
  '5 run-docker step_run_docker'
)

# What a step finds that is run without those before it, as far as the notes tell.
notes_before() {
  case $1 in
    step_download_compose | \
      step_allow_it_to_be_executed | \
      step_add_the_folder_to_your_path | \
      step_use_docker_without_sudo | \
      step_run_docker)
      notes_enter ~/soft
      ;;
    *) ;;
  esac
}

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

notes_help() {
  cat <<'HELP'
usage: scripts/week1.sh [--optional] [--from STEP | STEP...]
Runs the steps of content/week1.md in order, in one shell, from the home folder on, and
stops at the first command that fails.

  STEP           a step by its number or name; more than one may be given
  --from STEP    begin with this step
  --optional     run the optional steps too
  --list         list the steps
  --help         show this

A step that is named, or that --from begins with, finds the folder and the variables
that the steps before it would have left, as far as the notes tell without running
them; what they do not tell is said. A step with words to fill in needs them as
variables: NAME=value scripts/week1.sh. Steps that delete what the notes did not
make, and optional ones, are run where they are named.
HELP
}

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
