// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "rules/pack.hpp"

namespace libparse::extract {

/// What a stretch of text is as the name of a body (单位).
enum class OrgKind : std::uint8_t {
  none,   ///< no name
  bare,   ///< only the word for a kind of bodies (部门, 企业): counts where a label says that units follow
  group,  ///< a collective: 各乡镇, 负有监管职责的部门
  place,  ///< a place that stands for its government: 遵义市
  body,   ///< one body: 县财政局
};

/// What the names of bodies look like. Nothing is a register of bodies: names are told by their endings and by the
/// words that cannot be in one. Const and thread-safe; lives as long as the pack.
class OrganizationNames {
 public:
  explicit OrganizationNames(const rules::Pack& pack);

  /// `name` without surrounding spaces; brackets inside it belong to it (市发展改革委(市能源局)).
  [[nodiscard]] OrgKind kind(std::string_view name) const;
  [[nodiscard]] bool is_group(std::string_view name) const;
  /// True for 有关部门 and the like, which name no one.
  [[nodiscard]] bool names_no_one(std::string_view name) const;
  /// True where some ending of a body closes `text` (for telling 市发展改革委(…) from a bracket of its own).
  [[nodiscard]] bool ends_like_body(std::string_view text) const;
  /// Has a word in it that no name has.
  [[nodiscard]] bool reads_like_prose(std::string_view text) const;

  /// Length of the name that `stretch` starts with where a sentence follows it without punctuation
  /// (县应急管理局|加强信用信息…); the whole length where it is a name; 0 where it starts with none.
  [[nodiscard]] std::size_t name_length(std::string_view stretch) const;

  /// True where `left` is 各 and levels only (各市、县), so that a level behind the next 、 belongs to the same unit.
  [[nodiscard]] bool is_open_row(std::string_view left) const;
  /// Length of the level and its ending that `right` starts with (区政府); 0 where it starts with none.
  /// `bare` tells that there was no ending.
  [[nodiscard]] std::size_t row_part(std::string_view right, bool& bare) const;

 private:
  friend class NameRestorer;
  [[nodiscard]] bool ends_with_name(std::string_view name) const;
  /// True for 卫生健康委人事科, whose first part is a body itself.
  [[nodiscard]] bool holds_body(std::string_view name) const;

  const rules::Lexicon& suffix_;
  const rules::Lexicon& name_;
  const rules::Lexicon& not_org_;
  const rules::Lexicon& not_in_unit_;
  const rules::Lexicon& sentence_start_;
  const rules::Lexicon& group_start_;
  const rules::Lexicon& group_part_;
  const rules::Lexicon& level_;
  const rules::Lexicon& level_word_;
  const rules::Lexicon& level_tail_;
  const rules::Lexicon& field_;
  const rules::Lexicon& own_start_;
  const rules::Lexicon& not_place_;
};

/// Restores the level that a list leaves out: 县财政局、住建局 → 县住建局. One for each clause, fed in text order.
class NameRestorer {
 public:
  explicit NameRestorer(const OrganizationNames& names) : names_(names) {}
  [[nodiscard]] std::string restore(std::string_view unit);

 private:
  [[nodiscard]] std::string_view own_level(std::string_view unit, bool& is_place) const;
  [[nodiscard]] bool may_be_restored(std::string_view unit) const;

  const OrganizationNames& names_;
  std::string level_;  ///< 县, or 延庆区
  std::string party_;  ///< 县委, where 县委宣传部 was seen: 组织部 is 县委组织部 then
};

}  // namespace libparse::extract
