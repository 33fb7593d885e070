// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "input/page_blocks.hpp"

namespace libparse::input {

/// A line with the margins of its column: all that decides whether it belongs to the paragraph above.
struct PlacedLine {
  Box box;
  double size = 0;
  std::uint32_t style = 0;
  double left = 0;  ///< margins of its column on its page
  double right = 0;
  std::size_t page = 0;
  std::size_t column = 0;
  double first_width = 0;  ///< of what cannot be broken at its start: a character or a Latin word
  bool ended = false;      ///< with a full stop, colon or semicolon
  bool labelled = false;   ///< starts with 一、 （一） 1. ① 第一条
  [[nodiscard]] double indent() const noexcept { return box.x0 - left; }
};

/// Margins, type and spacing of the body of a document, measured over all pages.
///
/// Odd and even pages, and pages of another width, have margins of their own. A margin is where at least two lines and
/// one in fifty begin, so that a single line set further out does not move it.
class Margins {
 public:
  explicit Margins(const std::vector<PageBlocks>& pages);

  [[nodiscard]] PlacedLine place(const TextLine& line, const PageBlocks& page) const;
  /// Whether `next` goes on with the paragraph from line `first` to line `last`.
  [[nodiscard]] bool continues(const PlacedLine& first, const PlacedLine& last, const PlacedLine& next) const;
  /// Whether paragraphs can be told by their indents or by the space between them. Where they cannot, as in a print of
  /// text whose lines were broken before, lines are all that is known.
  [[nodiscard]] bool shows_paragraphs() const noexcept { return indented_ || spaced_; }
  /// Index of the first block of the notes at the foot of a page: small type that starts with a number or mark.
  [[nodiscard]] std::size_t notes_begin(const PageBlocks& page) const;

 private:
  using Sides = std::pair<double, double>;
  [[nodiscard]] bool is_body(const TextLine& line) const;
  [[nodiscard]] bool is_centred(const PlacedLine& line) const;
  void measure(const std::vector<PageBlocks>& pages);
  void reconcile(Sides& one, Sides& two) const;

  double size_ = 0;
  std::uint32_t style_ = 0;
  double leading_ = 0;
  bool indented_ = false;                                         ///< paragraphs start with an indent
  bool spaced_ = false;                                           ///< paragraphs are further from each other than lines
  std::map<std::pair<long, bool>, Sides> document_;               ///< by width and parity of the page
  std::map<std::pair<std::size_t, std::size_t>, Sides> columns_;  ///< by page and column
};

}  // namespace libparse::input
