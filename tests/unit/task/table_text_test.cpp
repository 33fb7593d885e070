// SPDX-License-Identifier: MIT
// Tables as plain text shows them, and tasks that stand in the text and in a table again.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "libparse/parse.hpp"

namespace {

/// One line a task: `text | units | times`, with `+` where a table says it again.
std::string tasks_of(std::string_view body) {
  std::string out;
  for (const libparse::Task& task : libparse::parse_notice("临江县防汛工作方案\n\n" + std::string(body)).list.tasks) {
    out += task.text + " |";
    for (const auto& unit : task.responsibilities) out += " " + unit.organization;
    out += " |";
    for (const auto& time : task.times) out += " " + time.text;
    for (const auto& again : task.restated) out += again.span.begin < again.span.end ? " +" : "";
    out += '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("a table in Markdown has a rule under its heading row that is no row") {
  CHECK(tasks_of(
            "任务分解表\n\n|序号|重点任务|责任单位|完成时限|\n|---|:--|---|---:|\n|1|疏浚河道12公里|县水务局|6月底前|\n"
            "|2|更换老旧水泵|县应急局|9月底前|\n") ==
        "疏浚河道12公里 | 县水务局 | 6月底前\n更换老旧水泵 | 县应急局 | 9月底前\n");
}

TEST_CASE("spaces inside a task do not part it where its table is parted by spaces") {
  CHECK(tasks_of("任务分解表\n\n序号 重点任务 责任单位 完成时限\n1 疏浚 临江 河道12公里 县水务局 6月底前\n"
                 "2 更换老旧水泵 县应急局 9月底前\n") ==
        "疏浚 临江 河道12公里 | 县水务局 | 6月底前\n更换老旧水泵 | 县应急局 | 9月底前\n");
}

TEST_CASE("a table with one cell a line may have a task that runs over two") {
  CHECK(
      tasks_of(
          "任务分解表\n\n序号\n重点任务\n责任单位\n完成时限\n1\n疏浚河道12公里\n县水务局\n6月底前\n2\n更换老旧水泵，\n"
          "并检修闸门\n县应急局\n9月底前\n3\n清理河道垃圾\n县城管局\n年底前\n") ==
      "疏浚河道12公里 | 县水务局 | 6月底前\n更换老旧水泵，\n并检修闸门 | 县应急局 | 9月底前\n"
      "清理河道垃圾 | 县城管局 | 年底前\n");
}

TEST_CASE("a table with one cell a line needs no numbers, and its heading may come again") {
  CHECK(tasks_of("任务分解表\n\n重点任务\n责任单位\n完成时限\n疏浚河道12公里\n县水务局\n6月底前\n重点任务\n责任单位\n完"
                 "成时限\n"
                 "更换老旧水泵\n县应急局\n9月底前\n") ==
        "疏浚河道12公里 | 县水务局 | 6月底前\n更换老旧水泵 | 县应急局 | 9月底前\n");
}

TEST_CASE("a table that repeats the tasks of the text adds units and times to them, each once") {
  CHECK(tasks_of("一、重点任务\n（一）疏浚临江干流河道十二公里并加固堤防。\n"
                 "（二）更换全县老旧水泵并检修全部闸门。9月底前完成。责任单位：县应急局\n"
                 "|序号|重点任务|责任单位|完成时限|\n|1|疏浚临江干流河道十二公里并加固堤防|县水务局|6月底前|\n"
                 "|2|更换全县老旧水泵并检修全部闸门。9月底前完成。|县应急局、县水务局|9月底前|\n") ==
        "疏浚临江干流河道十二公里并加固堤防。 | 县水务局 | 6月底前 +\n"
        "更换全县老旧水泵并检修全部闸门。9月底前完成。 | 县应急局 县水务局 | 9月底前 +\n");
}

TEST_CASE("a column of goals gives targets and times to the task of its row, and times their targets") {
  const auto list =
      libparse::parse_notice(
          "临江县防汛工作方案\n\n任务分解表\n\n|序号|工作任务|工作目标|责任单位|\n"
          "|1|疏浚河道，6月底前进场|2025年底前疏浚河道12公里|县水务局|\n|2|更换水泵|完好率达到98%|县应急局|\n")
          .list;
  REQUIRE(list.tasks.size() == 2);
  const libparse::Task& first = list.tasks[0];
  REQUIRE(first.targets.size() == 1);
  CHECK(first.targets[0].value.to_string() == "12");
  REQUIRE(first.targets[0].by);
  CHECK(first.times.at(*first.targets[0].by).text == "2025年底前");
  REQUIRE(list.tasks[1].targets.size() == 1);
  CHECK(list.tasks[1].targets[0].value.to_string() == "98");
}

TEST_CASE("a column of goals apart from the task is read on its own, its times behind those of the task") {
  const auto list =
      libparse::parse_notice(
          "临江县防汛工作方案\n\n任务分解表\n\n|序号|工作任务|责任单位|工作目标|\n"
          "|1|疏浚河道，6月底前进场|县水务局|2025年底前疏浚河道12公里|\n|2|更换水泵|县应急局|完好率达到98%|\n")
          .list;
  REQUIRE(list.tasks.size() == 2);
  const libparse::Task& first = list.tasks[0];
  CHECK(first.times.size() == 2);
  REQUIRE(first.targets.size() == 1);
  CHECK(first.targets[0].value.to_string() == "12");
  REQUIRE(first.targets[0].by);
  CHECK(first.times.at(*first.targets[0].by).text == "2025年底前");
  REQUIRE(list.tasks[1].targets.size() == 1);
  CHECK(list.tasks[1].targets[0].value.to_string() == "98");
}
