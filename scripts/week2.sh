#!/usr/bin/env bash
# Week 2: The shell and files
#
# Written by `notes sync` from content/week2.md: edit the notes, not this file.
# checksum: 388c1d22c76309b9
# The commands stand as the notes have them, so their quoting and paths are not judged here.
# shellcheck disable=SC1090,SC1091,SC2086,SC2164
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

# Number, name, function and whether it is optional.
notes_steps=(
  '1 make-a-folder-to-work-in step_make_a_folder_to_work_in always'
  '2 write-a-data-file step_write_a_data_file always'
  '3 look-before-you-compute step_look_before_you_compute always'
  '4 pick-columns-and-lines step_pick_columns_and_lines always'
  '5 count-and-sort step_count_and_sort always'
  '6 keep-output-and-errors-apart step_keep_output_and_errors_apart always'
  '7 clean-the-data step_clean_the_data always'
  '8 summarise-with-awk step_summarise_with_awk always'
  '9 name-things-with-variables step_name_things_with_variables always'
  '10 repeat-with-a-loop step_repeat_with_a_loop always'
  '11 write-a-script step_write_a_script always'
  '12 make-it-executable-and-run-it step_make_it_executable_and_run_it always'
  '13 find-things step_find_things always'
  '14 compress-a-file step_compress_a_file always'
  '15 pack-a-folder step_pack_a_folder always'
  '16 unpack-and-verify step_unpack_and_verify always'
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
