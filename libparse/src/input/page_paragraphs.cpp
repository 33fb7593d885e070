// SPDX-License-Identifier: MIT
#include "input/page_paragraphs.hpp"

#include <utility>

#include "input/page_lines.hpp"
#include "input/page_margins.hpp"
#include "input/page_tables.hpp"

namespace libparse::input {
namespace {

/// Writes paragraphs and tables behind each other, as SourceText has them.
class Writer {
 public:
  void paragraph(const std::string& text, std::size_t page) {
    const std::size_t begin = made_.utf8.size();
    made_.utf8 += text;
    made_.places.push_back({.range = {begin, made_.utf8.size()}, .page = page});
    made_.utf8 += '\n';
  }

  void table(const PageTable& table) {
    Grid grid{.rows = table.rows, .columns = table.columns()};
    const std::size_t number = made_.tables.size() + 1;
    grid.range.begin = made_.utf8.size();
    std::size_t row = 0;
    bool first = true;
    for (const TableCell& cell : table.cells) {
      for (; row < cell.row; ++row) made_.utf8 += '\n', first = true;
      if (!std::exchange(first, false)) made_.utf8 += '\t';
      const std::size_t begin = made_.utf8.size();
      made_.utf8 += cell.text;
      const text::Range range{begin, made_.utf8.size()};
      grid.cells.push_back({range, cell.row, cell.column, cell.row_span, cell.column_span});
      if (!range.empty()) made_.places.push_back({.range = range, .page = cell.page, .cell = cell_name(number, cell)});
    }
    for (; row < table.rows; ++row) made_.utf8 += '\n';
    grid.range.end = made_.utf8.size();
    made_.tables.push_back(std::move(grid));
  }

  SourceText finish(bool whole_paragraphs) && {
    made_.whole_paragraphs = whole_paragraphs;
    return std::move(made_);
  }

 private:
  /// `table 2 B7`
  static std::string cell_name(std::size_t table, const TableCell& cell) {
    std::string letters;
    for (std::size_t n = cell.column + 1; n > 0; n = (n - 1) / 26)
      letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
    return "table " + std::to_string(table) + ' ' + letters + std::to_string(cell.row + 1);
  }

  SourceText made_;
};

class Joiner {
 public:
  explicit Joiner(std::vector<PageBlocks> pages) : margins_(pages), pages_(std::move(pages)) {}

  SourceText join() {
    for (PageBlocks& page : pages_) {
      const std::size_t notes = margins_.notes_begin(page);
      for (std::size_t i = 0; i < page.blocks.size(); ++i) {
        Block& block = page.blocks[i];
        if (block.table) {
          end_paragraph();
          add_table(std::move(*block.table));
        } else if (i >= notes) {
          add_note(std::move(block.line), page);
        } else {
          add_line(std::move(block.line), page);
        }
      }
    }
    end_paragraph();
    end_table();
    return std::move(writer_).finish(margins_.shows_paragraphs());
  }

 private:
  void add_line(TextLine line, const PageBlocks& page) {
    if (line.text.empty()) return;
    end_table();
    const PlacedLine placed = margins_.place(line, page);
    if (!paragraph_.empty() && margins_.continues(first_, last_, placed)) {
      append_line(paragraph_, line.text);
    } else {
      end_paragraph();
      paragraph_ = std::move(line.text);
      page_ = page.number;
      first_ = placed;
    }
    last_ = placed;
  }

  /// A note waits for the end of the paragraph that runs over the page break.
  void add_note(TextLine line, const PageBlocks& page) {
    const PlacedLine placed = margins_.place(line, page);
    if (!notes_.empty() && margins_.continues(note_, note_, placed)) {
      append_line(notes_.back().first, line.text);
    } else {
      notes_.emplace_back(std::move(line.text), page.number);
    }
    note_ = placed;
  }

  void add_table(PageTable table) {
    if (table_.rows > 0 && same_columns(table_, table)) {
      append_table(table_, std::move(table));
      return;
    }
    end_table();
    table_ = std::move(table);
  }

  void end_paragraph() {
    if (!paragraph_.empty()) writer_.paragraph(paragraph_, page_);
    paragraph_.clear();
    for (const auto& [text, page] : notes_) writer_.paragraph(text, page);
    notes_.clear();
  }

  void end_table() {
    if (table_.rows > 0) writer_.table(table_);
    table_ = {};
  }

  Margins margins_;
  std::vector<PageBlocks> pages_;
  Writer writer_;
  std::string paragraph_;
  std::size_t page_ = 0;
  PlacedLine first_;  ///< of the paragraph
  PlacedLine last_;
  std::vector<std::pair<std::string, std::size_t>> notes_;  ///< text and page
  PlacedLine note_;
  PageTable table_;  ///< the one that the next page may go on with; no rows: none
};

}  // namespace

SourceText join_pages(std::vector<PageBlocks> pages) { return Joiner(std::move(pages)).join(); }

}  // namespace libparse::input
