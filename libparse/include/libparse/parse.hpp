// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "libparse/input.hpp"
#include "libparse/task_list.hpp"

namespace libparse {

class RulePack;

struct ParseOptions {
  std::string path;  ///< written to `document.source.path`
  std::string
      as_of;  ///< ISO 8601 date that relative times count from where the notice gives none; empty: they stay symbolic
  int year = 0;          ///< year that 年底前 and yearless dates refer to; 0: taken from the notice
  bool explain = false;  ///< fill `Task::explain`
  std::string_view
      original{};        ///< the file, where the bytes read were converted from it: `document.source` tells of it
  InputOptions input{};  ///< what the bytes are, and how much of them is read
};

/// A notice read: its task list and the document text that the spans refer to.
struct ParseResult {
  TaskList list;
  std::string text;  ///< UTF-8; what `planparse --text-out` writes
};

/// Reads one notice.
///
/// Shape:  tasks, sections and times in text order; linear time in the size of `bytes`.
/// Errors: throws `Error` where the bytes cannot be read (`encoding`, `not_text`, `damaged`, `limit`); anything odd in
///         the notice is a `Diagnostic` in the list. Thread-safe: rule packs are immutable.
ParseResult parse_notice(std::string_view bytes, const ParseOptions& options, const RulePack& rules);

/// The same with the built-in rules.
ParseResult parse_notice(std::string_view bytes, const ParseOptions& options = {});

}  // namespace libparse
