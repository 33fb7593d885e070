// SPDX-License-Identifier: MIT
// Task tables as containers give them: cell by cell, some merged.
#include "task/grid_table.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "libparse/names.hpp"
#include "libparse/rule_pack.hpp"
#include "rules/pack.hpp"
#include "task/readers.hpp"

namespace {

using libparse::input::Cell;
using libparse::input::Grid;
using libparse::task::Table;

using Rows = std::vector<std::vector<std::string>>;

struct TextGrid {
  std::string text;
  Grid grid;
};

/// A grid from words; `^` belongs to the cell above, `<` to the cell on the left.
TextGrid grid_of(const Rows& rows) {
  TextGrid made;
  made.grid.rows = rows.size();
  made.grid.columns = rows.front().size();
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      if (rows[r][c] == "^" || rows[r][c] == "<") continue;
      if (c > 0) made.text += '\t';
      Cell cell{{made.text.size(), made.text.size() + rows[r][c].size()}, r, c, 1, 1};
      made.text += rows[r][c];
      while (r + cell.row_span < rows.size() && rows[r + cell.row_span][c] == "^") ++cell.row_span;
      while (c + cell.column_span < rows[r].size() && rows[r][c + cell.column_span] == "<") ++cell.column_span;
      made.grid.cells.push_back(cell);
    }
    made.text += '\n';
  }
  made.grid.range = {0, made.text.size()};
  return made;
}

/// One line a row: `above / above > task | target [role cell; …]`.
std::string read(const Rows& rows) {
  const TextGrid made = grid_of(rows);
  const auto& readers = libparse::RulePack::builtin().pack().derived<libparse::task::Readers>();
  const auto table = readers.grid_tables.read(made.text, made.grid);
  if (!table) return "none";
  const auto words = [&](libparse::text::Range r) { return made.text.substr(r.begin, r.size()); };
  std::string out;
  for (const auto& row : table->rows) {
    for (const auto& above : row.above) out += words(above) + " > ";
    out += words(row.task);
    if (!row.target.empty()) out += " | " + words(row.target);
    out += " [";
    for (const auto& cell : row.cells) {
      if (out.back() != '[') out += "; ";
      using Kind = libparse::extract::ColumnLabel::Kind;
      out += (cell.column.kind == Kind::time ? "time" : std::string(libparse::name_of(cell.column.role))) + " " +
             words(cell.range);
    }
    out += "]\n";
  }
  return out;
}

}  // namespace

TEST_CASE("a row is a task, and contacts and notes are none of it") {
  CHECK(read({{"序号", "工作任务", "责任单位", "完成时限", "联系人", "联系电话", "备注"},
              {"1", "清理县城河道", "县水务局", "2025年底前", "李某", "1234567", "已启动"},
              {"2", "储备防汛物资", "县应急局", "6月底前", "王某", "7654321", ""}}) ==
        "清理县城河道 [responsible 县水务局; time 2025年底前]\n储备防汛物资 [responsible 县应急局; time 6月底前]\n");
}

TEST_CASE("a merged cell counts for every row it spans") {
  CHECK(read({{"类别", "工作任务", "牵头单位", "配合单位"},
              {"防汛", "清理县城河道", "县水务局", "县财政局"},
              {"^", "储备防汛物资", "^", "县应急局"},
              {"抗旱", "修复灌溉机井", "县农业农村局", "^"}}) ==
        "防汛 > 清理县城河道 [lead 县水务局; cooperate 县财政局]\n防汛 > 储备防汛物资 [lead 县水务局; cooperate "
        "县应急局]\n"
        "抗旱 > 修复灌溉机井 [lead 县农业农村局; cooperate 县应急局]\n");
}

TEST_CASE("a task over several rows is one task where they have no other, and heads theirs where they have") {
  CHECK(read({{"序号", "工作任务", "责任单位"}, {"1", "清理县城河道", "县水务局"}, {"^", "^", "县财政局"}}) ==
        "清理县城河道 [responsible 县水务局; responsible 县财政局]\n");
  CHECK(read({{"重点任务", "具体措施", "责任单位"},
              {"河道治理", "清理县城河道淤泥", "县水务局"},
              {"^", "加固险工险段堤防", "县应急局"}}) ==
        "河道治理\t清理县城河道淤泥 [responsible 县水务局]\n河道治理 > 加固险工险段堤防 [responsible 县应急局]\n");
}

TEST_CASE("headings may take two rows") {
  CHECK(read({{"序号", "工作任务", "责任单位", "<", "完成时限"},
              {"^", "^", "牵头", "配合", "^"},
              {"1", "清理县城河道", "县水务局", "县财政局", "长期"}}) ==
        "清理县城河道 [lead 县水务局; cooperate 县财政局; time 长期]\n");
  CHECK(read({{"序号", "工作任务", "责任分工", "<"},
              {"^", "^", "牵头单位", "配合单位"},
              {"1", "清理县城河道", "县水务局", "县财政局"}}) == "清理县城河道 [lead 县水务局; cooperate 县财政局]\n");
}

TEST_CASE("headings that come again after a page break are no row") {
  CHECK(read({{"序号", "工作任务", "责任单位"},
              {"1", "清理县城河道", "县水务局"},
              {"序号", "工作任务", "责任单位"},
              {"2", "储备防汛物资", "县应急局"}}) ==
        "清理县城河道 [responsible 县水务局]\n储备防汛物资 [responsible 县应急局]\n");
}

TEST_CASE("a line across the table heads the rows below it") {
  CHECK(read({{"防汛任务分工表", "<", "<"},
              {"序号", "工作任务", "责任单位"},
              {"一、河道", "<", "<"},
              {"1", "清理县城河道", "县水务局"},
              {"二、物资", "<", "<"},
              {"2", "储备防汛物资", "县应急局"}}) ==
        "一、河道 > 清理县城河道 [responsible 县水务局]\n二、物资 > 储备防汛物资 [responsible 县应急局]\n");
}

TEST_CASE("a target column beside the task is part of it, one elsewhere is read on its own") {
  CHECK(read({{"序号", "工作任务", "工作目标", "责任单位"}, {"1", "清理县城河道", "清淤10公里", "县水务局"}}) ==
        "清理县城河道\t清淤10公里 [responsible 县水务局]\n");
  CHECK(read({{"序号", "工作任务", "责任单位", "工作目标"}, {"1", "清理县城河道", "县水务局", "清淤10公里"}}) ==
        "清理县城河道 | 清淤10公里 [responsible 县水务局]\n");
}

TEST_CASE("two columns are enough: the work and who does it") {
  CHECK(read({{"工作任务", "责任单位"}, {"清理县城河道", "县水务局"}}) == "清理县城河道 [responsible 县水务局]\n");
}

TEST_CASE("a table of figures or of people is no task table") {
  CHECK(read({{"序号", "乡镇", "人口", "面积"}, {"1", "青溪镇", "12000", "35"}}) == "none");
  CHECK(read({{"姓名", "职务", "联系电话"}, {"李某", "副县长", "1234567"}}) == "none");
  CHECK(read({{"工作任务", "说明"}, {"清理县城河道", "县水务局"}}) == "none");
}

TEST_CASE("of two columns of work that stand apart the first is the task") {
  CHECK(read({{"序号", "工作任务", "责任单位", "主要工作"}, {"1", "清理县城河道", "县水务局", "修缮闸门"}}) ==
        "清理县城河道 [responsible 县水务局]\n");
}
