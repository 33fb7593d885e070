// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/span.hpp"
#include "text/document_text.hpp"

namespace libparse::text {

/// A stretch of a WorkText, half-open. Units: bytes of that text, on character boundaries. Never of the source.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] constexpr bool empty() const noexcept { return end <= begin; }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return empty() ? 0 : end - begin; }
  [[nodiscard]] constexpr bool contains(Range other) const noexcept { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Range other) const noexcept { return begin < other.end && other.begin < end; }
  friend bool operator==(const Range&, const Range&) = default;
};

/// A view of the document's text made for matching, in which every position knows where it stands in the source.
///
/// One source character gives at most one character here: full-width ASCII forms are narrowed (（ is `(`, ： is `:`,
/// ， is `,`, ２ is `2`), compatibility ideographs and radicals unified (NFKC, where that is one character), spaces of
/// all kinds become ` `, line ends of all kinds `\n`; zero-width and control characters are left out. Later stages
/// may leave out more (layout breaks) or put in `\n` where a paragraph starts.
class WorkText {
 public:
  WorkText() = default;
  /// The whole of a document's text, its line ends kept.
  static WorkText fold(const DocumentText& source);

  [[nodiscard]] std::string_view view() const noexcept { return text_; }
  [[nodiscard]] std::string_view view(Range r) const noexcept { return view().substr(r.begin, r.size()); }
  [[nodiscard]] std::size_t size() const noexcept { return text_.size(); }

  /// Source offset, in code points, of the character at byte `at`; behind the last character: of the end.
  [[nodiscard]] std::size_t source_offset(std::size_t at) const noexcept;
  /// The source span from the first to the last character of `r`. An empty range gives an empty span.
  [[nodiscard]] Span source_span(Range r) const noexcept;
  /// The way back: byte of the first character that stands at or behind `source` (code points) in the source.
  [[nodiscard]] std::size_t offset_of(std::size_t source) const noexcept;
  /// The source characters of `r` verbatim, without what this view leaves out (layout breaks, zero-width characters).
  [[nodiscard]] std::string quote(Range r, const DocumentText& source) const;

  /// Copies stretches of another WorkText, one after the other, and may put line breaks between them.
  class Builder;

 private:
  /// From `byte` on, characters follow the source's one by one, the first being source character `source`.
  struct Anchor {
    std::size_t byte;
    std::size_t source;
  };
  void anchor(std::size_t source);
  [[nodiscard]] std::vector<Anchor>::const_iterator anchor_at(std::size_t byte) const noexcept;

  std::string text_;
  std::vector<Anchor> anchors_;
  std::size_t source_end_ = 0;
};

class WorkText::Builder {
 public:
  explicit Builder(const WorkText& from) : from_(from) { made_.text_.reserve(from.size()); }
  void copy(Range r);
  /// A line break that the source does not have; `source` of the character that comes next in `from`.
  void break_line(std::size_t at_in_from);
  /// One space that the source may not have, such as between two Latin words of a joined line.
  void space(std::size_t at_in_from);
  [[nodiscard]] WorkText finish() &&;

 private:
  const WorkText& from_;
  WorkText made_;
};

}  // namespace libparse::text
