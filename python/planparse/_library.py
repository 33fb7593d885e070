# SPDX-License-Identifier: MIT
"""libparse.h through ctypes."""

from __future__ import annotations

import ctypes
import json
import os
import sys
from ctypes import POINTER, byref, c_char_p, c_int, c_size_t, c_uint64, c_void_p

_CODES = ("ok", "unreadable", "encoding", "not_text", "damaged", "limit", "rules", "format", "unwritable", "argument",
          "memory", "internal")
_LIMITS = ("input_bytes", "expanded_bytes", "expansion_ratio", "archive_entries", "xml_depth", "pages", "time_ms")
_NDJSON = 2


class ParseError(Exception):
    """What libparse cannot read.

    code   ``damaged``, ``limit``, ``not_text`` …: the words of libparse::ErrorCode
    where  ``path``, ``path:line`` or ``path:line:column``, or ""
    """

    def __init__(self, code: str, message: str, where: str = ""):
        super().__init__(f"{where}: {message}" if where else message)
        self.code = code
        self.message = message
        self.where = where

    def __reduce__(self):
        return type(self), (self.code, self.message, self.where)


def _file_name() -> str:
    if sys.platform == "darwin":
        return "libparse.0.dylib"
    return "parse.dll" if sys.platform == "win32" else "libparse.so.0"


_SIGNATURES = {
    "version": (c_char_p,),
    "error_message": (c_char_p, c_void_p),
    "error_where": (c_char_p, c_void_p),
    "error_free": (None, c_void_p),
    "options_new": (c_void_p,),
    "options_free": (None, c_void_p),
    "options_set_path": (c_int, c_void_p, c_char_p),
    "options_set_as_of": (c_int, c_void_p, c_char_p),
    "options_set_year": (c_int, c_void_p, c_int),
    "options_set_format": (c_int, c_void_p, c_char_p),
    "options_set_encoding": (c_int, c_void_p, c_char_p),
    "options_set_limit": (c_int, c_void_p, c_int, c_uint64),
    "options_add_rules": (c_int, c_void_p, c_char_p, POINTER(c_void_p)),
    "parse": (c_int, c_char_p, c_size_t, c_void_p, POINTER(c_void_p), POINTER(c_void_p)),
    "notice_free": (None, c_void_p),
    "notice_text": (c_void_p, c_void_p, POINTER(c_size_t)),
    "notice_write": (c_int, c_void_p, c_int, POINTER(c_void_p), POINTER(c_void_p)),
    "find_mentions": (c_int, c_char_p, c_size_t, c_void_p, POINTER(c_void_p), POINTER(c_void_p)),
    "buffer_data": (c_void_p, c_void_p),
    "buffer_size": (c_size_t, c_void_p),
    "buffer_free": (None, c_void_p),
}


class Library:
    """The shared library. Its calls release the interpreter's lock, so threads read notices side by side."""

    def __init__(self, path: str | os.PathLike | None = None):
        library = ctypes.CDLL(_file_name() if path is None else os.fspath(path))
        for name, (result, *arguments) in _SIGNATURES.items():
            function = getattr(library, "libparse_" + name)
            function.restype, function.argtypes = result, arguments
            setattr(self, "_" + name, function)

    def version(self) -> str:
        return self._version().decode()

    def parse(self, data: bytes, **options) -> tuple[dict, str]:
        """The task list as a tree, and the text that its spans refer to."""
        with _Options(self, **options) as handle:
            notice = self._call(self._parse, data, len(data), handle)
        try:
            size = c_size_t()
            text = ctypes.string_at(self._notice_text(notice, byref(size)), size.value).decode("utf-8")
            return json.loads(self._take(self._call(self._notice_write, notice, _NDJSON))), text
        finally:
            self._notice_free(notice)

    def find_mentions(self, data: bytes, **options) -> list[dict]:
        with _Options(self, **options) as handle:
            lines = self._take(self._call(self._find_mentions, data, len(data), handle))
        return [json.loads(line) for line in lines.split("\n") if line]

    def _call(self, function, *arguments) -> c_void_p:
        """Calls a function that makes something and hands over errors."""
        made, error = c_void_p(), c_void_p()
        self.check(function(*arguments, byref(made), byref(error)), error)
        return made

    def check(self, status: int, error: c_void_p) -> None:
        if status == 0:
            return
        code = _CODES[status] if status < len(_CODES) else "internal"
        if code == "memory":
            raise MemoryError
        try:
            message = self._error_message(error).decode("utf-8", "replace")
            raise ParseError(code, message or code, self._error_where(error).decode("utf-8", "replace"))
        finally:
            self._error_free(error)

    def _take(self, buffer: c_void_p) -> str:
        try:
            return ctypes.string_at(self._buffer_data(buffer), self._buffer_size(buffer)).decode("utf-8")
        finally:
            self._buffer_free(buffer)


class _Options:
    """The handle of options, for as long as a `with` runs."""

    def __init__(self, library: Library, *, path="", as_of="", year=0, format="auto", encoding="", rules=(),
                 limits=None):
        self._library = library
        self._texts = {"path": path, "as_of": as_of, "format": format, "encoding": encoding}
        self._year, self._limits = year, limits or {}
        self._rules = [rules] if isinstance(rules, (str, os.PathLike)) else list(rules)

    def __enter__(self) -> c_void_p:
        handle = c_void_p(self._library._options_new())
        if not handle:
            raise MemoryError
        try:
            self._fill(handle)
        except BaseException:
            self._library._options_free(handle)
            raise
        self._handle = handle
        return handle

    def __exit__(self, *_) -> None:
        self._library._options_free(self._handle)

    def _fill(self, handle: c_void_p) -> None:
        for name, value in self._texts.items():
            # Names of files may hold bytes that are no UTF-8; the output could not.
            encoded = value.encode("utf-8", "replace")
            if b"\0" in encoded or getattr(self._library, "_options_set_" + name)(handle, encoded) != 0:
                raise ValueError(f"{name} cannot be {value!r}")
        if not 0 <= self._year <= 9999 or self._library._options_set_year(handle, self._year) != 0:
            raise ValueError(f"year cannot be {self._year}")
        for name, value in self._limits.items():
            if name not in _LIMITS or not 0 <= value < 2**63:
                raise ValueError(f"there is no limit {name!r} of {value}")
            if self._library._options_set_limit(handle, _LIMITS.index(name), value) != 0:
                raise ValueError(f"{name} cannot be {value}")
        for folder in self._rules:
            error = c_void_p()
            status = self._library._options_add_rules(handle, os.fsencode(folder), byref(error))
            self._library.check(status, error)
