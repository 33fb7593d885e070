// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "layout/label.hpp"
#include "rules/pack.hpp"
#include "text/work_text.hpp"

namespace libparse::layout {

/// A physical line of the work text with what decides whether it goes on in the next one.
struct Line {
  text::Range range;      ///< without surrounding spaces; never empty
  std::size_t width = 0;  ///< display width: 2 for a Chinese character, 1 for a Latin one
  std::size_t characters = 0;
  std::size_t indent = 0;    ///< spaces in front
  bool after_blank = false;  ///< an empty line stands before it
  bool opens = false;        ///< starts with a label or a slot: never continues the line before it
  int row = 0;               ///< number of a table row flattened to a line (`15 加强……`), else 0
  bool finished = false;     ///< ends with 。；：！？ or a closing mark
  std::optional<Label> label;
};

/// The physical lines, page numbers and other dropped lines left out.
std::vector<Line> read_lines(const text::WorkText& text, const LabelReader& labels, const rules::RuleSet& rules);

/// Headings of table columns: of text columns, and of units and times, which are headed like slots.
struct TableWords {
  const rules::Lexicon& headers;
  const rules::Lexicon& slots;
};

/// For each line whether the next one continues it. `joins[i]` speaks of lines i and i+1.
/// The cells of a table that became lines are not joined.
std::vector<bool> find_joins(std::string_view text, const std::vector<Line>& lines, const TableWords& table_words);

}  // namespace libparse::layout
