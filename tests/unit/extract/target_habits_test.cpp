// SPDX-License-Identifier: MIT
// Targets as the pipeline reads them: behind the times, in a notice of a known year.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/target.hpp"
#include "extract/time.hpp"
#include "libparse/names.hpp"
#include "text/document_text.hpp"

namespace libparse::extract {
namespace {

/// One line for each target: `ge 75 % up | indicator`.
std::vector<std::string> read(const std::string& sentence) {
  static const rules::Pack pack(rules::kBuiltinPack);
  static const TimeReader times(pack);
  static const TargetReader targets(pack);
  Diagnostics diagnostics;
  const auto work = text::WorkText::fold(text::DocumentText::decode(sentence, diagnostics));
  const text::Range all{0, work.size()};
  const auto said = times.read(work.view(), all, {2024, "2024-04-08", false});
  std::vector<std::string> out;
  for (const TargetMention& m : targets.read(work.view(), all, said, nullptr, 2024)) {
    std::string line(name_of(m.value.comparator));
    line += " " + m.value.value.to_string();
    if (m.value.max) line += ".." + m.value.max->to_string();
    if (!m.value.unit.empty()) line += " " + m.value.unit;
    if (m.value.direction != Direction::none) line += " " + std::string(name_of(m.value.direction));
    out.push_back(line + " | " + (m.indicator_text.empty() ? std::string(work.view(m.indicator)) : m.indicator_text));
  }
  return out;
}

struct Sentence {
  std::string text;
  std::vector<std::string> targets;
};

void check(const std::vector<Sentence>& table) {
  for (const Sentence& s : table) {
    CAPTURE(s.text);
    CHECK(read(s.text) == s.targets);
  }
}

}  // namespace

TEST_CASE("what was done is no target") {
  check({
      {"今年以来，全市共查处案件213件，涉及金额3120万元。", {}},
      {"2023年，全市完成投资12亿元，同比增长8.5%。", {}},
      {"截至2023年底，全市建成停车场20个。", {}},
      {"近三年，全县新建道路120公里。", {}},
      {"37座矿山尚未完成修复。", {}},
      {"该路全长96.4公里，概算总投资143亿元。", {}},
      {"禁养区内养殖场已关闭113家。", {}},
      {"2024年，全市完成投资15亿元。", {"eq 1500000000 元 | 全市完成投资"}},
      {"2023年完成30%，2024年底前完成100%。", {"eq 100 % | "}},
  });
}

TEST_CASE("what there is becomes the work by the verb before it") {
  check({
      {"完成剩余37座矿山生态修复。", {"eq 37 座 | 矿山生态修复"}},
      {"春播前完成2023年度续建的12万亩。", {"eq 120000 亩 | 春播前完成2023年度续建"}},
      {"剩余37座矿山由省级督办。", {}},
      {"检查组由抽调的12人组成。", {}},
  });
}

TEST_CASE("numbers shared out over a list may be parted by commas") {
  check({
      {"开设率、管理率和代发率分别达到100%,95%和90%以上。",
       {"ge 100 % | 开设率", "ge 95 % | 管理率", "ge 90 % | 代发率"}},
      {"种植业、养殖业产值分别增长4%，8%。", {"eq 4 % up | 种植业产值", "eq 8 % up | 养殖业产值"}},
      {"建档率达到100%，90%以上的村建成示范点。", {"eq 100 % | 建档率", "ge 90 % | 村建成示范点"}},
  });
}

TEST_CASE("a head said once belongs to all that stand before it") {
  check({
      {"小学、初中、高中入学率分别达到100%、99.5%和95%以上。",
       {"ge 100 % | 小学入学率", "ge 99.5 % | 初中入学率", "ge 95 % | 高中入学率"}},
      {"省级事项网上可办率不低于90%，市县级不低于70%。",
       {"ge 90 % | 省级事项网上可办率", "ge 70 % | 市县级事项网上可办率"}},
      {"学校食堂达到B级以上的比例，城市不低于85%，农村不低于60%。",
       {"ge 85 % | 城市学校食堂达到B级以上的比例", "ge 60 % | 农村学校食堂达到B级以上的比例"}},
      {"新增公办学位1.3万个，其中主城区不少于8000个。",
       {"eq 13000 个 | 新增公办学位", "ge 8000 个 | 主城区新增公办学位"}},
      {"城镇、农村供水普及率分别达到99%、90%。", {"eq 99 % | 城镇供水普及率", "eq 90 % | 农村供水普及率"}},
      {"因灾损失率控制在3%以内，单产提高2%。", {"le 3 % | 因灾损失率", "eq 2 % up | 单产"}},
      {"自来水普及率达到90%，管网漏损控制在10%以内。", {"eq 90 % | 自来水普及率", "le 10 % | 管网漏损"}},
  });
}

TEST_CASE("levels said with 在 and by 每") {
  check({
      {"门诊患者满意度在85分以上。", {"ge 85 分 | 门诊患者满意度"}},
      {"跑动次数减至1次以下。", {"le 1 次 | 跑动次数"}},
      {"每千名老年人拥有养老床位45张以上。", {"ge 45 张 | 每千名老年人拥有养老床位"}},
      {"在建工程工资保证金覆盖率100%。", {"eq 100 % | 在建工程工资保证金覆盖率"}},
      {"补助标准不低于每人每月600元。", {"ge 600 元 | 补助标准"}},
      {"每个县办好一至二个小区。", {"range 1..2 个 | 小区"}},
      {"选派廿五名干部驻村。", {"eq 25 名 | 干部驻村"}},
      {"新建6所 卫生院 和 达到标准。", {"eq 6 所 | 卫生院"}},
      {"年均投资5亿元建设停车场和立体车库。", {"eq 500000000 元 | 年均投资"}},
      {"基尼系数缩小到0.4以内。", {"le 0.4 | 基尼系数"}},
  });
}

TEST_CASE("rates and things treated") {
  check({
      {"水文监测站网密度提高到每百平方公里2.1处。", {"eq 2.1 处 | 水文监测站网密度"}},
      {"城区公交站点500米覆盖率达到90%。", {"eq 90 % | 城区公交站点500米覆盖率"}},
      {"对9条河道进行清淤。", {"eq 9 条 | 河道进行清淤"}},
      {"对于9条河道进行清淤。", {"eq 9 条 | 河道进行清淤"}},
      {"对2013年以来建设的户厕回头看，合格率100%。", {"eq 100 % | 合格率"}},
      {"省市带宽扩容至20G，接入带宽不低于200M。", {"eq 20 G | 省市带宽", "ge 200 M | 接入带宽"}},
  });
}

TEST_CASE("conditions of every kind") {
  check({
      {"综合评分低于70分或排名后两位的，予以约谈。", {}},
      {"30万人口以上的县建立中心。", {}},
      {"实施千万元以上技改项目。", {}},
      {"发生2起以上火情的村，取消评先资格。", {}},
      {"注册资本不低于500万元的企业可申请。", {}},
      {"按减免保费的50%给予补贴。", {}},
      {"退出9万吨/年及以下煤矿。", {}},
      {"重点是3层及以上自建房。", {}},
      {"设施设备占20分，人员经费占25分。", {}},
  });
}

}  // namespace libparse::extract
