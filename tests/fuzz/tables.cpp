// SPDX-License-Identifier: MIT
// Tables of tasks, CSV and XLSX, read back into lists.
#include "invariants.hpp"
#include "libparse/parse.hpp"
#include "list_invariants.hpp"
#include "ooxml_builder.hpp"
#include "planconv/csv.hpp"
#include "planconv/sheet_rows.hpp"
#include "planconv/table_lists.hpp"
#include "target.hpp"

namespace {

using namespace libparse;
using fuzz::require;

/// What an edited table is laid over.
const TaskList& base() {
  static const TaskList list = parse_notice(
                                   "关于印发临江县供水工作方案的通知\n一、重点任务\n（一）建设水厂。2025年6月底前建成水"
                                   "厂2座。责任单位：县水利局、县财政局\n"
                                   "（二）改造管网。2025年底前改造管网20公里以上。牵头单位：县住建局\n",
                                   {.path = "notice.txt"})
                                   .list;
  return list;
}

void read_back(const std::vector<planconv::TableRow>& rows, std::string_view bytes, bool over_base) {
  const planconv::TaskTable table = planconv::find_table(rows, "table");
  planconv::Problems problems;
  const std::vector<TaskList> lists = over_base ? planconv::apply_table(table, {base()}, problems)
                                                : std::vector{planconv::make_list(table, bytes, "text/csv", problems)};
  if (!problems.empty()) return;
  for (const TaskList& list : lists) fuzz::check_round_trips(list);
}

void check_csv(std::string_view bytes) {
  const std::vector<planconv::TableRow> rows = planconv::read_csv(bytes, "table");
  std::string written;
  for (const planconv::TableRow& row : rows) planconv::append_csv_row(written, row.cells);
  const std::vector<planconv::TableRow> again = planconv::read_csv(written, "table");
  require(again.size() == rows.size(), "rows are read as they are written");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    require(again[i].cells == rows[i].cells, "cells are read as they are written");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Choice input(data, size, 4);
  const bool over_base = input.which % 2 == 1;
  fuzz::accepts([&] {
    if (input.which < 2) {
      check_csv(input.rest);
      read_back(planconv::read_csv(input.rest, "table"), input.rest, over_base);
    } else {
      const std::vector<std::string> parts = fuzz::split_parts(input.rest, 2);
      const std::string bytes =
          fuzz::stored_zip(tests::Xlsx{.sheets = {{"任务清单", parts[0]}}, .strings = parts[1]}.parts());
      read_back(planconv::read_sheet_rows(bytes, "table"), bytes, over_base);
    }
  });
  return 0;
}
