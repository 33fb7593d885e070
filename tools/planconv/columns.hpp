// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "libparse/task_list.hpp"

namespace planconv {

/// Columns of a task table; docs/cli.md says what each holds.
enum class Column {
  number,
  file,
  id,
  path,
  title,
  text,
  lead,
  responsible,
  cooperate,
  participate,
  supervise,
  implement,
  times,
  due,
  targets,
  kind,
  notes,
};

/// As `--columns` names them. A header's word in words.txt is `column.` and this.
inline constexpr std::array<std::string_view, 17> kColumnNames = {
    "number",      "file",      "id",        "path",  "title", "text",    "lead", "responsible", "cooperate",
    "participate", "supervise", "implement", "times", "due",   "targets", "kind", "notes"};

/// The role whose units a column holds; none for the other columns.
[[nodiscard]] constexpr std::optional<libparse::Role> role_of(Column column) {
  if (column < Column::lead || column > Column::implement) return std::nullopt;
  return static_cast<libparse::Role>(static_cast<int>(column) - static_cast<int>(Column::lead));
}

/// The columns to write where none are named: all, but `file` only for several lists, and with `leave_out_empty`
/// without those of the rarer roles (participate, supervise, implement) that no task has.
[[nodiscard]] std::vector<Column> choose_columns(const std::vector<libparse::TaskList>& lists, bool leave_out_empty);

}  // namespace planconv
