#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the command lines of a page of the documentation as a reader would.

usage: run_blocks.py --tools DIR[:DIR...] PAGE [--update]

Every fenced ```sh block of the page is run by bash, in the order of the page, in one scratch folder that prepare.sh
fills; blocks see the files that blocks before them wrote. A block is not run when it says why: `# not run: REASON` on a
line of its own, or in the fence (```sh not run: REASON). Commands that readers cannot run as they stand are ```console,
what is shown only is ```text.

- A command must end with status 0, or with the one that its comment names: `plandiff a b   # status 1: they differ`.
- A block ```text output (or any other language, such as ```json output) right behind a block that was run is what that
  block prints on standard output. A line `…` stands for lines left out. --update writes what came out into the
  page, where no line is left out.
- Nothing may be written into HOME or left in TMPDIR, and no network is there, where the system lets us take it away.
"""
import argparse
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^(?P<indent> *)(?P<ticks>`{3,})(?P<language>[\w-]*) *(?P<rest>[^`]*)$")
STATUS = re.compile(r"(?:^|\s)#\s.*?\bstatus (\d+)|(?:^|\s)#status (\d+)")
ELLIPSIS = "…"


class Block:
    """A fenced block: its lines stand at lines[first:last] of the page."""

    def __init__(self, language, rest, first, last, lines):
        self.language, self.rest, self.first, self.last = language, rest, first, last
        self.lines = lines[first:last]

    def reason_not_to_run(self):
        for text in [self.rest, *self.lines]:
            found = re.match(r"\s*(?:# )?not run: *(\S.*)", text)
            if found:
                return found.group(1)
        return None


def find_blocks(lines):
    blocks, at = [], 0
    while at < len(lines):
        fence = FENCE.match(lines[at])
        at += 1
        if not fence:
            continue
        first = at
        while at < len(lines) and lines[at].strip() != fence["ticks"]:
            at += 1
        if at == len(lines):
            sys.exit(f"line {first}: the block is not closed")
        blocks.append(Block(fence["language"], fence["rest"], first, at, lines))
        at += 1
    return blocks


def split_commands(lines):
    """Commands of a block: a line, and the lines that it goes on in."""
    commands, command = [], ""
    for line in lines:
        command += line + "\n"
        if line.endswith("\\"):
            continue
        check = subprocess.run(["bash", "-n", "-c", command], capture_output=True, text=True)
        if check.returncode == 0 and not check.stderr:
            if re.sub(r"(?m)^\s*#.*$", "", command).strip():
                commands.append(command)
            command = ""
    if command.strip():
        sys.exit(f"not a complete command:\n{command}")
    return commands


def expected_status(command):
    found = STATUS.findall(command)
    return int("".join(found[-1])) if found else 0


def run_commands(commands, folder, environment, prefix):
    """What the commands print, and a complaint or None. Variables hold to the end of the block."""
    script = "set -o pipefail\n"
    for number, command in enumerate(commands):
        script += (f"eval {shlex.quote(command)}\nstatus=$?\n"
                   f"[ $status -eq {expected_status(command)} ] || {{ echo \"{number} $status\" >../failed; exit 1; }}\n")
    failed = folder.parent / "failed"
    failed.unlink(missing_ok=True)
    try:
        process = subprocess.run([*prefix, "bash", "-c", script], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                                 capture_output=True, timeout=120)
    except subprocess.TimeoutExpired:
        return "", "takes more than two minutes"
    output = process.stdout.decode("utf-8", "replace")
    told = process.stderr.decode("utf-8", "replace") + output
    if failed.exists():
        number, status = map(int, failed.read_text().split())
        return output, f"status {status} instead of {expected_status(commands[number])}: {commands[number]}{told}"
    return output, None if process.returncode == 0 else f"bash ends with {process.returncode}\n{told}"


def shorten(text, limit=60):
    lines = text.split("\n")
    return "\n".join(lines[:limit] + [f"({len(lines) - limit} more lines)"] * (len(lines) > limit))


def is_like(output, shown):
    pattern = "".join(r"(?:[^\n]*\n)*?" if line == ELLIPSIS else re.escape(line + "\n") for line in shown)
    return re.fullmatch(pattern, re.sub(r"[ \t\r]+(?=\n)", "", output)) is not None


def find_network_prefix():
    prefix = ["unshare", "--map-root-user", "--net"]
    try:
        works = subprocess.run([*prefix, "true"], capture_output=True).returncode == 0
    except FileNotFoundError:
        works = False
    return prefix if works else []


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tools", required=True)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("page", type=pathlib.Path)
    arguments = parser.parse_args()
    page = arguments.page.resolve()
    lines = page.read_text(encoding="utf-8").split("\n")
    name = page.relative_to(SOURCE)
    failures, ran, updates = [], 0, []

    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        folder = work / "run"
        for part in ("run", "home", "tmp"):
            (work / part).mkdir()
        environment = {"PATH": arguments.tools + ":" + os.environ["PATH"], "HOME": str(work / "home"),
                       "TMPDIR": str(work / "tmp"), "LC_ALL": "C.UTF-8",
                       **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}}
        prefix = find_network_prefix()
        print(f"{name}: {'no network' if prefix else 'the network could not be taken away'}")
        subprocess.run(["bash", pathlib.Path(__file__).with_name("prepare.sh"), SOURCE], cwd=folder, env=environment,
                       check=True)

        previous, output = None, ""
        for block in find_blocks(lines):
            where = f"{name}:{block.first}"
            if block.language in ("bash", "shell", "zsh"):
                failures.append(f"{where}: ```{block.language}: say sh, which is run, or console or text")
            if block.rest == "output":
                between = "".join(lines[previous.last + 1:block.first - 1]).strip() if previous else "nothing"
                if between or output is None:
                    failures.append(f"{where}: this output is not right behind a block that is run")
                elif not is_like(output, block.lines):
                    if arguments.update and ELLIPSIS not in block.lines:
                        updates.append((block, [line.rstrip() for line in output.split("\n")[:-1]]))
                    else:
                        failures.append(f"{where}: the block before prints something else:\n{shorten(output)}")
                continue
            if block.language != "sh":
                continue
            previous, output = block, None
            reason = block.reason_not_to_run()
            if reason:
                print(f"  {where}: not run: {reason}")
                continue
            commands = split_commands(block.lines)
            if not commands:
                failures.append(f"{where}: no command")
                continue
            output, complaint = run_commands(commands, folder, environment, prefix)
            print(f"  {where}: {len(commands)} command{'s'[:len(commands) != 1]}" + (" FAILED" if complaint else ""))
            ran += 1
            if complaint:
                failures.append(f"{where}: {shorten(complaint)}")
        for left in [*(work / "home").iterdir(), *(work / "tmp").iterdir()]:
            failures.append(f"{name}: left behind: {left.relative_to(work)}")

    for block, shown in reversed(updates):
        lines[block.first:block.last] = shown
        print(f"  {name}:{block.first}: updated")
    if updates:
        page.write_text("\n".join(lines), encoding="utf-8")
    print(f"{ran} block{'s'[:ran != 1]} ran")
    for failure in failures:
        print("FAILED", failure)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
