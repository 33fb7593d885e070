// SPDX-License-Identifier: MIT
#include "planconv/workbook.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <ctime>

#include "common/display_text.hpp"
#include "libparse/error.hpp"
#include "libparse/names.hpp"
#include "planconv/cells.hpp"
#include "planconv/facts.hpp"
#include "planconv/scratch_file.hpp"
#include "planconv/table.hpp"
#include "planconv/unicode.hpp"

namespace planconv {
namespace {

using libparse::Error;
using libparse::ErrorCode;
using libparse::Task;
using libparse::TaskList;

constexpr std::size_t kLargestCell = 32767;  // UTF-16 units
constexpr int kA4 = 9;
constexpr double kLineHeight = 16;  // points, of text of 11 points
constexpr double kHighestRow = 409;

/// Seconds since 1970 of a day at 00:00 UTC; of 2000-01-01 where `date` is empty or broken.
std::time_t seconds_of(const std::string& date) {
  std::tm day{};
  const bool is_read = ::strptime(date.c_str(), "%Y-%m-%d", &day) != nullptr;
  constexpr std::time_t kStart = 946684800;
  return is_read ? std::max(::timegm(&day), kStart) : kStart;
}

/// One column of a sheet: its header and width in characters.
struct SheetColumn {
  std::string header;
  double width = 0;
};

double width_of(Column column) {
  switch (column) {
    case Column::number:
      return 5;
    case Column::text:
      return 46;
    case Column::targets:
      return 26;
    case Column::path:
    case Column::title:
    case Column::file:
      return 18;
    case Column::id:
    case Column::kind:
      return 8;
    default:
      return role_of(column) ? 15 : 12;
  }
}

class Workbook {
 public:
  Workbook(const std::string& path, const std::vector<TaskList>& lists, const std::vector<Column>& columns,
           const Words& words)
      : lists_(lists), columns_(columns), words_(words), book_(workbook_new(path.c_str())) {
    if (book_ == nullptr) throw Error(ErrorCode::unwritable, "no workbook can be made", path);
    set_properties();
    title_ = make_format(16, true, LXW_ALIGN_CENTER);
    fact_ = make_format(11, false, LXW_ALIGN_CENTER);
    header_ = make_format(11, true, LXW_ALIGN_CENTER);
    format_set_border(header_, LXW_BORDER_THIN);
    format_set_bg_color(header_, 0xD9E2F3);
    cell_ = make_format(11, false, LXW_ALIGN_LEFT);
    format_set_border(cell_, LXW_BORDER_THIN);
    middle_ = make_format(11, false, LXW_ALIGN_CENTER);
    format_set_border(middle_, LXW_BORDER_THIN);
  }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;
  ~Workbook() {
    if (book_ != nullptr) lxw_workbook_free(book_);
  }

  void write_tasks() {
    std::vector<SheetColumn> columns;
    const std::vector<std::string> headers = write_header(columns_, words_);
    for (std::size_t i = 0; i < columns_.size(); ++i) columns.push_back({headers[i], width_of(columns_[i])});
    begin_sheet("sheet.tasks", columns);
    for (const TaskList& list : lists_) {
      for (const Task& task : list.tasks) {
        begin_row(task);
        for (const Column column : columns_) {
          const std::string cell = write_cell(column, list, task, row_ - header_row_, words_);
          const bool is_short = column == Column::number || column == Column::due || column == Column::kind;
          if (column == Column::number) {
            add_number(static_cast<double>(row_ - header_row_));
          } else {
            add_text(cell, is_short ? middle_ : cell_);
          }
        }
      }
    }
    end_sheet();
  }

  void write_units() {
    begin_sheet(
        "sheet.units",
        with_task_columns({{words_["head.organization"], 30}, {words_["head.role"], 10}, {words_["head.scope"], 20}},
                          {{words_["column.times"], 20}, {words_["column.due"], 12}}));
    for (const TaskList& list : lists_) {
      for (const Task& task : list.tasks) {
        for (const libparse::Responsibility& unit : task.responsibilities) {
          begin_row(task);
          add_text(unit.name, cell_);
          add_text(words_["role." + std::string(name_of(unit.role))], middle_);
          add_text(unit.scope, cell_);
          add_task_cells(list, task);
          add_text(write_cell(Column::times, list, task, 0, words_), cell_);
          add_text(find_due(task), middle_);
        }
      }
    }
    end_sheet();
  }

  void write_targets() {
    begin_sheet("sheet.targets", with_task_columns({{words_["head.indicator"], 36},
                                                    {words_["head.comparator"], 12},
                                                    {words_["head.value"], 12},
                                                    {words_["head.max"], 10},
                                                    {words_["head.unit"], 10},
                                                    {words_["head.direction"], 10},
                                                    {words_["column.due"], 12},
                                                    {words_["head.words"], 36}},
                                                   {}));
    for (const TaskList& list : lists_) {
      for (const Task& task : list.tasks) {
        for (const libparse::Target& target : task.targets) {
          begin_row(task);
          add_text(target.indicator, cell_);
          add_text(words_["comparator." + std::string(name_of(target.comparator))], middle_);
          add_number(target.value.to_double());
          if (target.max) {
            add_number(target.max->to_double());
          } else {
            add_text({}, middle_);
          }
          add_text(target.unit, middle_);
          const bool has_direction = target.direction != libparse::Direction::none;
          add_text(has_direction ? words_["direction." + std::string(name_of(target.direction))] : "", middle_);
          add_text(target.by && *target.by < task.times.size() ? task.times[*target.by].end : "", middle_);
          add_text(target.text, cell_);
          add_task_cells(list, task);
        }
      }
    }
    end_sheet();
  }

  void close() {
    const lxw_error error = workbook_close(book_);
    book_ = nullptr;  // closing frees it, whatever comes of it
    if (error != LXW_NO_ERROR) throw Error(ErrorCode::unwritable, std::string("workbook: ") + lxw_strerror(error));
  }

 private:
  void set_properties() {
    // The library takes char* and copies what it is given.
    std::string title = lists_.size() == 1 ? lists_.front().document.title : words_["document.title"];
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.created = seconds_of(lists_.size() == 1 ? lists_.front().document.issued_on : "");
    workbook_set_properties(book_, &properties);
  }

  lxw_format* make_format(double size, bool is_bold, std::uint8_t align) {
    lxw_format* format = workbook_add_format(book_);
    format_set_font_size(format, size);
    if (is_bold) format_set_bold(format);
    format_set_align(format, align);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_text_wrap(format);
    return format;
  }

  [[nodiscard]] std::vector<SheetColumn> with_task_columns(std::vector<SheetColumn> first,
                                                           const std::vector<SheetColumn>& last) const {
    if (lists_.size() > 1) first.push_back({words_["column.file"], 26});
    first.push_back({words_["column.id"], 11});
    first.push_back({words_["column.title"], 36});
    first.insert(first.end(), last.begin(), last.end());
    return first;
  }
  void add_task_cells(const TaskList& list, const Task& task) {
    if (lists_.size() > 1) add_text(list.document.source.path, cell_);
    add_text(task.id, cell_);
    add_text(task.title, cell_);
  }

  // Title, facts, header; of several lists the word for a list is the title.
  void begin_sheet(const char* key, const std::vector<SheetColumn>& columns) {
    headers_ = columns;
    sheet_ = workbook_add_worksheet(book_, words_[key].c_str());
    row_ = 0;
    const bool is_one = lists_.size() == 1;
    const std::string title =
        is_one && !lists_.front().document.title.empty() ? lists_.front().document.title : words_["document.title"];
    add_wide_row(title, title_, 32);
    std::string facts;
    for (const Fact& fact : is_one ? find_facts(lists_.front().document, words_) : std::vector<Fact>{}) {
      facts += (facts.empty() ? "" : "    ") + write_fact(fact, words_);
    }
    if (!facts.empty()) add_wide_row(facts, fact_, 20);
    header_row_ = row_;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto at = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet_, at, at, columns[i].width, nullptr);
      worksheet_write_string(sheet_, row_, at, columns[i].header.c_str(), header_);
    }
    worksheet_set_row(sheet_, row_, 24, nullptr);
  }

  void add_wide_row(const std::string& text, lxw_format* format, double height) {
    check(text, headers_.front().header);
    worksheet_set_row(sheet_, row_, height, nullptr);
    if (headers_.size() > 1) {
      worksheet_merge_range(sheet_, row_, 0, row_, static_cast<lxw_col_t>(headers_.size() - 1), text.c_str(), format);
    } else {
      worksheet_write_string(sheet_, row_, 0, text.c_str(), format);
    }
    ++row_;
  }

  void begin_row(const Task& task) {
    task_ = &task;
    ++row_;
    column_ = 0;
    lines_ = 0;  // so that the first cell sets the height
  }

  void add_text(const std::string& text, lxw_format* format) {
    check(text, headers_[column_].header);
    // Not every program fits the height of a row to wrapped text by itself.
    const auto width = static_cast<std::size_t>(headers_[column_].width);
    const std::size_t lines = tools::wrap(text, std::max<std::size_t>(width - 1, 2)).size();
    if (lines > lines_) {
      lines_ = lines;
      worksheet_set_row(sheet_, row_, std::min(static_cast<double>(lines) * kLineHeight + 4, kHighestRow), nullptr);
    }
    worksheet_write_string(sheet_, row_, column_++, text.c_str(), format);
  }
  void add_number(double number) { worksheet_write_number(sheet_, row_, column_++, number, middle_); }

  void check(const std::string& text, const std::string& header) const {
    if (count_utf16(text) <= kLargestCell) return;
    const std::string of = task_ != nullptr ? " of task " + task_->id : std::string{};
    throw Error(ErrorCode::unwritable, "the cell " + header + of + " is longer than the " +
                                           std::to_string(kLargestCell) +
                                           " characters that a workbook takes; leave the column out with --columns, "
                                           "or write csv");
  }

  void end_sheet() {
    const auto last_column = static_cast<lxw_col_t>(headers_.size() - 1);
    worksheet_autofilter(sheet_, header_row_, 0, std::max(row_, header_row_ + 1), last_column);
    worksheet_freeze_panes(sheet_, header_row_ + 1, 0);
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, kA4);
    worksheet_set_margins(sheet_, 0.4, 0.4, 0.5, 0.6);
    worksheet_repeat_rows(sheet_, header_row_, header_row_);
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_set_footer(sheet_, "&C&P / &N");
    task_ = nullptr;
  }

  const std::vector<TaskList>& lists_;
  const std::vector<Column>& columns_;
  const Words& words_;
  lxw_workbook* book_;
  lxw_format *title_ = nullptr, *fact_ = nullptr, *header_ = nullptr, *cell_ = nullptr, *middle_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  std::vector<SheetColumn> headers_;
  const Task* task_ = nullptr;  // for messages
  lxw_row_t row_ = 0;
  lxw_row_t header_row_ = 0;
  lxw_col_t column_ = 0;
  std::size_t lines_ = 0;  // of the highest cell of the row
};

}  // namespace

std::string write_workbook(const std::vector<TaskList>& lists, const std::vector<Column>& columns, const Words& words) {
  const ScratchFile file;  // the library writes to a named file only
  Workbook workbook(file.path(), lists, columns, words);
  workbook.write_tasks();
  workbook.write_units();
  workbook.write_targets();
  workbook.close();
  return file.read();
}

}  // namespace planconv
