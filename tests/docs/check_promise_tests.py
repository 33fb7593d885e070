#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every line of docs/promises.md names tests, and those are there; its figures and statuses are those of the program.

usage: check_promise_tests.py SOURCE_DIR BUILD_DIR PLANPARSE
"""
import json
import pathlib
import re
import subprocess
import sys

REFERENCE = re.compile(r"`((?:unit|rules|cli|golden|docs|package|browser|manual|score)\.[\w.-]+)(?:: ([^`]+))?`", re.S)


def promises(page):
    """The bullets of the page, each with its line."""
    found, at = [], None
    for number, line in enumerate(page.split("\n"), 1):
        if line.startswith("- "):
            found.append([number, line])
            at = found[-1]
        elif line.startswith("  ") and at is not None:
            at[1] += " " + line.strip()
        else:
            at = None
    return found


def main():
    source, build, planparse = map(pathlib.Path, sys.argv[1:])
    page = (source / "docs" / "promises.md").read_text(encoding="utf-8")
    listing = subprocess.run(["ctest", "--test-dir", str(build), "--show-only=json-v1"], capture_output=True, text=True,
                             check=True).stdout
    tests = {each["name"] for each in json.loads(listing)["tests"]}
    # A test that this machine cannot build or run is named with its program missing; its folder is there all the same.
    optional = {"browser.planview", "unit.python", "golden.proved"}
    cases = set()
    for path in (source / "tests").rglob("*_test.cpp"):
        cases |= set(re.findall(r'TEST_CASE\(\s*"((?:[^"\\]|\\.)*)"', path.read_text(encoding="utf-8")))

    failures, named = [], 0
    lines = promises(page)
    for number, text in lines:
        references = REFERENCE.findall(text)
        if not references:
            failures.append(f"docs/promises.md:{number}: no test is named: {text}")
        for name, case in references:
            named += 1
            case = re.sub(r"\s+", " ", case)
            if name not in tests | optional:
                failures.append(f"docs/promises.md:{number}: there is no test {name}")
            if case and case not in cases:
                failures.append(f"docs/promises.md:{number}: {name} has no case “{case}”")
    if len(lines) < 20 or named < 30 or not cases:
        failures.append(f"promises are not found any more: {len(lines)} lines, {named} tests")

    # Statuses: those that tests of command lines expect.
    statuses = {path.read_text().strip() for path in (source / "tests" / "cli").glob("*/*/status")}
    if not {"1", "2", "3"} <= statuses <= {"0", "1", "2", "3"}:
        failures.append(f"tests of command lines expect the statuses {sorted(statuses)}")

    # Limits: those of the program.
    help_text = subprocess.run([planparse, "--help"], capture_output=True, text=True, check=True).stdout
    limits = re.findall(r"--(?:max-[\w-]+|time-limit) [^\n]*?(?:\n\s+[^-\n]+)*?\(default: (\d+)M?\)", help_text)
    [promised] = [text for _, text in lines if "What an input may cost is bounded" in text]
    figures = re.findall(r"\d[\d,]*", promised)
    if sorted(figure.replace(",", "") for figure in figures) != sorted(limits) or len(limits) != 7:
        failures.append(f"the limits of planparse are {limits}, those promised {figures}")

    print(f"{len(lines)} promises, {named} tests named")
    print("\n".join(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
