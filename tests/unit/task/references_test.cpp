// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "libparse/names.hpp"
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

TEST_CASE("a reference says what it is and who issued it, where its title does") {
  const auto list = libparse::parse_notice(
                        "一、任务\n1.落实《国务院办公厅关于加强巡查的意见》和《国家发展改革委 "
                        "财政部关于印发〈方案〉的通知》。\n2.执行《企业安全生产标准化基本规范》（GB/T "
                        "33000-2016）和AQ 9010-2019，遵守《安全生产法》《关于防汛的意见》。\n")
                        .list;
  std::string said;
  for (const Reference& r : list.document.references) {
    std::string line = std::string(libparse::name_of(r.kind)) + " " + r.standard + " |";
    for (const std::string& issuer : r.issuers) line += " " + issuer;
    said += line + "\n";
  }
  CHECK(said ==
        "policy  | 国务院办公厅\npolicy  | 国家发展改革委 财政部\nstandard GB/T 33000-2016 |\n"
        "standard AQ 9010-2019 |\nlaw  |\npolicy  |\n");
  const auto glued = libparse::parse_notice("一、任务\n1.落实《中共中央国务院关于防汛的意见》。\n").list;
  REQUIRE(glued.document.references.size() == 1);
  CHECK(glued.document.references[0].issuers.empty());  // two bodies, and nothing between them
}
