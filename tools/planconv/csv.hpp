// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "planconv/table.hpp"

/// Comma-separated values after RFC 4180: lines end in CR LF, cells with a comma, a quote or a line break are quoted.
///
/// A spreadsheet takes a cell that begins with = + - @ (also full-width), a tab or a line break for a formula or a
/// command. Such a cell, and one that begins with an apostrophe, is written with an apostrophe in front, which the
/// reader takes away again.
namespace planconv {

void append_csv_row(std::string& out, const std::vector<std::string>& cells);

/// Reads what append_csv_row writes, and what spreadsheets write: LF for CR LF, a byte order mark, no last line end.
///
/// Shape:  the rows in order; lines without any cell text are left out.
/// Errors: throws libparse::Error{format} with `path:line` for a quote that is not closed or has text behind it, and
///         Error{encoding} where the bytes are no UTF-8 (spreadsheets in Chinese systems write GB18030).
[[nodiscard]] std::vector<TableRow> read_csv(std::string_view bytes, const std::string& path);

}  // namespace planconv
