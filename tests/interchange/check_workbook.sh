#!/usr/bin/env bash
# LibreOffice opens each sample's workbook and finds in its first sheet the cells that planconv writes as CSV.
# usage: check_workbook.sh PLANPARSE PLANCONV SAMPLES
set -euo pipefail
planparse=$1 planconv=$2 samples=$3
command -v soffice >/dev/null || { echo "skipped: LibreOffice (soffice) is not installed" && exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
columns=number,id,path,title,text,lead,responsible,cooperate,times,due,targets,kind

for sample in "$samples"/*.txt; do
  name=$(basename "$sample" .txt)
  "$planparse" --quiet "$sample" -o "$work/$name.json"
  "$planconv" "$work/$name.json" --columns $columns -o "$work/$name.xlsx"
  "$planconv" "$work/$name.json" --columns $columns -o "$work/$name.expected.csv"
done
# 44,34,76: commas, double quotes, UTF-8. A profile of its own, so that a running office is left alone.
soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76' \
  --outdir "$work" "$work"/*.xlsx >/dev/null 2>"$work/messages" || { cat "$work/messages" && exit 1; }

failed=0
checked=0
for expected in "$work"/*.expected.csv; do
  opened=${expected%.expected.csv}.csv
  # Above the headers stand title and facts.
  sed -n '/^序号,/,$p' "$opened" >"$work/opened"
  tr -d '\r' <"$expected" | diff -u --label "planconv $(basename "$opened")" --label LibreOffice - "$work/opened" || failed=1
  head -n 1 "$opened" | grep -q . || { echo "$opened: no title" && failed=1; }
  checked=$((checked + $(wc -l <"$work/opened") - 1))
done
echo "$checked rows compared"
[ "$checked" -ge 50 ] || failed=1
exit $failed
