// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/target_words.hpp"
#include "libparse/task_list.hpp"
#include "rules/rule_set.hpp"

namespace libparse::extract {

/// What a unit measures; from the value column of measure-word.txt.
enum class UnitKind : std::uint8_t {
  none,      ///< a bare rate or ratio
  share,     ///< %, ‰, fractions
  points,    ///< percentage points
  generic,   ///< 个, 项: measure words of anything
  count,     ///< 座, 家, 户
  person,    ///< 人, 人次
  occasion,  ///< 次, 场, 期
  time,      ///< 天, 个月
  money,     ///< 元
  size,      ///< 公里, 吨, 千瓦
  kind,      ///< 类, 种
  score,     ///< 分
};

[[nodiscard]] constexpr bool is_share(UnitKind kind) { return kind == UnitKind::share || kind == UnitKind::points; }

/// How the number is tied to the sentence.
enum class Tie : std::uint8_t {
  plain,    ///< neither bound nor verb stands before it
  reached,  ///< behind 达到, 提高到, 控制在
  changed,  ///< behind 提高, 减少
  bounded,  ///< behind 不低于, 不超过
};

/// A quantity as a rule read it.
struct Quantity {
  Comparator comparator = Comparator::eq;
  Decimal value;
  std::optional<Decimal> max;
  std::string unit;
  UnitKind kind = UnitKind::none;
  Direction direction = Direction::none;
  Tie tie = Tie::plain;
  bool bound_before = false;  ///< the comparator stands before the number (不低于), so it holds for a whole list
  bool bound_after = false;   ///< the comparator stands behind it (以上)
  bool han = false;           ///< written in Chinese numerals
  bool single_han = false;    ///< … in one character: 三
  friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// A number as written: `1.2亿`, `三百二十`, `50余万`. Nothing where it is none (三五 is no number but a guess).
struct WrittenNumber {
  Decimal value;
  int scale = 0;  ///< the power of ten said in words behind Arabic digits: 4 for 5万
  bool han = false;
  bool single_han = false;
};
std::optional<WrittenNumber> read_number(std::string_view text, const TargetWords& words);

/// The number and unit that a match of a `target` rule says, without the bounds around it. Nothing where the number
/// cannot be read exactly.
std::optional<Quantity> read_quantity(const rules::RuleMatch& match, std::string_view text, const TargetWords& words);

/// The comparator of a word list entry; `eq` for anything else.
Comparator comparator_of(std::string_view value);

}  // namespace libparse::extract
