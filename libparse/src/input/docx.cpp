// SPDX-License-Identifier: MIT
#include <algorithm>

#include "input/docx_blocks.hpp"
#include "input/grid_writer.hpp"
#include "input/package.hpp"
#include "input/source_text.hpp"
#include "libparse/error.hpp"
#include "text/utf8.hpp"

namespace libparse::input {

namespace {

/// Writes blocks as lines, tables as grids.
class DocxWriter {
 public:
  explicit DocxWriter(SourceText& out) : out_(out) {}

  void write(const DocxBlocks& blocks, const std::string& cell) {
    for (const DocxBlock& block : blocks) {
      if (block.table) {
        write_table(*block.table);
      } else {
        write_lines(block, cell);
      }
    }
  }

 private:
  void write_lines(const DocxBlock& block, const std::string& cell) {
    for (std::size_t begin = 0; begin < block.text.size();) {
      const std::size_t end = std::min(block.text.find('\n', begin), block.text.size());
      append_line(out_, std::string_view(block.text).substr(begin, end - begin), block.paragraph, cell);
      begin = end + 1;
    }
  }

  void write_table(const DocxTable& table) {
    const std::string name = "table " + std::to_string(++tables_) + " ";
    if (table.columns <= 1 || table.cells.size() == 1) {  // a frame around text, not a table
      for (const DocxCell& cell : table.cells) write(cell.blocks, name + cell_name(cell.row, cell.column));
      return;
    }
    std::vector<CellText> cells;
    for (const DocxCell& cell : table.cells) {
      CellText text{
          cell.row, cell.column, cell.row_span, cell.column_span, {}, 0, name + cell_name(cell.row, cell.column)};
      append_cell(cell.blocks, text);
      cells.push_back(std::move(text));
    }
    append_grid(out_, table.rows, table.columns, cells);
  }

  /// Text of a cell; a table inside it is read cell after cell.
  void append_cell(const DocxBlocks& blocks, CellText& out) {
    for (const DocxBlock& block : blocks) {
      if (block.table) {
        ++tables_;
        for (const DocxCell& cell : block.table->cells) append_cell(cell.blocks, out);
        continue;
      }
      if (out.paragraph == 0) out.paragraph = block.paragraph;
      if (!out.text.empty()) out.text.push_back(kParagraphEnd);
      out.text += block.text;
    }
  }

  SourceText& out_;
  std::size_t tables_ = 0;
};

std::size_t columns_of(std::string_view line) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < line.size(); at = text::next(line, at))
    columns += text::char_at(line, at) < 0x80 ? 1 : 2;
  return columns;
}

bool ends_sentence(std::string_view line) {
  const char32_t last = line.empty() ? 0 : text::char_at(line, text::previous(line, line.size()));
  constexpr std::u32string_view kEnds = U".;:!?\u3002\uFF1B\uFF1A\uFF01\uFF1F)\uFF09\u201D\u300B";
  return kEnds.find(last) != std::u32string_view::npos;
}

/// Whether the paragraphs are the lines of a text that was broken at a fixed width, as converters from PDF and web
/// pages leave it: many are about as long as the longest, none is longer, and they stop inside a sentence.
bool is_broken_into_lines(const SourceText& source) {
  std::size_t longest = 0;
  for (const Place& place : source.places) {
    if (!place.cell.empty()) continue;
    longest =
        std::max(longest, columns_of(std::string_view(source.utf8).substr(place.range.begin, place.range.size())));
  }
  constexpr std::size_t kWidestPage = 200;
  constexpr std::size_t kNarrowestPage = 40;
  if (longest < kNarrowestPage || longest > kWidestPage) return false;
  std::size_t full = 0;
  std::size_t lines = 0;
  for (const Place& place : source.places) {
    if (!place.cell.empty()) continue;
    const std::string_view line = std::string_view(source.utf8).substr(place.range.begin, place.range.size());
    ++lines;
    full += columns_of(line) * 100 >= longest * 93 && !ends_sentence(line);
  }
  return full >= 5 && full * 5 >= lines;
}

void report(const DocxFindings& findings, Diagnostics& diagnostics) {
  const auto add = [&](std::string code, Severity severity, std::string message) {
    diagnostics.push_back({std::move(code), severity, std::move(message), {}, {}});
  };
  if (findings.tracked) {
    add("tracked-changes", Severity::warning,
        "the document has changes that nobody has accepted; it was read as if all were");
  }
  if (findings.contents) add("contents-left-out", Severity::info, "the table of contents was left out");
  if (findings.notes > 0) {
    add("notes-left-out", Severity::info, std::to_string(findings.notes) + " footnotes and endnotes were left out");
  }
  if (findings.hidden) add("hidden-left-out", Severity::info, "text that the document hides was left out");
}

}  // namespace

SourceText read_docx(std::string_view bytes, const InputOptions& options, Diagnostics& diagnostics) {
  Package package(bytes, options.limits);
  const std::string main = package.main_part("word/document.xml");
  const XmlTree document = XmlTree::read(package.archive(), main);
  const XmlElement body = document.root().child("w:body");
  if (!body) throw Error(ErrorCode::damaged, "'" + main + "' is no text document");

  const std::optional<XmlTree> style_tree = package.related(main, "styles", diagnostics);
  const DocxStyles styles = style_tree ? DocxStyles(style_tree->root()) : DocxStyles();
  const std::optional<XmlTree> list_tree = package.related(main, "numbering", diagnostics);
  DocxNumbering numbering = list_tree ? DocxNumbering(list_tree->root(), styles) : DocxNumbering();

  SourceText source;
  source.media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  source.encoding = "UTF-8";
  DocxFindings findings;
  DocxInline runs(styles, body, findings);
  DocxBlockReader blocks(styles, numbering, runs, findings, package.archive().deadline());
  DocxWriter(source).write(blocks.read(body, false), {});
  source.whole_paragraphs = !is_broken_into_lines(source);

  if (const std::optional<XmlTree> core = package.related("", "core-properties", diagnostics)) {
    const std::string_view title = core->root().child("dc:title").text();
    if (!title.empty()) source.head.push_back({"dc:title", std::string(title)});
  }
  report(findings, diagnostics);
  return source;
}

}  // namespace libparse::input
