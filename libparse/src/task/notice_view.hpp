// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "frame/frame.hpp"
#include "input/source_text.hpp"
#include "layout/layout.hpp"
#include "outline/outline.hpp"
#include "task/grids.hpp"
#include "text/document_text.hpp"

namespace libparse::task {

/// What the earlier stages made of one notice. Everything is referred to, nothing owned.
struct NoticeView {
  const layout::Layout& layout;
  const frame::Frame& frame;
  const outline::Outline& outline;
  const text::DocumentText& source;
  /// Where the paragraphs came from; ranges are bytes of the document text (`source`).
  const std::vector<input::Place>& places;
  const std::vector<GridInText>& grids;  ///< tables of the container
  std::string_view as_of{};  ///< ISO 8601 date that stands in where the notice gives no date of issue; may be empty

  [[nodiscard]] std::string_view text() const { return layout.text.view(); }
  [[nodiscard]] std::string_view text(text::Range r) const { return layout.text.view(r); }
  /// The source's words, layout breaks left out; a paragraph break is a line feed.
  [[nodiscard]] std::string quote(text::Range r) const;
  /// The same on one line: names and titles.
  [[nodiscard]] std::string quote_line(text::Range r) const;
  [[nodiscard]] Span span(text::Range r) const { return layout.text.source_span(r); }
  /// Where work-text byte `at` stood in the container; null where the container does not say.
  [[nodiscard]] const input::Place* place_at(std::size_t at) const;
  /// True where nothing but white space stands between two ranges.
  [[nodiscard]] bool adjacent(text::Range a, text::Range b) const;
};

}  // namespace libparse::task
