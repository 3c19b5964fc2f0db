#!/usr/bin/env bash
# Week 3: Git and a Python environment
#
# Written by `notes sync` from content/week3.md: change a step here or there, and it carries the change over.
# `scripts/week3.sh --help` says how to run one step, or all from one on.
# checksum: 1789304cb3d34781
set -euo pipefail

# 1 Start an empty repository
step_start_an_empty_repository() {
  rm -rf ~/mlops/week3
  mkdir -p ~/mlops/week3
  cd ~/mlops/week3
  git init -q -b main
}

# 2 Say who you are
step_say_who_you_are() {
  git config user.name "Ada Example"
  git config user.email "ada@example.org"
  git config core.pager cat
}

# 3 Add the data
step_add_the_data() {
  cat > rides.csv <<'EOF'
ride,station,kilometres,minutes
1,harbour,2.1,9
2,market,3.4,15
3,harbour,1.2,6
4,museum,4.8,21
5,market,2.6,11
6,harbour,5.0,22
7,market,1.9,8
9,harbour,2.8,12
10,market,4.1,18
11,museum,0.9,4
12,harbour,3.7,16
13,market,1.5,7
EOF
}

# 4 Keep generated files out
step_keep_generated_files_out() {
  cat > .gitignore <<'EOF'
.venv/
__pycache__/
*.log
model.json
rebuilt/
EOF
}

# 5 Make the first commit
step_make_the_first_commit() {
  git status --short
  git add .gitignore rides.csv
  git status --short
  git commit -q -m "Add the rides"
  git status --short
}

# 6 Create an environment
# shellcheck disable=SC1091 # as the notes have it
step_create_an_environment() {
  python3 -m venv .venv
  source .venv/bin/activate
  python -c 'import sys; print(sys.prefix != sys.base_prefix)'
}

# 7 Open a branch
step_open_a_branch() {
  git switch -q -c straight-line
  git branch --show-current
}

# 8 Write the model
step_write_the_model() {
  cat > model.py <<'EOF'
"""A straight line through points, by least squares."""


def fit(xs, ys):
    """Return the slope and the intercept with the smallest squared error."""
    mean_x = sum(xs) / len(xs)
    mean_y = sum(ys) / len(ys)
    together = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys))
    alone = sum((x - mean_x) ** 2 for x in xs)
    slope = together / alone
    return slope, mean_y - slope * mean_x


def predict(line, x):
    """Return the line's value at x."""
    slope, intercept = line
    return slope * x + intercept
EOF
}

# 9 Train it
step_train_it() {
  cat > train.py <<'EOF'
"""Fit a line to rides.csv and write it to model.json."""
import csv
import json

from model import fit, predict

with open("rides.csv", newline="") as file:
    rides = [(float(r["kilometres"]), float(r["minutes"])) for r in csv.DictReader(file)]

seen, held_back = rides[:-3], rides[-3:]
line = fit([x for x, _ in seen], [y for _, y in seen])
error = sum(abs(predict(line, x) - y) for x, y in held_back) / len(held_back)

with open("model.json", "w") as file:
    json.dump({"slope": round(line[0], 4), "intercept": round(line[1], 4)}, file)
    file.write("\n")

print(f"trained on {len(seen)} rides, mean error on {len(held_back)} others: {error:.2f} minutes")
EOF
  python train.py
  cat model.json
}

# 10 Predict with it
step_predict_with_it() {
  cat > predict.py <<'EOF'
"""Usage: python predict.py KILOMETRES"""
import json
import sys

from model import predict

with open("model.json") as file:
    model = json.load(file)

kilometres = float(sys.argv[1])
minutes = predict((model["slope"], model["intercept"]), kilometres)
print(f"{kilometres:.1f} km take about {minutes:.0f} minutes")
EOF
  python predict.py 3.0
  python predict.py 4.5
}

# 11 Test it
step_test_it() {
  cat > test_model.py <<'EOF'
import unittest

from model import fit, predict


class LineTest(unittest.TestCase):
    def test_points_on_a_line_give_that_line(self):
        slope, intercept = fit([0, 1, 2, 3], [1, 3, 5, 7])
        self.assertAlmostEqual(slope, 2)
        self.assertAlmostEqual(intercept, 1)

    def test_prediction_is_slope_times_x_plus_intercept(self):
        self.assertAlmostEqual(predict((2, 1), 10), 21)
EOF
  python -m unittest 2> tests.log
  tail -n 1 tests.log
}

# 12 Commit on the branch
step_commit_on_the_branch() {
  git status --short
  git add model.py predict.py test_model.py train.py
  git commit -q -m "Predict the duration of a ride"
  git log --format=%s
}

# 13 Merge into main
step_merge_into_main() {
  git switch -q main
  git merge -q --no-ff -m "Merge the straight line" straight-line
  git branch -q -d straight-line
  git log --graph --format=%s
}

# 14 Rebuild it from history
step_rebuild_it_from_history() {
  git clone -q . rebuilt
  (cd rebuilt && python train.py)
  git diff --no-index model.json rebuilt/model.json && echo "the same model"
}

# 15 Leave the environment
step_leave_the_environment() {
  deactivate
  ls -1
}

# What follows runs the steps; it holds nothing of the notes but their names.

# Number, name and function of each step, and what may keep it from being run.
notes_steps=(
  '1 start-an-empty-repository step_start_an_empty_repository'
  '2 say-who-you-are step_say_who_you_are'
  '3 add-the-data step_add_the_data'
  '4 keep-generated-files-out step_keep_generated_files_out'
  '5 make-the-first-commit step_make_the_first_commit'
  '6 create-an-environment step_create_an_environment'
  '7 open-a-branch step_open_a_branch'
  '8 write-the-model step_write_the_model'
  '9 train-it step_train_it'
  '10 predict-with-it step_predict_with_it'
  '11 test-it step_test_it'
  '12 commit-on-the-branch step_commit_on_the_branch'
  '13 merge-into-main step_merge_into_main'
  '14 rebuild-it-from-history step_rebuild_it_from_history'
  '15 leave-the-environment step_leave_the_environment'
)

# What a step finds that is run without those before it, as far as the notes tell.
# shellcheck disable=SC1090,SC1091 # what is sourced is made by the steps
notes_before() {
  case $1 in
    step_say_who_you_are | \
      step_add_the_data | \
      step_keep_generated_files_out | \
      step_make_the_first_commit | \
      step_create_an_environment)
      notes_enter ~/mlops/week3
      ;;
    step_open_a_branch | \
      step_write_the_model | \
      step_train_it | \
      step_predict_with_it | \
      step_test_it | \
      step_commit_on_the_branch | \
      step_merge_into_main | \
      step_rebuild_it_from_history | \
      step_leave_the_environment)
      notes_enter ~/mlops/week3
      source ~/mlops/week3/.venv/bin/activate
      ;;
    *) ;;
  esac
}

notes_help() {
  cat <<'HELP'
usage: scripts/week3.sh [--optional] [--from STEP | STEP...]
Runs the steps of content/week3.md in order, in one shell, from the home folder on, and
stops at the first command that fails.

  STEP           a step by its number or name; more than one may be given
  --from STEP    begin with this step
  --optional     run the optional steps too
  --list         list the steps
  --help         show this

A step that is named, or that --from begins with, finds the folder and the variables
that the steps before it would have left, as far as the notes tell without running
them; what they do not tell is said. A step with words to fill in needs them as
variables: NAME=value scripts/week3.sh. Steps that delete what the notes did not
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
