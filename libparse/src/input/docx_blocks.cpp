// SPDX-License-Identifier: MIT
#include "input/docx_blocks.hpp"

#include <algorithm>

#include "libparse/error.hpp"
#include "text/utf8.hpp"

namespace libparse::input {

namespace {

constexpr std::size_t kDeepest = 400;    // of blocks inside each other, however deep XML may go: each takes stack
constexpr std::size_t kWidestCell = 63;  // columns of a table in Word
constexpr std::size_t kMostColumns = 1024;
constexpr std::size_t kNoCell = static_cast<std::size_t>(-1);

/// Elements around blocks, rows or cells that add nothing to them; the one that holds them, or none.
XmlElement wrapped(XmlElement element, DocxFindings& findings) {
  const std::string_view name = element.name();
  if (name == "w:sdt") return is_content(element, findings) ? element.child("w:sdtContent") : XmlElement();
  if (name == "mc:AlternateContent") return chosen(element);
  if (name == "w:customXml" || name == "w:smartTag" || name == "w:sdtContent") return element;
  if (name == "w:ins" || name == "w:moveTo") {
    findings.tracked = true;
    return element;
  }
  if (name == "w:del" || name == "w:moveFrom") findings.tracked = true;
  return {};
}

/// The rows of a table or the cells of a row, out of what is wrapped around them.
std::vector<XmlElement> unwrapped(XmlElement parent, std::string_view name, DocxFindings& findings) {
  std::vector<XmlElement> found;
  std::vector<XmlElement> path;  // of wrappers that are being looked through
  for (XmlElement at = parent.first_child(); at || !path.empty();) {
    if (!at) {
      at = path.back().next_sibling();
      path.pop_back();
      continue;
    }
    if (at.is(name)) {
      found.push_back(at);
    } else if (const XmlElement inside = wrapped(at, findings)) {
      path.push_back(at);
      at = inside.first_child();
      continue;
    }
    at = at.next_sibling();
  }
  return found;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

/// A paragraph with its label in front, without the white space that may have stood there.
std::string labelled(const std::string& label, const std::string& text) {
  if (label.empty()) return text;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const char32_t c = text::char_at(text, begin);
    if (c != ' ' && c != '\t' && c != 0xA0 && c != 0x3000) break;
    begin = text::next(text, begin);
  }
  return label + text.substr(begin);
}

std::size_t count_of(XmlElement property, std::size_t otherwise, std::size_t most) {
  return std::min(number_of(property.attribute("val")).value_or(otherwise), most);
}

}  // namespace

DocxBlocks DocxBlockReader::read(XmlElement container, bool in_cell) {
  Flow flow;
  flow.in_cell = in_cell;
  read_children(container, flow);
  flush(flow);
  return std::move(flow.blocks);
}

void DocxBlockReader::read_children(XmlElement parent, Flow& flow) {
  if (++depth_ > kDeepest) {
    throw Error(ErrorCode::limit, "tables and frames stand inside each other more than " + std::to_string(kDeepest) +
                                      " deep, which is not read whatever --max-xml-depth allows");
  }
  for (const XmlElement child : parent.children()) {
    if (child.is("w:p")) {
      read_paragraph(child, flow);
    } else if (child.is("w:tbl")) {
      flush(flow);
      DocxBlock block;
      block.paragraph = paragraphs_ + 1;
      block.table = read_table(child);
      if (!block.table->cells.empty()) flow.blocks.push_back(std::move(block));
    } else if (const XmlElement inside = wrapped(child, findings_)) {
      read_children(inside, flow);
    }
  }
  --depth_;
}

void DocxBlockReader::read_paragraph(XmlElement paragraph, Flow& flow) {
  deadline_.check();
  ++paragraphs_;
  const XmlElement properties = paragraph.child("w:pPr");
  const XmlElement mark = properties.child("w:rPr");
  if (mark.child("w:ins") || properties.child("w:pPrChange") || mark.child("w:moveTo")) findings_.tracked = true;
  const bool deleted = mark.child("w:del") || mark.child("w:moveFrom");
  findings_.tracked |= deleted;
  const bool hidden = styles_.hidden(mark, properties);

  std::string text;
  std::vector<XmlElement> boxes;
  runs_.read(paragraph, text, boxes);
  if (styles_.is_contents(properties)) {
    findings_.contents = true;
    text.clear();
  } else if (deleted || (hidden && !is_blank(text))) {
    // The mark does not show, so what follows goes on in the same paragraph. A deleted mark takes its properties along;
    // a hidden one (a style separator) leaves the label to its own paragraph.
    if (!deleted) flow.carried_label += numbering_.next_label(styles_.numbering(properties));
    flow.carried += text;
    flow.carries = true;
  } else if (!hidden) {
    const bool was_carried = !flow.carried_label.empty();
    std::string label = std::move(flow.carried_label);
    if (!was_carried) label = numbering_.next_label(styles_.numbering(properties));
    text.insert(0, flow.carried);
    if (!is_blank(text) || (flow.in_cell && !label.empty())) {
      flow.blocks.push_back({labelled(label, text), paragraphs_, nullptr});
    }
    flow.carried.clear();
    flow.carried_label.clear();
    flow.carries = false;
  }
  for (const XmlElement box : boxes) read_children(box, flow);
}

void DocxBlockReader::flush(Flow& flow) {
  if (flow.carries && !is_blank(flow.carried)) {
    flow.blocks.push_back({labelled(flow.carried_label, flow.carried), paragraphs_, nullptr});
  }
  flow.carried.clear();
  flow.carried_label.clear();
  flow.carries = false;
}

std::unique_ptr<DocxTable> DocxBlockReader::read_table(XmlElement element) {
  auto table = std::make_unique<DocxTable>();
  std::vector<std::size_t> above;  // by column: the cell that a vertical merge would go on with
  for (const XmlElement row : unwrapped(element, "w:tr", findings_)) {
    const XmlElement properties = row.child("w:trPr");
    if (properties.child("w:ins")) findings_.tracked = true;
    if (properties.child("w:del")) {
      findings_.tracked = true;
      continue;
    }
    if (on_off(properties.child("w:hidden")).value_or(false)) {
      findings_.hidden = true;
      continue;
    }
    read_row(row, *table, above);
    ++table->rows;
  }
  return table;
}

void DocxBlockReader::read_row(XmlElement row, DocxTable& table, std::vector<std::size_t>& above) {
  std::size_t column = count_of(row.child("w:trPr").child("w:gridBefore"), 0, kWidestCell);
  std::vector<std::size_t> starts;  // what the next row finds above
  for (const XmlElement element : unwrapped(row, "w:tc", findings_)) {
    const XmlElement properties = element.child("w:tcPr");
    if (properties.child("w:cellDel")) {
      findings_.tracked = true;
      continue;
    }
    const std::size_t span = std::max<std::size_t>(count_of(properties.child("w:gridSpan"), 1, kWidestCell), 1);
    const XmlElement vertical = properties.child("w:vMerge");
    const XmlElement horizontal = properties.child("w:hMerge");
    const auto goes_on = [](XmlElement merge) { return merge && merge.attribute("val") != "restart"; };
    if (goes_on(horizontal) && !table.cells.empty() && table.cells.back().row == table.rows) {
      table.cells.back().column_span += span;
      column += span;
      continue;
    }
    std::size_t index = column < above.size() ? above[column] : kNoCell;
    if (goes_on(vertical) && index != kNoCell) {
      table.cells[index].row_span = table.rows + 1 - table.cells[index].row;
      for (XmlElement at = element; at; at = at.next_in(element)) paragraphs_ += at.is("w:p");
    } else {
      index = table.cells.size();
      table.cells.push_back({table.rows, column, 1, span, {}});
      DocxBlocks blocks = read(element, true);
      table.cells[index].blocks = std::move(blocks);
    }
    starts.resize(column + 1, kNoCell);
    if (vertical) starts[column] = index;
    column += span;
    if (column > kMostColumns) {
      throw Error(ErrorCode::damaged, "a table has more than " + std::to_string(kMostColumns) + " columns");
    }
  }
  table.columns = std::max(table.columns, column);
  above = std::move(starts);
}

}  // namespace libparse::input
