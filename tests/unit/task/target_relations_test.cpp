// SPDX-License-Identifier: MIT
// What a notice says of its targets beyond the number: when, against what, whether it binds, and how it was written.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "libparse/names.hpp"
#include "libparse/parse.hpp"

namespace {

/// The targets of all tasks, each as `value unit [field=value …]`, joined by `; `.
std::string targets_of(std::string_view text) {
  std::string out;
  for (const libparse::Task& task : libparse::parse_notice(text).list.tasks) {
    for (const libparse::Target& target : task.targets) {
      if (!out.empty()) out += "; ";
      out += target.value.to_string();
      if (target.max) out += ".." + target.max->to_string();
      out += target.unit;
      if (!target.written.empty()) out += " written=" + target.written;
      if (!target.quantity_kind.empty()) out += " kind=" + target.quantity_kind;
      if (!target.ucum.empty() && target.ucum != "%") out += " ucum=" + target.ucum;
      if (target.baseline) {
        out += " base=" + target.baseline->text;
        if (target.baseline->year != 0) out += " year=" + std::to_string(target.baseline->year);
        if (target.baseline->value) out += " from=" + target.baseline->value->to_string();
      }
      if (target.nature != libparse::Nature::none) out += " " + std::string(name_of(target.nature));
      if (target.by) out += " by=" + task.times.at(*target.by).text;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a number that was multiplied out or said in words keeps its written form") {
  CHECK(targets_of("1.完成改造5万户，完成投资3.5亿元。\n") ==
        "50000户 written=5万户; 350000000元 written=3.5亿元 kind=money");
  CHECK(targets_of("1.建设高标准农田三十二万亩。\n") == "320000亩 written=三十二万亩 kind=area");
  CHECK(targets_of("1.不少于三分之二的村建成服务站。\n") == "0.666667 written=三分之二");
  CHECK(targets_of("1.完成改造3至5万户。\n") == "30000..50000户 written=3至5万户");
  CHECK(targets_of("1.完成改造5至8.0户。\n") == "5..8户 written=5至8.0户");
}

TEST_CASE("a number that stands as it is written has no written form of its own") {
  CHECK(targets_of("1.完成改造1,200户，每村培育6至7户，整改率达到100%。\n") == "1200户; 6..7户; 100%");
  CHECK(targets_of("1.合格率、满意率分别达到95%和90%以上。\n") == "95%; 90%");
}

TEST_CASE("a unit says what it measures, and its UCUM code where it has one of the same size") {
  CHECK(targets_of("1.改造管网30公里，造林20公顷，退耕500亩。\n") ==
        "30公里 kind=length ucum=km; 20公顷 kind=area ucum=hm2; 500亩 kind=area");
  CHECK(targets_of("1.PM2.5浓度降至35微克/立方米。\n") == "35微克/立方米 kind=mass-concentration ucum=ug/m3");
}

TEST_CASE("a change names what it is measured against") {
  CHECK(targets_of("1.单位能耗比2020年下降18%。\n") == "18% base=比2020年 year=2020");
  CHECK(targets_of("1.与2020年相比，用水量下降16%，排放量下降5%。\n") ==
        "16% base=与2020年相比 year=2020; 5% base=与2020年相比 year=2020");
  CHECK(targets_of("1.化肥用量在2019年基础上减少5%。\n") == "5% base=在2019年基础上 year=2019");
  CHECK(targets_of("1.能耗比“十三五”末下降13.5%。\n") == "13.5% base=比“十三五”末 year=2020");
  CHECK(targets_of("1.游客人数同比增长8%。\n") == "8% base=同比");
}

TEST_CASE("the year before has a date only where the year of the target is told") {
  CHECK(targets_of("1.2024年底前，工业增加值较上年增长10%。\n") == "10% base=较上年 year=2023 by=2024年底前");
  CHECK(targets_of("1.工业增加值较上年增长10%。\n") == "10% base=较上年");
}

TEST_CASE("a base of one clause is none of the next") {
  CHECK(targets_of("1.能耗比2020年下降18%，用水量下降16%。\n") == "18% base=比2020年 year=2020; 16%");
  CHECK(targets_of("1.占比2020年达到5%以上。\n").find("base") == std::string::npos);
}

TEST_CASE("what a level starts from is its base") {
  CHECK(targets_of("1.污水处理率由80%提高到95%。\n") == "95% base=由80% from=80");
  CHECK(targets_of("1.污水处理率由2020年的80.5%提高到95%。\n") == "95% base=由2020年的80.5% year=2020 from=80.5");
}

TEST_CASE("what is counted is told by habit") {
  const auto indicators = [](std::string_view text) {
    std::string out;
    for (const libparse::Task& task : libparse::parse_notice(text).list.tasks) {
      for (const libparse::Target& target : task.targets) out += target.indicator + ";";
    }
    return out;
  };
  // a time inside the name of a share
  CHECK(indicators("1.无分歧欠款年底前清偿率不低于90%。\n") == "无分歧欠款清偿率;");
  // work that goes by a standard
  CHECK(indicators("1.省级部门按照不低于10%的比例抽取文化站复核。\n") == "抽取文化站复核;");
  // a bound behind what it counts
  CHECK(indicators("1.每村组建抢险队员不少于30名的突击队。\n") == "每村组建抢险队员;");
  CHECK(indicators("1.组建不少于30名的突击队伍。\n") == "突击队伍;");
  // 、 in a bracket makes no list
  CHECK(indicators("1.新（改、扩）建项目“三同时”抽查率不低于50%。\n") == "新（改、扩）建项目“三同时”抽查率;");
}

TEST_CASE("a bracket says whether a target binds") {
  CHECK(targets_of("1.污水处理率达到95%（约束性），森林覆盖率达到42%（预期性），硬化率达到80%。\n") ==
        "95% binding; 42% expected; 80%");
}

TEST_CASE("a column of a table says whether a target binds") {
  CHECK(targets_of("一、任务\n序号\t工作任务\t指标属性\t责任单位\n1\t污水处理率达到95%\t约束性\t县住建局\n"
                   "2\t森林覆盖率达到42%\t预期性\t县林业局\n3\t造林300亩\t\t县林业局\n") ==
        "95% binding; 42% expected; 300亩 kind=area");
}

TEST_CASE("the nearest time before a target governs it") {
  CHECK(targets_of("1.处理率2023年达到85%，2024年达到90%，2025年达到95%。\n") ==
        "85% by=2023年; 90% by=2024年; 95% by=2025年");
  CHECK(targets_of("1.到2025年，处理率达到95%；供水率达到99%。普及率达到80%。\n") ==
        "95% by=到2025年; 99% by=到2025年; 80%");
}

TEST_CASE("each of a list of years governs its own of a list of numbers") {
  CHECK(targets_of("1.2023年、2024年、2025年，覆盖率分别达到85%、90%、95%。\n") ==
        "85% by=2023年; 90% by=2024年; 95% by=2025年");
}

TEST_CASE("a recurrence or a term governs in its own clause only") {
  CHECK(targets_of("1.抵押登记压缩至1个工作日内办结，业务量增长20%以上。\n").find("by=") == std::string::npos);
  CHECK(targets_of("1.每年改造管网20公里以上。\n") == "20公里 kind=length ucum=km by=每年");
  CHECK(targets_of("1.2024年底前，每季度召开会议，整改率达到95%。\n") == "95% by=2024年底前");
}

TEST_CASE("a time behind governs where it is the only one of the sentence and has no target of its own") {
  CHECK(targets_of("1.改造管网30公里，2024年10月底前完成。\n") == "30公里 kind=length ucum=km by=2024年10月底前");
  CHECK(targets_of("1.新建水库5座，2024年10月底前供水率达到95%。\n") == "5座; 95% by=2024年10月底前");
}

TEST_CASE("the only time of a slot governs targets that have none") {
  CHECK(targets_of("1.改造管网30公里。（责任单位：市住建局；完成时限：2024年10月底）\n") ==
        "30公里 kind=length ucum=km by=2024年10月底");
}
