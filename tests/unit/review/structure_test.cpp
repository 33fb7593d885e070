// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "unit/review/diagnostics_of.hpp"

using namespace libparse::tests;

TEST_CASE("a heading that nothing follows is told where its neighbours have text") {
  const std::string two =
      "一、工作目标\n供水普及率达到99%。\n二、重点任务\n（一）改造管网，更新老旧管道。\n三、工作要求\n";
  CHECK(diagnostics_of("section-empty", two) == Places{"三、工作要求"});
  CHECK(diagnostics_of("section-empty", two + "各村要抓好落实。\n") == Places{});
  CHECK(diagnostics_of("section-empty", "一、改造管网\n二、整治水源\n三、更新泵站\n") == Places{});
}

TEST_CASE("a last heading that says what is to be done is no empty section") {
  CHECK(
      diagnostics_of("section-empty",
                     "一、工作目标\n供水普及率达到99%。\n二、重点任务\n（一）改造管网。\n三、完成其他供水改造任务\n") ==
      Places{});
}

TEST_CASE("a sentence that breaks off before a label or at the end is told") {
  const std::string head = "一、重点任务\n（一）改造管网，更新老旧管道、";
  CHECK(diagnostics_of("sentence-breaks-off", head + "\n（二）整治水源，划定保护区。\n") == Places{"，更新老旧管道、"});
  CHECK(diagnostics_of("sentence-breaks-off", "一、重点任务\n（一）改造管网，更新老旧管道，\n") ==
        Places{"，更新老旧管道，"});
  CHECK(diagnostics_of("sentence-breaks-off", head + "泵站。\n（二）整治水源，\n（三）划定保护区。\n") == Places{});
}

TEST_CASE("an attachment that the list of attachments leaves out is told") {
  const std::string letter =
      "临江县人民政府办公室关于做好供水工作的通知\n各乡镇人民政府：\n请做好供水工作。\n附件：1.任务分解表\n";
  const std::string signature = "临江县人民政府办公室\n2024年3月12日\n附件1\n任务分解表\n一、改造管网。\n";
  const std::string second = "附件2\n联络员名单\n一、整治水源。\n";
  CHECK(diagnostics_of("attachment-unannounced", letter + signature + second) == Places{"附件2"});
  CHECK(diagnostics_of("attachment-unannounced", letter + "2.联络员名单\n" + signature + second) == Places{});
  CHECK(diagnostics_of("attachment-unannounced",
                       "临江县供水工作方案\n一、改造管网。\n附件1\n联络员名单\n一、整治水源。\n") == Places{});
}

TEST_CASE("an attachment that stands behind its announcement in some form is not missing") {
  const std::string letter =
      "临江县人民政府办公室关于做好供水工作的通知\n各乡镇人民政府：\n请做好供水工作。\n附件：供水改造任务分解一览表\n"
      "临江县人民政府办公室\n2024年3月12日\n";
  CHECK(diagnostics_of("attachment-missing", letter).size() == 1);
  CHECK(diagnostics_of("attachment-missing", letter + "另见附件1供水改造任务分解一览表为做好供水改造，制定本表。\n") ==
        Places{});
}

TEST_CASE("a label that nothing stands behind is told") {
  CHECK(diagnostics_of("section-empty", "一、重点任务\n（一）改造管网，更新老旧管道。\n（二）\n（三）整治水源。\n") ==
        Places{"（二）"});
}

TEST_CASE("a task that stands twice in one text is told") {
  const std::string body = "全面排查城区供水管网，更新老旧管道30公里。";
  CHECK(diagnostics_of("task-repeated", "一、重点任务\n1." + body + "\n2.整治水源。\n3." + body + "\n") ==
        Places{body});
  CHECK(diagnostics_of("task-repeated", "一、重点任务\n1." + body + "\n2.整治全县饮用水水源，划定保护区。\n") ==
        Places{});
}

TEST_CASE("a body of a few characters is told") {
  CHECK(diagnostics_of("task-very-short", "一、重点任务\n（一）改造管网，更新管道。\n（二）加快建设。\n").size() == 1);
  CHECK(diagnostics_of("task-very-short", "一、重点任务\n（一）改造管网，更新管道。\n（二）排查城区全部泵站。\n") ==
        Places{});
}
