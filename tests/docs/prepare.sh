#!/usr/bin/env bash
# Fills the current folder with the files that the documentation speaks of, made of the project's samples.
# usage: prepare.sh SOURCE_DIR       (the tools are on the PATH)
set -euo pipefail
source=$1
cp -r "$source/samples" "$source/schemas" .
mkdir notices tasks my-rules
cp samples/county-plan-annexes.txt notice.txt
cp samples/county-plan-annexes.txt n.txt
cp samples/containers/water-supply.gb18030.txt old.txt
cp samples/diff/plan-revised.txt new.txt
cp samples/city-work-points.txt samples/slot-lines.txt samples/township-plan.txt notices/
cp samples/containers/drainage-plan.docx draft.docx
cp samples/containers/water-supply.docx final.docx
cp samples/containers/drainage-plan.docx notice.docx
cp samples/policies/office.yaml team.yaml
cp -r samples/rules/analyst/. my-rules/

planparse --quiet notice.txt -o tasks.json
planparse --quiet notice.txt -o tasks.ndjson
planparse --quiet samples/diff/plan.txt -o old.json
for notice in notices/*.txt; do planparse --quiet "$notice" -o "tasks/$(basename "$notice" .txt).json"; done
planparse --quiet notices/city-work-points.txt -o shard-1.ndjson
planparse --quiet notices/slot-lines.txt -o shard-2.ndjson
planconv tasks.json -o edited.xlsx
