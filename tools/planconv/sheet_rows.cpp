// SPDX-License-Identifier: MIT
#include "planconv/sheet_rows.hpp"

#include <algorithm>

#include "libparse/error.hpp"
#include "libparse/workbook.hpp"
#include "planconv/words.hpp"

namespace planconv {
namespace {

using libparse::Error;
using libparse::ErrorCode;
using libparse::Sheet;

const Sheet& find_sheet(const libparse::Workbook& workbook, const std::string& path) {
  if (workbook.sheets.empty()) throw Error(ErrorCode::format, "is a workbook without visible sheets", path);
  const auto is_named = [](const Sheet& sheet) {
    return sheet.name == Words(Language::zh)["sheet.tasks"] || sheet.name == Words(Language::en)["sheet.tasks"];
  };
  const auto found = std::find_if(workbook.sheets.begin(), workbook.sheets.end(), is_named);
  return found != workbook.sheets.end() ? *found : workbook.sheets.front();
}

libparse::Workbook read(std::string_view bytes, const std::string& path) {
  libparse::Diagnostics ignored;  // hidden rows are an error below, what else is hidden is as if it were not there
  try {
    return libparse::read_workbook(bytes, {}, ignored);
  } catch (const Error& error) {
    throw Error(error.code(), error.what(), error.where().empty() ? path : error.where());
  }
}

}  // namespace

std::vector<TableRow> read_sheet_rows(std::string_view bytes, const std::string& path) {
  const libparse::Workbook workbook = read(bytes, path);
  const Sheet& sheet = find_sheet(workbook, path);
  if (!sheet.hidden_rows.empty()) {
    throw Error(ErrorCode::format, "row is hidden, perhaps by a filter; show all rows and save the workbook again",
                path + ':' + std::to_string(sheet.hidden_rows.front() + 1));
  }
  std::vector<TableRow> rows;
  struct Merged {
    std::size_t end = 0;  // number of the row behind the last
    std::string text;
  };
  std::vector<Merged> merged;  // by column
  for (const libparse::SheetRow& read : sheet.rows) {
    TableRow& row = rows.emplace_back();
    row.number = read.number + 1;
    for (const libparse::SheetCell& cell : read.cells) {
      if (row.cells.size() <= cell.column) row.cells.resize(cell.column + 1);
      row.cells[cell.column] = cell.text;
      if (cell.row_span == 1) continue;
      if (merged.size() <= cell.column) merged.resize(cell.column + 1);
      merged[cell.column] = {read.number + cell.row_span, cell.text};
    }
    for (std::size_t column = 0; column < merged.size(); ++column) {
      if (read.number >= merged[column].end) continue;
      if (row.cells.size() <= column) row.cells.resize(column + 1);
      row.cells[column] = merged[column].text;
    }
  }
  return rows;
}

}  // namespace planconv
