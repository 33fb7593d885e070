// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "input/source_text.hpp"
#include "task/table.hpp"
#include "task/table_columns.hpp"
#include "text/work_text.hpp"

namespace libparse::task {

/// Reads the tables that a container gives cell by cell (HTML, DOCX, XLSX, PDF, OFD). Made once per rule pack.
///
/// A merged cell counts for every row and column it spans: units and times hold for all its rows, a task that spans
/// several rows is one assignment where the rows have no task of their own, and stands above theirs where they have.
/// Headings may take two rows (责任单位 over 牵头 and 配合) and may come again after a page break.
class GridTableReader {
 public:
  GridTableReader(const rules::Pack& pack, const extract::ResponsibilityReader& responsibilities)
      : columns_(pack, responsibilities) {}

  /// The rows of a task table; nothing where no heading row says which column holds the work and which the units or
  /// times. `first` and `last` of the result are not set.
  /// \param grid  with ranges of `text`, the work text
  [[nodiscard]] std::optional<Table> read(std::string_view text, const input::Grid& grid) const;

 private:
  const ColumnReader columns_;
};

}  // namespace libparse::task
