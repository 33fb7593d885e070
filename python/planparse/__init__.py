# SPDX-License-Identifier: MIT
"""Chinese government notices (公文) in, task lists out: libparse for Python.

>>> import planparse
>>> notice = planparse.parse_file("notice.docx")
>>> for task in notice.tasks:
...     print(task.id, task.title, [body.name for body in task.responsibilities])

Spans count code points, so ``notice.text[span.begin:span.end]`` is what they quote. The classes have the fields of the
JSON output (docs/output-reference.md) under their names there; what a list has nothing to say about is None, an empty
string or an empty list.
"""

from __future__ import annotations

import os

from ._library import Library, ParseError
from .model import (Attachment, Count, Diagnostic, DocNumber, Document, Generator, Jurisdiction, Organization,
                    OrganizationTasks, Period, Reference, Responsibility, Restatement, Section, Source, Span, Target,
                    Task, TaskList, TaskSource, Time)
from .table import to_dataframe, to_rows

__all__ = ["Attachment", "Count", "Diagnostic", "DocNumber", "Document", "Generator", "Jurisdiction", "Organization",
           "OrganizationTasks", "ParseError", "Period", "Reference", "Responsibility", "Restatement", "Section",
           "Source", "Span", "Target", "Task", "TaskList", "TaskSource", "Time", "find_mentions", "parse_bytes",
           "parse_file", "parse_text", "to_dataframe", "to_rows", "use_library", "version"]

_library: Library | None = None


def use_library(path: str | os.PathLike) -> None:
    """Takes this file as libparse instead of the one that the system finds. Errors: OSError."""
    global _library
    _library = Library(path)


def _loaded() -> Library:
    global _library
    if _library is None:
        _library = Library()
    return _library


def version() -> str:
    """The version of libparse."""
    return _loaded().version()


def parse_bytes(data: bytes, *, path: str = "", as_of: str = "", year: int = 0, format: str = "auto",
                encoding: str = "", rules=(), limits: dict[str, int] | None = None) -> TaskList:
    """Reads the bytes of one file: text, HTML, DOCX, XLSX, PDF or OFD.

    path    what ``document.source.path`` says
    as_of   ISO 8601 date that relative times count from where the notice gives none
    year    the year that yearless dates refer to; 0: taken from the notice
    rules   folders of rule files, the last on top
    limits  ``input_bytes``, ``expanded_bytes``, ``expansion_ratio``, ``archive_entries``, ``xml_depth``, ``pages``,
            ``time_ms``

    Errors: ParseError where the bytes or the rules cannot be read, ValueError for an option that has no such value.
    """
    json, text = _loaded().parse(data, path=path, as_of=as_of, year=year, format=format, encoding=encoding,
                                 rules=rules, limits=limits or {})
    return TaskList.from_json(json, text)


def parse_text(text: str, **options) -> TaskList:
    """Reads a text; the options are those of `parse_bytes`, without `format` and `encoding`."""
    return parse_bytes(text.encode("utf-8"), format="text", encoding="utf-8", **options)


def parse_file(path: str | os.PathLike, **options) -> TaskList:
    """Reads a file; the options are those of `parse_bytes`. Errors: OSError where it cannot be opened."""
    with open(path, "rb") as file:
        data = file.read()
    options.setdefault("path", os.fspath(path))
    return parse_bytes(data, **options)


def find_mentions(text: str, *, issued_on: str = "", year: int = 0) -> list[dict]:
    """The organizations, times, quantities, references and labels of any Chinese text, as planmark writes them."""
    return _loaded().find_mentions(text.encode("utf-8"), as_of=issued_on, year=year, format="text", encoding="utf-8")
