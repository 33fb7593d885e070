# SPDX-License-Identifier: MIT
"""libparse.h through ctypes."""

from __future__ import annotations

import ctypes
import json
import os
import sys
import typing
from ctypes import POINTER, byref, c_char_p, c_int, c_size_t, c_uint64, c_void_p

_CODES = ("ok", "unreadable", "encoding", "not_text", "damaged", "limit", "rules", "format", "unwritable", "argument",
          "memory", "internal")
_LIMITS = ("input_bytes", "expanded_bytes", "expansion_ratio", "archive_entries", "xml_depth", "pages", "time_ms")
_FORMATS = ("json", "yaml", "ndjson")
_COMPARISONS = ("version", "cascade")


class ParseError(Exception):
    """What libparse cannot read.

    code     ``damaged``, ``limit``, ``not_text`` …: the words of libparse::ErrorCode
    message  one English sentence
    where    ``path``, ``path:line`` or ``path:line:column``, or ""
    """

    def __init__(self, code: str, message: str, where: str = "") -> None:
        super().__init__(code, message, where)
        self.code = code
        self.message = message
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message

    def __reduce__(self) -> tuple[typing.Any, ...]:
        return type(self), (self.code, self.message, self.where)


def _file_name() -> str:
    if sys.platform == "darwin":
        return "libparse.0.dylib"
    return "parse.dll" if sys.platform == "win32" else "libparse.so.0"


_SIGNATURES: dict[str, tuple[typing.Any, ...]] = {
    "version": (c_char_p,),
    "error_message": (c_char_p, c_void_p),
    "error_where": (c_char_p, c_void_p),
    "error_free": (None, c_void_p),
    "options_new": (c_void_p,),
    "options_copy": (c_void_p, c_void_p),
    "options_free": (None, c_void_p),
    "options_set_path": (c_int, c_void_p, c_char_p),
    "options_set_as_of": (c_int, c_void_p, c_char_p),
    "options_set_year": (c_int, c_void_p, c_int),
    "options_set_format": (c_int, c_void_p, c_char_p),
    "options_set_encoding": (c_int, c_void_p, c_char_p),
    "options_set_limit": (c_int, c_void_p, c_int, c_uint64),
    "options_set_explain": (c_int, c_void_p, c_int),
    "options_add_rules": (c_int, c_void_p, c_char_p, POINTER(c_void_p)),
    "parse": (c_int, c_char_p, c_size_t, c_void_p, POINTER(c_void_p), POINTER(c_void_p)),
    "notice_free": (None, c_void_p),
    "notice_text": (c_void_p, c_void_p, POINTER(c_size_t)),
    "notice_write": (c_int, c_void_p, c_int, POINTER(c_void_p), POINTER(c_void_p)),
    "lists_read": (c_int, c_char_p, c_size_t, c_int, c_char_p, POINTER(c_void_p), POINTER(c_void_p)),
    "lists_count": (c_size_t, c_void_p),
    "lists_notice": (c_void_p, c_void_p, c_size_t),
    "lists_free": (None, c_void_p),
    "compare": (c_int, c_void_p, c_void_p, c_int, c_void_p, POINTER(c_void_p), POINTER(c_void_p)),
    "find_mentions": (c_int, c_char_p, c_size_t, c_void_p, POINTER(c_void_p), POINTER(c_void_p)),
    "buffer_data": (c_void_p, c_void_p),
    "buffer_size": (c_size_t, c_void_p),
    "buffer_free": (None, c_void_p),
}


class Library:
    """The shared library. Its calls release the interpreter's lock, so threads read notices side by side."""

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        library = ctypes.CDLL(_file_name() if path is None else os.fspath(path))
        self._functions = {}
        for name, (result, *arguments) in _SIGNATURES.items():
            function = getattr(library, "libparse_" + name)
            function.restype, function.argtypes = result, arguments
            self._functions[name] = function

    def __getattr__(self, name: str) -> typing.Any:
        """A function of libparse.h: ``library.notice_free``."""
        try:
            return self.__dict__["_functions"][name]
        except KeyError:
            raise AttributeError(name) from None

    def version_text(self) -> str:
        return str(self.version().decode())

    def parse_tree(self, data: bytes, options: Options) -> tuple[dict[str, typing.Any], str]:
        """The task list as a tree, and the text that its spans refer to."""
        notice = self.make("parse", data, len(data), options.handle)
        try:
            size = c_size_t()
            text = ctypes.string_at(self.notice_text(notice, byref(size)), size.value).decode("utf-8")
            return json.loads(self._take(self.make("notice_write", notice, _FORMATS.index("ndjson")))), text
        finally:
            self.notice_free(notice)

    def mentions(self, data: bytes, options: Options) -> list[dict[str, typing.Any]]:
        lines = self._take(self.make("find_mentions", data, len(data), options.handle))
        return [json.loads(line) for line in lines.split("\n") if line]

    def read_trees(self, data: bytes, format: str, path: str) -> list[dict[str, typing.Any]]:
        with _Lists(self, data, format, path) as lists:
            return [json.loads(self._take(self.make("notice_write", notice, _FORMATS.index("ndjson"))))
                    for notice in lists.notices()]

    def compare_trees(self, before: typing.Any, after: typing.Any, mode: str, options: Options) -> dict[str, typing.Any]:
        if mode not in _COMPARISONS:
            raise ValueError(f"there is no mode {mode!r}")
        with _Lists(self, json.dumps(before).encode(), "json", "before") as old, \
                _Lists(self, json.dumps(after).encode(), "json", "after") as new:
            buffer = self.make("compare", old.only(), new.only(), _COMPARISONS.index(mode), options.handle)
            return dict(json.loads(self._take(buffer)))

    def make(self, name: str, *arguments: typing.Any) -> c_void_p:
        """Calls a function that makes something and hands over errors."""
        made, error = c_void_p(), c_void_p()
        self.check(self._functions[name](*arguments, byref(made), byref(error)), error)
        return made

    def check(self, status: int, error: c_void_p) -> None:
        if status == 0:
            return
        code = _CODES[status] if status < len(_CODES) else "internal"
        if code == "memory":
            raise MemoryError
        try:
            message = self.error_message(error).decode("utf-8", "replace")
            raise ParseError(code, message or code, self.error_where(error).decode("utf-8", "replace"))
        finally:
            self.error_free(error)

    def _take(self, buffer: c_void_p) -> str:
        try:
            return ctypes.string_at(self.buffer_data(buffer), self.buffer_size(buffer)).decode("utf-8")
        finally:
            self.buffer_free(buffer)


class _Lists:
    """The handle of task lists that were read, for as long as a `with` runs."""

    def __init__(self, library: Library, data: bytes, format: str, path: str) -> None:
        if format not in _FORMATS:
            raise ValueError(f"there is no format {format!r}")
        self._library = library
        self._handle = library.make("lists_read", data, len(data), _FORMATS.index(format),
                                    path.encode("utf-8", "replace").replace(b"\0", b"?"))

    def __enter__(self) -> _Lists:
        return self

    def __exit__(self, *_: object) -> None:
        self._library.lists_free(self._handle)

    def notices(self) -> typing.Iterator[c_void_p]:
        for index in range(self._library.lists_count(self._handle)):
            yield self._library.lists_notice(self._handle, index)

    def only(self) -> c_void_p:
        return next(self.notices())


class Options:
    """The handle of options, to be closed. A copy shares the rules."""

    def __init__(self, library: Library, *, as_of: str = "", year: int = 0, format: str = "auto", encoding: str = "",
                 rules: typing.Any = (), limits: dict[str, int] | None = None, explain: bool = False) -> None:
        self.functions = library
        self.handle = c_void_p(library.options_new())
        if not self.handle:
            raise MemoryError
        try:
            for name, text in (("as_of", as_of), ("format", format), ("encoding", encoding)):
                self.set_text(name, text)
            if not 0 <= year <= 9999 or library.options_set_year(self.handle, year) != 0:
                raise ValueError(f"year cannot be {year}")
            for name, value in (limits or {}).items():
                if name not in _LIMITS or not 0 <= value < 2**63:
                    raise ValueError(f"there is no limit {name!r} of {value}")
                if library.options_set_limit(self.handle, _LIMITS.index(name), value) != 0:
                    raise ValueError(f"{name} cannot be {value}")
            library.options_set_explain(self.handle, bool(explain))
            for folder in [rules] if isinstance(rules, (str, os.PathLike)) else rules:
                error = c_void_p()
                library.check(library.options_add_rules(self.handle, os.fsencode(folder), byref(error)), error)
        except BaseException:
            self.close()
            raise

    def copy(self, **texts: str) -> Options:
        """The same with other texts: ``path``, ``format``, ``encoding``, ``as_of``."""
        if not self.handle:
            raise ValueError("the reader is closed")
        made = Options.__new__(Options)
        made.functions, made.handle = self.functions, c_void_p(self.functions.options_copy(self.handle))
        if not made.handle:
            raise MemoryError
        try:
            for name, text in texts.items():
                made.set_text(name, text)
        except BaseException:
            made.close()
            raise
        return made

    def set_text(self, name: str, text: str) -> None:
        # Names of files may hold bytes that are no UTF-8; the output could not.
        encoded = text.encode("utf-8", "replace")
        if b"\0" in encoded or getattr(self.functions, "options_set_" + name)(self.handle, encoded) != 0:
            raise ValueError(f"{name} cannot be {text!r}")

    def close(self) -> None:
        self.functions.options_free(self.handle)
        self.handle = c_void_p()

    def __enter__(self) -> Options:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
