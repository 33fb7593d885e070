// SPDX-License-Identifier: MIT
// What becomes of a notice's text: which pieces are tasks, what kind they are, whose they are.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "libparse/names.hpp"
#include "libparse/parse.hpp"

using libparse::ParseResult;
using libparse::Task;

namespace {

/// One line a task: `id kind [role unit; …] body`, with `~` before inherited units.
std::vector<std::string> tasks_of(std::string_view text) {
  std::vector<std::string> out;
  for (const Task& task : libparse::parse_notice(text).list.tasks) {
    std::string line = task.id + " " + std::string(libparse::name_of(task.kind)) + " [";
    for (const auto& r : task.responsibilities) {
      if (line.back() != '[') line += "; ";
      line += (r.inherited ? "~" : "") + std::string(libparse::name_of(r.role)) + " " + r.organization;
    }
    out.push_back(line + "] " + task.text);
  }
  return out;
}

using Lines = std::vector<std::string>;

/// As one text, so that a failed check shows what differs.
std::string shown(const Lines& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

}  // namespace

TEST_CASE("a leaf is one task, a heading with items below it is none") {
  CHECK(shown(tasks_of("一、重点任务\n（一）清理河道。各镇要组织清淤。\n（二）修复堤防。加固险工险段。\n")) ==
        shown(Lines{"1.1 task [] 清理河道。各镇要组织清淤。", "1.2 task [] 修复堤防。加固险工险段。"}));
}

TEST_CASE("each paragraph under a heading of its own is one task") {
  CHECK(shown(tasks_of("一、重点任务\n组织开展河道清淤工作。\n加固全部险工险段。\n二、工作要求\n各镇要高度重视。\n")) ==
        shown(Lines{"1-1 task [] 组织开展河道清淤工作。", "1-2 task [] 加固全部险工险段。",
                    "2 safeguard [] 各镇要高度重视。"}));
}

TEST_CASE("every responsibility clause closes a task, the rest is one without units") {
  CHECK(shown(tasks_of("1.整治河道。清理淤泥。（县水务局牵头）加固堤防工程。（县应急局负责）健全巡查制度。\n")) ==
        shown(Lines{"1-1 task [lead 县水务局] 整治河道。清理淤泥", "1-2 task [responsible 县应急局] 加固堤防工程",
                    "1-3 task [] 健全巡查制度。"}));
}

TEST_CASE("counted pieces start behind their mark") {
  CHECK(shown(tasks_of("（一）防汛准备。一是备足物资。责任单位：县应急局二是组建队伍。责任单位：县人武部\n")) ==
        shown(Lines{"1-1 task [responsible 县应急局] 备足物资。", "1-2 task [responsible 县人武部] 组建队伍。"}));
}

TEST_CASE("slots on lines of their own belong to what stands before them") {
  CHECK(shown(tasks_of("1．建设管网。新建供水管网。\n牵头单位：县水务局\n配合单位：县财政局\n2．改造水厂。\n责任单位："
                       "县水务局\n")) ==
        shown(Lines{"1 task [lead 县水务局; cooperate 县财政局] 建设管网。新建供水管网。",
                    "2 task [responsible 县水务局] 改造水厂。"}));
}

TEST_CASE("no numbered item is lost, be it ever so short") {
  CHECK(shown(tasks_of("一、工作内容\n1.成立专班\n2.建立台账\n二、工作要求\n1.按时报送\n")) ==
        shown(Lines{"1.1 task [] 成立专班", "1.2 task [] 建立台账", "2.1 safeguard [] 按时报送"}));
  CHECK(shown(tasks_of("1.改造水厂\n责任单位：县水务局\n2.新建泵站。\n责任单位：县水务局\n")) ==
        shown(Lines{"1 task [responsible 县水务局] 改造水厂", "2 task [responsible 县水务局] 新建泵站。"}));
}

TEST_CASE("a slot before the body opens its task") {
  CHECK(shown(tasks_of("（一）责任单位：县水务局。各镇要组织开展河道清淤。\n")) ==
        shown(Lines{"1 task [responsible 县水务局] 各镇要组织开展河道清淤。"}));
}

TEST_CASE("items inherit the units of the heading above them") {
  CHECK(shown(tasks_of(
            "一、河道治理（牵头单位：县水务局）\n1.清理淤泥，保持畅通。\n2.加固堤防，消除隐患。（县应急局负责）\n")) ==
        shown(Lines{"1.1 task [~lead 县水务局] 清理淤泥，保持畅通。",
                    "1.2 task [responsible 县应急局] 加固堤防，消除隐患"}));
}

TEST_CASE("a clause on a run-in heading is its task's, and no part of the text") {
  CHECK(shown(tasks_of("（一）组织宣讲（责任单位：县委宣传部）。深入学校开展宣讲。\n")) ==
        shown(Lines{"1 task [responsible 县委宣传部] 组织宣讲\n深入学校开展宣讲。"}));
}

TEST_CASE("a document rule holds from where it is said, and is no task") {
  CHECK(shown(tasks_of("1.清淤疏浚。加快进度。（县水务局、县财政局负责。列第一位的为牵头单位，下同）\n2."
                       "加固堤防。保证质量。（县应急局、县住建局负责）\n")) ==
        shown(Lines{"1 task [lead 县水务局; responsible 县财政局] 清淤疏浚。加快进度",
                    "2 task [lead 县应急局; responsible 县住建局] 加固堤防。保证质量"}));
}

TEST_CASE("a rule in brackets behind a slot's list hides no task and is no part of one") {
  const Lines expected = {"1 task [responsible 县水务局] 编制河道方案。",
                          "2 task [lead 县应急局; responsible 县财政局] 编制抢险方案。",
                          "3 task [lead 县住建局; responsible 县水务局] 编制排涝方案。"};
  CHECK(shown(tasks_of("1．编制河道方案。\n责任单位：县水务局\n2．编制抢险方案。\n责任单位：县应急局、县财政局（排在第"
                       "一位的为牵头单位，"
                       "下同）\n完成时限：6月底前\n3．编制排涝方案。\n责任单位：县住建局、县水务局\n")) ==
        shown(expected));
  CHECK(shown(tasks_of("1．编制河道方案。\n责任单位：县水务局\n2．编制抢险方案。责任单位：县应急局、县财政局（排在第一"
                       "位的为牵头单位，"
                       "下同）\n3．编制排涝方案。\n责任单位：县住建局、县水务局\n")) == shown(expected));
}

TEST_CASE("what a document rule adds is added once, however often it is said") {
  const std::string rule = "以下任务均需各镇人民政府负责落实，不再列出。\n";
  CHECK(shown(tasks_of("一、重点任务\n" + rule + rule + "（一）清理河道。组织清淤。\n")) ==
        shown(Lines{"1.1 task [~responsible 各镇人民政府] 清理河道。组织清淤。"}));
}

TEST_CASE("kinds come from the sections") {
  CHECK(shown(tasks_of(
            "一、总体要求\n（一）指导思想。坚持预防为主。\n（二）工作目标。建成防洪体系。\n二、主要任务\n1.清理河道。\n"
            "三、实施步骤\n（一）启动阶段。制定方案。\n四、保障措施\n（一）加强领导。各镇要重视。\n")) ==
        shown(Lines{"1.2 goal [] 工作目标。建成防洪体系。", "2.1 task [] 清理河道。",
                    "3.1 phase [] 启动阶段。制定方案。", "4.1 safeguard [] 加强领导。各镇要重视。"}));
}

TEST_CASE("a record of labelled lines is one task, and facts in it are no targets") {
  const auto list =
      libparse::parse_notice(
          "（一）管网问题\n问题表现：现有错接点120处。\n整改措施：改造错接点100处。\n责任单位：县住建局\n")
          .list;
  REQUIRE(list.tasks.size() == 1);
  REQUIRE(list.tasks[0].targets.size() == 1);
  CHECK(list.tasks[0].targets[0].value == libparse::Decimal{100, 0});
}

TEST_CASE("rows of tables are tasks, whatever parts their cells") {
  const Lines rows = {"1-1 task [lead 县水务局; cooperate 县财政局] 清理县城河道",
                      "1-2 task [lead 县应急局] 储备防汛物资"};
  for (const std::string_view text : {"一、任务分工\n序号\t工作任务\t牵头单位\t配合单位\n1\t清理县城河道\t县水务局\t县"
                                      "财政局\n2\t储备防汛物资\t县应急局\t\n",
                                      "一、任务分工\n序号\n工作任务\n牵头单位\n配合单位\n1\n清理县城河道\n县水务局\n县"
                                      "财政局\n2\n储备防汛物资\n县应急局\n",
                                      "一、任务分工\n序号   工作任务   牵头单位   配合单位\n1   清理县城河道   "
                                      "县水务局   县财政局\n2   储备防汛物资   县应急局\n",
                                      "一、任务分工\n| 序号 | 工作任务 | 牵头单位 | 配合单位 |\n|---|---|---|---|\n| 1 "
                                      "| 清理县城河道 | 县水务局 | 县财政局 |\n| 2 | "
                                      "储备防汛物资 | 县应急局 | |\n"}) {
    CAPTURE(text);
    CHECK(shown(tasks_of(text)) == shown(rows));
  }
}

TEST_CASE("contacts behind an item are no part of it") {
  CHECK(shown(tasks_of("（一）按时报送。各镇每月报送进展。联系人：张某，电话：1234567。\n")) ==
        shown(Lines{"1 task [] 按时报送。各镇每月报送进展。"}));
}

TEST_CASE("a doubled label opens both nodes") {
  CHECK(
      shown(tasks_of("4.（1）减免房屋租金。责任单位：区国资委\n（2）给予补贴支持。责任单位：区财政局\n")) ==
      shown(Lines{"4.1 task [responsible 区国资委] 减免房屋租金。", "4.2 task [responsible 区财政局] 给予补贴支持。"}));
}

TEST_CASE("CRLF and LF give the same list but for the spans") {
  const std::string lf = "一、重点任务\n（一）清理河道。各镇要组织清淤。\n责任单位：县水务局\n";
  std::string crlf;
  for (const char c : lf) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(shown(tasks_of(lf)) == shown(tasks_of(crlf)));
}

TEST_CASE("spans quote the source") {
  const std::string text =
      "\uFEFF一、重点任务\r\n（一）清理⼤河道。２０２５年底前完成清淤１０公里。\r\n责任单位：县水务局\r\n";
  const ParseResult result = libparse::parse_notice(text);
  REQUIRE(result.list.tasks.size() == 1);
  const Task& task = result.list.tasks[0];
  REQUIRE(task.times.size() == 1);
  CHECK(task.times[0].end == "2025-12-31");
  CHECK(task.times[0].text == "２０２５年底前");
  REQUIRE(task.targets.size() == 1);
  CHECK(task.targets[0].value == libparse::Decimal{10, 0});
  CHECK(result.text == text);
}

TEST_CASE("where the notice gives no year, the date asked for stands in, and nothing else does") {
  const std::string_view text = "（一）清理河道。年底前完成清淤任务。\n";
  const auto undated = libparse::parse_notice(text).list;
  for (const auto& time : undated.tasks[0].times) CHECK(time.end.empty());
  const auto dated = libparse::parse_notice(text, {.as_of = "2024-05-06"}).list;
  REQUIRE(dated.tasks[0].times.size() == 1);
  CHECK(dated.tasks[0].times[0].end == "2024-12-31");
}

TEST_CASE("a heading gives its year to what stands under it, but not where it names two") {
  const auto list =
      libparse::parse_notice(
          "临江县防汛工作方案\n\n一、集中攻坚（2021年至2022年）\n1.6月底前完成排查。\n"
          "二、巩固提升（2023年，2023年度收官）\n1.6月底前完成总结。\n三、收尾（12024年）\n1.6月底前完成移交。\n"
          "临江县人民政府\n2020年3月1日\n")
          .list;
  std::string ends;
  for (const Task& task : list.tasks) {
    for (const auto& time : task.times) ends += time.end + " ";
  }
  CHECK(ends == "2020-06-30 2023-06-30 2020-06-30 ");
}

TEST_CASE("a line of dashes behind an item takes nothing from it") {
  CHECK(shown(tasks_of("一、任务\n1.改造城区水厂。\n———\n2.疏浚河道。责任单位：县水务局\n")) ==
        shown({"1.1 task [] 改造城区水厂。", "1.2 task [responsible 县水务局] 疏浚河道。"}));
}

TEST_CASE("roles in brackets behind the units, and rows of levels with one ending") {
  CHECK(shown(tasks_of("1.疏浚河道。责任单位：县水务局（牵头单位）、县林业局（配合单位）、县城管局（配合）\n"
                       "2.清理河道。责任单位：各乡、镇、街道办事处\n")) ==
        shown({"1 task [lead 县水务局; cooperate 县林业局; cooperate 县城管局] 疏浚河道。",
               "2 task [responsible 各乡、镇、街道办事处] 清理河道。"}));
}

TEST_CASE("the rule behind a unit is told, whatever the form of its clause") {
  const auto list = libparse::parse_notice(
                        "1.疏浚河道，确保畅通。县水务局牵头，县林业局配合。\n2.清理河道（县城管局负责）。\n"
                        "3.修缮闸门。责任单位：县应急局\n",
                        {.explain = true})
                        .list;
  std::string said;
  for (const Task& task : list.tasks) {
    for (const auto& decision : task.explain.value().decisions)
      if (decision.of == "role") said += decision.is + " " + decision.rule + "\n";
  }
  CHECK(said ==
        "lead 县水务局 clause.lead\ncooperate 县林业局 clause.cooperate\nresponsible 县城管局 clause.responsible\n"
        "responsible 县应急局 lexicon/slot-label\n");
}

TEST_CASE("what was passed over is told with the reason that fits it") {
  const auto list = libparse::parse_notice(
                        "一、任务\n（一）打造一个公共平台，新建三个站。\n（二）现有12个站。\n（三）总投资5亿元以上的停"
                        "车场建成使用。\n",
                        {.explain = true})
                        .list;
  std::string said;
  for (const Task& task : list.tasks) {
    for (const auto& passed : task.explain.value().passed_over) said += passed.text + " " + passed.reason + "\n";
  }
  CHECK(said == "一个 one\n三个 one\n12个 not committed\n5亿元以上 condition\n");
}

TEST_CASE("a paragraph that leads to the items below is no task, one with a date is") {
  CHECK(shown(tasks_of("一、重点任务\n围绕防汛安全，扎实做好各项工作。\n（一）疏浚河道。\n（二）清理河道。\n")) ==
        shown({"1.1 task [] 疏浚河道。", "1.2 task [] 清理河道。"}));
  CHECK(shown(tasks_of("一、重点任务\n各单位2025年6月底前制定方案。\n（一）疏浚河道。\n")) ==
        shown({"1 task [] 各单位2025年6月底前制定方案。", "1.1 task [] 疏浚河道。"}));
}

TEST_CASE(
    "the last paragraph that speaks of the whole plan is no part of the item before it, attachments behind it or not") {
  const std::string_view body = "一、任务\n（一）疏浚河道。要全面清淤。\n本方案自印发之日起实施。\n";
  const auto without = tasks_of(body), with = tasks_of(std::string(body) + "附件1\n防汛物资储备表\n一、编织袋\n");
  REQUIRE(!without.empty());
  CHECK(without.front() == "1.1-1 task [] 疏浚河道。要全面清淤。");
  REQUIRE(!with.empty());
  CHECK(with.front() == without.front());
}
