#!/usr/bin/env python3
"""Adds up what gcov counted and prints which share of the library's lines was run, by folder.

usage: coverage-table.py BUILD MINIMUM [FILE]    lines that were not run go to FILE; status 1: fewer than MINIMUM percent

gcovr 5.2, that of Debian 12, stops at functions of headers that two programs know on different lines; lines are all that
is asked here, so gcov itself is enough.
"""
import collections
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def lines_of(note):
    """(file below the root, line, count) of the library's lines in one object file."""
    done = subprocess.run(["gcov", "--json-format", "--stdout", note], capture_output=True, cwd=note.parent)
    if done.returncode != 0:
        print(f"gcov cannot read {note.relative_to(ROOT)}; build again", file=sys.stderr)
    found = []
    for text in done.stdout.splitlines():
        report = json.loads(text)
        for file in report["files"]:
            path = os.path.normpath(os.path.join(report["current_working_directory"], file["file"]))
            name = os.path.relpath(path, ROOT)
            if name.startswith(("libparse/src/", "libparse/include/")):
                found += [(name, line["line_number"], line["count"]) for line in file["lines"]]
    return found


def ranges(numbers):
    """[1, 2, 3, 7] as `1-3 7`."""
    out = []
    for number in sorted(numbers):
        if out and number == out[-1][1] + 1:
            out[-1][1] = number
        else:
            out.append([number, number])
    return " ".join(str(a) if a == b else f"{a}-{b}" for a, b in out)


def main():
    counts = collections.Counter()
    notes = sorted(pathlib.Path(sys.argv[1]).resolve().rglob("*.gcno"))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for found in pool.map(lines_of, notes):
            for name, line, count in found:
                counts[name, line] += count
    folders, missed = collections.defaultdict(lambda: [0, 0]), collections.defaultdict(list)
    for (name, line), count in counts.items():
        if count == 0:
            missed[name].append(line)
        for sums in (folders[os.path.dirname(name)], folders["all"]):
            sums[0] += count > 0
            sums[1] += 1
    for folder in sorted(folders, key=lambda name: (name == "all", name)):
        run, total = folders[folder]
        print(f"{folder:28} {run:6} of {total:6} lines  {100 * run / total:5.1f} %")
    if len(sys.argv) > 3:
        with open(sys.argv[3], "w", encoding="utf-8") as file:
            for name, numbers in sorted(missed.items(), key=lambda item: (-len(item[1]), item[0])):
                print(f"{name}: {ranges(numbers)}", file=file)
    run, total = folders["all"]
    return 100 * run < float(sys.argv[2]) * total


if __name__ == "__main__":
    sys.exit(main())
