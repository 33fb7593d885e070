// SPDX-License-Identifier: MIT
#include "planconv/task_table.hpp"

#include <algorithm>
#include <map>

#include "planconv/cells.hpp"

namespace planconv {
namespace {

using libparse::Error;
using libparse::ErrorCode;

const std::map<std::string, Column>& known_headers() {
  static const std::map<std::string, Column> headers = [] {
    std::map<std::string, Column> found;
    for (std::size_t i = 0; i < kColumnNames.size(); ++i) {
      const std::string name(kColumnNames[i]);
      found[name] = static_cast<Column>(i);
      for (const Language language : {Language::zh, Language::en}) {
        found[Words(language)["column." + name]] = static_cast<Column>(i);
      }
    }
    return found;
  }();
  return headers;
}

// Two headers make a header row, and so does one that is alone; a title alone in its row is neither.
bool is_header(const TableRow& row) {
  std::size_t filled = 0;
  std::size_t known = 0;
  for (const std::string& cell : row.cells) {
    const std::string text = trimmed(cell);
    filled += text.empty() ? 0 : 1;
    known += known_headers().count(text);
  }
  return known >= 2 || (known == 1 && filled == 1);
}

bool has_text(const TableRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return !trimmed(cell).empty(); });
}

}  // namespace

std::string shown_column(Column column) {
  const std::string name(kColumnNames[static_cast<std::size_t>(column)]);
  return "column " + Words(Language::zh)["column." + name] + " (" + name + ')';
}

TaskTable find_table(const std::vector<TableRow>& rows, const std::string& path) {
  const auto header = std::find_if(rows.begin(), rows.end(), is_header);
  if (header == rows.end()) {
    throw Error(ErrorCode::format, "is neither a task list nor a table with a header that planconv writes", path);
  }
  TaskTable table{path, {}, {}, {}};
  for (auto row = rows.begin(); row != header && table.title.empty(); ++row) {
    for (const std::string& cell : row->cells) {
      if (table.title.empty()) table.title = trimmed(cell);
    }
  }
  std::size_t columns = header->cells.size();
  while (columns > 0 && trimmed(header->cells[columns - 1]).empty()) --columns;
  const auto fail = [&](const std::string& message) {
    throw Error(ErrorCode::format, message, path + ':' + std::to_string(header->number));
  };
  for (std::size_t i = 0; i < columns; ++i) {
    const std::string text = trimmed(header->cells[i]);
    const auto found = known_headers().find(text);
    if (found == known_headers().end()) {
      fail("header `" + text + "` is not known; a table may have only the columns that planconv writes");
    }
    if (std::find(table.columns.begin(), table.columns.end(), found->second) != table.columns.end()) {
      fail("header `" + text + "` stands twice");
    }
    table.columns.push_back(found->second);
  }
  std::copy_if(header + 1, rows.end(), std::back_inserter(table.rows), has_text);
  return table;
}

}  // namespace planconv
