// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "extract/target_quantity.hpp"
#include "text/work_text.hpp"

namespace libparse::extract {

/// The words that lead up to a number: 下降到不超过, 控制在合同价的, 至少组织.
struct TargetLead {
  std::size_t begin = 0;  ///< where they start; at the number where there are none
  text::Range gap;        ///< what stands between them and the number: 合同价的, 组织; may be empty
  Comparator comparator = Comparator::eq;
  Direction direction = Direction::none;
  Tie tie = Tie::plain;
  bool whole = false;        ///< 占: the gap says what the number is a share of
  bool gap_is_verb = false;  ///< 至少组织2次
};

/// Reads the words before the number at `number` backwards, not beyond `limit`. `share`: the number is a share or a
/// ratio, so what it is a share of may stand between (不低于在职人员的75%).
TargetLead read_lead(std::string_view text, std::size_t limit, std::size_t number, bool share,
                     const TargetWords& words);

}  // namespace libparse::extract
