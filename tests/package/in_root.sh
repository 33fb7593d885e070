#!/usr/bin/env bash
# Runs inside a clean Debian root, as root: installs the packages and uses them as somebody would who has nothing else.
# usage: in_root.sh PACKAGES_DIR SOURCE_DIR (with tests/package, tests/input, samples, docs and README.md)
set -euo pipefail
packages=$1 source=$2
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
install() { apt-get install -y -qq --no-install-recommends "$@" >/tmp/apt.log 2>&1 || { cat /tmp/apt.log; exit 1; }; }
step() { printf -- '-- %s (%s s)\n' "$1" "$SECONDS"; }

step 'Tools alone'
apt-get update -qq
install "$packages"/libparse0_*.deb "$packages"/planparse_*.deb
[ "$(dpkg-query -W -f '${db:Status-Status}' planparse)" = installed ]
if ldd /usr/bin/plan* /usr/lib/*/libparse.so.0 /usr/lib/*/libparse/libparse-pdf-0.so | grep 'not found'; then exit 1; fi
for tool in planparse plancheck planconv plandiff planview planmark; do
  "$tool" --version >/dev/null
  test -f "/usr/share/man/man1/$tool.1"
  test -f "/usr/share/bash-completion/completions/$tool"
done

step 'The chain of the README'
cd "$(mktemp -d)"
cp "$source/samples/county-plan-annexes.txt" n.txt
planparse n.txt | plancheck --source n.txt - && planparse n.txt | planconv --to xlsx -o n.xlsx && planview n.txt -o n.html
test -s n.xlsx && test -s n.html
status=0
plandiff --mode cascade "$source/samples/diff/superior.txt" "$source/samples/diff/local.txt" >/dev/null || status=$?
[ "$status" -eq 1 ]
planmark n.txt >mentions.ndjson && test -s mentions.ndjson
planparse "$source/tests/input/tasks.pdf" >pdf.json && grep -F application/pdf pdf.json >/dev/null
test -f /usr/share/libparse/schemas/task-list.schema.json
plancheck --policy /usr/share/libparse/policies/office.yaml pdf.json >/dev/null || [ $? -eq 1 ]

step 'Python'
install "$packages"/python3-planparse_*.deb
python3 - "$source/tests/input/tasks.pdf" <<'PYTHON'
import sys
import planparse
notice = planparse.parse_file(sys.argv[1])
assert notice.tasks and planparse.to_rows(notice)
print("   python3-planparse", planparse.version(), len(notice.tasks), "tasks")
PYTHON

step 'Projects of others'
install "$packages"/libparse-dev_*.deb g++ cmake make pkg-config
for project in consumer consumer_c; do
  cmake -S "$source/tests/package/$project" -B "$project" >/dev/null
  cmake --build "$project" >/dev/null
  "$project/$project" "$source/tests/input/tasks.pdf" >output 2>/dev/null && test -s output
done
# shellcheck disable=SC2046  # the flags are words
g++ -std=c++20 "$source/tests/package/consumer/main.cpp" $(pkg-config --cflags --libs libparse) -o by_pkg_config
./by_pkg_config "$source/tests/input/tasks.pdf" >/dev/null 2>&1
# shellcheck disable=SC2046
gcc -std=c99 "$source/tests/package/consumer_c/main.c" $(pkg-config --cflags --libs libparse) -o by_pkg_config_c
./by_pkg_config_c "$source/tests/input/tasks.pdf" >/dev/null

python3 -B "$source/tests/package/run_embedding.py" shared "$source/samples" "$source"/{README,docs/embedding,docs/cookbook}.md

step 'Nothing is left behind'
apt-get remove -y -qq --purge libparse0 >/dev/null 2>&1
if find / -xdev \( -path /proc -o -path "$source" -o -path "$packages" -o -path /tmp \) -prune -o -name '*libparse*' -print | grep .; then exit 1; fi
step 'Done'
