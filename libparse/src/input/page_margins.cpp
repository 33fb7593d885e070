// SPDX-License-Identifier: MIT
#include "input/page_margins.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "input/page_lines.hpp"
#include "text/utf8.hpp"

namespace libparse::input {
namespace {

constexpr double kNoMargin = -1;
constexpr double kParagraphGap = 1.45;  ///< leadings: lines further apart are of two paragraphs

bool is_digit(char32_t c) { return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19); }

/// 一 to 十.
bool is_numeral(char32_t c) {
  constexpr char32_t kNumerals[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
  return std::find(std::begin(kNumerals), std::end(kNumerals), c) != std::end(kNumerals);
}

bool is_circled(char32_t c) { return c >= 0x2460 && c <= 0x2473; }

/// The first characters of a line, 0 behind its end.
struct Opening {
  char32_t at[8] = {};
  explicit Opening(const std::string& line) {
    std::size_t byte = 0;
    for (char32_t& c : at) {
      if (byte >= line.size()) break;
      c = text::char_at(line, byte);
      byte = text::next(line, byte);
    }
  }
};

/// Whether a line ends in a mark that ends a sentence or a list entry.
bool is_sentence_end(char32_t c) {
  return c == 0x3002 || c == 0xFF1B || c == 0xFF1A || c == 0xFF01 || c == 0xFF1F || c == ';' || c == ':';
}

bool starts_with_label(const std::string& line) {
  const Opening opening(line);
  const auto& c = opening.at;
  if (is_circled(c[0])) return true;
  const bool bracket = c[0] == '(' || c[0] == 0xFF08;
  const bool article = c[0] == 0x7B2C;  // 第
  std::size_t i = bracket || article ? 1 : 0;
  const std::size_t begin = i;
  const bool digits = is_digit(c[i]);
  while (i < 5 && (digits ? is_digit(c[i]) : is_numeral(c[i]))) ++i;
  if (i == begin) return false;
  if (bracket) return c[i] == ')' || c[i] == 0xFF09;
  if (article) return true;
  if (c[i] == 0x3001) return true;  // 、
  return digits && (c[i] == '.' || c[i] == 0xFF0E) && !is_digit(c[i + 1]);
}

/// Width of what cannot be broken at the start of a line; a closing mark is drawn to the character before it.
double width_of_start(const std::string& line, double size) {
  std::size_t latin = 0;
  while (latin < line.size() && latin < 24 && line[latin] > ' ') ++latin;
  if (latin > 0) return 0.55 * size * static_cast<double>(latin);
  const char32_t second = Opening(line).at[1];
  const bool closing = second == 0x3001 || second == 0x3002 || second == 0xFF0C || second == 0xFF1B ||
                       second == 0xFF1A || second == 0x201D || second == 0xFF09 || second == 0x300B;
  return closing ? 2 * size : size;
}

/// The lowest value that `share` of the values, and two at least, have within `tolerance`; or kNoMargin.
double common_edge(std::vector<double> values, double tolerance, std::size_t share) {
  std::sort(values.begin(), values.end());
  const std::size_t fewest = std::max<std::size_t>(2, values.size() / share);
  for (std::size_t i = 0; i + fewest <= values.size(); ++i)
    if (values[i + fewest - 1] - values[i] <= tolerance) return values[i];
  return kNoMargin;
}

struct Ends {
  std::vector<double> left;
  std::vector<double> right;  ///< negative, so that the lowest is the outermost
  void add(const Box& box) { left.push_back(box.x0), right.push_back(-box.x1); }
  [[nodiscard]] std::pair<double, double> edges(double tolerance, std::size_t share) const {
    double l = common_edge(left, tolerance, share);
    // One line two characters further out is the second line of the only long paragraph.
    double outer = l;
    for (const double value : left)
      if (l != kNoMargin && value < l - 3.2 * tolerance && value > l - 4.8 * tolerance) outer = std::min(outer, value);
    l = outer;
    const double r = common_edge(right, tolerance, share);
    return {l, r == kNoMargin ? kNoMargin : -r};
  }
};

std::pair<long, bool> kind_of(const PageBlocks& page) { return {std::lround(page.width), page.number % 2 == 1}; }

}  // namespace

Margins::Margins(const std::vector<PageBlocks>& pages) {
  std::map<std::pair<long, std::uint32_t>, std::size_t> types;
  std::map<long, std::size_t> sizes;
  for (const PageBlocks& page : pages) {
    for (const Block& block : page.blocks) {
      if (block.table) continue;
      types[{std::lround(block.line.size * 2), block.line.style}] += block.line.text.size();
      sizes[std::lround(block.line.size * 2)] += block.line.text.size();
    }
  }
  const auto by_count = [](const auto& a, const auto& b) { return a.second < b.second; };
  if (const auto most = std::max_element(sizes.begin(), sizes.end(), by_count); most != sizes.end())
    size_ = static_cast<double>(most->first) / 2;
  if (const auto most = std::max_element(types.begin(), types.end(), by_count); most != types.end())
    style_ = most->first.second;
  measure(pages);
}

bool Margins::is_body(const TextLine& line) const { return std::abs(line.size - size_) < 0.15 * size_; }

void Margins::measure(const std::vector<PageBlocks>& pages) {
  std::map<std::pair<long, bool>, Ends> kinds;
  std::vector<double> distances;
  for (const PageBlocks& page : pages) {
    std::map<std::size_t, Ends> columns;
    const TextLine* before = nullptr;
    for (const Block& block : page.blocks) {
      const TextLine& line = block.line;
      if (block.table || !is_body(line)) {
        before = nullptr;
        continue;
      }
      columns[line.column].add(line.box);
      if (line.column == 0) kinds[kind_of(page)].add(line.box);
      if (before && before->column == line.column && line.box.center_y() > before->box.center_y())
        distances.push_back(line.box.center_y() - before->box.center_y());
      before = &line;
    }
    for (const auto& [column, ends] : columns) columns_[{page.number, column}] = ends.edges(0.5 * size_, 12);
  }
  for (const auto& [kind, ends] : kinds) document_[kind] = ends.edges(0.5 * size_, 50);
  for (auto& [kind, sides] : document_) {
    const auto width = static_cast<double>(kind.first);
    // Lines that end in the left half of the page are short, however many they are.
    if (sides.second < 0.6 * width) sides.second = kNoMargin;
  }
  for (auto& [kind, sides] : document_) {
    const auto other = document_.find({kind.first, !kind.second});
    if (other != document_.end() && kind < other->first) reconcile(sides, other->second);
    if (sides.second == kNoMargin &&
        sides.first != kNoMargin) {  // the page is the same on both sides, as far as one knows
      sides.second = static_cast<double>(kind.first) - sides.first;
    }
  }
  if (!distances.empty()) {
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::nth_element(distances.begin(), middle, distances.end());
    leading_ = *middle;
    const auto wide =
        std::count_if(distances.begin(), distances.end(), [&](double d) { return d > kParagraphGap * leading_; });
    spaced_ = 8 * static_cast<std::size_t>(wide) > distances.size();
  }

  std::size_t lines = 0;
  std::size_t indented = 0;
  for (const PageBlocks& page : pages) {
    for (const Block& block : page.blocks) {
      if (block.table || !is_body(block.line)) continue;
      const double indent = place(block.line, page).indent();
      ++lines;
      indented += indent > 1.4 * size_ && indent < 2.7 * size_;
    }
  }
  indented_ = 8 * indented > lines;
}

/// Margins of odd and even pages: the text is as wide on both, so that a page or two of short lines, or of indented
/// ones, learn from the rest.
void Margins::reconcile(Sides& one, Sides& two) const {
  const auto width = [](const Sides& s) {
    return s.first == kNoMargin || s.second == kNoMargin ? 0 : s.second - s.first;
  };
  if (std::abs(width(one) - width(two)) < size_) return;
  Sides& narrow = width(one) < width(two) ? one : two;
  const Sides& wide = &narrow == &one ? two : one;
  const bool mirrored = width(narrow) > 0 && std::abs(narrow.first - wide.first) > 3 * size_ &&
                        std::abs(narrow.second - wide.second) > size_;
  narrow = mirrored ? Sides{narrow.first, narrow.first + width(wide)} : wide;
}

PlacedLine Margins::place(const TextLine& line, const PageBlocks& page) const {
  PlacedLine placed{
      .box = line.box, .size = line.size, .style = line.style, .page = page.number, .column = line.column};
  Sides sides{kNoMargin, kNoMargin};
  if (line.column == 0) {
    if (const auto found = document_.find(kind_of(page)); found != document_.end()) sides = found->second;
  }
  if (const auto found = columns_.find({page.number, line.column}); found != columns_.end()) {
    const auto& [left, right] = found->second;
    // A page of indented or short lines only tells nothing about its margins.
    if (left != kNoMargin && (sides.first == kNoMargin || left < sides.first + size_)) sides.first = left;
    if (right != kNoMargin && (sides.second == kNoMargin || right > sides.second - size_) &&
        (line.column > 0 || right > 0.6 * page.width))
      sides.second = right;
  }
  placed.left = sides.first == kNoMargin ? line.box.x0 : sides.first;
  placed.right = sides.second == kNoMargin ? page.width - placed.left : sides.second;
  placed.first_width = width_of_start(line.text, line.size);
  placed.labelled = starts_with_label(line.text);
  placed.ended = is_sentence_end(last_character(line.text));
  return placed;
}

/// In the middle of its column, in other type than the body: part of a title.
bool Margins::is_centred(const PlacedLine& line) const {
  const double space_left = line.box.x0 - line.left;
  const double space_right = line.right - line.box.x1;
  if (std::abs(space_left - space_right) > 1.5 * line.size) return false;
  if (line.size > 1.15 * size_) return true;
  return line.style != style_ && space_left > 2.5 * line.size;
}

bool Margins::continues(const PlacedLine& first, const PlacedLine& last, const PlacedLine& next) const {
  const bool same_place = last.page == next.page && last.column == next.column;
  const double distance = next.box.center_y() - last.box.center_y();
  const bool same_size = std::abs(last.size - next.size) < 0.12 * last.size;
  if (!same_size) return false;
  if (last.page == next.page && (last.column == 0) != (next.column == 0)) return false;
  if (is_centred(last) && is_centred(next))
    return same_place && last.style == next.style && distance < 2.3 * last.size && !next.labelled;
  if (same_place && leading_ > 0 && distance > std::max(kParagraphGap * leading_, 1.2 * last.size)) return false;
  const bool full = last.right - last.box.x1 < next.first_width + 0.6 * last.size;
  if (!full) return false;
  if (next.indent() < 1.2 * next.size) {
    // Where paragraphs are indented, a label at the margin is a label by chance, unless its type says otherwise.
    return !next.labelled || (indented_ && next.style == last.style);
  }
  // The rest of a paragraph that is set in the middle.
  const double center = (last.left + last.right) / 2;
  if (!last.ended && !next.labelled && last.indent() < next.size &&
      std::abs(next.box.center_x() - center) < 0.6 * next.size &&
      std::abs(last.box.center_x() - center) < 0.6 * next.size)
    return true;
  // An item whose further lines hang under its text; a line far on the right is a signature or a date.
  return !next.labelled && next.indent() > first.indent() + 1.2 * next.size && first.indent() < 4 * next.size &&
         next.indent() < 10 * next.size;
}

std::size_t Margins::notes_begin(const PageBlocks& page) const {
  const std::size_t count = page.blocks.size();
  std::size_t begin = count;
  while (begin > 0 && !page.blocks[begin - 1].table && page.blocks[begin - 1].line.size < 0.82 * size_) --begin;
  if (begin == 0) return count;
  for (; begin < count; ++begin) {
    const char32_t c = first_character(page.blocks[begin].line.text);
    const bool mark = is_digit(c) || is_circled(c) || c == '*' || c == '[' || c == 0x3014;
    if (mark && page.blocks[begin].line.box.y0 > 0.4 * page.height) break;
  }
  return begin;
}

}  // namespace libparse::input
