#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes docs/output-reference.md from schemas/task-list.schema.json.

usage: output-reference.py [--check]     --check writes nothing and ends with status 1 where the page is not up to date
"""
import difflib
import json
import pathlib
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = SOURCE / "schemas" / "task-list.schema.json"
PAGE = SOURCE / "docs" / "output-reference.md"
HEAD = """# The task list, field by field

Made from [schemas/task-list.schema.json](../schemas/task-list.schema.json) by `tools/dev/output-reference.py`: change the
schema, not this page. [output.md](output.md) explains the terms and the rules for all fields. **Bold** fields are always
there; every other field is left out where it has nothing to say. A date is an ISO 8601 calendar date, civil time UTC+8.
"""
DATE = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"


def target_of(value):
    """Name of the definition that a value refers to, or None."""
    for part in [value, *value.get("allOf", [])]:
        if "$ref" in part:
            return part["$ref"].rsplit("/", 1)[1]
    return None


def form_of(value, definitions):
    name = target_of(value)
    if name:
        return f"[{name}](#{name})" if "properties" in definitions[name] else form_of(definitions[name], definitions)
    if "const" in value:
        return f"`{json.dumps(value['const'], ensure_ascii=False)}`"
    if "enum" in value:
        return ", ".join(f"`{word}`" for word in value["enum"])
    if value["type"] == "array":
        return "list of " + form_of(value["items"], definitions)
    if value.get("pattern") == DATE:
        return "date"
    form = value["type"]
    low, high = value.get("minimum"), value.get("maximum")
    if low is not None and high is not None:
        form += f", {low} to {high}"
    elif low is not None:
        form += f", {low} or more"
    return form


def meaning_of(value, definitions):
    name = target_of(value)
    text = value.get("description") or definitions[name]["description"].split(":")[0].rstrip(".") + "."
    if value.get("pattern") == DATE:
        text = text.replace(" ISO 8601 calendar date, civil time UTC+8.", "")
    elif len(value.get("pattern", "")) in range(1, 60):
        text += " Form: `" + value["pattern"].replace("|", "\\|") + "`"
    return text


def describe(name, value, definitions):
    yield f"\n## {name}\n\n{value['description']}\n"
    if "anyOf" in value:
        yield "At least one is there: " + " or ".join(f"`{one['required'][0]}`" for one in value["anyOf"]) + ".\n"
    if "then" in value:
        [(field, wanted)] = value["if"]["properties"].items()
        needed = value["then"]["required"][0]
        yield f"`{needed}` is there where `{field}` is `{wanted['const']}`, and nowhere else.\n"
    yield "| Field | Form | Meaning |\n|---|---|---|"
    for field, inner in value["properties"].items():
        shown = f"**`{field}`**" if field in value["required"] else f"`{field}`"
        yield f"| {shown} | {form_of(inner, definitions)} | {meaning_of(inner, definitions)} |"


def make_page():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    definitions = schema["definitions"]
    order = []

    def visit(value):  # definitions in the order in which they are met from the top
        name = target_of(value)
        if name and "properties" in definitions[name] and name not in order:
            order.append(name)
            visit(definitions[name])
        for inner in [*value.get("properties", {}).values(), value.get("items")]:
            if isinstance(inner, dict):
                visit(inner)

    visit(schema)
    lines = [HEAD.rstrip("\n"), *describe("Task list", schema, definitions)]
    for name in order:
        lines += describe(name, definitions[name], definitions)
    return "\n".join(lines) + "\n"


def main():
    page = make_page()
    if sys.argv[1:] != ["--check"]:
        PAGE.write_text(page, encoding="utf-8")
        return 0
    there = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    difference = difflib.unified_diff(there.splitlines(), page.splitlines(), str(PAGE.name), "as the schema says", lineterm="")
    for line in difference:
        print(line)
    if there != page:
        print("Take it over: python3 tools/dev/output-reference.py")
    return int(there != page)


if __name__ == "__main__":
    sys.exit(main())
