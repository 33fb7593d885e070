// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "outline/outline.hpp"
#include "rules/pack.hpp"

namespace libparse::outline {

/// Tells the heading of a node from its body.
class HeadingReader {
 public:
  explicit HeadingReader(const rules::Pack& pack)
      : titles_(pack.lexicon("section-title")),
        phase_words_(pack.lexicon("phase-word")),
        quantity_words_(pack.lexicon("measure-word")),
        joins_(pack.lexicon("list-join")) {}

  /// Sets `title`, `run_in` and `heading_rest` of a labelled node from the text behind its label.
  ///
  /// A heading is: the whole paragraph where items or paragraphs follow below it and it is one sentence; else its first
  /// sentence where that is short, states no quantity and more text follows; a known title that lost its mark.
  void read(std::string_view text, Node& node) const;

 private:
  /// A sentence with a number of something in it is work, no heading (年新增指标6个), a name with digits is none
  /// (12345平台).
  [[nodiscard]] bool states_quantity(std::string_view sentence) const;

  const rules::Lexicon& titles_;
  const rules::Lexicon& phase_words_;
  const rules::Lexicon& quantity_words_;
  const rules::Lexicon& joins_;  ///< 主要目标和任务 is a title of its own
};

}  // namespace libparse::outline
