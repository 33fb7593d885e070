#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the pages say of each other and of the tools holds: every page is reached from the README, links with an anchor lead
to a heading, options that pages name exist, and docs/cli.md names every option of every tool.

usage: check_pages.py SOURCE_DIR TOOL_DIR[:TOOL_DIR…]
"""
import pathlib
import re
import subprocess
import sys

TOOLS = ("planparse", "plancheck", "planconv", "plandiff", "planview", "planmark")
LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCED = re.compile(r"^ *(```+)(?P<language>[\w-]*)[^\n]*\n(?P<text>.*?)^ *\1$", re.M | re.S)
OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z-]*)")
# Options of other programs that pages name by themselves.
OTHERS = {"--define-variable", "--static", "--update", "--fix", "--min", "--show", "--details", "--docs", "--gold", "--preset",
          "--prefix", "--no-install-recommends", "--disable-new-dtags", "--tools", "--strip-components", "--map-root-user", "--net", "--workdir",
          "--system-site-packages"}


def headings(text):
    """The anchors of a page, as GitHub makes them."""
    found = set()
    for title in re.findall(r"^#+ +(.+?) *$", FENCED.sub("", text), re.M):
        title = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", title)
        slug = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        number, unique = 0, slug
        while unique in found:
            number += 1
            unique = f"{slug}-{number}"
        found.add(unique)
    return found


def check_links(source, pages, failures):
    texts = {page: page.read_text(encoding="utf-8") for page in pages}
    reached, waiting = set(), [source / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page not in texts:
            continue
        reached.add(page)
        for link in LINK.findall(FENCED.sub("", texts[page])):
            if "://" in link or link.startswith("mailto:"):
                continue
            path, _, anchor = link.partition("#")
            target = (page.parent / path).resolve() if path else page
            if target.is_dir():  # a folder is listed by whoever shows it
                waiting += [each for each in pages if each.parent == target]
            waiting.append(target)
            if anchor and target in texts and anchor not in headings(texts[target]):
                failures.append(f"{page.relative_to(source)}: there is no heading {link}")
    failures += [f"{page.relative_to(source)}: no page leads here from README.md" for page in pages if page not in reached]


def options_of(tool, path):
    """Long options that a tool takes, with those that its help does not show."""
    text = subprocess.run([tool, "--help"], capture_output=True, text=True, check=True, env={"PATH": path}).stdout
    return set(re.findall(r"^ {2}(?:-\w, ?)?.*?(--[a-z][a-z-]*)", text, re.M)) | {"--man", "--completion", "--format"}


def check_options(source, pages, known, failures):
    everything = set().union(*known.values()) | OTHERS
    checked = 0
    for page in pages:
        if page.name == "CHANGELOG.md" or "decisions" in page.parts:
            continue  # they tell of what was
        name, text = page.relative_to(source), page.read_text(encoding="utf-8")
        spans = re.findall(r"`([^`\n]+)`", FENCED.sub("", text))
        for found in FENCED.finditer(text):
            if found["language"] in ("sh", "console"):
                lines = found["text"].replace("\\\n", " ").split("\n")
                spans += [part for line in lines for part in re.split(r"\||&&|;|\$\(|<\(", line.split(" #")[0])]
        for span in spans:
            words = span.strip().split()
            tool = next((word for word in words[:1] if word in TOOLS), None)
            if tool is None and not span.startswith("--"):
                continue
            for option in OPTION.findall(span):
                checked += 1
                if option not in (known[tool] if tool else everything):
                    where = tool or "any tool, nor in OTHERS of tests/docs/check_pages.py"
                    failures.append(f"{name}: there is no {option} in {where}: {span.strip()}")
    if checked < 100:
        failures.append(f"options are not found any more: {checked}")
    return checked


def main():
    source = pathlib.Path(sys.argv[1]).resolve()
    path = sys.argv[2] + ":/usr/bin:/bin"
    pages = [*source.glob("*.md"), *(source / "docs").rglob("*.md"), *(source / "samples").rglob("*.md"),
             *(source / "schemas").rglob("*.md")]
    failures = []
    check_links(source, pages, failures)
    known = {tool: options_of(tool, path) for tool in TOOLS}
    checked = check_options(source, pages, known, failures)
    manual = (source / "docs" / "cli.md").read_text(encoding="utf-8")
    for tool, options in known.items():
        failures += [f"docs/cli.md does not name {option} of {tool}" for option in sorted(options)
                     if not re.search(re.escape(option) + r"(?![\w-])", manual)]
    print(f"{len(pages)} pages, {checked} options named")
    print("\n".join(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
