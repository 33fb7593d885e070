// SPDX-License-Identifier: MIT
#include "plancheck/evidence.hpp"

#include <doctest/doctest.h>

#include "checked.hpp"
#include "plancheck/quote.hpp"
#include "temporary_folder.hpp"

using namespace libparse;
using plancheck::Gaps;
using plancheck::is_quote;
using plancheck::is_reference;
using tests::small_list;
using tests::told;

namespace {

template <typename Change>
std::string told_after(const Change& change, const std::string& notice = tests::small_notice()) {
  const tests::TemporaryFolder folder;
  TaskList list = small_list();
  change(list);
  for (Task& task : list.tasks) task.fingerprint = fingerprint(task);
  return told(tests::check(list, {.sources = {folder.write("notice.txt", notice)}}));
}

}  // namespace

TEST_CASE("a list is proved by its notice") {
  CHECK(told_after([](TaskList&) {}) == "");
}

TEST_CASE("a quote that does not stand at its span is told") {
  CHECK(told_after([](TaskList& list) { list.tasks[0].times[0].text = "2025年7月底前"; }) ==
        "check-quote /tasks/0/times/0/text");
  CHECK(told_after([](TaskList& list) { list.tasks[0].targets[0].text = "清理河道13公里"; }) ==
        "check-quote /tasks/0/targets/0/text");
  CHECK(told_after([](TaskList& list) { list.tasks[0].responsibilities[0].organization = "县财政局"; }) ==
        "check-quote /tasks/0/responsibilities/0/organization");
  CHECK(told_after([](TaskList& list) { list.tasks[1].text = "巡查排污口。每月巡查3次。"; }) ==
        "check-quote /tasks/1/text");
  CHECK(told_after([](TaskList& list) {
          list.sections[1].title = "清理沟渠";
          list.tasks[0].path[1] = "（一）清理沟渠";
        }) == "check-quote /sections/1");
  CHECK(told_after([](TaskList& list) { list.tasks[0].references[0].title = "碧水行动方案"; }) ==
        "check-quote /tasks/0/references/0");
  CHECK(told_after([](TaskList& list) { list.document.references[0].doc_number->text = "临河办〔2025〕4号"; }) ==
        "check-quote /document/references/0");
}

TEST_CASE("a span that is off by one character is told") {
  CHECK(told_after([](TaskList& list) { ++list.tasks[0].times[0].span.begin; }) == "check-quote /tasks/0/times/0/text");
  CHECK(told_after([](TaskList& list) { ++list.tasks[0].responsibilities[0].span.end; }) == "");  // a line break
  CHECK(told_after([](TaskList& list) { --list.tasks[0].responsibilities[0].span.begin; }) ==
        "check-quote /tasks/0/responsibilities/0/organization");
}

TEST_CASE("another notice is told by its hash, and by its size where that differs") {
  std::string other = tests::small_notice();
  other.replace(other.rfind("局"), 3, "厅");
  CHECK(told_after([](TaskList&) {}, other) ==
        "check-source-hash /document/source/sha256\ncheck-quote /tasks/1/responsibilities/0/organization");
  CHECK(told_after([](TaskList&) {}, tests::small_notice() + "附") ==
        "check-source-hash /document/source/sha256\ncheck-source-size /document/source/bytes\n"
        "check-source-size /document/source/characters");
}

TEST_CASE("a notice that cannot be read is told") {
  CHECK(told(tests::check(small_list(), {.sources = {"/no/such/notice.txt"}})) ==
        "check-source-unreadable /document/source");
}

TEST_CASE("layout inside a quote does not count, other characters do") {
  CHECK(is_quote("2025年底前", "2025年\n  底前", Gaps::layout));
  CHECK(is_quote("到2025年底", "到**2025年底**", Gaps::layout));
  CHECK(is_quote("县财政局", "县财\u200B政\u3000局", Gaps::layout));
  CHECK(is_quote("堆放的垃圾全部清运", "堆放的垃圾\n\n— 2 —\n\n全部清运", Gaps::layout));
  CHECK_FALSE(is_quote("堆放的垃圾全部清运", "堆放的垃圾\n\n以及建筑垃圾\n\n全部清运", Gaps::layout));
  CHECK_FALSE(is_quote("2025年底前", "2025年年底前", Gaps::layout));
  CHECK_FALSE(is_quote("（一）", "(一)", Gaps::layout));
  CHECK_FALSE(is_quote("县财政局", "县财政局、", Gaps::layout));
  CHECK_FALSE(is_quote("", "县", Gaps::layout));
}

TEST_CASE("a body may leave out clauses where it has a line break, and nowhere else") {
  const std::string slice = "组织宣讲（责任单位：县委讲师团）。宣讲100场。";
  CHECK(is_quote("组织宣讲\n宣讲100场。", slice, Gaps::clauses));
  CHECK_FALSE(is_quote("组织宣讲宣讲100场。", slice, Gaps::clauses));
  CHECK_FALSE(is_quote("宣讲100场。\n组织宣讲", slice, Gaps::clauses));
  CHECK_FALSE(is_quote("组织宣讲\n宣讲100场", slice, Gaps::clauses));  // the span ends with the body
  CHECK_FALSE(is_quote("组织宣讲\n宣讲100场。", slice, Gaps::layout));
}

TEST_CASE("a reference may have any of its brackets") {
  CHECK(is_reference("供水条例", "", "《供水条例》"));
  CHECK(is_reference("供水条例", "", "供水条例"));
  CHECK(is_reference("关于印发《供水条例》的通知", "", "《关于印发《供水条例》的通知》"));
  CHECK(is_reference("供水条例", "临政〔2020〕1号", "《供水条例》\n（临政〔2020〕1号）"));
  CHECK(is_reference("", "临政〔2020〕1号", "临政〔2020〕1号"));
  CHECK_FALSE(is_reference("供水条例", "", "《供热条例》"));
  CHECK_FALSE(is_reference("供水条例", "", "《供水条例》和"));
  CHECK_FALSE(is_reference("供水条例", "临政〔2020〕1号", "《供水条例》"));
}

TEST_CASE("very many bodies over one long notice are checked in reasonable time") {
  std::string notice;
  for (int i = 0; i < 20'000; ++i) notice += "加强监管。";
  TaskList list = small_list();
  list.sections.clear();
  list.document.references.clear();
  list.document.attachments.clear();
  list.document.source = parse_notice(notice).list.document.source;
  Task task{.id = "t", .text = "加强监管。\n加强监管。", .span = {0, 100'000}};
  list.tasks.clear();
  for (int i = 0; i < 5'000; ++i) {
    task.id = "t" + std::to_string(i);
    list.tasks.push_back(task);
  }
  const tests::TemporaryFolder folder;
  const auto report = tests::check(list, {.sources = {folder.write("n.txt", notice)}});
  CHECK(std::count_if(report.findings.begin(), report.findings.end(),
                      [](const auto& finding) { return finding.code == "check-quote"; }) == 4'999);
}
