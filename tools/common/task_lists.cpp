// SPDX-License-Identifier: MIT
#include "common/task_lists.hpp"

#include <algorithm>

#include "common/input.hpp"

namespace tools {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view first_line_of_content(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  while (!bytes.empty()) {
    std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
    const std::size_t begin = line.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos || line[begin] == '#' || line.starts_with("---") || line[0] == '%') continue;
    return line.substr(begin);
  }
  return {};
}

}  // namespace

bool is_task_list(std::string_view bytes) {
  const std::string_view line = first_line_of_content(bytes);
  return line.starts_with('{') || line.starts_with("schema:") || line.starts_with("\"schema\"");
}

libparse::Format find_list_format(std::string_view bytes) {
  const std::string_view line = first_line_of_content(bytes);
  return line.starts_with('{') || line.starts_with('[') ? libparse::Format::json : libparse::Format::yaml;
}

std::vector<libparse::TaskList> parse_task_lists(std::string_view bytes, const std::string& path) {
  if (first_line_of_content(bytes).empty()) {
    throw libparse::Error(libparse::ErrorCode::format, "holds no task list", path);
  }
  return libparse::read_task_lists(bytes, find_list_format(bytes), path);
}

std::vector<libparse::TaskList> read_task_lists(const std::string& path, std::istream& standard_input) {
  return parse_task_lists(read_input(path, standard_input), shown_name(path));
}

}  // namespace tools
