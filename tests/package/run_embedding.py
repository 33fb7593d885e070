#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Builds and runs the programs of docs/embedding.md, and the Python of other pages, as a reader would, with a libparse that is
installed.

usage: run_embedding.py static|shared SAMPLES PAGE... [--library FILE]

In a page, a block with a file name in its fence (```cpp tasks.cpp) is that file; ```console run blocks are run by bash,
those that say static or shared only with such a library; ```python blocks are run by this interpreter, with --library as
the shared library. The environment says where the library is installed (CMAKE_PREFIX_PATH, PKG_CONFIG_PATH …).
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```(?P<language>[\w-]+)(?P<rest>[^\n`]*)\n(?P<text>.*?)^```$", re.M | re.S)


def prepare(folder, samples):
    """The files that the page speaks of."""
    shutil.copy(samples / "containers" / "drainage-plan.docx", folder / "notice.docx")
    shutil.copytree(samples / "rules" / "analyst", folder / "my-rules")
    (folder / "notices").mkdir()
    for name in ("city-work-points.txt", "slot-lines.txt", "township-plan.txt"):
        shutil.copy(samples / name, folder / "notices")
    shutil.copy(samples / "county-plan-annexes.txt", folder / "n.txt")
    (folder / "notices" / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    shutil.copy(samples / "diff" / "plan-revised.txt", folder / "new.txt")


def run(what, command, folder):
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"{what}: status {done.returncode}\n{done.stdout}")
    if not done.stdout.strip() and "compile" not in what:
        sys.exit(f"{what}: prints nothing")
    print(f"{what}: {len(done.stdout.splitlines())} lines")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=("static", "shared"))
    parser.add_argument("samples", type=pathlib.Path)
    parser.add_argument("pages", type=pathlib.Path, nargs="+")
    parser.add_argument("--library")
    arguments = parser.parse_args()
    prelude = "import planparse\n"
    if arguments.library:
        prelude += f"planparse.use_library({arguments.library!r})\n"
    ran = {"file": 0, "console": 0, "python": 0}

    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        prepare(folder, arguments.samples.resolve())
        old = ("import json\nnotice = planparse.parse_file({!r})\njson.dump(notice.json, open('old.json', 'w'))\nprint(1)\n"
               .format(str(arguments.samples.resolve() / "diff" / "plan.txt")))
        run("old.json", [sys.executable, "-B", "-c", prelude + old], folder)
        blocks = []
        for path in arguments.pages:
            page = path.read_text(encoding="utf-8")
            blocks += [(f"{path.name}:{page.count(chr(10), 0, found.start()) + 1}", found) for found in BLOCK.finditer(page)]
        for _, found in blocks:
            name = found["rest"].strip()
            if re.fullmatch(r"[\w-]+\.\w+", name):
                (folder / name).write_text(found["text"], encoding="utf-8")
                ran["file"] += 1
        for where, found in blocks:
            words = found["rest"].split()
            if found["language"] == "console" and words[:1] == ["run"]:
                if words[1:] and arguments.kind not in words:
                    continue
                run(where + (" (compile)" if words[1:] else ""), ["bash", "-euxc", found["text"]], folder)
                if words[1:]:
                    run(where, ["bash", "-euc", "./tasks notice.docx && ./fields notice.docx"], folder)
                ran["console"] += 1
            elif found["language"] == "python":
                if "to_dataframe" in found["text"] and subprocess.run([sys.executable, "-c", "import pandas"],
                                                                      stderr=subprocess.DEVNULL).returncode != 0:
                    print(f"{where}: skipped: pandas is not installed")
                    continue
                run(where, [sys.executable, "-B", "-c", prelude + found["text"]], folder)
                ran["python"] += 1
    if ran["file"] < 3 or ran["console"] < 2 or ran["python"] < 3:
        sys.exit(f"blocks are not found any more: {ran}")


if __name__ == "__main__":
    main()
