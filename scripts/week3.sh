#!/usr/bin/env bash
# Week 3: Git and a Python environment
#
# Written by `notes sync` from content/week3.md: edit the notes, not this file.
# checksum: b470b228633cb850
# The commands stand as the notes have them, so their quoting and paths are not judged here.
# shellcheck disable=SC1090,SC1091,SC2086,SC2164
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

# Number, name, function and whether it is optional.
notes_steps=(
  '1 start-an-empty-repository step_start_an_empty_repository always'
  '2 say-who-you-are step_say_who_you_are always'
  '3 add-the-data step_add_the_data always'
  '4 keep-generated-files-out step_keep_generated_files_out always'
  '5 make-the-first-commit step_make_the_first_commit always'
  '6 create-an-environment step_create_an_environment always'
  '7 open-a-branch step_open_a_branch always'
  '8 write-the-model step_write_the_model always'
  '9 train-it step_train_it always'
  '10 predict-with-it step_predict_with_it always'
  '11 test-it step_test_it always'
  '12 commit-on-the-branch step_commit_on_the_branch always'
  '13 merge-into-main step_merge_into_main always'
  '14 rebuild-it-from-history step_rebuild_it_from_history always'
  '15 leave-the-environment step_leave_the_environment always'
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
