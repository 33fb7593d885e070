// SPDX-License-Identifier: MIT
#include "libparse/workbook.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "input/cell_format.hpp"
#include "input/docx_styles.hpp"
#include "input/package.hpp"
#include "libparse/error.hpp"

namespace libparse {

namespace {

using input::number_of;
using input::Package;
using input::XmlElement;
using input::XmlTree;

constexpr std::size_t kRows = 1'048'576;  // of a worksheet (Excel); a cell beyond is a mistake
constexpr std::size_t kColumns = 16'384;

bool is_on(std::string_view value) { return value == "1" || value == "true"; }

struct CellPosition {
  std::size_t row = 0;
  std::size_t column = 0;
  friend auto operator<=>(const CellPosition&, const CellPosition&) = default;
};

/// `B7` (18.18.7); none where it is no reference of a cell.
std::optional<CellPosition> position_of(std::string_view reference) {
  std::size_t column = 0;
  std::size_t at = 0;
  for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z' && at < 4; ++at) {
    column = column * 26 + static_cast<std::size_t>(reference[at] - 'A') + 1;
  }
  const std::size_t row = number_of(reference.substr(at)).value_or(0);
  if (column == 0 || column > kColumns || row == 0 || row > kRows) return std::nullopt;
  return CellPosition{row - 1, column - 1};
}

/// Text of a string item (18.4.8): its own or that of its runs, without phonetic guides.
std::string string_text(XmlElement item) {
  std::string out;
  for (const XmlElement each : item.children()) {
    if (each.is("x:t")) out += each.text();
    if (each.is("x:r")) out += each.child("x:t").text();
  }
  return out;
}

/// `_x000D_` stands for a character that XML cannot hold (22.9.2.19); here it is white space or nothing.
std::string unescaped(std::string text) {
  for (std::size_t at = text.find("_x00"); at != std::string::npos && at + 7 <= text.size();
       at = text.find("_x00", at)) {
    const bool escape = text[at + 6] == '_' && text.find_first_not_of("0123456789ABCDEFabcdef", at + 4) >= at + 6;
    if (escape && text[at + 4] < '2') {
      text.replace(at, 7, text.compare(at + 4, 2, "0A") == 0 ? "\n" : "");
    } else {
      at += 4;
    }
  }
  return text;
}

class WorkbookReader {
 public:
  WorkbookReader(std::string_view bytes, const Limits& limits, Diagnostics& diagnostics)
      : package_(bytes, limits), diagnostics_(diagnostics), main_(package_.main_part("xl/workbook.xml")) {}

  Workbook read() {
    const XmlTree tree = XmlTree::read(package_.archive(), main_);
    if (!tree.root().is("x:workbook")) throw Error(ErrorCode::damaged, "'" + main_ + "' is no workbook");
    epoch_1904_ = is_on(tree.root().child("x:workbookPr").attribute("date1904"));
    strings_tree_ = package_.related(main_, "sharedStrings", diagnostics_);
    if (strings_tree_) {
      for (const XmlElement each : strings_tree_->root().children()) strings_.push_back(each);
    }
    if (const std::optional<XmlTree> styles = package_.related(main_, "styles", diagnostics_))
      read_styles(styles->root());
    const std::vector<input::Relationship> links = package_.relationships(main_);
    Workbook book;
    for (const XmlElement each : tree.root().child("x:sheets").children()) {
      const auto link = std::find_if(links.begin(), links.end(), [&](const input::Relationship& relationship) {
        return relationship.id == each.qualified_attribute("r:id");
      });
      if (link == links.end() || link->kind != "worksheet") continue;  // sheets of charts and macros hold no cells
      if (!package_.archive().contains(link->target)) {
        diagnostics_.push_back({"part-missing",
                                Severity::warning,
                                "the workbook points at a part '" + link->target.substr(0, 80) + "' that is not there",
                                {},
                                {}});
        continue;
      }
      const std::string_view state = each.attribute("state");
      if (state == "hidden" || state == "veryHidden") {
        hidden_ = true;
        continue;
      }
      book.sheets.push_back(read_sheet(each.attribute("name"), link->target));
    }
    if (hidden_) {
      diagnostics_.push_back(
          {"hidden-left-out", Severity::info, "sheets, rows or columns that the workbook hides were left out", {}, {}});
    }
    return book;
  }

 private:
  void read_styles(XmlElement root) {
    constexpr std::size_t kLongestCode = 255;  // characters in Excel; bytes will do for what people write
    for (const XmlElement each : root.child("x:numFmts").children()) {
      const std::string_view code = each.attribute("formatCode");
      const std::optional<std::size_t> id = number_of(each.attribute("numFmtId"));
      if (id && code.size() <= kLongestCode) codes_[*id] = code;
    }
    for (const XmlElement each : root.child("x:cellXfs").children()) {
      formats_.push_back(number_of(each.attribute("numFmtId")).value_or(0));
    }
  }

  /// The format code of a cell by its style; empty: General.
  [[nodiscard]] std::string_view code_of(std::size_t style) const {
    if (style >= formats_.size()) return {};
    const auto own = codes_.find(formats_[style]);
    return own != codes_.end() ? std::string_view(own->second) : input::builtin_format(formats_[style]);
  }

  [[nodiscard]] std::string cell_text(XmlElement cell) const {
    const std::string_view type = cell.attribute("t");
    const std::string_view value = cell.child("x:v").text();
    if (type == "inlineStr") return unescaped(string_text(cell.child("x:is")));
    if (type == "s") {
      const std::optional<std::size_t> index = number_of(value);
      return index && *index < strings_.size() ? unescaped(string_text(strings_[*index])) : std::string();
    }
    if (type == "str") return unescaped(std::string(value));
    if (type == "b") return value.empty() ? "" : value == "0" ? "FALSE" : "TRUE";
    if (type == "e" || value.empty()) return {};  // #N/A and its like say that there is no value
    if (type == "d") return input::format_iso_date(value);
    double number = 0;
    const auto end = std::from_chars(value.data(), value.data() + value.size(), number);
    if (end.ptr != value.data() + value.size() || end.ec != std::errc()) return std::string(value);
    return input::format_cell(number, code_of(number_of(cell.attribute("s")).value_or(0)), epoch_1904_);
  }

  Sheet read_sheet(std::string_view name, const std::string& part) {
    const XmlTree tree = XmlTree::read(package_.archive(), part);
    Sheet sheet;
    sheet.name = name;
    for (const XmlElement each : tree.root().child("x:cols").children()) {
      if (!is_on(each.attribute("hidden"))) continue;
      const std::size_t first = number_of(each.attribute("min")).value_or(0);
      const std::size_t last = std::min(number_of(each.attribute("max")).value_or(0), kColumns);
      if (first == 0 || (!sheet.hidden_columns.empty() && first <= sheet.hidden_columns.back() + 1)) continue;
      for (std::size_t column = first; column <= last; ++column) sheet.hidden_columns.push_back(column - 1);
    }
    std::size_t next_row = 0;
    for (const XmlElement each : tree.root().child("x:sheetData").children()) {
      package_.archive().deadline().check();
      SheetRow row;
      row.number = number_of(each.attribute("r")).value_or(next_row + 1) - 1;
      if (row.number >= kRows || row.number < next_row)
        throw Error(ErrorCode::damaged, "rows of a sheet are out of order");
      next_row = row.number + 1;
      read_row(each, sheet, row);
      const bool hidden = is_on(each.attribute("hidden"));
      if (hidden) sheet.hidden_rows.push_back(row.number);
      hidden_ |= hidden && !row.cells.empty();
      if (!hidden && !row.cells.empty()) sheet.rows.push_back(std::move(row));
    }
    for (const XmlElement each : tree.root().child("x:mergeCells").children()) merge(each.attribute("ref"), sheet);
    return sheet;
  }

  void read_row(XmlElement element, const Sheet& sheet, SheetRow& row) {
    std::size_t next = 0;
    for (const XmlElement each : element.children()) {
      const std::optional<CellPosition> place = position_of(each.attribute("r"));
      const std::size_t column = place ? place->column : next;
      if (column < next || column >= kColumns) throw Error(ErrorCode::damaged, "cells of a sheet are out of order");
      next = column + 1;
      std::string text = cell_text(each);
      if (text.find_first_not_of(" \t\r\n") == std::string::npos) continue;
      if (std::binary_search(sheet.hidden_columns.begin(), sheet.hidden_columns.end(), column)) {
        hidden_ = true;
        continue;
      }
      // One shared string may stand in any number of cells, so text counts where it is used.
      package_.archive().charge(text.size() + sizeof(SheetCell));
      row.cells.push_back({column, 1, 1, std::move(text)});
    }
  }

  /// Takes up one merged area, `A1:C3`. Where its first cell has no text there is nothing to merge.
  static void merge(std::string_view area, Sheet& sheet) {
    const std::size_t colon = area.find(':');
    if (colon == std::string_view::npos) return;
    const std::optional<CellPosition> first = position_of(area.substr(0, colon));
    const std::optional<CellPosition> last = position_of(area.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column) return;
    const auto row = std::lower_bound(sheet.rows.begin(), sheet.rows.end(), first->row,
                                      [](const SheetRow& each, std::size_t number) { return each.number < number; });
    if (row == sheet.rows.end() || row->number != first->row) return;
    const auto cell = std::lower_bound(row->cells.begin(), row->cells.end(), first->column,
                                       [](const SheetCell& each, std::size_t column) { return each.column < column; });
    if (cell == row->cells.end() || cell->column != first->column) return;
    cell->row_span = last->row - first->row + 1;
    cell->column_span = last->column - first->column + 1;
  }

  Package package_;
  Diagnostics& diagnostics_;
  std::string main_;
  bool epoch_1904_ = false;
  bool hidden_ = false;
  std::optional<XmlTree> strings_tree_;
  std::vector<XmlElement> strings_;
  std::map<std::size_t, std::string> codes_;  ///< format codes of the file, by id
  std::vector<std::size_t> formats_;          ///< ids by index of cellXfs
};

}  // namespace

Workbook read_workbook(std::string_view bytes, const Limits& limits, Diagnostics& diagnostics) {
  return WorkbookReader(bytes, limits, diagnostics).read();
}

}  // namespace libparse
