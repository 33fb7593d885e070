#!/usr/bin/env bash
# Kills runs over many notices at random moments, goes on with --resume, and compares what comes out with a run that
# nobody disturbed: one file, an output tree, and the manifest.
# usage: kill_and_resume.sh PLANPARSE SAMPLES ROUNDS [SEED]
set -u
planparse=$(realpath "$1")
samples=$(realpath "$2")
rounds=$3
RANDOM=${4:-$$}
echo "seed ${4:-$$}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2

mkdir -p in/a in/b/c
for copy in 1 2 3 4 5; do
  for notice in "$samples"/*.txt; do
    name=$(basename "$notice" .txt)
    cp "$notice" "in/a/$name-$copy.txt"
    { cat "$notice" && echo "第$copy份"; } >"in/b/c/$name-$copy.txt"
  done
done
printf '\0\1\2\377' >in/b/broken.bin
notices=$(find in -type f | wc -l)

common=(in --quiet --manifest manifest.ndjson)
mode_options() { if [ "$1" = tree ]; then echo --out-dir out; else echo -o out.ndjson; fi; }
# The same by all names and bytes.
state() { find out out.ndjson manifest.ndjson .??* -type f -print0 2>/dev/null | sort -z | xargs -0 -r sha256sum; }

began=$(date +%s%N)
for mode in file tree; do
  # shellcheck disable=SC2046
  "$planparse" "${common[@]}" $(mode_options $mode) 2>/dev/null
  state >"expected.$mode"
  rm -rf out out.ndjson manifest.ndjson
done
whole=$((($(date +%s%N) - began) / 2000))  # microseconds of one run

killed=0 kept=0 failed=0
for ((round = 0; round < rounds; ++round)); do
  mode=file
  [ $((round % 2)) = 1 ] && mode=tree
  read -ra output <<<"$(mode_options $mode)"
  resume=()
  for ((stop = 0; stop <= round % 3; ++stop)); do  # up to three kills in one run
    "$planparse" "${common[@]}" "${output[@]}" -j $((1 + RANDOM % 3)) "${resume[@]}" 2>/dev/null &
    sleep "$(printf '0.%06d' $(((RANDOM * 32768 + RANDOM) % (whole > 900000 ? 900000 : whole))))"
    kill -9 $! 2>/dev/null && killed=$((killed + 1))
    wait $! 2>/dev/null
    resume=(--resume)
  done
  journal=$(cat .out.ndjson.part.journal out/.planparse-* 2>/dev/null | wc -l)
  [ "$journal" -gt 1 ] && kept=$((kept + 1))
  "$planparse" "${common[@]}" "${output[@]}" -j 2 --resume 2>/dev/null
  status=$?
  state >actual
  if [ $status != 3 ] || ! diff -u "expected.$mode" actual; then
    echo "round $round ($mode): status $status, $journal lines in the journal"
    failed=$((failed + 1))
  fi
  rm -rf out out.ndjson manifest.ndjson .out.ndjson.*
done
echo "$rounds rounds over $notices notices: $killed kills, $kept runs went on behind finished notices, $failed differ"
[ "$failed" = 0 ] && [ "$kept" -gt 0 ]
