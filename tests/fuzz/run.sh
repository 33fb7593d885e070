#!/usr/bin/env bash
# Runs fuzz targets from their corpus, as many at a time as there are processors, and says how often each ran.
#
# usage: run.sh [--build FOLDER] [--jobs N] [--keep FOLDER] [--merge FOLDER…] [SECONDS [TARGET…]]
#   SECONDS         for each target (default 60)
#   TARGET          decode, outline … (default: all)
#   --build FOLDER  of the build (default build/asan-ubsan)
#   --keep FOLDER   where what is reached newly and what is found stays (default: a scratch folder; findings are shown)
#   --merge FOLDER  run nothing; make the corpus anew, small, out of itself and FOLDER/TARGET
# A crash, a leak, an input that takes more than a second of processor time or 2 GB of memory is a finding: status 1.
# Inputs are at most as long as `length` says below, so that a second means that something is wrong.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$root/build/asan-ubsan jobs=$(nproc) keep='' more=()
while [ $# -gt 0 ]; do
  case $1 in
    --build) build=$2; shift 2 ;;
    --jobs) jobs=$2; shift 2 ;;
    --keep) keep=$2; shift 2 ;;
    --merge) more+=("$2"); shift 2 ;;
    -*) sed -n '2,12s/^# \{0,1\}//p' "$0"; exit 2 ;;
    *) break ;;
  esac
done
seconds=${1:-60}
[ $# -gt 0 ] && shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(decode outline mentions html office archive pdf lists tables settings notice)
if [ -z "$keep" ]; then
  keep=$(mktemp -d)
  trap 'rm -rf "$keep"' EXIT
fi
export LSAN_OPTIONS="suppressions=$root/tests/sanitizers/lsan.supp:print_suppressions=0${LSAN_OPTIONS:+:$LSAN_OPTIONS}"
export UBSAN_OPTIONS="print_stacktrace=1${UBSAN_OPTIONS:+:$UBSAN_OPTIONS}"

dictionary() {
  case $1 in
    html | pdf) echo "$1" ;;
    office | archive) echo office ;;
    lists | tables | settings) echo lists ;;
    *) echo notice ;;
  esac
}
length() {
  case $1 in
    decode) echo 512 ;;
    settings | tables) echo 1024 ;;
    pdf | lists) echo 6000 ;;
    *) echo 2048 ;;
  esac
}

run_target() {
  local target=$1 corpus=$here/corpus/$1 found=$keep/$1/found log=$keep/$1/log status=0
  mkdir -p "$keep/$target/corpus" "$found"
  # libFuzzer wants ASCII; the words are kept readable.
  perl -pe 's/([\x80-\xFF])/sprintf("\\x%02X", ord($1))/ge' "$here/$(dictionary "$target").dict" >"$keep/$target/dict"
  "$build/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -timeout=30 -rss_limit_mb=2048 -detect_leaks=1 \
    -max_len="$(length "$target")" -dict="$keep/$target/dict" -artifact_prefix="$found/" -verbosity=1 \
    -print_final_stats=1 "$keep/$target/corpus" "$corpus" >"$log" 2>&1 || status=$?
  local runs
  runs=$(grep -oP 'stat::number_of_executed_units: *\K\d+' "$log" | tail -1)
  if [ $status -eq 0 ]; then
    printf '%-9s %10s executions, %6s a second\n' "$target" "$runs" "$((runs / (seconds > 0 ? seconds : 1)))"
    return 0
  fi
  printf '%-9s FOUND something (status %s) after %s executions:\n' "$target" "$status" "${runs:-?}"
  tail -60 "$log"
  for file in "$found"/*; do
    [ -e "$file" ] && printf '%s, base64: %s\n' "$file" "$(base64 -w0 "$file" | head -c 20000)"
  done
  return 1
}

merge_target() {
  local target=$1 made=$keep/$1.merged folders=()
  rm -rf "$made"
  mkdir -p "$made"
  for folder in "$here/corpus" "${more[@]}"; do [ -d "$folder/$target" ] && folders+=("$folder/$target"); done
  "$build/tests/fuzz/fuzz_$target" -set_cover_merge=1 -use_counters=0 -max_len="$(length "$target")" "$made" "${folders[@]}" 2>&1 | tail -1
  rm -rf "$here/corpus/$target"
  mkdir -p "$here/corpus"
  mv "$made" "$here/corpus/$target"
  du -sb "$here/corpus/$target"
}

action=run_target
[ ${#more[@]} -eq 0 ] || action=merge_target
status=0
running=0
for target in "${targets[@]}"; do
  if [ "$running" -ge "$jobs" ]; then
    wait -n || status=1
    running=$((running - 1))
  fi
  "$action" "$target" &
  running=$((running + 1))
done
while [ "$running" -gt 0 ]; do
  wait -n || status=1
  running=$((running - 1))
done
exit $status
