// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/diagnostic.hpp"
#include "libparse/input.hpp"

/// Cells of a workbook as text: what an XLSX file shows, without what it is made of.
namespace libparse {

/// A cell with text. A merged cell stands once, at its upper left corner.
struct SheetCell {
  std::size_t column = 0;       ///< from 0, as in the file
  std::size_t row_span = 1;     ///< rows of the file, hidden ones too
  std::size_t column_span = 1;  ///< columns of the file, hidden ones too
  std::string text;             ///< UTF-8 as it shows, dates as 2024年10月31日; line feeds are line breaks
};

/// A row with text in it.
struct SheetRow {
  std::size_t number = 0;        ///< from 0, as in the file; increasing
  std::vector<SheetCell> cells;  ///< from left to right, empty ones left out
};

struct Sheet {
  std::string name;
  std::vector<SheetRow> rows;               ///< rows without text are left out
  std::vector<std::size_t> hidden_columns;  ///< from 0, increasing; their cells are left out
  std::vector<std::size_t> hidden_rows;     ///< the same of rows
};

/// The visible sheets of a workbook, in their order.
struct Workbook {
  std::vector<Sheet> sheets;
};

/// Reads an XLSX workbook (ISO/IEC 29500-1, SpreadsheetML). Formulas give the values that were saved with them.
///
/// Errors: `Error{damaged}`, `Error{limit}`, `Error{not_text}` for an encrypted file. Hidden sheets, rows and columns
///         that hold text are told of by a diagnostic `hidden-left-out`.
Workbook read_workbook(std::string_view bytes, const Limits& limits, Diagnostics& diagnostics);

}  // namespace libparse
