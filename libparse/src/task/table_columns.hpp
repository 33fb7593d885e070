// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/responsibility.hpp"
#include "rules/pack.hpp"

namespace libparse::task {

/// What a column of a task table holds.
enum class ColumnKind : std::uint8_t {
  unknown,
  serial,    ///< 序号
  task,      ///< 工作任务
  target,    ///< 工作目标
  category,  ///< 类别: what the rows have in common
  nature,    ///< 指标属性: whether the target binds
  note,      ///< 备注
  slot,      ///< units, times or contacts, by a slot label: 责任单位, 完成时限, 联系人
};

struct Column {
  ColumnKind kind = ColumnKind::unknown;
  extract::ColumnLabel label;  ///< of a slot
};

/// Reads the headings of task tables (任务分工表, 责任清单). Made once per rule pack; const and thread-safe.
class ColumnReader {
 public:
  ColumnReader(const rules::Pack& pack, const extract::ResponsibilityReader& responsibilities)
      : headers_(pack.lexicon("table-header")), responsibilities_(responsibilities) {}

  /// Spaces in a heading do not count: 序 号 is 序号.
  [[nodiscard]] Column read(std::string_view heading) const;
  /// The column under a heading that spans several and a heading of its own: 责任单位 above 牵头.
  [[nodiscard]] Column read(std::string_view upper, std::string_view lower) const;
  /// At least `least` columns, one of work and one of units or times, most of them known.
  [[nodiscard]] static bool is_header(const std::vector<Column>& columns, std::size_t least);

 private:
  const rules::Lexicon& headers_;
  const extract::ResponsibilityReader& responsibilities_;
};

}  // namespace libparse::task
