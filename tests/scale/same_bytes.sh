#!/usr/bin/env bash
# The same bytes for any number of threads, locale, time zone and order of files on disk; shards merge to the whole.
# usage: same_bytes.sh PLANPARSE PLANCONV SAMPLES
set -u
planparse=$(realpath "$1") planconv=$(realpath "$2") samples=$(realpath "$3")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
failed=0
fail() { echo "FAILED: $*" && failed=1; }

# The same files, made in two orders: file systems list them as they like.
names=$(cd "$samples" && find * -type f -size -300k | sort)
for order in forth back; do
  mkdir -p $order/in/云岭市
  if [ $order = back ]; then names=$(tac <<<"$names"); fi
  while IFS= read -r name; do
    mkdir -p "$order/in/$(dirname "$name")"
    cp "$samples/$name" "$order/in/$name"
    cp "$samples/$name" "$order/in/云岭市/${name//\//-}"
  done <<<"$names"
  printf '\0\1\377\2' >$order/in/云岭市/坏.bin
done

run() { # run FOLDER NAME [VARIABLE=VALUE…] OPTION…: output and messages as FOLDER/NAME
  local folder=$1 name=$2
  shift 2
  (cd "$folder" && env "$@" in -o "$work/$name" --manifest "$work/$name.manifest" 2>"$work/$name.messages")
  echo $? >"$work/$name.status"
  sed -i "s/\"path\":\"[^\"]*$name\",//" "$work/$name.manifest"
}
run forth first LC_ALL=C "$planparse" -j 1
[ "$(cat first.status)" = 3 ] || fail "status $(cat first.status), for a folder with broken notices"
[ -s first.messages ] || fail "no messages"
run forth threads-2 LC_ALL=C "$planparse" -j 2
run forth threads-8 LC_ALL=C "$planparse" -j 8
run back other-order LC_ALL=C "$planparse" -j 2
run forth chinese LC_ALL=zh_CN.GB18030 LANG=zh_CN.GB18030 "$planparse" -j 2
run forth utf LC_ALL=C.UTF-8 TZ=Pacific/Kiritimati "$planparse" -j 2
run forth west TZ=America/Los_Angeles "$planparse" -j 2
for name in threads-2 threads-8 other-order chinese utf west; do
  for part in "" .manifest .messages .status; do
    cmp "first$part" "$name$part" || fail "$name$part differs"
  done
done

# A list keeps its own order.
(cd forth && find in -type f | LC_ALL=C sort -r >../list && "$planparse" --quiet --files-from ../list -j 2 >../backwards 2>/dev/null)
[ "$(jq -r '.document.source.path // .path' backwards)" = "$(cat list)" ] || fail "--files-from changes the order"
[ "$(LC_ALL=C sort backwards | sha256sum)" = "$(LC_ALL=C sort first | sha256sum)" ] || fail "--files-from reads something else"

for shard in 1 2 3; do (cd forth && "$planparse" --quiet in --shard $shard/3 -o ../part-$shard 2>/dev/null); done
"$planconv" --merge first -o whole 2>/dev/null
"$planconv" --merge part-3 part-1 part-2 -o merged 2>/dev/null
cmp whole merged || fail "shards do not merge to the whole"
[ "$(wc -l <merged)" = "$(wc -l <list)" ] || fail "$(wc -l <merged) lines for $(wc -l <list) notices"
exit $failed
