#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds today's schemas against each released one (schemas/released/VERSION): docs/promises.md, "The form of the output".

usage: check_schemas.py SOURCE_DIR

Of what planparse writes, a reader of a released form must still understand everything: no property goes or changes, none
becomes or ceases to be required, words of enumerations are the same; only optional properties are new, and no code of a
diagnostic or check (codes.txt) is gone. Of what it reads
(requests, policies, rule files), everything that was right must still be right: properties and words may be new.
"""
import copy
import json
import pathlib
import re
import sys

READ = {"filter-request", "policy", "rules"}
FOR_PEOPLE = {"description", "title", "$comment", "$id", "examples", "definitions"}


class Comparison:
    """Complaints about `new`, which must be compatible with `old`; both are whole schemas with definitions."""

    def __init__(self, old, new, is_read):
        self.old, self.new, self.is_read = old, new, is_read
        self.complaints, self.seen = [], set()
        self.compare(old, new, "")

    def resolve(self, root, schema):
        while isinstance(schema, dict) and "$ref" in schema:
            found = root
            for part in schema["$ref"].removeprefix("#/").split("/"):
                found = found[part]
            schema = {**found, **{name: value for name, value in schema.items() if name != "$ref"}}
        return schema

    def complain(self, where, what):
        self.complaints.append(f"{where or '/'}: {what}")

    def compare(self, old, new, where):
        key = json.dumps([old, new], sort_keys=True)
        if key in self.seen:  # a definition that refers to itself
            return
        self.seen.add(key)
        old, new = self.resolve(self.old, old), self.resolve(self.new, new)
        if not isinstance(old, dict) or not isinstance(new, dict):
            if old != new:
                self.complain(where, f"was {old}, is {new}")
            return
        for name in sorted((set(old) | set(new)) - FOR_PEOPLE):
            before, after = old.get(name), new.get(name)
            if name == "properties" or name == "patternProperties":
                self.compare_properties(before or {}, after or {}, where)
            elif name == "required":
                self.compare_required(set(before or []), set(after or []), where)
            elif name == "enum" and before and after:
                gone, come = set(before) - set(after), set(after) - set(before)
                if gone or (come and not self.is_read):
                    self.complain(where, f"words gone: {sorted(gone)}, come: {sorted(come)}")
            elif name in ("items", "not", "if", "then", "else", "additionalProperties") and None not in (before, after):
                self.compare(before, after, where + ("/0" if name == "items" else f" ({name})"))
            elif name in ("allOf", "anyOf", "oneOf") and before and after and len(before) == len(after):
                for index, (one, other) in enumerate(zip(before, after)):
                    self.compare(one, other, f"{where} ({name} {index})")
            elif before != after:
                self.complain(where, f"{name} was {before}, is {after}")

    def compare_properties(self, old, new, where):
        for name, before in old.items():
            if name in new:
                self.compare(before, new[name], f"{where}/{name}")
            else:
                self.complain(f"{where}/{name}", "is gone")

    def compare_required(self, old, new, where):
        for name in sorted(new - old):
            self.complain(f"{where}/{name}", "has become required")
        if not self.is_read:
            for name in sorted(old - new):
                self.complain(f"{where}/{name}", "is not required any more: a reader may rely on it")


def check_the_check():
    """What must be complained about is: a check that finds nothing is none."""
    old = {"type": "object", "required": ["a"],
           "properties": {"a": {"$ref": "#/definitions/a"}, "b": {"type": "array", "items": {"$ref": "#/definitions/c"}}},
           "definitions": {"a": {"enum": ["x", "y"]},
                           "c": {"type": "object", "properties": {"d": {"type": "string", "pattern": "^a$"}}}}}

    def changed(change):
        new = copy.deepcopy(old)
        change(new)
        return new

    def inner(schema):
        return schema["definitions"]["c"]["properties"]

    breaking = [
        lambda s: s["properties"].pop("b"), lambda s: inner(s).pop("d"), lambda s: s["required"].append("b"),
        lambda s: inner(s)["d"].update(type="number"), lambda s: inner(s)["d"].update(pattern="^b$"),
        lambda s: s["definitions"]["a"]["enum"].remove("x"), lambda s: inner(s)["d"].update(maxLength=3),
        lambda s: s["definitions"]["c"].update(required=["d"]),
    ]
    breaking_written = [lambda s: s["required"].remove("a"), lambda s: s["definitions"]["a"]["enum"].append("z")]
    allowed = [lambda s: inner(s).update(e={"type": "string"}), lambda s: inner(s)["d"].update(description="d")]
    for is_read in (False, True):
        for changes, is_wrong in ((breaking, True), (breaking_written, not is_read), (allowed, False)):
            for index, change in enumerate(changes):
                if bool(Comparison(old, changed(change), is_read).complaints) != is_wrong:
                    sys.exit(f"the check itself is wrong: change {index}, read: {is_read}, wrong: {is_wrong}")


def main():
    source = pathlib.Path(sys.argv[1])
    check_the_check()
    today = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (source / "schemas").glob("*.json")}
    releases = sorted(path for path in (source / "schemas" / "released").iterdir() if path.is_dir())
    failures = [] if releases and today else ["there is nothing to compare"]
    pages = "".join((source / "docs" / page).read_text(encoding="utf-8") for page in ("diagnostics.md", "checks.md"))
    codes = set(re.findall(r"^\| \[?`([a-z0-9-]+)`", pages, re.M))
    named = re.findall(r"^## \[(\d+\.\d+\.\d+)\]", (source / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    failures += [f"schemas/released/{version} is missing" for version in named
                 if version not in {path.name for path in releases}]
    for release in releases:
        for path in sorted(release.glob("*.json")):
            old = json.loads(path.read_text(encoding="utf-8"))
            new = today.get(path.name)
            if new is None or old["$id"] != new["$id"]:
                # A new form (/2) has a schema of its own beside this one.
                failures.append(f"{release.name}: today has no {path.name} of the form {old['$id']}")
                continue
            found = Comparison(old, new, path.name.removesuffix(".schema.json") in READ).complaints
            failures += [f"{release.name}: {path.name}: {each}" for each in found]
        released = (release / "codes.txt").read_text(encoding="utf-8").split()
        failures += [f"{release.name}: the code {code} is in no table any more: say there what became of it"
                     for code in released if code not in codes]
        failures += [] if len(released) > 50 else [f"{release.name}: codes.txt has no codes"]
        print(f"{release.name}: {len(list(release.glob('*.json')))} schemas")
    print("\n".join(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
