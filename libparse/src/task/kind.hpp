// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "libparse/task_list.hpp"
#include "rules/pack.hpp"

namespace libparse::task {

/// What the text below a section is, by the section's title.
enum class Nature : std::uint8_t {
  unknown,  ///< the title says nothing: as the section above
  task,
  goal,
  phase,
  safeguard,
  overall,    ///< 总体要求: a goal where it states numbers or dates, else no work
  principle,  ///< 指导思想, 基本原则: no work
};

/// Reads the nature of sections from their titles (lexicon `section-title`).
class KindReader {
 public:
  explicit KindReader(const rules::Pack& pack)
      : titles_(pack.lexicon("section-title")), safeguards_(pack.lexicon("safeguard-title")) {}

  /// `top`: the section stands at the top of its text, where a title may say more than the bare word
  /// (`强化保障措施`, `主要目标和任务`).
  [[nodiscard]] Nature read(std::string_view title, bool top) const;

  /// The word that `read` goes by, and its list; the list alone says so where the whole section speaks for itself.
  struct Cue {
    std::string_view word;
    std::string_view list;
  };
  [[nodiscard]] Cue cue(std::string_view title, bool top) const;

  /// True for a heading about how work is led, paid for, watched or made known (加强资金保障).
  [[nodiscard]] bool is_safeguard_heading(std::string_view title) const {
    return static_cast<bool>(safeguards_.suffix(title));
  }
  /// True for a whole section that is named so in a few words (加强领导, 强化督导落实).
  [[nodiscard]] bool is_short_safeguard_title(std::string_view title) const;

 private:
  const rules::Lexicon& titles_;
  const rules::Lexicon& safeguards_;
};

/// The kind of an assignment below a section of this nature.
[[nodiscard]] TaskKind kind_of(Nature nature);

}  // namespace libparse::task
