// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "planconv/table.hpp"

namespace planconv {

/// The rows of the sheet of tasks of a workbook (the one with its name in Chinese or English, else the first). What a
/// merged cell holds stands in each of its rows.
///
/// Errors: those of libparse::read_workbook, with `path`; Error{format} where a row is hidden: a filter would
///         otherwise take tasks out of the list unseen.
[[nodiscard]] std::vector<TableRow> read_sheet_rows(std::string_view bytes, const std::string& path);

}  // namespace planconv
