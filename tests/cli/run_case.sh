#!/usr/bin/env bash
# Runs a tool as a user would and compares what comes out.
#
# usage: run_case.sh TOOL CASE [--update]
# A case is a folder:
#   argv      arguments, one per line; or `command`, a bash text in which the tool is on the PATH
#   files/    copied into the empty folder that the tool runs in
#   stdin     standard input (else none)
#   stdout, stderr, status    what is expected (else nothing, nothing, 0); @VERSION@ stands for the version
#   expect/   files that must be there afterwards beside those of files/, and no others
# --update writes what came out into the case; read the change before you keep it.
set -u
export LC_ALL=C.UTF-8
tool=$(realpath "$1")
case=$(realpath "$2")
update=${3:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/run" "$work/expect"
[ -d "$case/files" ] && cp -r "$case/files/." "$work/run/"
cd "$work/run" || exit 1

input=/dev/null
[ -e "$case/stdin" ] && input=$case/stdin
if [ -e "$case/command" ]; then
  PATH="$(dirname "$tool"):$PATH" bash "$case/command" <"$input" >"$work/stdout" 2>"$work/stderr"
else
  mapfile -t arguments <"$case/argv"
  "$tool" "${arguments[@]}" <"$input" >"$work/stdout" 2>"$work/stderr"
fi
echo $? >"$work/status"

[ -d "$case/files" ] && cp -r "$case/files/." "$work/expect/"
[ -d "$case/expect" ] && cp -r "$case/expect/." "$work/expect/"
version=${LIBPARSE_VERSION:-$("$tool" --version | sed -n '1s/.* //p')}
mapfile -t produced < <(find "$work/run" -type f)
sed -i "s/${version//./\\.}/@VERSION@/g" "$work/stdout" "$work/stderr" ${produced[@]+"${produced[@]}"}

if [ "$update" = --update ]; then
  for stream in stdout stderr; do
    if [ -s "$work/$stream" ]; then cp "$work/$stream" "$case/$stream"; else rm -f "$case/$stream"; fi
  done
  cp "$work/status" "$case/status"
  rm -rf "$case/expect"
  while IFS= read -r file; do
    cmp -s "$file" "$case/files/$file" || { mkdir -p "$case/expect/$(dirname "$file")" && cp "$file" "$case/expect/$file"; }
  done < <(find . -type f)
  exit 0
fi

failed=0
for stream in stdout stderr status; do
  expected=$case/$stream
  if [ ! -e "$expected" ]; then
    expected=$work/none
    if [ $stream = status ]; then echo 0; fi >"$expected"
  fi
  diff -u --label "expected $stream" --label "actual $stream" "$expected" "$work/$stream" || failed=1
done
diff -ruN "$work/expect" "$work/run" || failed=1
case "$(basename "$case"):$(cat "$work/status")" in
  pass_*:0 | fail_*:[1-9]*) ;;
  *) echo "the name of the case does not fit status $(cat "$work/status")" && failed=1 ;;
esac
exit $failed
