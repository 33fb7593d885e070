#!/usr/bin/env python3
"""Prints the share of lines that tests run, by folder of libparse, from gcovr's summary.

usage: coverage-table.py SUMMARY.json MINIMUM    status 1: fewer than MINIMUM percent
"""
import collections
import json
import sys


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        files = json.load(file)["files"]
    folders = collections.defaultdict(lambda: [0, 0])
    for one in files:
        folder = one["filename"].rpartition("/")[0]
        for sums in (folders[folder], folders["all"]):
            sums[0] += one["line_covered"]
            sums[1] += one["line_total"]
    for folder in sorted(folders, key=lambda name: (name == "all", name)):
        run, total = folders[folder]
        print(f"{folder:28} {run:6} of {total:6} lines  {100 * run / total:5.1f} %")
    run, total = folders["all"]
    return 100 * run < float(sys.argv[2]) * total


if __name__ == "__main__":
    sys.exit(main())
