// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "input/source_text.hpp"
#include "layout/layout.hpp"
#include "libparse/diagnostic.hpp"
#include "outline/outline.hpp"
#include "task/grid_table.hpp"
#include "task/table.hpp"
#include "text/document_text.hpp"

namespace libparse::task {

/// A table of the container, found again in the work text.
struct GridInText {
  text::Range range;           ///< its lines
  std::optional<Table> table;  ///< nothing for a table of other things (figures, contacts): no tasks are read in it
};

/// Finds the tables of the container in the work text and reads those that are task tables.
///
/// A table that sets out the page (one column, or long paragraphs without a heading row) is none: its lines are text.
/// What else is no task table is left out with a diagnostic `table-not-read`.
/// Shape: in text order.
std::vector<GridInText> read_grids(const layout::Layout& layout, const text::DocumentText& source,
                                   const std::vector<input::Grid>& grids, const GridTableReader& reader,
                                   Diagnostics& diagnostics);

/// The tables among the paragraphs of a node: those of the container, and those that were flattened to lines. A table
/// without rows is one that is not read.
std::vector<Table> find_tables(std::string_view text, const outline::Node& node, const std::vector<GridInText>& grids,
                               const TableReader& flattened);

}  // namespace libparse::task
