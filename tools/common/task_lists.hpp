// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/io.hpp"
#include "libparse/task_list.hpp"

/// Task lists as the tools take them: JSON, YAML and NDJSON, told apart by what the bytes hold.
namespace tools {

/// True where `bytes` are a task list and no notice: JSON text, or YAML with a `schema` key on its first line of
/// content.
[[nodiscard]] bool is_task_list(std::string_view bytes);

/// The format of a task list: `json` (which NDJSON is too: documents one after another) or `yaml`.
[[nodiscard]] libparse::Format find_list_format(std::string_view bytes);

/// Every task list that the bytes of an input hold, in order. An input that holds none is an error: what came through
/// a broken pipe must not look like an empty plan.
///
/// Errors: throws libparse::Error{format} with `path:line:column`, as libparse::read_task_lists.
[[nodiscard]] std::vector<libparse::TaskList> parse_task_lists(std::string_view bytes, const std::string& path);

/// The same from a file or standard input. Errors: as read_input and parse_task_lists.
[[nodiscard]] std::vector<libparse::TaskList> read_task_lists(const std::string& path, std::istream& standard_input);

}  // namespace tools
