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
import typing

from ._library import ParseError
from .difference import Change, ChangeCount, ComparedTask, ComparedTasks, Difference, Plan
from .model import (Attachment, Baseline, Count, Decision, Diagnostic, DocNumber, Document, Explanation, Generator,
                    Jurisdiction, Organization, OrganizationTasks, PassedOver, Period, Reference, Responsibility,
                    Restatement, Section, Source, Span, Target, Task, TaskList, TaskSource, Time)
from .reader import Reader, loaded_library, read_lists, use_library
from .table import to_dataframe, to_rows

__all__ = ["Attachment", "Baseline", "Change", "ChangeCount", "ComparedTask", "ComparedTasks", "Count", "Decision",
           "Diagnostic", "Difference", "DocNumber", "Document", "Explanation", "Generator", "Jurisdiction",
           "Organization", "OrganizationTasks", "ParseError", "PassedOver", "Period", "Plan", "Reader", "Reference",
           "Responsibility", "Restatement", "Section", "Source", "Span", "Target", "Task", "TaskList", "TaskSource",
           "Time", "compare", "find_mentions", "parse_bytes", "parse_file", "parse_text", "read_lists",
           "to_dataframe", "to_rows", "use_library", "version"]


def version() -> str:
    """The version of libparse."""
    return loaded_library().version_text()


def parse_bytes(data: bytes, *, path: str = "", **options: typing.Any) -> TaskList:
    """Reads the bytes of one file: text, HTML, DOCX, XLSX, PDF or OFD. The options are those of `Reader`."""
    with Reader(**options) as reader:
        return reader.parse_bytes(data, path=path)


def parse_text(text: str, *, path: str = "", **options: typing.Any) -> TaskList:
    """Reads a text. The options are those of `Reader`."""
    with Reader(**options) as reader:
        return reader.parse_text(text, path=path)


def parse_file(path: str | os.PathLike[str], **options: typing.Any) -> TaskList:
    """Reads a file. The options are those of `Reader`. Errors: OSError where it cannot be opened."""
    with Reader(**options) as reader:
        return reader.parse_file(path)


def compare(before: TaskList, after: TaskList, mode: str = "version", *, rules: typing.Any = ()) -> Difference:
    """What differs between two lists: see `Reader.compare`."""
    with Reader(rules=rules) as reader:
        return reader.compare(before, after, mode)


def find_mentions(text: str, *, issued_on: str = "", year: int = 0) -> list[dict[str, typing.Any]]:
    """The organizations, times, quantities, references and labels of any Chinese text, as planmark writes them."""
    with Reader(as_of=issued_on, year=year) as reader:
        return reader.find_mentions(text)
