// SPDX-License-Identifier: MIT
#include "planconv/cells.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "planconv/table.hpp"

using namespace planconv;
using libparse::Task;

namespace {

const Words kChinese(Language::zh);

Task make_task() {
  Task task;
  task.id = "2.1";
  task.path = {"二、重点任务", "（一）推进改造"};
  task.responsibilities = {{libparse::Role::lead, "住建局", "县住建局"},
                           {libparse::Role::cooperate, "供电所", "供电所", {}, false, "电力安全"},
                           {libparse::Role::cooperate, "各乡镇", "各乡镇"}};
  task.times.resize(3);
  task.times[0].text = "2024年10月前";
  task.times[0].end = "2024-09-30";
  task.times[1].type = libparse::TimeType::recurrence;
  task.times[1].text = "每月";
  task.times[1].end = "2030-12-31";
  task.times[2].type = libparse::TimeType::period;
  task.times[2].text = "2023年";
  task.times[2].end = "2023-12-31";
  task.targets.resize(2);
  task.targets[0].indicator = "执法人员占比";
  task.targets[0].text = "不低于75%";
  task.targets[1].indicator = "改造";
  task.targets[1].text = "改造1200户";
  return task;
}

std::string cell(Column column) { return write_cell(column, {}, make_task(), 7, kChinese); }

}  // namespace

TEST_CASE("units stand in the column of their role, with what they are limited to") {
  CHECK(cell(Column::lead) == "县住建局");
  CHECK(cell(Column::cooperate) == "供电所〔电力安全〕、各乡镇");
  CHECK(cell(Column::responsible).empty());
}

TEST_CASE("times are as written, and the due date is the last end that is no recurrence's") {
  CHECK(cell(Column::times) == "2024年10月前；每月；2023年");
  CHECK(cell(Column::due) == "2024-09-30");
}

TEST_CASE("a target's words get its indicator where they lack it") {
  CHECK(cell(Column::targets) == "执法人员占比不低于75%；改造1200户");
}

TEST_CASE("the path is one cell, the row number counts, notes are for people") {
  CHECK(cell(Column::path) == "二、重点任务 / （一）推进改造");
  CHECK(cell(Column::number) == "7");
  CHECK(cell(Column::notes).empty());
}

TEST_CASE("separators inside brackets do not cut a unit") {
  CHECK(split_units("各县(市、区)人民政府、县住建局〔水、电〕，供电所; 各乡镇\n") ==
        std::vector<std::string>{"各县(市、区)人民政府", "县住建局〔水、电〕", "供电所", "各乡镇"});
  CHECK(split_units("县住建局）、供电所") == std::vector<std::string>{"县住建局）", "供电所"});
  CHECK(split_values("2024年；每月、每季;\n") == std::vector<std::string>{"2024年", "每月、每季"});
}

TEST_CASE("words.txt has every word that is asked for, in both languages") {
  for (const Language language : {Language::zh, Language::en}) {
    const Words words(language);
    for (const std::string_view name : kColumnNames) CHECK_FALSE(words["column." + std::string(name)].empty());
  }
  CHECK(kChinese["column.lead"] == "牵头单位");
  CHECK(Words(Language::en)["column.lead"] == "Lead unit");
  CHECK_THROWS_AS(static_cast<void>(kChinese["no.such"]), std::out_of_range);
}
