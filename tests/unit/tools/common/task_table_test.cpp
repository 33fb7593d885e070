// SPDX-License-Identifier: MIT
#include "common/task_table.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "common/display_text.hpp"

using namespace libparse;

namespace {

std::string table_of(const TaskList& list, std::size_t width) {
  std::ostringstream out;
  tools::write_task_table(list, out, width);
  return out.str();
}

TaskList make_list() {
  TaskList list;
  list.document.title = "关于印发方案的通知";
  list.document.doc_number = DocNumber{"临政办发〔2020〕44号", "临政办发", 2020, 44};
  list.document.issuers = {"临县人民政府办公室"};
  list.document.issued_on = "2020-08-20";
  Task task;
  task.id = "a1.1";
  task.text = "推进老旧小区改造，加快补齐短板。";
  task.responsibilities = {
      {Role::lead, "住建局", "县住建局"}, {Role::cooperate, "各乡镇", "各乡镇"}, {Role::lead, "发改局", "县发改局"}};
  Time deadline;
  deadline.text = "年底前";
  deadline.end = "2020-12-31";
  task.times = {deadline};
  Target target;
  target.indicator = "覆盖率";
  target.comparator = Comparator::ge;
  target.value = Decimal::of(955, 1);
  target.unit = "%";
  task.targets = {target};
  list.tasks = {task};
  return list;
}

}  // namespace

TEST_CASE("the table has a head and a row per task with units by role") {
  CHECK(table_of(make_list(), 120) ==
        R"(关于印发方案的通知
临政办发〔2020〕44号 | 临县人民政府办公室 | 2020-08-20 | 1 task

id    kind  units                     times             targets          text
------------------------------------------------------------------------------------------------------------------------
a1.1  task  lead: 县住建局, 县发改局  by 2020-12-31     覆盖率 >= 95.5%  推进老旧小区改造，加快补齐短板。
            cooperate: 各乡镇         (年底前)
)");
}

TEST_CASE("no line of a table is wider than the terminal") {
  TaskList list = make_list();
  for (int i = 0; i < 5; ++i) list.tasks[0].text += list.tasks[0].text;
  list.tasks[0].id = "a1.2.3.4.5.6.7.8.9-12";
  for (const std::size_t width : {72U, 80U, 100U, 133U, 200U}) {
    std::istringstream table(table_of(list, width));
    for (std::string line; std::getline(table, line);) {
      CAPTURE(line);
      CHECK(tools::display_width(line) <= width);
    }
  }
}

TEST_CASE("a list without tasks is its head alone") {
  TaskList list;
  list.document.source.path = "a.txt";
  CHECK(table_of(list, 80) == "a.txt\n0 tasks\n");
}
