#!/usr/bin/env bash
# The annotations of the Python module hold, and a program that uses it wrongly is told so. Ends with 77 without mypy.
# usage: check_types.sh SOURCE_DIR
set -euo pipefail
command -v mypy >/dev/null || { echo 'skipped: mypy is not installed'; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MYPYPATH=$1/python
cd "$work"
for version in 3.8 3.11; do
  mypy --strict --cache-dir "$work/cache" --python-version $version "$1/python/planparse"
done
cat >right.py <<'PYTHON'
import planparse

notice = planparse.parse_text("一、任务")
due: list[str] = [time.end for task in notice.tasks for time in task.times]
value: float = notice.tasks[0].targets[0].value
days = [change.days for tasks in planparse.compare(notice, notice).tasks for change in tasks.changes]
PYTHON
mypy --strict --cache-dir "$work/cache" right.py
printf '%s\n' 'import planparse' 'planparse.parse_text("x").tasks[0].titel' 'planparse.Reader(year="2025")' >wrong.py
found=$(mypy --strict --cache-dir "$work/cache" wrong.py || true)
grep -q '"Task" has no attribute "titel"' <<<"$found"
grep -q 'incompatible type "str"; expected "int"' <<<"$found"
