# SPDX-License-Identifier: MIT
"""Task lists as tables."""

from __future__ import annotations

import typing

from .model import TaskList

if typing.TYPE_CHECKING:
    import pandas  # type: ignore[import]

_LEADING = ("lead", "responsible", "implement")


def to_rows(lists: TaskList | typing.Iterable[TaskList]) -> list[dict[str, typing.Any]]:
    """One dictionary a task, with the bodies in charge, the bodies that help and the last day of its first deadline."""
    rows = []
    for notice in [lists] if isinstance(lists, TaskList) else lists:
        for task in notice.tasks:
            deadlines = [time for time in task.times if time.type in ("deadline", "period") and time.end]
            rows.append({
                "notice": notice.document.title,
                "doc_number": notice.document.doc_number.text if notice.document.doc_number else "",
                "id": task.id,
                "kind": task.kind,
                "title": task.title,
                "text": task.text,
                "lead": [body.fullest_name for body in task.responsibilities if body.role in _LEADING],
                "support": [body.fullest_name for body in task.responsibilities if body.role not in _LEADING],
                "due": deadlines[0].end if deadlines else None,
                "targets": [target.text for target in task.targets],
                "fingerprint": task.fingerprint,
            })
    return rows


def to_dataframe(lists: TaskList | typing.Iterable[TaskList]) -> pandas.DataFrame:
    """The same as a pandas.DataFrame, `due` as dates. Errors: ImportError without pandas."""
    import pandas

    frame = pandas.DataFrame(to_rows(lists), columns=["notice", "doc_number", "id", "kind", "title", "text", "lead",
                                                      "support", "due", "targets", "fingerprint"])
    frame["due"] = pandas.to_datetime(frame["due"])
    return frame
