#!/usr/bin/env bash
# Four times the text takes about four times the processor time, for texts of the shapes that notices have.
# usage: linear_time.sh PLANPARSE SAMPLES
set -euo pipefail
planparse=$(realpath "$1") samples=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

repeat() { # repeat FILE TIMES: the text so often
  local i
  for ((i = 0; i < $2; ++i)); do cat "$1"; done
}
TIMEFORMAT=%U
seconds() { # the least processor time of three runs, in milliseconds
  local best=999999 now i
  for i in 1 2 3; do
    now=$({ time "$planparse" --quiet --time-limit 0 "$1" -o out.json >/dev/null; } 2>&1)
    now=$((10#${now/./}))
    [ "$now" -ge "$best" ] || best=$now
  done
  echo "$best"
}

failed=0
for sample in county-plan-annexes city-work-points slot-lines hard-wrapped; do
  file=$samples/$sample.txt
  times=$((200000 / $(stat -c %s "$file") + 1))
  repeat "$file" "$times" >small.txt
  repeat "$file" $((times * 4)) >large.txt
  small=$(seconds small.txt)
  large=$(seconds large.txt)
  echo "$sample: $(stat -c %s small.txt) bytes in $small ms, $(stat -c %s large.txt) in $large ms"
  # Quadratic would be 16 times; what a machine does beside is allowed for.
  [ "$large" -le $((small * 8 + 50)) ] || { echo "FAILED: $sample grows faster than its text" && failed=1; }
done
exit $failed
