#!/usr/bin/env bash
# A broken rule file fails the build: the rule compiler tells file, line and reason, and writes nothing.
# usage: broken_rules.sh RULEC
set -u
export LC_ALL=C.UTF-8
rulec=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" && mkdir -p rules/time || exit 1
failed=0

# expect MESSAGE: compiles rules/ and wants status 3 with this line on standard error
expect() {
  local said status
  said=$("$rulec" rules out.cpp 2>&1)
  status=$?
  if [ $status -ne 3 ] || [ "$said" != "$1" ] || [ -e out.cpp ]; then
    printf 'expected: %s\nstatus 3, no output; got status %s: %s\n' "$1" $status "$said"
    failed=1
  fi
}

printf -- '- id: time.own\n  habit: h\n  example: 甲日\n  match: 甲日\n' >rules/time/rules.yaml
printf -- '- {id: own, rule: time.own, accept: [甲日]}\n' >rules/time/cases.yaml
expect "rules/time/rules.yaml:1: error: 'time.own' has no reject case"
printf -- '- {id: own, rule: time.own, reject: [乙日]}\n' >rules/time/cases.yaml
expect "rules/time/rules.yaml:1: error: 'time.own' has no accept case"
printf -- '\n- id: time.own\n  habit: h\n  example: 甲日\n  mtach: 甲日\n' >rules/time/rules.yaml
expect "rules/time/rules.yaml:5: error: unknown key 'mtach'"
exit $failed
