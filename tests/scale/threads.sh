#!/usr/bin/env bash
# Every kind of input read by eight threads at once, as a batch and by the filter: the same bytes as by one. The sanitizer
# of threads watches this (ctest --preset tsan).
# usage: threads.sh PLANPARSE SOURCE_DIR
set -u
planparse=$(realpath "$1") source=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
failed=0
fail() { echo "FAILED: $*" && failed=1; }

mkdir all
cp -r "$source"/samples "$source"/tests/notices "$source"/tests/pages "$source"/tests/input all
find all -name '*.py' -delete
for options in '' '--explain' "--rules $source/samples/rules/gazetteer --rules $source/samples/rules/analyst"; do
  for jobs in 1 8; do
    "$planparse" all $options -j $jobs --to ndjson -o batch-$jobs 2>messages-$jobs
    echo $? >>messages-$jobs
  done
  cmp batch-1 batch-8 || fail "-j 8 $options: other lists"
  cmp messages-1 messages-8 || fail "-j 8 $options: other messages: $(diff messages-1 messages-8 | head -50)"
done
[ "$(wc -l <batch-1)" -gt 50 ] || fail "only $(wc -l <batch-1) notices"

python3 - all >requests <<'END'
import base64, json, pathlib, sys
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*")):
    if path.is_file():
        print(json.dumps({"id": str(path), "base64": base64.b64encode(path.read_bytes()).decode()}))
END
for jobs in 1 8; do
  "$planparse" --ndjson -j $jobs <requests >answers-$jobs 2>messages-$jobs || fail "the filter: status $?: $(head -50 messages-$jobs)"
done
cmp answers-1 answers-8 || fail "the filter with -j 8 answers otherwise"
[ "$(wc -l <answers-8)" = "$(wc -l <requests)" ] || fail "answers are missing"
exit $failed
