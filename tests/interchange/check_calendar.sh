#!/usr/bin/env bash
# A second parser, python3-icalendar, reads the calendars of all samples and finds a to-do for each dated time.
# usage: check_calendar.sh PLANPARSE PLANCONV SAMPLES
set -euo pipefail
planparse=$1 planconv=$2 samples=$3
# The system's own interpreter may stand behind another one on the PATH.
python=''
for candidate in python3 /usr/bin/python3; do
  if [ -z "$python" ] && "$candidate" -c 'import icalendar' 2>/dev/null; then python=$candidate; fi
done
[ -n "$python" ] || { echo "skipped: python3-icalendar is not installed" && exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$planparse" --quiet "$samples"/*.txt -o "$work/all.ndjson"
"$planconv" "$work/all.ndjson" -o "$work/all.ics"
"$python" "$(dirname "$0")/read_calendar.py" "$work/all.ics" "$work/all.ndjson"
