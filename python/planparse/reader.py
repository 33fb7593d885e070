# SPDX-License-Identifier: MIT
"""Notices and task lists read, and lists compared, with one set of options."""

from __future__ import annotations

import os
import typing

from ._library import Library, Options, ParseError
from .difference import Difference
from .model import TaskList

_library: Library | None = None

Rules = typing.Union[str, "os.PathLike[str]", typing.Iterable[typing.Union[str, "os.PathLike[str]"]]]


def use_library(path: str | os.PathLike[str]) -> None:
    """Takes this file as libparse instead of the one that the system finds. Errors: OSError."""
    global _library
    _library = Library(path)


def loaded_library() -> Library:
    global _library
    if _library is None:
        _library = Library()
    return _library


class Reader:
    """Reads notices with the same options; rule folders are read once.

    as_of     ISO 8601 date that relative times count from where the notice gives none
    year      the year that yearless dates refer to; 0: taken from the notice
    format    ``auto``, ``text``, ``html``, ``docx``, ``xlsx``, ``pdf`` or ``ofd``
    encoding  a WHATWG label such as ``gb18030``; "": found by the bytes
    rules     folders of rule files, the last on top
    limits    ``input_bytes``, ``expanded_bytes``, ``expansion_ratio``, ``archive_entries``, ``xml_depth``, ``pages``,
              ``time_ms``
    explain   tasks say why they were read so

    Threads may share a reader. ``with Reader(…) as reader:`` closes it; a closed one raises ValueError.
    Errors: ParseError where the rules cannot be read, ValueError for an option that has no such value, OSError without
    the shared library.
    """

    def __init__(self, *, as_of: str = "", year: int = 0, format: str = "auto", encoding: str = "", rules: Rules = (),
                 limits: dict[str, int] | None = None, explain: bool = False) -> None:
        self._options = Options(loaded_library(), as_of=as_of, year=year, format=format, encoding=encoding,
                                rules=rules, limits=limits, explain=explain)

    def close(self) -> None:
        """Frees the options and rules. What was read stays."""
        self._options.close()

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        if hasattr(self, "_options"):
            self._options.close()

    def parse_bytes(self, data: bytes, *, path: str = "") -> TaskList:
        """Reads the bytes of one file. `path` is what ``document.source.path`` says. Errors: ParseError."""
        return self._parse(data, path=path)

    def parse_text(self, text: str, *, path: str = "") -> TaskList:
        """Reads a text."""
        return self._parse(text.encode("utf-8"), path=path, format="text", encoding="utf-8")

    def parse_file(self, path: str | os.PathLike[str]) -> TaskList:
        """Reads a file. Errors: ParseError, with the path; OSError where it cannot be opened."""
        with open(path, "rb") as file:
            data = file.read()
        return self._parse(data, path=os.fspath(path))

    def compare(self, before: TaskList, after: TaskList, mode: str = "version") -> Difference:
        """What differs between two lists: two versions of one plan, or (``cascade``) a superior's plan and the one that
        carries it out."""
        with self._options.copy() as options:
            return Difference.from_json(options.functions.compare_trees(before.json, after.json, mode, options))

    def find_mentions(self, text: str) -> list[dict[str, typing.Any]]:
        """The organizations, times, quantities, references and labels of any Chinese text, as planmark writes them.
        `as_of` is the date that it was issued on."""
        with self._options.copy(format="text", encoding="utf-8") as options:
            return options.functions.mentions(text.encode("utf-8"), options)

    def _parse(self, data: bytes, **texts: str) -> TaskList:
        with self._options.copy(**texts) as options:
            try:
                tree, text = options.functions.parse_tree(data, options)
            except ParseError as error:
                error.where = error.where or texts["path"]
                raise
        return TaskList.from_json(tree, text)


def read_lists(path: str | os.PathLike[str], *, format: str = "auto") -> list[TaskList]:
    """Reads the task lists of a file that planparse or planconv wrote, without the text of their notices.

    format  ``json``, ``ndjson``, ``yaml``; ``auto``: YAML where the file does not begin with ``{``

    Errors: ParseError with the line where the file holds anything else, OSError where it cannot be opened.
    """
    with open(path, "rb") as file:
        data = file.read()
    if format == "auto":
        format = "json" if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else "yaml"
    return [TaskList.from_json(tree) for tree in loaded_library().read_trees(data, format, os.fspath(path))]
