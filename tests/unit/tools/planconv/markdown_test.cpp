// SPDX-License-Identifier: MIT
#include "planconv/markdown.hpp"

#include <doctest/doctest.h>

#include "../../io/full_list.hpp"

using namespace planconv;

TEST_CASE("a page has the title, the facts and a table for each section of the first level") {
  libparse::TaskList list = tests::make_full_list();
  list.document.title = "实施方案";
  list.document.issuers = {"临县人民政府", "临县县委"};
  list.tasks[1].path = {"二、重点任务", "（一）推进"};
  CHECK(write_markdown({list}, {Column::number, Column::lead, Column::notes}, Words(Language::zh)) ==
        "# 实施方案\n\n"
        "- 发文字号：临政办发〔2020〕44号\n"
        "- 发文机关：临县人民政府、临县县委\n"
        "- 成文日期：2020-08-20\n"
        "- 起止时间：2020-08-01/2022-12-31\n\n"
        "## 附件1\n\n"
        "| 序号 | 牵头单位 | 备注 |\n|---|---|---|\n| 1 | 县住建局〔电力安全〕 | |\n\n"
        "## 二、重点任务\n\n"
        "| 序号 | 牵头单位 | 备注 |\n|---|---|---|\n| 2 | 县住建局〔电力安全〕 | |\n");
}

TEST_CASE("marks of Markdown and HTML show as they are, line breaks stay in their cell") {
  libparse::TaskList list;
  list.tasks.resize(1);
  list.tasks[0].text = "a|b *c* <i> \\ [x](y)\r\n# z";
  const std::string page = write_markdown({list}, {Column::text}, Words(Language::en));
  CHECK(page == "# Task list\n\n| Content |\n|---|\n| a\\|b \\*c\\* \\<i\\> \\\\ \\[x\\](y)<br>\\# z |\n");
}
