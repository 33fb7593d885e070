#!/usr/bin/env python3
"""Changes the extraction code in small ways and reports which changes no test notices.

usage: mutate.py [--build DIR] [--count N] [--seed N] [--folders extract,task,normalize] [--only FILE:LINE]
                 [--again REPORT] [--report FILE]

Needs a build with tests that is up to date (build/release). What it makes is in build/mutation: the library of that build
as a shared one, and the test programs linked to it, so that a mutant costs one compilation and one link. Mutants are
picked by the seed, the same each time. For each line of the report: KILLED and by which test, SURVIVED, or BROKEN (does
not compile, or not differently).

Status 1 where a mutant survives that is not in equivalent.tsv beside this file.
"""
import argparse
import json
import os
import pathlib
import random
import re
import shlex
import shutil
import subprocess
import sys

import mutants

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
SECONDS = 120  # a mutant may loop; the slowest test takes a few


def run(command, **options):
    return subprocess.run(command, capture_output=True, text=True, errors="replace", **options)


def last_command(build, target):
    lines = run(["ninja", "-C", build, "-t", "commands", target], check=True).stdout.splitlines()
    return lines[-1]


class Workshop:
    """A copy of the build in which one object can be changed."""

    def __init__(self, build, folder):
        self.build, self.folder = build, folder
        folder.mkdir(parents=True, exist_ok=True)
        archive = next(part for part in last_command(build, "libparse/libparse.a").split("&&") if " qc " in part)
        objects = [word for word in shlex.split(archive) if word.endswith(".o")]
        self.objects = {}
        for one in objects:
            copy = folder / "objects" / one
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(build / one, copy)
            self.objects[one] = copy
        self.library = folder / "libmutant.so"
        self.linker = ["-fuse-ld=mold"] if shutil.which("mold") else []
        with open(build / "compile_commands.json", encoding="utf-8") as file:
            self.compilations = {entry["file"]: entry["command"] for entry in json.load(file)}
        self.packages = []

    def link_program(self, target):
        """Links a test program of the build to the shared library; returns its path."""
        program = self.folder / pathlib.Path(target).name
        command = next(p for p in last_command(self.build, target).split("&&") if " -o " in p)
        words = shlex.split(command)
        self.packages = [word for word in words if ".so" in word or word == "-ldl"] or self.packages
        words[words.index("-o") + 1] = str(program)
        words = [str(self.library) if word == "libparse/libparse.a" else word for word in words]
        subprocess.run(words + self.linker + [f"-Wl,-rpath,{self.folder}"], cwd=self.build, check=True)
        return program

    def link_library(self, changed=None, by=None):
        files = [str(by if name == changed else path) for name, path in self.objects.items()]
        done = run(["c++", "-shared", "-o", self.library, *self.linker, *files, *self.packages], cwd=self.build)
        if done.returncode != 0:
            raise RuntimeError(done.stderr)

    def compile(self, source, text):
        """Compiles another text of a source file; the name of its object and the object, or None."""
        words = shlex.split(self.compilations[str(source)])
        name = words[words.index("-o") + 1]
        changed = self.folder / "mutant.cpp"
        changed.write_text(text, encoding="utf-8")
        made = self.folder / "mutant.o"
        words[words.index("-o") + 1] = str(made)
        words[words.index("-c") + 1] = str(changed)
        words = [word for word in words if not re.match(r"-O\d|-W", word)] + ["-O1", "-w"]
        done = run(words, cwd=self.build)
        return (name, made) if done.returncode == 0 else None


def load_tests(build, workshop, folders):
    """The tests to ask, those of the folders first: (name, command)."""
    listed = json.loads(run(["ctest", "--test-dir", build, "--show-only=json-v1"], check=True).stdout)["tests"]
    wanted = [f"unit.{folder}" for folder in folders]
    rest = r"golden\.(?!proved|readme|containers)|rules\..*_cases|score\.project|unit\.(extract|task|normalize|review|compare|outline)$"
    chosen = [test for test in listed if test["name"] in wanted or re.match(rest, test["name"])]
    chosen.sort(key=lambda test: (test["name"] not in wanted, not test["name"].startswith("golden."), test["name"]))
    programs, tests = {}, []
    for test in chosen:
        words = list(test["command"])
        target = os.path.relpath(words[0], build)
        if target not in programs:
            programs[target] = workshop.link_program(target)
        words[0] = str(programs[target])
        tests.append((test["name"], words))
    return tests


def noticed_by(tests, first):
    """The name of the first test that fails, or None; those of the mutant's own folder are asked first."""
    for name, command in sorted(tests, key=lambda test: test[0] != first):
        try:
            if run(command, cwd=ROOT, timeout=SECONDS).returncode != 0:
                return name
        except subprocess.TimeoutExpired:
            return name + " (hangs)"
    return None


def load_equivalent():
    with open(HERE / "equivalent.tsv", encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return {(path, before, after) for path, before, after, _ in lines}


def options():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1].split("\n\n")[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/release")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folders", default="extract,task,normalize")
    parser.add_argument("--only", help="FILE:LINE, all its mutants")
    parser.add_argument("--again", type=pathlib.Path, help="those that survived in this report")
    parser.add_argument("--report", type=pathlib.Path)
    return parser.parse_args()


def pick(args):
    found, texts = [], {}
    for folder in args.folders.split(","):
        for source in sorted((ROOT / "libparse/src" / folder).glob("*.cpp")):
            path = str(source.relative_to(ROOT))
            texts[path] = source.read_text(encoding="utf-8")
            found += mutants.mutants_of(path, texts[path])
    if args.again:
        lines = [line.rstrip("\n").split("\t") for line in args.again.read_text(encoding="utf-8").splitlines()]
        survived = {(line[2].split(":")[0], line[4], line[5]) for line in lines if line[0] == "SURVIVED"}
        picked = [one for one in found if (one.path, one.before, one.after) in survived]
    elif args.only:
        picked = [one for one in found if f"{one.path}:{one.line}".endswith(args.only)]
    else:
        picked = random.Random(args.seed).sample(found, min(args.count, len(found)))
    print(f"{len(found)} mutants, {len(picked)} picked", flush=True)
    return picked, texts


def main():
    args = options()
    picked, texts = pick(args)
    workshop = Workshop(args.build.resolve(), ROOT / "build/mutation")
    shutil.copy2(workshop.build / "libparse/libparse.a", workshop.folder)
    # Programs need a library to be linked to; packages are known only once one of them was looked at.
    workshop.packages = [w for w in shlex.split(last_command(workshop.build, "test_extract")) if ".so" in w or w == "-ldl"]
    workshop.link_library()
    tests = load_tests(workshop.build, workshop, args.folders.split(","))
    failing = noticed_by(tests, None)
    if failing:
        sys.exit(f"{failing} fails before anything is changed")
    print(f"asked: {len(tests)} tests", flush=True)

    equivalent, counts, unexplained = load_equivalent(), {}, 0
    with open(args.report or workshop.folder / "report.tsv", "w", encoding="utf-8") as report:
        for one in picked:
            built = workshop.compile(ROOT / one.path, mutants.apply(texts[one.path], one))
            if built is None:
                result, by = "BROKEN", ""
            else:
                workshop.link_library(*built)
                by = noticed_by(tests, "unit." + one.path.split("/")[2]) or ""
                result = "KILLED" if by else "SURVIVED"
            if result == "SURVIVED" and (one.path, one.before, one.after) in equivalent:
                result = "EQUIVALENT"
            unexplained += result == "SURVIVED"
            counts[result] = counts.get(result, 0) + 1
            line = "\t".join([result, by, f"{one.path}:{one.line}", one.kind, one.before, one.after])
            print(line, file=report, flush=True)
            if result == "SURVIVED":
                print(line, flush=True)
    workshop.link_library()
    print(", ".join(f"{count} {result.lower()}" for result, count in sorted(counts.items())))
    return unexplained > 0


if __name__ == "__main__":
    sys.exit(main())
