"""Small changes to C++ source, one at a time, that a test should notice."""
import dataclasses
import re


@dataclasses.dataclass(frozen=True)
class Mutant:
    path: str  # below the root of the project
    line: int  # from 1
    kind: str
    before: str  # the line, without its indent
    after: str


# (kind, pattern, replacement): every match in a line is one mutant. Operators stand between spaces (clang-format sees to
# it), which keeps templates and pointers out.
REPLACEMENTS = [
    ("equality", r" == ", " != "),
    ("equality", r" != ", " == "),
    ("border", r" < ", " <= "),
    ("border", r" <= ", " < "),
    ("border", r" > ", " >= "),
    ("border", r" >= ", " > "),
    ("order", r" < ", " > "),
    ("logic", r" && ", " || "),
    ("logic", r" \|\| ", " && "),
    ("off by one", r" \+ 1\b", ""),
    ("off by one", r" - 1\b", ""),
    ("off by one", r"(?<![\w.])([2-9])(?![\w.'])", lambda m: str(int(m[1]) + 1)),
    ("sign", r" \+ ", " - "),
    ("truth", r"\btrue\b", "false"),
    ("truth", r"\bfalse\b", "true"),
    ("negation", r"(?<=[(\s])!(?=[\w(])", ""),
]
# A whole statement on its line, but no declaration and nothing that the compiler needs (return, case).
STATEMENT = re.compile(r"^\s*(?!return|case|default|using|typedef|else|break|throw|const |auto |static |std::|#|//)"
                       r"[\w.\->\[\]]+(\(.*\)| [-+|&]?= .*|\+\+|--);$")
JUMP = re.compile(r"^\s*(.*\) )?(continue|break);$")
CONDITION = re.compile(r"\bif \((?!const |auto )(.*?)\)( \{| return| continue| break|$)")


def code_lines(text):
    """Numbers and texts of the lines that hold code to change: no comments, directives and assertions about types."""
    for number, line in enumerate(text.split("\n"), 1):
        code = line.split("  // ")[0].rstrip()
        if code.strip() and not re.match(r"\s*(//|#|static_assert|template|namespace|using|\}$|enum|struct|class)", code):
            yield number, code


def without_strings(code):
    """The line with the content of its literals blanked out, so that patterns do not match there."""
    return re.sub(r'"(\\.|[^"\\])*"|\'(\\.|[^\'\\])\'', lambda m: m[0][0] + "·" * (len(m[0]) - 2) + m[0][0], code)


def is_balanced(text):
    depth = 0
    for c in text:
        depth += (c == "(") - (c == ")")
        if depth < 0:
            return False
    return depth == 0


def mutants_of(path, text):
    """All mutants of one file, in the order of their places."""
    found = []

    def add(number, code, kind, after):
        if after != code:
            found.append(Mutant(path, number, kind, code.strip(), after.strip()))

    for number, code in code_lines(text):
        blank = without_strings(code)
        for kind, pattern, replacement in REPLACEMENTS:
            for match in re.finditer(pattern, blank):
                new = replacement(match) if callable(replacement) else replacement
                add(number, code, kind, code[: match.start()] + new + code[match.end() :])
        for match in CONDITION.finditer(blank):
            inner = code[match.start(1) : match.end(1)]
            if ";" not in inner and is_balanced(inner):
                add(number, code, "condition", code[: match.start(1)] + f"!({inner})" + code[match.end(1) :])
        if STATEMENT.match(code):
            add(number, code, "statement", code[: len(code) - len(code.lstrip())] + ";")
        if JUMP.match(code):
            add(number, code, "statement", re.sub(r"(continue|break);$", ";", code))
    return found


def apply(text, mutant):
    lines = text.split("\n")
    line = lines[mutant.line - 1]
    indent = line[: len(line) - len(line.lstrip())]
    lines[mutant.line - 1] = indent + mutant.after
    return "\n".join(lines)
