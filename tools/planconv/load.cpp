// SPDX-License-Identifier: MIT
#include "planconv/load.hpp"

#include "common/task_lists.hpp"
#include "libparse/error.hpp"
#include "libparse/io.hpp"
#include "planconv/csv.hpp"
#include "planconv/sheet_rows.hpp"
#include "planconv/table_lists.hpp"

namespace planconv {
namespace {

constexpr const char* kWorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

Format find_format(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04")) return Format::xlsx;
  if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos || tools::is_task_list(bytes))
    return Format::automatic;
  // Broken YAML and JSON are told as such; a header of a table has neither a brace nor a colon before its first comma.
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  const bool may_be_list = line.starts_with('[') || line.find(": ") < line.find(',');
  return may_be_list ? Format::automatic : Format::csv;
}

}  // namespace

Loader::Loader(const Options& options, std::istream& standard_input) : options_(options) {
  if (!options.base.empty()) base_ = tools::read_task_lists(options.base, standard_input);
}

std::vector<libparse::TaskList> Loader::load(std::string_view bytes, const std::string& path,
                                             Problems& problems) const {
  const Format format = options_.input_format == Format::automatic ? find_format(bytes) : options_.input_format;
  switch (format) {
    case Format::json:
      return libparse::read_json(bytes, path);
    case Format::yaml:
      return libparse::read_yaml(bytes, path);
    case Format::ndjson:
      return libparse::read_ndjson(bytes, path);
    case Format::csv:
    case Format::xlsx: {
      const bool is_csv = format == Format::csv;
      const TaskTable table = find_table(is_csv ? read_csv(bytes, path) : read_sheet_rows(bytes, path), path);
      if (!options_.base.empty()) return apply_table(table, base_, problems);
      return {make_list(table, bytes, is_csv ? "text/csv" : kWorkbookType, problems)};
    }
    default:
      return tools::parse_task_lists(bytes, path);
  }
}

}  // namespace planconv
