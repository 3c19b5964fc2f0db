#!/usr/bin/env bash
# Week 1: Why operations, and a machine to work on
#
# Written by `notes sync` from content/week1.md: edit the notes, not this file.
# checksum: 6f0ce8e95488b59d
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
step_add_the_folder_to_your_path() {
  add_once ~/.bashrc <<'LINES'
export PATH="${HOME}/soft:${PATH}"
LINES
  source ~/.bashrc
}

# Use Docker without sudo (optional)
step_use_docker_without_sudo() {
  sudo groupadd --force docker
  sudo usermod -aG docker $USER
}

# 5 Run Docker
step_run_docker() {
  docker run hello-world
}

# Number, function and whether it is optional.
steps=(
  '1 step_download_anaconda'
  '2 step_update_the_list_of_packages'
  '3 step_install_docker'
  '4.1 step_make_the_folder_and_go_into_it'
  '4.2 step_download_compose'
  '4.3 step_allow_it_to_be_executed'
  '4.4 step_add_the_folder_to_your_path'
  '- step_use_docker_without_sudo optional'
  '5 step_run_docker'
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
