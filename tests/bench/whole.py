#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Times planparse as a process: start, one notice, growth with the size, threads, memory. Prints Markdown tables.

usage: whole.py PLANPARSE NOTICE.txt [--cmark CMARK] [--repeat 15] [--largest-mb 256] [--files 20000] [--filter-mb 1000]

Times are CPU time (user + system) of the process where they stand alone, and elapsed time where threads are compared;
of several runs the lowest, for others on the machine can only add to it. Nothing is judged.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time


def run(command, stdin=None):
    """Seconds of CPU, elapsed seconds and the peak memory in MB of one process."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - started
    if status != 0:
        sys.exit(f"{command}: ended with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, elapsed, usage.ru_maxrss / 1024


def table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()


def cut(text, size):
    """The first `size` bytes of a notice that is repeated as often as needed, on a line's end."""
    data = (text * (size // len(text) + 1))[:size]
    return data[: data.rfind(b"\n") + 1] or data


def processes(options, notice, folder):
    small = folder / "10k.txt"
    small.write_bytes(cut(notice, 10_000))
    whole = folder / "whole.txt"
    whole.write_bytes(notice)
    rows = []
    for name, command in (
        ("`--version`", [options.planparse, "--version"]),
        ("a notice of 10 kB", [options.planparse, "--quiet", "--to", "ndjson", str(small)]),
        ("the same by cmark", [options.cmark, str(small)] if options.cmark else None),
        (f"a notice of {len(notice) // 1000} kB", [options.planparse, "--quiet", "--to", "ndjson", str(whole)]),
        ("the same by cmark", [options.cmark, str(whole)] if options.cmark else None),
    ):
        if command is None:
            continue
        runs = [run(command) for _ in range(options.repeat)]
        rows.append([name, f"{min(r[0] for r in runs) * 1000:.1f}", f"{min(r[1] for r in runs) * 1000:.1f}"])
    table(["process", "CPU ms", "elapsed ms"], rows)


def sizes(options, notice, folder):
    rows, first = [], None
    steps = [10_000, 100_000, 1_000_000]
    while steps[-1] * 4 <= options.largest_mb * 1_000_000:
        steps.append(steps[-1] * 4)
    for size in steps:
        path = folder / "sized.txt"
        path.write_bytes(cut(notice, size))
        command = [options.planparse, "--quiet", "--to", "ndjson", str(path)]
        cpu, _, memory = min(run(command) for _ in range(3 if size < 10_000_000 else 1))
        per = cpu / (path.stat().st_size / 1e6) * 1000
        first = per if size == 1_000_000 else first
        rows.append([f"{size / 1e6:g} MB", f"{per:.0f}", f"{per / first:.2f}" if first else "", f"{memory:.0f}"])
    table(["one text of", "CPU ms per MB", "against 1 MB", "peak MB"], rows)


def threads(options, notice, folder):
    many = folder / "many"
    many.mkdir()
    for i in range(options.files):
        size = 600 * (1 + i % 7) * (4 if i % 50 == 0 else 1)
        start = notice.find(b"\n", (i * 7919) % max(1, len(notice) - size)) + 1
        (many / f"{i:06}.txt").write_bytes(cut(notice[start:], size))
    rows, one = [], None
    for n in (1, 2):
        runs = [run([options.planparse, "--quiet", "-j", str(n), "-o", str(folder / "out.ndjson"), str(many)])
                for _ in range(3)]
        elapsed = min(r[1] for r in runs)
        one = one or elapsed
        rows.append([str(n), f"{elapsed:.1f}", f"{one / elapsed:.2f}", f"{max(r[2] for r in runs):.0f}"])
    shutil.rmtree(many)
    table([f"threads, {options.files} notices", "elapsed s", "speed-up", "peak MB"], rows)


def filtering(options, notice, folder):
    rows = []
    for megabytes in (options.filter_mb // 10, options.filter_mb):
        process = subprocess.Popen([options.planparse, "--ndjson", "--quiet"], stdin=subprocess.PIPE,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        line = (json.dumps({"id": 1, "text": cut(notice, 20_000).decode("utf-8", "ignore")}) + "\n").encode()
        for _ in range(megabytes * 1_000_000 // len(line)):
            process.stdin.write(line)
        process.stdin.close()
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit("the filter ended with " + str(os.waitstatus_to_exitcode(status)))
        rows.append([f"{megabytes} MB", f"{usage.ru_maxrss / 1024:.1f}",
                     f"{megabytes / (usage.ru_utime + usage.ru_stime):.0f}"])
    table(["through the filter", "peak MB", "MB per second of CPU"], rows)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("planparse")
    parser.add_argument("notice")
    parser.add_argument("--cmark", default=shutil.which("cmark"))
    parser.add_argument("--repeat", type=int, default=15)
    parser.add_argument("--largest-mb", type=int, default=256)
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--filter-mb", type=int, default=1_000)
    options = parser.parse_args()
    notice = pathlib.Path(options.notice).read_bytes()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        processes(options, notice, folder)
        if options.files:
            threads(options, notice, folder)
        if options.filter_mb:
            filtering(options, notice, folder)
        if options.largest_mb:
            sizes(options, notice, folder)


if __name__ == "__main__":
    main()
