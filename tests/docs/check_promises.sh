#!/usr/bin/env bash
# Holds the tools against docs/promises.md by what they ask of the system: no network, no other program, no file written
# but the named output and temporary files that are gone at the end; and the same bytes wherever they run.
# usage: check_promises.sh TOOL_DIR[:TOOL_DIR…] SOURCE_DIR
set -u
export PATH="$1:$PATH" LC_ALL=C.UTF-8
source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/run" "$work/home" "$work/tmp" "$work/elsewhere"
export HOME=$work/home TMPDIR=$work/tmp
cd "$work/run" || exit 1
bash "$source/tests/docs/prepare.sh" "$source" || exit 1
failed=0
temporary=0
fail() { echo "FAILED: $*" && failed=1; }

containers=(samples/containers/*.*)
commands=(
  "planparse --quiet ${containers[*]} -o out"
  "planparse --quiet notice.txt --explain --rules my-rules --text-out out2 -o out"
  "planparse --quiet --to table notice.txt -o out"
  "planmark --quiet ${containers[*]} -o out"
  "plancheck --quiet --source notice.txt tasks.json -o out"
  "plancheck --quiet --fail-on never --policy team.yaml --to sarif tasks.json tasks/city-work-points.json -o out"
  "planconv tasks.json --to xlsx -o out"
  "planconv tasks.json --to ics -o out"
  "planconv edited.xlsx --base tasks.json --to yaml -o out"
  "planconv --merge shard-1.ndjson shard-2.ndjson -o out"
  "plandiff --quiet old.json new.txt --to html -o out"
  "plandiff --quiet draft.docx final.docx --to json -o out"
  "planview --quiet final.docx -o out"
  "planview --quiet samples/containers/water-supply.pdf --svg timeline -o out"
  "planparse --quiet -j 2 notices --manifest out2 -o out"
  "planparse --quiet -j 2 notices --out-dir out-tree --manifest out2"
)

# written TRACE: files that were opened for writing, made, renamed or removed, one a line, without the allowed ones.
# Beside the output, a tool may write .out.XXXXXX; in TMPDIR what it removes again; for coverage its counts.
written() {
  grep -vE 'O_RDONLY|= -1 ' "$1" | grep -E '^[0-9]+ +(open|openat|creat|rename|unlink|mkdir|rmdir|link|symlink|truncate|chmod|fchmodat|mknod)' |
    grep -oE '"[^"]*"' | tr -d '"' | grep -vxE "(\./)?(out2?|\.out2?(\.[A-Za-z0-9]+)+|out-tree(/.*)?)|$work/tmp/[^/]+|/dev/(null|urandom)|.*\.gcda" | sort -u
}

# readable_by_others TRACE: temporary files that were made with another mode than 0600. Opened again, a file keeps its mode.
readable_by_others() {
  local made
  made=$(grep -E '^[0-9]+ +open' "$1" | grep -F "\"$work/tmp" | grep -E 'O_CREAT|O_TMPFILE')
  grep -E 'O_EXCL|O_TMPFILE' <<<"$made" | grep -vE ', 0600\) = '
  grep -vE 'O_EXCL|O_TMPFILE' <<<"$made" | grep -oE '"[^"]+"' | while IFS= read -r file; do
    grep -F "$file" <<<"$made" | grep -F O_EXCL | grep -qE ', 0600\) = ' || echo "$file"
  done
}

# bytes: everything that a command wrote
bytes() { find out out2 out-tree -type f 2>/dev/null | sort | while IFS= read -r file; do echo "== $file" && cat "$file"; done; }

# Leaks cannot be looked for under a tracer.
options=${ASAN_OPTIONS-}
export ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0
if command -v strace >/dev/null && strace -qq -o /dev/null true 2>/dev/null; then
  for command in "${commands[@]}"; do
    ls -A >before
    strace -f -qq -e trace=%network,%process,%file -o "$work/trace" $command >/dev/null
    status=$?
    [ $status -le 1 ] || fail "status $status: $command"
    [ -s out ] || [ -s out2 ] || [ "${command#plancheck}" != "$command" ] || fail "nothing written: $command"
    network=$(grep -E '^[0-9]+ +(socket|connect|bind|sendto)\(' "$work/trace")
    [ -z "$network" ] || fail "$command asks for the network: $network"
    programs=$(grep -cE '^[0-9]+ +(execve|execveat)\(' "$work/trace")
    [ "$programs" -eq 1 ] || fail "$command starts other programs"
    others=$(written "$work/trace")
    [ -z "$others" ] || fail "$command writes $others"
    open=$(readable_by_others "$work/trace")
    [ -z "$open" ] || fail "$command has temporary files for others to read: $open"
    temporary=$((temporary + $(grep -F "\"$work/tmp" "$work/trace" | grep -cE 'O_EXCL|O_TMPFILE')))
    rm -rf out out2 out-tree
    ls -A | diff <(grep -vxE 'out2?|out-tree' before) - || fail "$command leaves files behind"
    [ -z "$(ls -A "$TMPDIR" "$HOME" | grep -v : | grep .)" ] || fail "$command leaves files in TMPDIR or HOME"
  done
  [ "$temporary" -gt 0 ] || fail "no temporary file was seen"
  echo "${#commands[@]} commands traced, $temporary temporary files"
else
  echo "skipped: strace is not installed, or may not trace here"
fi

export ASAN_OPTIONS=$options

# A clock that is twenty-one years behind, for programs that are not built with a sanitizer, which wants to be loaded first.
clock=()
cat >"$work/clock.c" <<'C'
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
#define BEHIND 662688000L
int clock_gettime(clockid_t clock, struct timespec* now) {
  const int status = (int)syscall(SYS_clock_gettime, clock, now);
  if (status == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec -= BEHIND;
  return status;
}
int gettimeofday(struct timeval* restrict now, void* restrict zone) {
  struct timespec precise;
  (void)zone;
  if (clock_gettime(CLOCK_REALTIME, &precise) != 0) return -1;
  now->tv_sec = precise.tv_sec, now->tv_usec = precise.tv_nsec / 1000;
  return 0;
}
time_t time(time_t* now) {
  struct timespec precise;
  clock_gettime(CLOCK_REALTIME, &precise);
  if (now) *now = precise.tv_sec;
  return precise.tv_sec;
}
C
if ldd "$(command -v planparse)" | grep -qE 'lib(asan|tsan|clang_rt)'; then
  echo "skipped: a sanitizer does not go with another clock"
elif ! cc -shared -fPIC -o "$work/clock.so" "$work/clock.c"; then
  fail "the other clock does not compile"
else
  then=$(LD_PRELOAD=$work/clock.so python3 -c 'import time; print(time.gmtime().tm_year)')
  [ "$then" -eq $(($(date -u +%Y) - 21)) ] || fail "the other clock shows $then"
  clock=(LD_PRELOAD="$work/clock.so")
fi

# The same bytes in another place, locale, time zone, terminal and year.
for command in "${commands[@]}"; do
  $command >/dev/null
  bytes >first
  (cd "$work/elsewhere" && rm -rf ./* && cp -r ../run/. . && rm -rf out out2 out-tree &&
    env "${clock[@]}" LC_ALL=zh_CN.GB18030 LANG=C TZ=America/New_York TERM=xterm-256color COLUMNS=40 HOME=/nonexistent $command >/dev/null 2>&1 </dev/null)
  (cd "$work/elsewhere" && bytes) >second
  cmp first second || fail "other bytes elsewhere: $command"
  [ -s first ] || [ "${command#plancheck}" != "$command" ] || fail "nothing written: $command"
  rm -rf out out2 out-tree
done
echo "${#commands[@]} commands run twice"
exit $failed
