// SPDX-License-Identifier: MIT
// Names that look alike and mean different bodies, or may do so.
#include <doctest/doctest.h>

#include "organization_list.hpp"

using tests::Issuer;

namespace {

using Names = std::vector<std::string_view>;

void check_apart(const Issuer& issuer, const std::vector<Names>& rows) {
  for (const Names& names : rows) {
    const auto list = tests::identified(issuer, names);
    CHECK_MESSAGE(list.document.organizations.size() == names.size(), tests::shown(list));
  }
}

}  // namespace

TEST_CASE("bodies of a county with similar names stay apart") {
  check_apart(tests::kCounty, {
                                  {"县水利局", "县水务局"},
                                  {"县教育局", "县体育局"},
                                  {"县财政局", "县民政局"},
                                  {"县公安局", "县司法局"},
                                  {"县林业局", "县农业局"},
                                  {"县文化局", "县旅游局"},
                                  {"县文化局", "县旅游局", "县文化和旅游局"},
                                  {"县教育局", "县教育体育局", "县教育科技局"},
                                  {"县农业农村局", "县农业综合行政执法大队"},
                                  {"县交通运输局", "县交通运输综合行政执法局"},
                                  {"县交通运输局", "县交通运输综合执法大队"},
                                  {"县市场监管局", "县市场监管综合执法大队"},
                                  {"县卫健局", "县卫生监督所"},
                                  {"县卫生院", "县卫生所"},
                                  {"县公安局", "县公安局交警大队"},
                                  {"县交警大队", "县消防救援大队"},
                                  {"县刑侦大队", "县治安大队"},
                                  {"县安委会", "县安委办"},
                                  {"县安委会", "县应急管理局"},
                                  {"县安委会", "县减灾委员会"},
                                  {"县环境保护委员会", "县环境保护局"},
                                  {"县生态环境局", "县生态环境保护委员会"},
                                  {"县委", "县政府"},
                                  {"县委", "县委办"},
                                  {"县委办", "县政府办"},
                                  {"县政府", "县政府办"},
                                  {"县人大", "县政协"},
                                  {"县人大常委会", "县人大"},
                                  {"县纪委", "县监委"},
                                  {"县委组织部", "县委宣传部"},
                                  {"县委政法委", "县委统战部"},
                                  {"县委教育工委", "县教育局"},
                                  {"县委党校", "县委"},
                                  {"县法院", "县检察院"},
                                  {"县妇联", "县残联"},
                                  {"县科协", "县科技局"},
                                  {"县工商联", "县工商局"},
                                  {"县总工会", "县工会"},
                                  {"县城投公司", "县交投公司"},
                                  {"县城投公司", "县农投公司"},
                                  {"县水务公司", "县水电公司"},
                                  {"县供电公司", "县电力公司"},
                                  {"县自来水公司", "县水务局"},
                                  {"县城乡管理中心", "县城市管理中心"},
                                  {"县第一中学", "县第二中学"},
                                  {"县人民医院", "县中医医院"},
                                  {"县人民医院", "县第一人民医院"},
                                  {"县东城街道办事处", "县西城街道办事处"},
                                  {"河东镇政府", "河西镇政府"},
                                  {"张家庄村委会", "李家庄村委会"},
                                  {"县财政局", "市财政局"},
                                  {"县财政局", "省财政厅"},
                                  {"县应急局", "市应急局"},
                                  {"县财政局", "青溪县财政局"},
                                  {"市公安局", "市公安局青溪分局"},
                                  {"县住建局", "市住建局"},
                                  {"县税务局", "国家税务总局"},
                                  {"县应急管理局", "应急管理部"},
                                  {"县发改局", "国家发展改革委"},
                                  {"县气象局", "中国气象局"},
                                  {"县能源局", "县发展和改革局"},
                                  {"县统计局", "县审计局"},
                                  {"县信访局", "县医保局"},
                                  {"县档案局", "县档案馆"},
                                  {"县文化馆", "县图书馆"},
                                  {"县文旅局", "县文化馆"},
                                  {"县广播电视台", "县广电局"},
                                  {"县融媒体中心", "县广播电视台"},
                                  {"县政务服务局", "县政务服务中心"},
                                  {"县乡村振兴局", "县农业农村局"},
                                  {"县林场", "县林业局"},
                                  {"县房产局", "县房产中心"},
                                  {"县机关事务中心", "县机关事务管理局"},
                                  {"县移动公司", "县联通公司"},
                                  {"各乡镇", "各企业"},
                                  {"各乡镇", "各乡镇人民政府"},
                                  {"卫生健康部门", "县住建局"},
                                  {"有关部门", "县住建局"},
                                  {"县红十字会", "县工商联合会"},
                                  {"县人社局", "县人社局就业中心"},
                                  {"县老干部局", "县委组织部"},
                                  {"县退役军人服务中心", "县退役军人事务局"},
                              });
}

TEST_CASE("bodies of cities, provinces and the nation with similar names stay apart") {
  check_apart(tests::kCity, {
                                {"市委金融办", "市政府金融办"},
                                {"市委金融办", "市政府金融办", "市金融办"},
                                {"市能源局", "市发展改革委(市能源局)"},
                                {"市公安局交警支队", "市公安局特警支队"},
                                {"市交警支队", "市交警一大队"},
                                {"市规划局", "市城市规划委员会"},
                                {"市财政局预算科", "市财政局"},
                                {"市财政局综合科", "市教育局综合科"},
                                {"市财政局办公室", "市教育局办公室"},
                                {"市财政局办公室", "市教育局办公室", "市办公室"},
                                {"高新区管委会", "经开区管委会"},
                                {"市大数据局", "市数据局"},
                                {"市住房公积金中心", "市住房保障中心"},
                                {"市园林局", "市林业局"},
                                {"市城管局", "市城建局"},
                            });
  check_apart(tests::kProvince, {
                                    {"省住建厅", "住房城乡建设部"},
                                    {"省文物局", "省文化和旅游厅"},
                                    {"省林业局", "省农业农村厅"},
                                    {"省税务局", "省财政厅"},
                                    {"省水利厅", "水利部门"},
                                    {"省高级人民法院", "省检察院"},
                                });
  check_apart(tests::kNation, {
                                  {"财政部", "税务总局"},
                                  {"民政部", "司法部"},
                                  {"住房城乡建设部", "住房城乡建设部门"},
                                  {"国家能源局", "国家发展改革委"},
                                  {"中国移动", "中国联通"},
                                  {"中国银行", "中国人民银行"},
                                  {"银保监会", "证监会"},
                                  {"各省级人民政府", "各有关部门"},
                              });
}

TEST_CASE("what may be either of two bodies is told and kept apart") {
  const auto ambiguous = [](const Issuer& issuer, const Names& names) {
    std::string out;
    for (const auto& d : tests::identified(issuer, names).diagnostics) {
      CHECK(d.code == "unit-ambiguous");
      CHECK(d.severity == libparse::Severity::info);
      out += d.task + ": " + d.message + "\n";
    }
    return out;
  };
  CHECK(ambiguous(tests::kCounty, {"县教育局", "县教育体育局", "县教育科技局"}) ==
        "1: '县教育局' may be '县教育体育局' or '县教育科技局', or none of them; it is kept as a body of its own.\n");
  CHECK(ambiguous(tests::kCity, {"市金融办", "市委金融办", "市政府金融办"}) ==
        "1: '市金融办' may be '市委金融办' or '市政府金融办', or none of them; it is kept as a body of its own.\n");
  CHECK(ambiguous(tests::kCounty, {"公安局", "市公安局"}) ==
        "1: '公安局' may be '市公安局', or none of them; it is kept as a body of its own.\n");
  CHECK(ambiguous(tests::kCounty, {"县教育局", "县教育科技局", "县财政局"}).empty());
}

TEST_CASE("an old name is the new body in notices since the reform, and a body of its own before") {
  const auto bodies = [](int year, const Names& names) {
    return tests::identified({"临江县", libparse::Level::county, year}, names).document.organizations.size();
  };
  CHECK(bodies(2021, {"县安监局", "县应急管理局"}) == 1);
  CHECK(bodies(2018, {"县安监局", "县应急管理局"}) == 2);
  CHECK(bodies(0, {"县安监局", "县应急管理局"}) == 2);
  CHECK(bodies(2022, {"县环保局", "县生态环境局"}) == 1);
  CHECK(bodies(2017, {"县环保局", "县生态环境局"}) == 2);
  CHECK(bodies(2023, {"县国土资源局", "县自然资源局"}) == 1);
  CHECK(bodies(2022, {"县扶贫办", "县乡村振兴局"}) == 1);
  CHECK(bodies(2020, {"县扶贫办", "县乡村振兴局"}) == 2);
  CHECK(bodies(2021, {"县工商局", "县质监局", "县市场监管局"}) == 3);  // the notice means two bodies
  CHECK(bodies(2021, {"县工商局", "县市场监管局"}) == 1);
}
