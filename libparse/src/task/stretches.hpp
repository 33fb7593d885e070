// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "task/notice_view.hpp"
#include "task/readers.hpp"

namespace libparse::task {

/// A stretch of one node's text that is read as a whole: its label's paragraph and those that go on with it.
struct Stretch {
  text::Range range;
  text::Range heading;  ///< run-in heading at its start; may be empty
};

/// Divides the text of a node: paragraphs under a heading of their own are read one by one, a numbered body takes its
/// further paragraphs with it, slot lines belong to what stands before them.
class StretchReader {
 public:
  StretchReader(const NoticeView& view, const Readers& readers) : view_(view), readers_(readers) {}

  /// In text order; the rows of `tables` are left out, they are read on their own.
  [[nodiscard]] std::vector<Stretch> read(const outline::Node& node, const std::vector<Table>& tables) const;

  /// True where a run-in sentence is followed by nothing but a responsibility clause: it is the body then, no heading.
  [[nodiscard]] bool only_clauses_behind(const outline::Node& node, const std::vector<Stretch>& stretches) const;
  [[nodiscard]] bool opens_with_slot(text::Range paragraph) const;

  /// The clauses of a range. What was read last is kept, since several questions are asked of the same stretch; the
  /// reference holds until four other ranges were read.
  [[nodiscard]] const std::vector<extract::Clause>& clauses(text::Range range) const;

 private:
  struct Known {
    text::Range range;
    std::vector<extract::Clause> clauses;
  };

  [[nodiscard]] bool continues_record(text::Range stretch, text::Range paragraph) const;
  [[nodiscard]] bool closes_text(const outline::Node& node, std::size_t paragraph) const;

  const NoticeView& view_;
  const Readers& readers_;
  mutable std::array<Known, 4> known_;
  mutable std::size_t oldest_ = 0;
};

}  // namespace libparse::task
