// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/error.hpp"
#include "libparse/task_list.hpp"

/// Task lists as text: schemas/task-list.schema.json says what is written, docs/output.md what it means.
///
/// All writers give the same bytes for the same value on any machine: fixed key order, UTF-8 unescaped, exact decimal
/// numbers, a final newline. Bytes that are no UTF-8 (a file name may hold some) become U+FFFD.
namespace libparse {

enum class Format { json, yaml, ndjson };

struct WriteOptions {
  bool pretty = true;    ///< JSON over many lines with an indent of 2; spans and counts stay on one line
  bool explain = false;  ///< write the ids of the rules that read times and targets
};

/// One JSON document.
void write_json(const TaskList& list, std::ostream& out, const WriteOptions& options = {});

/// One JSON document on one line (`options.pretty` does not matter).
void write_ndjson(const TaskList& list, std::ostream& out, const WriteOptions& options = {});

/// One YAML 1.2 document without document markers. Strings that a reader could take for a number, a date, a truth
/// value or nothing are quoted, so that YAML → JSON loses nothing.
void write_yaml(const TaskList& list, std::ostream& out, const WriteOptions& options = {});

void write_task_list(const TaskList& list, Format format, std::ostream& out, const WriteOptions& options = {});

/// The readers take every task list that `bytes` hold, in order: JSON documents one after another, one document per
/// line (NDJSON), YAML documents between `---` markers. Where there is no document, the result is empty.
///
/// Errors: throws `Error{format}` with `where` = `path:line:column` (from 1, columns in code points) for a syntax
///         error, an unknown, repeated or missing key, a value of the wrong type, an unknown word, another schema.
///         Dates, spans and references between ids are not checked here.
/// \param path  only for `where`.
std::vector<TaskList> read_json(std::string_view bytes, const std::string& path = {});
std::vector<TaskList> read_ndjson(std::string_view bytes, const std::string& path = {});
std::vector<TaskList> read_yaml(std::string_view bytes, const std::string& path = {});
std::vector<TaskList> read_task_lists(std::string_view bytes, Format format, const std::string& path = {});

}  // namespace libparse
