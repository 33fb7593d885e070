#!/usr/bin/env bash
# What Spark's pipe, Hadoop Streaming and GNU parallel ask of a filter: a line out for each line in, in order, each as soon
# as it can be there, status 0 whatever the lines say, an end when the reader goes away.
# usage: filter_contract.sh PLANPARSE SAMPLES
set -u
planparse=$(realpath "$1") samples=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
failed=0
fail() { echo "FAILED: $*" && failed=1; }

for i in $(seq 40); do
  for notice in "$samples"/*.txt; do
    jq -cn --argjson id "$i" --arg path "$notice" '{id: $id, path: $path}'
    jq -Rsc --argjson id "$i" '{id: [$id, "text"], text: .}' "$notice"
    echo
    echo 'no request'
  done
done >requests
"$planparse" --ndjson <requests >answers 2>messages || fail "status $? for requests with errors"
[ -s messages ] && fail "standard error: $(head -n 1 messages)"
[ "$(wc -l <answers)" = "$(wc -l <requests)" ] || fail "$(wc -l <answers) lines for $(wc -l <requests)"
[ "$(jq -c '.id' answers)" = "$(jq -Rc 'if . == "" then empty else (fromjson? // {}).id end' requests)" ] || fail "order"
"$planparse" --ndjson -j 4 <requests | cmp - answers || fail "-j 4 differs"

# Partitions: of some lines, of one, of none.
split -n l/7 requests partition.
for partition in partition.*; do "$planparse" --ndjson <"$partition"; done | cmp - answers || fail "partitions differ"
[ -z "$("$planparse" --ndjson </dev/null)" ] || fail "something for an empty partition"
if command -v parallel >/dev/null; then
  parallel -k --pipe -N 50 -j 2 "$planparse" --ndjson <requests | cmp - answers || fail "GNU parallel differs"
fi

# An answer is there before the next request is sent.
for jobs in 1 2; do
  coproc "$planparse" --ndjson -j $jobs
  pid=$COPROC_PID
  for id in 1 2 3; do
    printf '{"id":%s,"text":"一、工作任务"}\n' $id >&"${COPROC[1]}"
    IFS= read -r -t 20 line <&"${COPROC[0]}" || fail "-j $jobs: no answer while the filter waits for more"
    case $line in "{\"id\":$id,\"result\""*) ;; *) fail "-j $jobs: $line" ;; esac
  done
  exec {COPROC[1]}>&-
  wait $pid || fail "-j $jobs: status $?"
done

# The reader goes away.
timeout 20 bash -c '"$1" --ndjson -j 2 <requests | head -n 1 >/dev/null; exit "${PIPESTATUS[0]}"' bash "$planparse" || fail "reader gone: status $?"

# A line of many megabytes.
jq -Rsc '{id: 1, text: (. * 400)}' "$samples/slot-lines.txt" >long
[ "$("$planparse" --ndjson <long | jq -c '.id, (.result.document.source.bytes > 1000000)' | xargs)" = "1 true" ] || fail "long line"
exit $failed
