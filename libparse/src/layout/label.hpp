// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "libparse/task_list.hpp"
#include "rules/pack.hpp"
#include "text/work_text.hpp"

namespace libparse::layout {

/// The number in front of a heading or item (结构层次序数, GB/T 9704-2012 clause 7.3.3: 一、 （一） 1. （1）; also
/// 附件N, 第N章/节/条, ① and the mixed and broken forms that typing and scraping leave).
struct Label {
  LabelForm form = LabelForm::none;
  text::Range range;      ///< the label itself, its mark included, spaces around it not
  int number = 0;         ///< 0 for a lone 附件
  int rank = 0;           ///< of an article: 1 编/章, 2 节, 3 条; else 0
  bool broken = false;    ///< a bracket or mark is missing or does not match
  std::string_view rule;  ///< id of the rule that read it
};

/// Reads labels by the rules of family `label`. Made once per rule pack; const and thread-safe.
class LabelReader {
 public:
  explicit LabelReader(const rules::Pack& pack) : rules_(pack.family("label")), numerals_(pack.lexicon("cn-numeral")) {}

  /// The label that starts at `at` (a paragraph's first character that is no space), or nothing.
  ///
  /// Shape: `label->range.begin == at`. A decimal (`1.5亿元`), a year (`2020年`), a date and an ordinary number are
  ///        no labels.
  [[nodiscard]] std::optional<Label> read(std::string_view text, std::size_t at) const;

  /// Value of an Arabic, Chinese or enclosed numeral (12, 十二, ⑫) up to 9999, or -1.
  [[nodiscard]] int number(std::string_view digits) const;

 private:
  const rules::RuleSet& rules_;
  const rules::Lexicon& numerals_;
};

}  // namespace libparse::layout
