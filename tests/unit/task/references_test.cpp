// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "libparse/parse.hpp"

using namespace libparse;

namespace {

std::vector<std::string> titles(const std::vector<Reference>& references) {
  std::vector<std::string> out;
  for (const Reference& r : references) out.push_back(r.title.empty() ? r.doc_number->text : r.title);
  return out;
}

}  // namespace

TEST_CASE("documents that the text names are told once, and in each task that names them") {
  const TaskList list = parse_notice(
                            "一、重点任务\n"
                            "（一）落实《供水条例》，改造管网30公里。责任单位：县住建局\n"
                            "（二）按照《供水条例》和国办发〔2020〕1号文件抓好水价改革。责任单位：县发改局\n"
                            "（三）查验《安全生产许可证》。责任单位：县应急局\n")
                            .list;
  CHECK(titles(list.document.references) == std::vector<std::string>{"供水条例", "国办发〔2020〕1号"});
  REQUIRE(list.tasks.size() == 3);
  CHECK(titles(list.tasks[0].references) == std::vector<std::string>{"供水条例"});
  CHECK(titles(list.tasks[1].references) == std::vector<std::string>{"供水条例", "国办发〔2020〕1号"});
  CHECK(list.tasks[2].references.empty());
}

TEST_CASE("the notice itself and what it carries are no references") {
  const TaskList list = parse_notice(
                            "临江县人民政府办公室关于印发《临江县供水实施方案》的通知\n"
                            "各乡镇人民政府：\n"
                            "现将《临江县供水实施方案》印发给你们，请遵照《供水条例》执行。\n")
                            .list;
  CHECK(titles(list.document.references) == std::vector<std::string>{"供水条例"});
}

TEST_CASE("explanations are filled on request only") {
  const std::string notice = "一、重点任务\n（一）改造管网。责任单位：县住建局\n";
  CHECK(!parse_notice(notice).list.tasks.at(0).explain);
  const ParseResult result = parse_notice(notice, {.explain = true});
  REQUIRE(result.list.tasks.at(0).explain);
  TaskList plain = result.list;
  for (Task& task : plain.tasks) task.explain.reset();
  CHECK(plain == parse_notice(notice).list);  // they change nothing else
}
