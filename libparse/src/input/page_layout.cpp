// SPDX-License-Identifier: MIT
#include "input/page_layout.hpp"

#include <algorithm>
#include <utility>

#include "input/page_columns.hpp"
#include "input/page_furniture.hpp"
#include "input/page_lines.hpp"
#include "input/page_paragraphs.hpp"
#include "input/page_tables.hpp"

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

class PageReader {
 public:
  explicit PageReader(PageContent page) : page_(std::move(page)) {}

  PageBlocks read() {
    PageBlocks blocks{page_.number, page_.width, page_.height, {}};
    drop_useless(page_);
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

void PageLayout::add(PageContent page) { pages_.push_back(PageReader(std::move(page)).read()); }

SourceText PageLayout::finish() && {
  remove_furniture(pages_);
  return join_pages(std::move(pages_));
}

}  // namespace libparse::input
