#!/usr/bin/env bash
# Week 2: The shell and files
#
# Written by `notes sync` from content/week2.md: change a step here or there, and it carries the change over.
# `scripts/week2.sh --help` says how to run one step, or all from one on.
# checksum: c2a2c84be842bfc5
set -euo pipefail

# 1 Make a folder to work in
step_make_a_folder_to_work_in() {
  mkdir -p ~/mlops/week2/raw ~/mlops/week2/clean
  cd ~/mlops/week2
}

# 2 Write a data file
step_write_a_data_file() {
  cat > raw/rides.csv <<'EOF'
ride,station,kilometres,minutes
1,harbour,2.1,9
2,market,3.4,15
3,harbour,1.2,6
4,museum,4.8,21
5,market,2.6,11
6,harbour,5.0,22
7,Market,1.9,8
8,museum,3.1,
9,harbour,2.8,12
9,harbour,2.8,12
10,market,4.1,18
11,museum,0.9,4
12,harbour,3.7,16
13,market,1.5,7
EOF
}

# 3 Look before you compute
step_look_before_you_compute() {
  head -n 3 raw/rides.csv
  tail -n 2 raw/rides.csv
  wc -l raw/rides.csv
}

# 4 Pick columns and lines
step_pick_columns_and_lines() {
  cut -d, -f2,4 raw/rides.csv | head -n 4
  grep museum raw/rides.csv
  grep -c ',$' raw/rides.csv
}

# 5 Count and sort
step_count_and_sort() {
  tail -n +2 raw/rides.csv | cut -d, -f2 | sort | uniq -c | sort -rn
}

# 6 Keep output and errors apart
step_keep_output_and_errors_apart() {
  ls raw/rides.csv nowhere.csv > listing.txt 2> errors.txt || echo "ls ended with status $?"
  cat listing.txt
  cat errors.txt
}

# 7 Clean the data
step_clean_the_data() {
  head -n 1 raw/rides.csv > clean/rides.csv
  tail -n +2 raw/rides.csv | grep -v ',$' | sed 's/,Market,/,market,/' | sort -t, -k1,1n -u >> clean/rides.csv
  wc -l raw/rides.csv clean/rides.csv
}

# 8 Summarise with awk
step_summarise_with_awk() {
  awk -F, 'NR > 1 { total[$2] += $4; rides[$2]++ }
  END { for (s in total) printf "%s,%.1f\n", s, total[s] / rides[s] }' clean/rides.csv | sort | tee average-minutes.csv
}

# 9 Name things with variables
step_name_things_with_variables() {
  data=clean/rides.csv
  count=$(tail -n +2 "$data" | wc -l)
  echo "$data holds $count rides"
}

# 10 Repeat with a loop
step_repeat_with_a_loop() {
  mkdir -p stations
  for station in harbour market museum; do
    head -n 1 "$data" > "stations/$station.csv"
    grep ",$station," "$data" >> "stations/$station.csv"
  done
  wc -l stations/*.csv
}

# 11 Write a script
step_write_a_script() {
  mkdir -p bin
  cat > bin/report.sh <<'EOF'
#!/usr/bin/env bash
# Print the number of rides for each station of a CSV file.
set -euo pipefail

tail -n +2 "$1" | cut -d, -f2 | sort | uniq -c
EOF
}

# 12 Make it executable and run it
step_make_it_executable_and_run_it() {
  chmod u=rwx,go=rx bin/report.sh
  stat -c '%A %n' bin/report.sh
  bin/report.sh clean/rides.csv
}

# 13 Find things
step_find_things() {
  find raw clean stations -name '*.csv' | sort
  find bin -type f -perm -u=x
  grep -rl museum raw clean stations | sort
}

# 14 Compress a file
step_compress_a_file() {
  gzip -c raw/rides.csv > rides.csv.gz
  zcat rides.csv.gz | wc -l
}

# 15 Pack a folder
step_pack_a_folder() {
  sha256sum raw/rides.csv clean/rides.csv > checksums.txt
  tar -czf week2.tar.gz raw clean stations bin
  tar -tzf week2.tar.gz | sort
}

# 16 Unpack and verify
step_unpack_and_verify() {
  mkdir -p restored
  tar -xzf week2.tar.gz -C restored
  (cd restored && sha256sum -c ../checksums.txt)
}

# What follows runs the steps; it holds nothing of the notes but their names.

# Number, name and function of each step, and what may keep it from being run.
notes_steps=(
  '1 make-a-folder-to-work-in step_make_a_folder_to_work_in'
  '2 write-a-data-file step_write_a_data_file'
  '3 look-before-you-compute step_look_before_you_compute'
  '4 pick-columns-and-lines step_pick_columns_and_lines'
  '5 count-and-sort step_count_and_sort'
  '6 keep-output-and-errors-apart step_keep_output_and_errors_apart'
  '7 clean-the-data step_clean_the_data'
  '8 summarise-with-awk step_summarise_with_awk'
  '9 name-things-with-variables step_name_things_with_variables'
  '10 repeat-with-a-loop step_repeat_with_a_loop'
  '11 write-a-script step_write_a_script'
  '12 make-it-executable-and-run-it step_make_it_executable_and_run_it'
  '13 find-things step_find_things'
  '14 compress-a-file step_compress_a_file'
  '15 pack-a-folder step_pack_a_folder'
  '16 unpack-and-verify step_unpack_and_verify'
)

# What a step finds that is run without those before it, as far as the notes tell.
notes_before() {
  case $1 in
    step_write_a_data_file | \
      step_look_before_you_compute | \
      step_pick_columns_and_lines | \
      step_count_and_sort | \
      step_keep_output_and_errors_apart | \
      step_clean_the_data | \
      step_summarise_with_awk | \
      step_name_things_with_variables)
      notes_enter ~/mlops/week2
      ;;
    step_repeat_with_a_loop)
      notes_enter ~/mlops/week2
      data=clean/rides.csv
      ;;
    step_write_a_script | \
      step_make_it_executable_and_run_it | \
      step_find_things | \
      step_compress_a_file | \
      step_pack_a_folder | \
      step_unpack_and_verify)
      notes_enter ~/mlops/week2
      ;;
    *) ;;
  esac
}

notes_help() {
  cat <<'HELP'
usage: scripts/week2.sh [--optional] [--from STEP | STEP...]
Runs the steps of content/week2.md in order, in one shell, from the home folder on, and
stops at the first command that fails.

  STEP           a step by its number or name; more than one may be given
  --from STEP    begin with this step
  --optional     run the optional steps too
  --list         list the steps
  --help         show this

A step that is named, or that --from begins with, finds the folder and the variables
that the steps before it would have left, as far as the notes tell without running
them; what they do not tell is said. A step with words to fill in needs them as
variables: NAME=value scripts/week2.sh. Steps that delete what the notes did not
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
