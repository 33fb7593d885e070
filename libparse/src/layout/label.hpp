// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "libparse/task_list.hpp"
#include "text/work_text.hpp"

namespace libparse::layout {

/// The number in front of a heading or item (结构层次序数, GB/T 9704-2012 clause 7.3.3: 一、 （一） 1. （1）; also 附件N,
/// 第N章/节/条, ① and the mixed and broken forms that typing and scraping leave).
struct Label {
  LabelForm form = LabelForm::none;
  text::Range range;   ///< the label itself, its mark included, spaces around it not
  int number = 0;      ///< 0 for a lone 附件
  int rank = 0;        ///< of an article: 1 编/章, 2 节, 3 条
  bool broken = false; ///< a bracket or mark is missing or does not match
};

/// The label that starts at `at` (a paragraph's first character that is no space), or nothing.
///
/// Shape: `label->range.begin == at`. A decimal (`1.5亿元`), a year (`2020年`), a date (`1.15日`) and an ordinary
///        number are no labels.
std::optional<Label> read_label(std::string_view text, std::size_t at);

/// Value of a Chinese numeral up to 9999 (十二 is 12, 二十 is 20, 〇 and 零 are 0), or -1.
int read_cn_number(std::string_view digits);

}  // namespace libparse::layout
