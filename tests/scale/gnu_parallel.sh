#!/usr/bin/env bash
# Runs the lines that docs/scale.md has for GNU parallel, as they stand there.
# usage: gnu_parallel.sh TOOL_DIR[:TOOL_DIR…] SOURCE_DIR
set -eu
export PATH="$1:$PATH" LC_ALL=C.UTF-8
source=$(realpath "$2")
command -v parallel >/dev/null || { echo "skipped: parallel is missing" && exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work PARALLEL_HOME=$work/.parallel
cd "$work"
bash "$source/tests/docs/prepare.sh" "$source"
awk '/^```sh.*gnu_parallel/ {inside = 1; next} /^```/ {inside = 0} inside' "$source/docs/scale.md" >lines
[ "$(grep -c parallel lines)" -ge 3 ] || { echo "FAILED: the lines are not found" && exit 1; }
bash -euo pipefail lines
planparse --quiet notices/ | cmp - merged.ndjson
planparse --quiet notices/ | cmp - tasks.ndjson
[ "$(jq -c '[.id, has("result")]' answers.ndjson | xargs)" = "[1,true] [2,true] [3,false]" ]
