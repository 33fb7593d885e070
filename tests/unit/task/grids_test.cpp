// SPDX-License-Identifier: MIT
// Which tables of a container are task tables, which are left out and which only set out the page.
#include "task/grids.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "libparse/parse.hpp"

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// A web page with one table below a heading; codes of diagnostics and texts of tasks.
std::string read(const Rows& rows) {
  std::string page = "<!DOCTYPE html><meta charset=utf-8><body><p>一、重点任务</p><table>";
  for (const auto& row : rows) {
    page += "<tr>";
    for (const auto& cell : row) page += "<td>" + cell + "</td>";
    page += "</tr>";
  }
  const auto list = libparse::parse_notice(page + "</table><p>二、其他</p></body>").list;
  std::string out;
  for (const auto& diagnostic : list.diagnostics) {
    if (diagnostic.code == "table-not-read") out += diagnostic.code + "\n";
  }
  for (const auto& task : list.tasks) {
    if (task.section == "1" || task.section.starts_with("1.")) out += task.id + " " + task.text + "\n";
  }
  return out;
}

std::string many(std::string_view words, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += words;
  return out;
}

}  // namespace

TEST_CASE("a task table gives its rows") {
  CHECK(read({{"序号", "工作任务", "责任单位"}, {"1", "清理县城河道", "县水务局"}}) == "1 清理县城河道\n");
}

TEST_CASE("labels in the cells of a table are no headings") {
  CHECK(read({{"序号", "工作任务", "责任单位"},
              {"1.", "（一）清理县城河道", "县水务局"},
              {"2.", "（二）储备防汛物资", "县应急局"}}) == "1-1 （一）清理县城河道\n1-2 （二）储备防汛物资\n");
}

TEST_CASE("a table of other things is left out, and that is said") {
  CHECK(read({{"指标", "性质", "说明"}, {"1.门诊比例", "定量", "门诊人次与出院人次之比"}}) == "table-not-read\n");
  CHECK(read({{"指标", "性质", "说明"},
              {"1.门诊比例", "定量", many("门诊人次与出院人次之比，", 30)},
              {"2.手术比例", "定量", "手术台次与出院人次之比"}}) == "table-not-read\n");
}

TEST_CASE("a table that only sets out the page is text") {
  CHECK(read({{"（一）清理县城河道。各镇要组织清淤。"}}) == "1.1 清理县城河道。各镇要组织清淤。\n");
  const std::string work = many("各镇要组织清理河道淤泥，加固险工险段，", 12) + "确保安全度汛。";
  CHECK(read({{"河道", work}}).find("table-not-read") == std::string::npos);
}
