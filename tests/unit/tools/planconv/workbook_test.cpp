// SPDX-License-Identifier: MIT
#include "planconv/workbook.hpp"

#include <doctest/doctest.h>
#include <xlsxwriter.h>

#include <algorithm>

#include "../../../temporary_folder.hpp"
#include "../../io/full_list.hpp"
#include "convert.hpp"
#include "libparse/workbook.hpp"
#include "planconv/sheet_rows.hpp"

using namespace planconv;
using libparse::TaskList;

namespace {

constexpr const char* kUnit = "县住建局〔电力安全〕";

// The rows of a sheet as text, cells parted by bars.
std::vector<std::string> rows_of(const std::string& bytes, std::size_t sheet) {
  libparse::Diagnostics diagnostics;
  const libparse::Workbook workbook = libparse::read_workbook(bytes, {}, diagnostics);
  CHECK(diagnostics.empty());
  std::vector<std::string> rows;
  for (const libparse::SheetRow& row : workbook.sheets.at(sheet).rows) {
    std::string& text = rows.emplace_back();
    for (const libparse::SheetCell& cell : row.cells) text += (text.empty() ? "" : "|") + cell.text;
  }
  return rows;
}

TaskList make_list() {
  TaskList list = tests::make_full_list();
  list.document.title = "治水方案";
  list.tasks[0].title = "=1+1";
  return list;
}

std::string write(const TaskList& list, const std::vector<Column>& columns, Language language = Language::zh) {
  return write_workbook({list}, columns, Words(language));
}

std::string failure(const std::string& bytes) {
  try {
    static_cast<void>(read_sheet_rows(bytes, "t.xlsx"));
  } catch (const libparse::Error& error) {
    return error.where() + ": " + error.what();
  }
  return {};
}

// A workbook that somebody else made: cells of the first sheet, hidden rows, merged areas of a column.
struct Foreign {
  std::vector<std::vector<const char*>> cells;
  std::vector<lxw_row_t> hidden = {};
  std::vector<std::pair<lxw_row_t, lxw_row_t>> merged = {};

  [[nodiscard]] std::string write() const {
    const tests::TemporaryFolder folder;
    lxw_workbook* book = workbook_new(folder.file("f.xlsx").c_str());
    lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
    for (const auto& [first, last] : merged) worksheet_merge_range(sheet, first, 1, last, 1, "", nullptr);
    for (std::size_t row = 0; row < cells.size(); ++row) {
      for (std::size_t column = 0; column < cells[row].size(); ++column) {
        if (*cells[row][column] == '\0') continue;
        worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), cells[row][column],
                               nullptr);
      }
    }
    lxw_row_col_options hide{};
    hide.hidden = 1;
    for (const lxw_row_t row : hidden) worksheet_set_row_opt(sheet, row, LXW_DEF_ROW_HEIGHT, nullptr, &hide);
    workbook_close(book);
    return folder.read("f.xlsx");
  }
};

}  // namespace

TEST_CASE("the sheet of tasks has title, facts, headers and a row for each task") {
  const auto rows = rows_of(write(make_list(), {Column::number, Column::id, Column::title, Column::lead}), 0);
  CHECK(rows ==
        std::vector<std::string>{"治水方案",
                                 "发文字号：临政办发〔2020〕44号    发文机关：临县人民政府办公室、no    成文日期："
                                 "2020-08-20    起止时间：2020-08-01/2022-12-31",
                                 "序号|编号|任务|牵头单位", std::string("1|a1.1-1|=1+1|") + kUnit,
                                 std::string("2|a1.1-2|标题|") + kUnit});
}

TEST_CASE("units and targets have sheets of their own") {
  const std::string bytes = write(make_list(), {Column::id}, Language::en);
  const auto units = rows_of(bytes, 1);
  REQUIRE(units.size() == 5);
  CHECK(units[2] == "Unit|Role|Scope|ID|Task|Time|Due date");
  CHECK(units[3] == "县住建局|lead|电力安全|a1.1-1|=1+1|每月至少一次");
  const auto targets = rows_of(bytes, 2);
  REQUIRE(targets.size() == 5);
  CHECK(targets[2] == "Indicator|Requirement|Value|Maximum|Unit of measure|Direction|Due date|Words|ID|Task");
  CHECK(targets[4] == "执法人员|range|0.05|75.5|%|down|2020-12-31|不低于75%|a1.1-2|标题");
}

TEST_CASE("the same list gives the same bytes, whatever the clock says") {
  CHECK(write(make_list(), {Column::id}) == write(make_list(), {Column::id}));
  TaskList later = make_list();
  later.document.issued_on = "2021-01-01";
  CHECK(write(later, {Column::id}) != write(make_list(), {Column::id}));
}

TEST_CASE("a cell that a workbook cannot hold is refused by task and column") {
  TaskList list = make_list();
  list.tasks[1].text.assign(32767, 'x');
  CHECK_NOTHROW(static_cast<void>(write(list, {Column::text})));
  list.tasks[1].text = "字" + list.tasks[1].text;
  CHECK_THROWS_WITH_AS(
      static_cast<void>(write(list, {Column::text})),
      "the cell 任务内容 of task a1.1-2 is longer than the 32767 characters that a workbook takes; leave "
      "the column out with --columns, or write csv",
      libparse::Error);
}

TEST_CASE("a list without tasks is a workbook with headers") {
  TaskList list = make_list();
  list.tasks.clear();
  CHECK(rows_of(write(list, {Column::id, Column::title}), 0).back() == "编号|任务");
}

TEST_CASE("a workbook goes back into its list, and a new row into a new task") {
  const tests::TemporaryFolder folder;
  const std::string json = tests::to_json(make_list());
  const std::string base = folder.write("base.json", json);
  const std::string workbook = write(make_list(), {Column::title, Column::id, Column::text, Column::kind});
  CHECK(tests::convert(workbook, {.base = base}) == json);
  const std::string foreign = Foreign{
      {{"编号", "牵头单位", "任务内容"},
       {"a1.1-1", kUnit, "正文"},
       {"a1.1-2", kUnit, "正文"},
       {"", "县水利局",
        "修建水闸2座"}}}.write();
  const TaskList list = libparse::read_json(tests::convert(foreign, {.base = base})).front();
  REQUIRE(list.tasks.size() == 3);
  CHECK(list.tasks[1] == make_list().tasks[1]);
  CHECK(list.tasks[2].responsibilities.at(0).name == "县水利局");
}

TEST_CASE("what a merged cell holds counts for each of its rows") {
  const std::string bytes =
      Foreign{{{"编号", "牵头单位"}, {"1", "县水利局"}, {"2", ""}, {"3", ""}, {"4", "县住建局"}}, {}, {{1, 3}}}.write();
  const auto rows = read_sheet_rows(bytes, "t.xlsx");
  REQUIRE(rows.size() == 5);
  CHECK(rows[2].cells == std::vector<std::string>{"2", "县水利局"});
  CHECK(rows[3].cells == std::vector<std::string>{"3", "县水利局"});
  CHECK(rows[4].cells == std::vector<std::string>{"4", "县住建局"});
  CHECK(rows[4].number == 5);
}

TEST_CASE("hidden rows and broken files are refused with the way out") {
  const Foreign filtered{{{"编号"}, {"1"}, {"2"}}, {2}};
  CHECK(failure(filtered.write()) ==
        "t.xlsx:3: row is hidden, perhaps by a filter; show all rows and save the workbook again");
  CHECK(failure("PK\x03\x04 broken").starts_with("t.xlsx: "));
}
