// SPDX-License-Identifier: MIT
// Bodies of whole notices: names, levels, kinds and tasks.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "libparse/io.hpp"
#include "libparse/names.hpp"
#include "libparse/parse.hpp"
#include "organization_list.hpp"

using namespace libparse;
using Names = std::vector<std::string_view>;

namespace {

/// One line a body: `name = spellings | level kind | role ids`.
std::string bodies(const TaskList& list) {
  std::string out;
  for (const Organization& body : list.document.organizations) {
    out += body.name;
    for (std::size_t i = 0; i < body.names.size(); ++i) out += (i == 0 ? " = " : "、") + body.names[i];
    out += " | " + std::string(name_of(body.level)) + " " + std::string(name_of(body.kind)) + " |";
    for (const OrganizationTasks& tasks : body.tasks) {
      out += " " + std::string(name_of(tasks.role));
      for (const std::string& id : tasks.ids) out += " " + id;
    }
    out += "\n";
  }
  return out;
}

std::string level_and_kind(const tests::Issuer& issuer, std::string_view name) {
  const TaskList list = tests::identified(issuer, {name});
  const Organization& body = list.document.organizations.front();
  return std::string(name_of(body.level)) + " " + std::string(name_of(body.kind));
}

std::string canonical(const tests::Issuer& issuer, const Names& names) {
  const TaskList list = tests::identified(issuer, names);
  return list.tasks.front().responsibilities.front().canonical;
}

constexpr std::string_view kPlan = R"(临江县人民政府办公室关于印发临江县城乡环境整治工作方案的通知
临政办发〔2021〕12号
各乡镇人民政府，县政府各部门：
现将《临江县城乡环境整治工作方案》印发给你们，请认真组织实施。
临江县人民政府办公室
2021年6月1日

临江县城乡环境整治工作方案
一、主要任务
（一）改造老旧小区。2021年10月底前完成12个老旧小区改造。（牵头单位：县住房和城乡建设管理局；配合单位：县发展与改革局、县财政局、公安部门）
（二）整治占道经营。（县城管局、县市场监管局、县公安局交警大队按职责分工负责）
（三）清理河道。（牵头单位：县水利局；配合单位：云岭市生态环境局临江分局、县农业农村局、住建部门）
（四）规范户外广告。（县城市管理综合执法局、县市场监督管理局、县住建局、县发改局负责）
（五）排查安全隐患。（县安委办、县应急局、县安监局、县交警大队、县住房城乡建设局分工负责）
（六）整治景区环境。（县文旅广体局、县文化和旅游局、县委宣传部（县文明办）、县文明办负责）
（七）改善村容村貌。（县农业农村局、县乡村振兴局、市生态环境局临江县分局、县发改和改革局、县住建局、住建局负责）
（八）加强宣传。（县宣传部、县教育局、县教育体育局、县应急管理局、县公安交警大队、县发改委负责）
（九）严格考核。（县政府办、县委办、县安全生产委员会办公室、县环保局、县发展和改革局、县人民政府办公室负责）
)";

}  // namespace

TEST_CASE("every body of a notice is listed once with all its names, its level, its kind and its tasks") {
  CHECK(bodies(parse_notice(kPlan).list) ==
        "县住房和城乡建设管理局 = 住建部门、县住建局、县住房城乡建设局 | county department | lead 1.1 responsible 1.4 "
        "1.5 1.7 cooperate 1.3\n"
        "县发展和改革局 = 县发展与改革局、县发改局、县发改和改革局、县发改委 | county department | responsible 1.4 1.7 "
        "1.8 1.9 cooperate 1.1\n"
        "县财政局 | county department | cooperate 1.1\n"
        "公安部门 |  collective | cooperate 1.1\n"
        "县城市管理综合执法局 = 县城管局 | county department | responsible 1.2 1.4\n"
        "县市场监督管理局 = 县市场监管局 | county department | responsible 1.2 1.4\n"
        "县公安局交警大队 = 县交警大队、县公安交警大队 | county department | responsible 1.2 1.5 1.8\n"
        "县水利局 | county department | lead 1.3\n"
        "云岭市生态环境局临江分局 = 市生态环境局临江县分局、县环保局 | county department | responsible 1.7 1.9 "
        "cooperate 1.3\n"
        "县农业农村局 | county department | responsible 1.7 cooperate 1.3\n"
        "县安全生产委员会办公室 = 县安委办 | county department | responsible 1.5 1.9\n"
        "县应急管理局 = 县应急局、县安监局 | county department | responsible 1.5 1.8\n"
        "县文旅广体局 = 县文化和旅游局 | county department | responsible 1.6\n"
        "县委宣传部(县文明办) = 县文明办、县宣传部 | county party | responsible 1.6 1.8\n"
        "县乡村振兴局 | county department | responsible 1.7\n"
        "县教育体育局 = 县教育局 | county department | responsible 1.8\n"
        "县人民政府办公室 = 县政府办 | county department | responsible 1.9\n"
        "县委办 | county party | responsible 1.9\n");
}

TEST_CASE("the canonical name is the fullest of the notice, else the official one") {
  CHECK(canonical(tests::kCounty, {"县住建局", "县住房和城乡建设管理局"}) == "县住房和城乡建设管理局");
  CHECK(canonical(tests::kCounty, {"县住建局"}) == "县住房和城乡建设局");
  CHECK(canonical(tests::kCounty, {"县发展与改革局", "县发改和改革局", "县发展和改革局"}) == "县发展和改革局");
  CHECK(canonical(tests::kCounty, {"县应急管里局", "县应急管理局"}) == "县应急管理局");
  CHECK(canonical(tests::kCounty, {"住建部门", "县住建局"}) == "县住房和城乡建设局");
  CHECK(canonical(tests::kCounty, {"公安局"}) == "县公安局");
  CHECK(canonical(tests::kCity, {"市发改委"}) == "市发展和改革委员会");
  CHECK(canonical(tests::kCity, {"云岭市发改委"}) == "云岭市发展和改革委员会");
  CHECK(canonical(tests::kCity, {"市委编办"}) == "市委机构编制委员会办公室");
  CHECK(canonical(tests::kCity, {"市政府国资委"}) == "市国有资产监督管理委员会");
  CHECK(canonical(tests::kCity, {"市发改委(市能源局)"}) == "市发展和改革委员会");
  CHECK(canonical(tests::kNation, {"发展改革委"}) == "国家发展和改革委员会");
  CHECK(canonical(tests::kCounty, {"国家发展改革委"}) == "国家发展和改革委员会");
  CHECK(canonical(tests::kNation, {"扶贫办"}) == "国务院扶贫开发领导小组办公室");
  CHECK(canonical(tests::kNation, {"银保监会"}) == "中国银行保险监督管理委员会");
}

TEST_CASE("canonical is left out where it says nothing new or is not known") {
  CHECK(canonical(tests::kCounty, {"县财政局", "财政局"}).empty());
  CHECK(canonical(tests::kNation, {"财政部"}).empty());
  CHECK(canonical(tests::kCity, {"市文旅广体局"}).empty());    // its official name may be any order of the four
  CHECK(canonical(tests::kCounty, {"县行政审批局"}).empty());  // 行政审批服务局, 行政审批服务管理局
  CHECK(canonical({}, {"财政局"}).empty());                    // whose, nobody knows
  CHECK(canonical(tests::kCounty, {"各乡镇"}).empty());
}

TEST_CASE("the level of a body is the one that its name and the issuer tell") {
  CHECK(level_and_kind(tests::kCounty, "县市场监管局") == "county department");
  CHECK(level_and_kind(tests::kCounty, "财政局") == "county department");
  CHECK(level_and_kind(tests::kCounty, "市财政局") == "city department");
  CHECK(level_and_kind(tests::kCounty, "省应急管理厅") == "province department");
  CHECK(level_and_kind(tests::kCounty, "市生态环境局临江分局") == "county department");
  CHECK(level_and_kind(tests::kCounty, "应急管理部") == "national department");
  CHECK(level_and_kind({"北京市", Level::province, 2022}, "市发展改革委") == "province department");
  CHECK(level_and_kind({"北京市青渡区", Level::county, 2022}, "市发展改革委") == "province department");
  CHECK(level_and_kind({"北京市青渡区", Level::county, 2022}, "区发展改革委") == "county department");
  CHECK(level_and_kind(tests::kProvince, "河南银保监局") == "province department");
  CHECK(level_and_kind(tests::kNation, "能源局") == "national department");
  CHECK(level_and_kind(tests::kNation, "公安局") == " department");  // of some place
  CHECK(level_and_kind({"柳坪乡", Level::town, 2024}, "派出所") == " department");
}

TEST_CASE("the kind of a body is told by its name") {
  CHECK(level_and_kind(tests::kCounty, "县委宣传部") == "county party");
  CHECK(level_and_kind(tests::kCounty, "县委办") == "county party");
  CHECK(level_and_kind(tests::kCounty, "县纪委") == "county party");
  CHECK(level_and_kind(tests::kCounty, "县政府") == "county government");
  CHECK(level_and_kind(tests::kCounty, "高新区管委会") == " government");
  CHECK(level_and_kind(tests::kCounty, "县政府办") == "county department");
  CHECK(level_and_kind(tests::kCounty, "县消防救援大队") == "county department");
  CHECK(level_and_kind(tests::kCity, "市国有资产监督管理委员会") == "city department");
  CHECK(level_and_kind(tests::kNation, "证监会") == "national department");
  CHECK(level_and_kind(tests::kCity, "市编办") == "city party");
  CHECK(level_and_kind(tests::kCounty, "县疾控中心") == "county institution");
  CHECK(level_and_kind(tests::kCounty, "县法院") == "county institution");
  CHECK(level_and_kind(tests::kCounty, "县总工会") == "county institution");
  CHECK(level_and_kind(tests::kCounty, "国网临江县供电公司") == " enterprise");
  CHECK(level_and_kind(tests::kCounty, "中国移动") == " enterprise");
  CHECK(level_and_kind(tests::kCounty, "各乡镇") == " collective");
  CHECK(level_and_kind(tests::kCounty, "周启明") == " person");
  CHECK(level_and_kind(tests::kCounty, "分管副县长") == " person");
  CHECK(level_and_kind(tests::kCounty, "云上临江") == " ");  // nobody knows
}

TEST_CASE("the user's gazetteer says what a name means, and in which years") {
  const RulePack rules = RulePack::load({std::filesystem::path(LIBPARSE_SOURCE_DIR) / "samples/rules/gazetteer"});
  const auto names = [&](int year, const Names& written) {
    return tests::shown(tests::identified({"临江县", Level::county, year}, written, rules));
  };
  CHECK(names(2021, {"江投集团", "临江县江投城市建设投资集团有限公司"}) ==
        "临江县江投城市建设投资集团有限公司 = 江投集团");
  CHECK(names(2018, {"江投集团"}) == "江投集团");
  CHECK(names(2021, {"县两山公司"}) == "临江县两山农业投资有限公司 = 县两山公司");
  CHECK(names(2020, {"县旅投"}) == "临江县文化旅游投资有限公司 = 县旅投");
  CHECK(names(2021, {"县旅投"}) == "县旅投");
}

TEST_CASE("thousands of names are told apart in no time, whatever they have in common") {
  std::vector<std::string> names;
  for (int i = 0; i < 6000; ++i) {
    names.push_back("县公路" + std::string(static_cast<std::size_t>(i % 9), 'A') + std::to_string(i) + "管理局");
  }
  const Names views(names.begin(), names.end());
  CHECK(tests::identified(tests::kCounty, views).document.organizations.size() == names.size());
}

TEST_CASE("odd names do no harm") {
  for (const std::string_view name :
       {"()",     "(",        "县",       "市市市",   "局",         "各",           "分局", "临江",
        "临江县", "临江县县", "临江分局", "县分局",   "国家",       "国务院国务院", "中国", "国家税务总局",
        "县委",   "县委委",   "县𠀀局",   "临江县𠀀", "青溪市𠀀局", "和",           "县和", "A",
        "县A",    "“",        " ",        "中共",     "委员会"}) {
    INFO(std::string(name));
    for (const tests::Issuer& issuer : {tests::kCounty, tests::kCity, tests::kNation, tests::Issuer{}}) {
      CHECK(tests::identified(issuer, {name}).document.organizations.size() == 1);
    }
  }
}

// The shared development set, where it is there: every body that an analyst wrote down is in exactly one identity.
TEST_CASE("every body of the gold annotations falls in one identity" *
          doctest::skip(!std::filesystem::exists(LIBPARSE_SOURCE_DIR "/../shared/gold"))) {
  namespace fs = std::filesystem;
  const fs::path shared = fs::path(LIBPARSE_SOURCE_DIR) / "../shared";
  std::map<std::string, std::set<std::string>> names_of;  // document → names
  for (const auto& file : fs::directory_iterator(shared / "gold")) {
    if (file.path().extension() != ".json") continue;
    const auto gold = nlohmann::json::parse(std::ifstream(file.path()));
    for (const auto& item : gold.at("items")) {
      for (const auto& r : item.value("resp", nlohmann::json::array())) {
        if (!r.value("optional", false)) names_of[gold.at("doc")].insert(r.contains("name") ? r["name"] : r["unit"]);
      }
    }
  }
  REQUIRE(names_of.size() == 6);
  // How many bodies were found when the lists were read by a person, who saw none joined that are two.
  const std::map<std::string, std::size_t> reviewed = {
      {"000_34278c90aa516025.txt", 61}, {"001_1e7bf6e704c5546f.txt", 60},      {"003_69fe407d67751c78.txt", 17},
      {"23-qinghai-yingshang.txt", 38}, {"39-shaanxi-yingshang-wuda.txt", 46}, {"40-guobanfa-2020-6-wenjiuye.txt", 34},
  };
  for (const auto& [bound_doc, names] : names_of) {
    const auto& doc = bound_doc;  // Clang 14 captures no binding
    std::ifstream file(shared / "notices" / doc, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const TaskList list = parse_notice(bytes).list;
    for (const std::string& name : names) {
      INFO(doc, " ", name);
      const auto holds = [&](const Organization& body) {
        return body.name == name || std::find(body.names.begin(), body.names.end(), name) != body.names.end();
      };
      CHECK(std::count_if(list.document.organizations.begin(), list.document.organizations.end(), holds) == 1);
    }
    INFO(doc);
    CHECK(list.document.organizations.size() == reviewed.at(doc));
  }
}
