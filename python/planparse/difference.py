# SPDX-License-Identifier: MIT
"""How two task lists differ, as dataclasses: one for each object of schemas/plan-diff.schema.json, with its fields."""

from __future__ import annotations

import typing
from dataclasses import dataclass, field

from .model import Generator, Span, made_of


@dataclass
class Plan:
    """A list that was compared. `tasks` is their number."""
    path: str = ""
    title: str = ""
    doc_number: str = ""
    issued_on: str = ""
    tasks: int = 0


@dataclass
class ChangeCount:
    change: str = ""
    count: int = 0


@dataclass
class Change:
    """One thing that differs; docs/output.md, "Differences", has the words. `days` is new date minus old date."""
    change: str = ""
    subject: str = ""
    before: str = ""
    after: str = ""
    days: typing.Optional[int] = None


@dataclass
class ComparedTask:
    id: str = ""
    fingerprint: str = ""
    path: typing.List[str] = field(default_factory=list)
    title: str = ""
    text: str = ""
    span: Span = field(default_factory=Span)


@dataclass
class ComparedTasks:
    """Tasks that belong together. `similarity` is per cent."""
    before: typing.List[ComparedTask] = field(default_factory=list)
    after: typing.List[ComparedTask] = field(default_factory=list)
    similarity: typing.Optional[int] = None
    changes: typing.List[Change] = field(default_factory=list)


@dataclass
class Difference:
    """What `compare` gives; `json` is the same as plandiff writes it."""
    schema: str = ""
    generator: Generator = field(default_factory=Generator)
    mode: str = ""
    before: Plan = field(default_factory=Plan)
    after: Plan = field(default_factory=Plan)
    unchanged: int = 0
    counts: typing.List[ChangeCount] = field(default_factory=list)
    head: typing.List[Change] = field(default_factory=list)
    sections: typing.List[Change] = field(default_factory=list)
    tasks: typing.List[ComparedTasks] = field(default_factory=list)
    json: typing.Dict[str, typing.Any] = field(default_factory=dict, repr=False)

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.head or self.sections or self.tasks)

    @classmethod
    def from_json(cls, tree: typing.Dict[str, typing.Any]) -> Difference:
        made = made_of(cls, {name: value for name, value in tree.items() if name != "json"})
        made.json = tree
        return made
