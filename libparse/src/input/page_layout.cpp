// SPDX-License-Identifier: MIT
#include "input/page_layout.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "input/page_columns.hpp"
#include "input/page_furniture.hpp"
#include "input/page_lines.hpp"
#include "input/page_paragraphs.hpp"
#include "input/page_tables.hpp"
#include "libparse/error.hpp"

namespace libparse::input {
namespace {

/// White space, and what no reader should see as text: its place tells enough.
bool is_blank(char32_t c) {
  return c <= 0x20 || c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x200F) || c == 0x202F || c == 0x205F ||
         c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

void drop_useless(PageContent& page) {
  const auto useless = [&](const Glyph& glyph) {
    const Box& box = glyph.box;
    const bool inside = box.x1 >= 0 && box.y1 >= 0 && box.x0 <= page.width && box.y0 <= page.height;  // no NaN either
    return is_blank(glyph.character) || !inside || !(glyph.size > 0);
  };
  page.glyphs.erase(std::remove_if(page.glyphs.begin(), page.glyphs.end(), useless), page.glyphs.end());
}

/// Turns the page by quarter turns until most of its text is upright, and drops the text that is not then.
void turn_upright(PageContent& page) {
  std::array<std::size_t, 4> counts{};
  for (const Glyph& glyph : page.glyphs) ++counts[static_cast<std::size_t>(glyph.quarters & 3)];
  const int most = static_cast<int>(std::max_element(counts.begin(), counts.end()) - counts.begin());
  page.glyphs.erase(std::remove_if(page.glyphs.begin(), page.glyphs.end(),
                                   [&](const Glyph& glyph) { return (glyph.quarters & 3) != most; }),
                    page.glyphs.end());
  if (most == 0) return;
  const double width = page.width;
  const double height = page.height;
  const auto turn = [&](Box& box) {
    switch (most) {
      case 1:
        box = {box.y0, width - box.x1, box.y1, width - box.x0};
        break;
      case 2:
        box = {width - box.x1, height - box.y1, width - box.x0, height - box.y0};
        break;
      default:
        box = {height - box.y1, box.x0, height - box.y0, box.x1};
    }
  };
  for (Glyph& glyph : page.glyphs) turn(glyph.box);
  for (Ruling& ruling : page.rulings) turn(ruling.box);
  if (most != 2) std::swap(page.width, page.height);
}

/// Characters that a font without a table of meanings leaves: codes of its own, numbers of glyphs from 1 on.
bool is_garbled(char32_t c) {
  const bool control = (c > 0 && c < 0x20 && !(c >= 0x09 && c <= 0x0D)) || (c >= 0x7F && c < 0xA0);
  return control || c == 0xFFFD || c == 0xA4 || (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

class PageReader {
 public:
  explicit PageReader(PageContent page) : page_(std::move(page)) {}

  PageBlocks read() {
    PageBlocks blocks{page_.number, page_.width, page_.height, {}};
    std::vector<PageTable> tables = take_ruled_tables(page_);
    const std::vector<SegmentLine> lines = find_lines(std::move(page_.glyphs));
    const std::vector<ColumnPart> parts = find_columns(lines);
    std::size_t table = 0;
    auto part = parts.begin();
    for (std::size_t i = 0; i < lines.size();) {
      for (; table < tables.size() && tables[table].box.y0 < lines[i].front().box.y0; ++table)
        blocks.blocks.push_back({std::move(tables[table]), {}});
      if (part != parts.end() && part->begin == i) {
        add_columns(lines, *part, blocks);
        i = part->end;
        ++part;
        continue;
      }
      std::size_t end = i;
      if (auto aligned = find_aligned_table(lines, i, page_.number, end)) {
        blocks.blocks.push_back({std::move(*aligned), {}});
        i = end;
        continue;
      }
      blocks.blocks.push_back({std::nullopt, make_line(lines[i], true)});
      ++i;
    }
    for (; table < tables.size(); ++table) blocks.blocks.push_back({std::move(tables[table]), {}});
    return blocks;
  }

 private:
  static void add_columns(const std::vector<SegmentLine>& lines, const ColumnPart& part, PageBlocks& blocks) {
    for (const bool right : {false, true}) {
      for (std::size_t i = part.begin; i < part.end; ++i) {
        SegmentLine sides[2];
        split_line(lines[i], part.x, sides[0], sides[1]);
        if (sides[right].empty()) continue;
        TextLine line = make_line(sides[right], true);
        line.column = right ? 2 : 1;
        blocks.blocks.push_back({std::nullopt, std::move(line)});
      }
    }
  }

  PageContent page_;
};

}  // namespace

void PageLayout::add(PageContent page) {
  for (const Glyph& glyph : page.glyphs) {
    garbled_ += is_garbled(glyph.character);
    characters_ += is_garbled(glyph.character) || !is_blank(glyph.character);
  }
  drop_useless(page);
  turn_upright(page);
  blank_ += page.glyphs.empty();
  pages_.push_back(PageReader(std::move(page)).read());
}

SourceText PageLayout::finish(std::string_view name, std::string_view advice, Diagnostics& diagnostics) && {
  report(name, advice, diagnostics);
  remove_furniture(pages_);
  return join_pages(std::move(pages_));
}

void PageLayout::report(std::string_view name, std::string_view advice, Diagnostics& diagnostics) const {
  const std::string container(name);
  const std::size_t pages = pages_.size() + lost_;
  if (pages_.empty()) throw Error(ErrorCode::damaged, "the " + container + " is broken: none of its pages can be read");
  if (characters_ == 0) {
    throw Error(ErrorCode::not_text,
                "the " + container + " has no text, its pages are images or empty; " + std::string(advice));
  }
  if (lost_ > 0) {
    diagnostics.push_back({"damaged-container", Severity::warning,
                           std::to_string(lost_) + " of " + std::to_string(pages) + " pages of the " + container +
                               " cannot be read; text is missing"});
  }
  if (blank_ > 0) {
    diagnostics.push_back({"page-without-text", Severity::info,
                           std::to_string(blank_) + " of " + std::to_string(pages) + " pages of the " + container +
                               " have no text; scanned pages need OCR"});
  }
  if (20 * garbled_ > characters_) {
    diagnostics.push_back({"garbled-text", Severity::warning,
                           std::to_string(garbled_) + " of " + std::to_string(characters_) + " characters of the " +
                               container + " have no known meaning, since its fonts do not tell it; " +
                               std::string(advice)});
  }
}

}  // namespace libparse::input
