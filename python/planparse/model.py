# SPDX-License-Identifier: MIT
"""The task list as dataclasses: one for each object of schemas/task-list.schema.json, with its fields in its order."""

from __future__ import annotations

import dataclasses
import functools
import typing
from dataclasses import dataclass, field

_T = typing.TypeVar("_T")


@dataclass
class Span:
    """Code points of the text, half-open: ``text[begin:end]``."""
    begin: int = 0
    end: int = 0

    def of(self, text: str) -> str:
        return text[self.begin:self.end]


@dataclass
class Generator:
    name: str = ""
    version: str = ""


@dataclass
class Source:
    path: str = ""
    sha256: str = ""
    media_type: str = ""
    encoding: str = ""
    bytes: int = 0
    characters: int = 0


@dataclass
class DocNumber:
    text: str = ""
    agency: str = ""
    year: typing.Optional[int] = None
    serial: typing.Optional[int] = None


@dataclass
class Jurisdiction:
    name: str = ""
    level: str = ""


@dataclass
class Period:
    start: str = ""
    end: str = ""


@dataclass
class Reference:
    title: str = ""
    kind: str = ""
    doc_number: typing.Optional[DocNumber] = None
    standard: str = ""
    issuers: typing.List[str] = field(default_factory=list)
    span: typing.Optional[Span] = None


@dataclass
class Attachment:
    number: typing.Optional[int] = None
    title: str = ""
    section: str = ""


@dataclass
class OrganizationTasks:
    role: str = ""
    ids: typing.List[str] = field(default_factory=list)


@dataclass
class Organization:
    name: str = ""
    names: typing.List[str] = field(default_factory=list)
    level: str = ""
    kind: str = ""
    tasks: typing.List[OrganizationTasks] = field(default_factory=list)


@dataclass
class Document:
    source: Source = field(default_factory=Source)
    genre: str = ""
    title: str = ""
    doc_number: typing.Optional[DocNumber] = None
    issuers: typing.List[str] = field(default_factory=list)
    issued_on: str = ""
    published_on: str = ""
    printed_on: str = ""
    printed_by: str = ""
    addressees: typing.List[str] = field(default_factory=list)
    cc: typing.List[str] = field(default_factory=list)
    disclosure: str = ""
    jurisdiction: typing.Optional[Jurisdiction] = None
    year: typing.Optional[int] = None
    period: typing.Optional[Period] = None
    references: typing.List[Reference] = field(default_factory=list)
    attachments: typing.List[Attachment] = field(default_factory=list)
    organizations: typing.List[Organization] = field(default_factory=list)


@dataclass
class Section:
    id: str = ""
    parent: str = ""
    form: str = ""
    label: str = ""
    number: typing.Optional[int] = None
    depth: int = 0
    title: str = ""
    span: Span = field(default_factory=Span)


@dataclass
class Responsibility:
    role: str = ""
    organization: str = ""
    name: str = ""
    canonical: str = ""
    group: bool = False
    scope: str = ""
    inherited: bool = False
    span: Span = field(default_factory=Span)

    @property
    def fullest_name(self) -> str:
        """The fullest name of the body in the notice."""
        return self.canonical or self.name


@dataclass
class Count:
    comparator: str = ""
    value: int = 0


@dataclass
class Time:
    type: str = ""
    text: str = ""
    span: Span = field(default_factory=Span)
    start: str = ""
    end: str = ""
    every: str = ""
    count: typing.Optional[Count] = None
    by: str = ""
    within: str = ""
    after: str = ""
    edtf: str = ""
    rrule: str = ""
    basis: str = ""
    rule: str = ""


@dataclass
class Baseline:
    """What a change is measured against."""
    text: str = ""
    year: typing.Optional[int] = None
    value: typing.Optional[float] = None


@dataclass
class Target:
    indicator: str = ""
    comparator: str = ""
    value: float = 0
    max: typing.Optional[float] = None
    unit: str = ""
    written: str = ""
    ucum: str = ""
    quantity_kind: str = ""
    direction: str = ""
    baseline: typing.Optional[Baseline] = None
    nature: str = ""
    text: str = ""
    span: Span = field(default_factory=Span)
    by: typing.Optional[int] = None
    rule: str = ""


@dataclass
class TaskSource:
    page: typing.Optional[int] = None
    paragraph: typing.Optional[int] = None
    cell: str = ""


@dataclass
class Restatement:
    span: Span = field(default_factory=Span)
    source: typing.Optional[TaskSource] = None


@dataclass
class Decision:
    of: str = ""
    is_: str = field(default="", metadata={"name": "is"})
    by: str = ""
    rule: str = ""
    habit: str = ""
    span: typing.Optional[Span] = None


@dataclass
class PassedOver:
    of: str = ""
    text: str = ""
    rule: str = ""
    habit: str = ""
    reason: str = ""
    word: str = ""
    span: typing.Optional[Span] = None


@dataclass
class Explanation:
    """Why a task was read so: with ``explain=True`` only."""
    decisions: typing.List[Decision] = field(default_factory=list)
    passed_over: typing.List[PassedOver] = field(default_factory=list)


@dataclass
class Task:
    id: str = ""
    fingerprint: str = ""
    kind: str = ""
    section: str = ""
    path: typing.List[str] = field(default_factory=list)
    title: str = ""
    text: str = ""
    span: Span = field(default_factory=Span)
    source: typing.Optional[TaskSource] = None
    responsibilities: typing.List[Responsibility] = field(default_factory=list)
    times: typing.List[Time] = field(default_factory=list)
    targets: typing.List[Target] = field(default_factory=list)
    references: typing.List[Reference] = field(default_factory=list)
    restated: typing.List[Restatement] = field(default_factory=list)
    explain: typing.Optional[Explanation] = None


@dataclass
class Diagnostic:
    code: str = ""
    severity: str = ""
    message: str = ""
    span: typing.Optional[Span] = None
    task: str = ""


@dataclass
class TaskList:
    """A notice read. `text` is what spans refer to; `json` the list as planparse writes it."""
    schema: str = ""
    generator: Generator = field(default_factory=Generator)
    document: Document = field(default_factory=Document)
    sections: typing.List[Section] = field(default_factory=list)
    tasks: typing.List[Task] = field(default_factory=list)
    diagnostics: typing.List[Diagnostic] = field(default_factory=list)
    text: str = field(default="", repr=False)
    json: typing.Dict[str, typing.Any] = field(default_factory=dict, repr=False)

    @classmethod
    def from_json(cls, tree: typing.Dict[str, typing.Any], text: str = "") -> TaskList:
        """Of a list in JSON. Fields that this version does not know are passed over; `json` keeps them."""
        made = made_of(cls, {name: value for name, value in tree.items() if name not in ("text", "json")})
        made.text, made.json = text, tree
        return made


@functools.lru_cache(maxsize=None)
def _fields(cls: typing.Any) -> dict[str, tuple[str, typing.Any, bool]]:
    """Name in JSON → (name of the attribute, class of the value or of its elements, whether it is a list)."""
    hints = typing.get_type_hints(cls)
    found = {}
    for each in dataclasses.fields(cls):
        hint = hints[each.name]
        arguments = typing.get_args(hint)
        found[each.metadata.get("name", each.name)] = (each.name, arguments[0] if arguments else hint,
                                                       typing.get_origin(hint) is list)
    return found


def made_of(cls: typing.Type[_T], value: typing.Any) -> _T:
    """An object of a dataclass, of its form in JSON. Fields that the class does not have are passed over."""
    if not dataclasses.is_dataclass(cls):
        return typing.cast(_T, value)
    values = {}
    for name, (attribute, inner, many) in _fields(typing.cast(typing.Hashable, cls)).items():
        if name in value:
            values[attribute] = [made_of(inner, each) for each in value[name]] if many else made_of(inner, value[name])
    return cls(**values)
