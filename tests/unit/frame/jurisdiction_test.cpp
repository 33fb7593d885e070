// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <array>
#include <string>

#include "frame/draft.hpp"
#include "libparse/names.hpp"
#include "libparse/rule_pack.hpp"

using namespace libparse;

namespace {
/// `name level`, or nothing.
std::string area(std::string_view issuer) {
  const auto found = frame::read_jurisdiction(RulePack::builtin().pack().derived<frame::Words>(), issuer);
  return found ? found->name + " " + std::string(name_of(found->level)) : std::string{};
}
}  // namespace

TEST_CASE("the area of an issuer is the chain of place names that its name starts with") {
  struct Case {
    const char* issuer;
    const char* area;
  };
  for (const Case& c : std::to_array<Case>({
           {"云岭县人民政府办公室", "云岭县 county"},
           {"云岭市政府办公室", "云岭市 city"},
           {"河东地区行政公署", "河东地区 city"},
           {"贵州省人民政府", "贵州省 province"},
           {"广州市人民政府", "广州市 city"},
           {"聊城市城市管理局", "聊城市 city"},
           {"北京市延庆区人民政府办公室", "北京市延庆区 county"},
           {"上海市科学技术委员会", "上海市 province"},
           {"新疆维吾尔自治区水利厅", "新疆维吾尔自治区 province"},
           {"黔西南布依族苗族自治州人民政府", "黔西南布依族苗族自治州 city"},
           {"恩施州市场监督管理局", "恩施州 city"},
           {"河北省保定市定州市水利局", "河北省保定市定州市 county"},
           {"裕丰区罗桥乡党政办公室", "裕丰区罗桥乡 town"},
           {"栖云街道办事处", "栖云街道 town"},
           {"中共云岭县委办公室", "云岭县 county"},
           {"江北省住房和城乡建设厅", "江北省 province"},
           {"临岳市乡村振兴局", "临岳市 city"},
           {"沧宁市质量强市工作领导小组办公室", "沧宁市 city"},
           {"沧宁市生态文明示范区创建领导小组", "沧宁市 city"},
           {"湖安市“无废城市”建设工作领导小组办公室", "湖安市 city"},
           {"龙栖高新技术产业开发区管理委员会", "龙栖高新技术产业开发区 "},
           {"国务院办公厅", "全国 national"},
           {"住房和城乡建设部", "全国 national"},
           {"养老服务部际联席会议办公室", "全国 national"},
           {"国家税务总局云岭县税务局", "云岭县 county"},
           {"国家税务总局", "全国 national"},
       })) {
    CAPTURE(std::string(c.issuer));
    CHECK(area(c.issuer) == std::string(c.area));
  }
}

TEST_CASE("a bare level, a company and a plain word are no area") {
  for (const char* issuer :
       {"省教育厅", "市场监督管理局", "城市管理局", "恒远水务集团有限公司", "乡镇企业局", "省市联合指挥部"}) {
    CAPTURE(std::string(issuer));
    CHECK(area(issuer).empty());
  }
}
