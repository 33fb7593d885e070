// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>

#include "clause_lines.hpp"

namespace libparse::tests {

TEST_CASE("brackets") {
  check({
      {"加强巡查。（县物价局、减负办负责，县监察局监督检查）",
       "bracket{(县物价局、减负办负责,县监察局监督检查)} R:县物价局 R:减负办>县减负办 S:县监察局"},
      {"加强巡查。（省广电局、省应急厅分别负责；所需资金从专项中列支）",
       "bracket{(省广电局、省应急厅分别负责;所需资金从专项中列支)} R:省广电局 R:省应急厅"},
      {"【牵头部门:生产部】【配合部门:各水厂】", "bracket{【牵头部门:生产部】【配合部门:各水厂】} L:生产部 C:各水厂*"},
      {"【牵头部门 工程部 配合部门 财务部、城东水务公司 完成时间 2025年9月】",
       "bracket{【牵头部门 工程部 配合部门 财务部、城东水务公司 完成时间 2025年9月】} L:工程部 C:财务部 C:城东水务公司 "
       "T:2025年9月"},
      {"一、强化监管。(县财政局牵头,县住建局、交通局配合)",
       "bracket{(县财政局牵头,县住建局、交通局配合)} L:县财政局 C:县住建局 C:交通局>县交通局"},
      {"加强巡查。(县应急管理局负责)", "bracket{(县应急管理局负责)} R:县应急管理局"},
      {"加强巡查。(市公安局、市司法局按职责分工负责;完成时限:2024年底前)",
       "bracket{(市公安局、市司法局按职责分工负责;完成时限:2024年底前)} R:市公安局 R:市司法局 T:2024年底前"},
      {"加强巡查(县水务局牵头,县财政局、青山镇人民政府配合);二是加强值守",
       "bracket{(县水务局牵头,县财政局、青山镇人民政府配合);} L:县水务局 C:县财政局 C:青山镇人民政府"},
      {"加强巡查。(县水务局长李某)", ""},
      {"加强巡查。(责任单位:县工信局)", "bracket{(责任单位:县工信局)} R:县工信局"},
      {"加强巡查。(责任单位:县发改局牵头,县交通局、县应急管理局等部门按职责分工负责)完善制度。(责任单位:县住建局)",
       "bracket{(责任单位:县发改局牵头,县交通局、县应急管理局等部门按职责分工负责)} L:县发改局 R:县交通局 "
       "R:县应急管理局 || bracket{(责任单位:县住建局)} R:县住建局"},
      {"加强巡查。(各负有安全监管职责的部门)", "bracket{(各负有安全监管职责的部门)} R:各负有安全监管职责的部门*"},
      {"加强巡查。(县公安局、县司法局)", "bracket{(县公安局、县司法局)} R:县公安局 R:县司法局"},
      {"加强巡查。(牵头单位:省自然资源厅;配合单位:省林草局等相关部门;完成时限:2022年底前。以下均需各市州政府负责落实,"
       "不再列出)",
       "bracket{(牵头单位:省自然资源厅;配合单位:省林草局等相关部门;完成时限:2022年底前。以下均需各市州政府负责落实,"
       "不再列出)} L:省自然资源厅 C:省林草局 T:2022年底前"},
      {"加强巡查。(市人力社保局、市财政局负责。列第一位的为牵头单位,下同)",
       "bracket{(市人力社保局、市财政局负责。列第一位的为牵头单位,下同)} R:市人力社保局 R:市财政局"},
      {"加强巡查。(醇基燃料经营安全由市应急管理局牵头、餐饮安全由市商务局牵头,市公安局、市市场监管局等相关部门等配合)"
       "。",
       "bracket{(醇基燃料经营安全由市应急管理局牵头、餐饮安全由市商务局牵头,市公安局、市市场监管局等相关部门等配合)。} "
       "L:市应急管理局@醇基燃料经营安全 L:市商务局@餐饮安全 C:市公安局 C:市市场监管局"},
      {"加强巡查。(职业介绍中心负责,办公室负责宣传工作)",
       "bracket{(职业介绍中心负责,办公室负责宣传工作)} R:职业介绍中心 R:办公室@宣传工作"},
      {"加强巡查。(科技部会同财政部负责)", "bracket{(科技部会同财政部负责)} R:科技部"},
      {"加强巡查。(市生态环境局、大数据局负责,持续推进)",
       "bracket{(市生态环境局、大数据局负责,持续推进)} R:市生态环境局 R:大数据局>市大数据局 T:持续推进"},
      {"加强巡查(人力资源部负责,年底前完成).", "bracket{(人力资源部负责,年底前完成)} R:人力资源部 T:年底前完成"},
      {"加强巡查。(由县财政局、县住建局负责)", "bracket{(由县财政局、县住建局负责)} R:县财政局 R:县住建局"},
      {"加强巡查。(县教育局牵头,县公安局", "bracket{(县教育局牵头,县公安局} L:县教育局 R:县公安局"},
      {"加强巡查。〔牵头:排水科;配合:市政科(市桥隧办)〕〔汛期前完成〕",
       "bracket{〔牵头:排水科;配合:市政科(市桥隧办)〕〔汛期前完成〕} L:排水科 C:市政科(市桥隧办) T:汛期前完成"},
      {"加强巡查。(以上三项责任单位:局人事股、局基层股;完成时限:11月底前)",
       "bracket{(以上三项责任单位:局人事股、局基层股;完成时限:11月底前)} R:局人事股 R:局基层股 T:11月底前"},
      {"加强巡查。(市安委会牵头,市安委会各成员单位严格履行安全监管责任)",
       "bracket{(市安委会牵头,市安委会各成员单位严格履行安全监管责任)} L:市安委会 R:市安委会各成员单位*"},
      {"加强巡查。(市委办、市政府办依职责牵头,市委组织部、市发改委等分别负责)",
       "bracket{(市委办、市政府办依职责牵头,市委组织部、市发改委等分别负责)} L:市委办 L:市政府办 R:市委组织部 "
       "R:市发改委"},
      {"加强巡查。(市安委办牵头,各专委办及其成员单位分工负责)",
       "bracket{(市安委办牵头,各专委办及其成员单位分工负责)} L:市安委办 R:各专委办及其成员单位*"},
      {"加强巡查。(市安委办、各专业委员会办公室和市安委会各成员单位负责)",
       "bracket{(市安委办、各专业委员会办公室和市安委会各成员单位负责)} R:市安委办 R:各专业委员会办公室* "
       "R:市安委会各成员单位*"},
      {"加强巡查。(各有关部门和单位、各省级人民政府按职责分工负责)",
       "bracket{(各有关部门和单位、各省级人民政府按职责分工负责)} R:各有关部门和单位* R:各省级人民政府*"},
      {"加强巡查。(县财政局和县住建局、县委及县政府负责)",
       "bracket{(县财政局和县住建局、县委及县政府负责)} R:县财政局 R:县住建局 R:县委 R:县政府"},
      {"加强巡查。(省财政厅、国资委、烟草局等部门和企业按职责分工负责)",
       "bracket{(省财政厅、国资委、烟草局等部门和企业按职责分工负责)} R:省财政厅 R:国资委>省国资委 R:烟草局>省烟草局"},
      {"加强巡查。(省委宣传部〈省版权局〉、省财政厅配合)",
       "bracket{(省委宣传部〈省版权局〉、省财政厅配合)} C:省委宣传部〈省版权局〉 C:省财政厅"},
      {"加强巡查。(各乡镇人民政府负责,县水务局督促指导)",
       "bracket{(各乡镇人民政府负责,县水务局督促指导)} R:各乡镇人民政府* S:县水务局"},
      {"加强巡查。(各市(州)医保局负责)", "bracket{(各市(州)医保局负责)} R:各市(州)医保局*"},
      {"加强巡查。(责任部门:经济发展局 科技创新局)",
       "bracket{(责任部门:经济发展局 科技创新局)} R:经济发展局 R:科技创新局"},
      {"加强巡查。(县财政局、县住建局及其他有关部门按职责分工负责)",
       "bracket{(县财政局、县住建局及其他有关部门按职责分工负责)} R:县财政局 R:县住建局"},
      {"加强巡查。(省委编办、省教育厅参与)", "bracket{(省委编办、省教育厅参与)} P:省委编办 P:省教育厅"},
      {"加强巡查。(完成时限:2024年6月底前)", "bracket{(完成时限:2024年6月底前)} T:2024年6月底前"},
      {"加强巡查。(责任单位:县政法委铁路护路办等有关部门)",
       "bracket{(责任单位:县政法委铁路护路办等有关部门)} R:县政法委铁路护路办"},
      {"加强巡查。(责任单位:县教育局、县卫健局等)", "bracket{(责任单位:县教育局、县卫健局等)} R:县教育局 R:县卫健局"},
      {"加强巡查。(县财政局负责)(县住建局配合)", "bracket{(县财政局负责)(县住建局配合)} R:县财政局 C:县住建局"},
      {"加强巡查。(市农业农村局负责种植业,市林业局负责林果业)",
       "bracket{(市农业农村局负责种植业,市林业局负责林果业)} R:市农业农村局@种植业 R:市林业局@林果业"},
      {"加强巡查。(由市水利局牵头,会同市财政局、市审计局落实)",
       "bracket{(由市水利局牵头,会同市财政局、市审计局落实)} L:市水利局 I:市财政局 I:市审计局"},
  });
}

TEST_CASE("clauses behind a sentence") {
  check({
      {"完好率达到100%。县应急管理局、县能源局等负有监管职责部门按职责分工负责,各乡镇配合",
       "trailing{县应急管理局、县能源局等负有监管职责部门按职责分工负责,各乡镇配合} R:县应急管理局 R:县能源局 "
       "C:各乡镇*"},
      {"完好率达到100%。各有关部门按职责分工负责", "trailing{各有关部门按职责分工负责} R:各有关部门*"},
      {"完好率达到100%。县消防救援大队负责。", "trailing{县消防救援大队负责。} R:县消防救援大队"},
      {"完好率达到100%。县公安局、县住建局等按职责分工负责四是深入排查",
       "trailing{县公安局、县住建局等按职责分工负责} R:县公安局 R:县住建局"},
      {"办结时间不超过48小时。客户服务部负责,信息中心配合",
       "trailing{客户服务部负责,信息中心配合} R:客户服务部 C:信息中心"},
      {"县卫生健康局,县应急管理局等部门按职责分工负责,各乡镇配合",
       "trailing{县卫生健康局,县应急管理局等部门按职责分工负责,各乡镇配合} R:县卫生健康局 R:县应急管理局 C:各乡镇*"},
  });
}

TEST_CASE("lists of assignments") {
  check({
      {"其中:供电所牵头负责电力安全,中心校牵头负责校园安全,卫生院牵头负责医疗机构安全。",
       "assignment{供电所牵头负责电力安全} L:供电所@电力安全 || assignment{中心校牵头负责校园安全} L:中心校@校园安全 "
       "|| assignment{卫生院牵头负责医疗机构安全} L:卫生院@医疗机构安全"},
      {"市交通局负责经营许可,市公安局负责驾驶员核查,市税务局负责税收征管。",
       "assignment{市交通局负责经营许可} R:市交通局@经营许可 || assignment{市公安局负责驾驶员核查} "
       "R:市公安局@驾驶员核查 || assignment{市税务局负责税收征管} R:市税务局@税收征管"},
      {"畅通办、派出所牵头负责道路运输、水上交通安全,农综站、农管站牵头负责农机安全",
       "assignment{畅通办、派出所牵头负责道路运输、水上交通安全} L:畅通办@道路运输、水上交通安全 "
       "L:派出所@道路运输、水上交通安全 || assignment{农综站、农管站牵头负责农机安全} L:农综站@农机安全 "
       "L:农管站@农机安全"},
      {"建设所牵头负责建筑施工、(供水、雨水、污水)地下管线安全,水利站牵头负责水利安全",
       "assignment{建设所牵头负责建筑施工、(供水、雨水、污水)地下管线安全} "
       "L:建设所@建筑施工、(供水、雨水、污水)地下管线安全 || assignment{水利站牵头负责水利安全} L:水利站@水利安全"},
  });
}

TEST_CASE("units in the middle of a sentence") {
  check({
      {"农贸市场升级由县商务局牵头、县市场监管局配合,年内完成。",
       "prose{由县商务局牵头、县市场监管局配合} L:县商务局 C:县市场监管局"},
      {"防汛工作由县水务局负责,遇险情立即报告。", "prose{由县水务局负责} R:县水务局"},
      {"省政府办公厅牵头,省信息中心配合,年内制定管理办法。",
       "prose{省政府办公厅牵头,省信息中心配合} L:省政府办公厅 C:省信息中心"},
      {"对专业目录(技工院校内由人力资源社会保障部门负责)进行调整。",
       "prose{由人力资源社会保障部门负责} R:人力资源社会保障部门*"},
      {"第二条 由市城管局牵头、各区配合,市财政局保障经费。", "prose{由市城管局牵头、各区配合} L:市城管局 C:各区*"},
  });
}

TEST_CASE("sentences that assign nothing") {
  check({
      {"各乡镇要负责辖区内的排查工作。", ""},
      {"县财政局负责资金保障。", ""},
      {"主要负责人负责全面工作。", ""},
      {"改造费用(由用户自行承担)按规定收取,不足部分(由申请人自行负责)补齐。", ""},
      {"对大型企业(以下简称企业)和机构(含分支机构)开展检查。", ""},
      {"交由市发展改革委(市能源局)办理。", ""},
      {"明确责任单位和责任人,落实整改措施。", ""},
      {"牵头部门和落实部门要加强统筹。", ""},
      {"序号 任务 牵头单位 配合单位", ""},
      {"压实企业主体责任,严格落实安全生产责任制。", ""},
      {"配合做好疫情防控工作。", ""},
      {"由申请人自行负责。", ""},
      {"县财政局、县住建局要加强监管。", ""},
      {"发布时间:2024-04-16", ""},
      {"管线(供水、雨水、污水)改造。", ""},
      {"列入负责人名单(县长、副县长)。", ""},
      {"县财政局牵头开展专项检查,县审计局配合做好审计工作。", ""},
      {"各乡镇人民政府要组织实施,各部门要配合落实。", ""},
      {"由县住建局组织编制规划,报县政府批准。", ""},
      {"省、市、县三级联动,部门协同配合。", ""},
      {"设立办公室(设在县应急管理局),负责日常工作。", ""},
      {"完善机制(市、县、乡三级)。", ""},
      {"实施主体(企业、合作社)按规定申报。", ""},
      {"对存在问题的单位,责令限期整改。责任追究到位。", ""},
      {"何丽(县气象局)", ""},
      {"办公室主任由张某某兼任,日常工作由综合科承担。", ""},
      {"《责任单位管理办法》自印发之日起施行。", ""},
  });
}

TEST_CASE("units named in prose are marked as such") {
  const text::WorkText work = folded("防汛工作由县水务局负责,遇险情立即报告。");
  const auto clauses = reader().read(work.view(), {0, work.size()});
  REQUIRE(clauses.size() == 1);
  REQUIRE(clauses[0].units.size() == 1);
  CHECK(clauses[0].units[0].prose);
}

TEST_CASE("a label's qualifier is told, and limits the units of its slot unless it refers back") {
  const text::WorkText work = folded("落实到位。\n国有房屋责任单位：区国资委\n（以上三项责任单位：区财政局）");
  const auto clauses = reader().read(work.view(), {0, work.size()});
  REQUIRE(clauses.size() == 2);
  CHECK(work.view(clauses[0].qualifier) == "国有房屋");
  CHECK(work.view(clauses[0].units[0].scope) == "国有房屋");
  CHECK(work.view(clauses[1].qualifier) == "以上三项");
  CHECK(clauses[1].units[0].scope.empty());
}

TEST_CASE("only the region is read") {
  const text::WorkText work = folded("责任单位：县财政局。责任单位：县住建局。");
  const std::size_t middle = work.view().find("责任单位", 3);
  const auto clauses = reader().read(work.view(), {middle, work.size()});
  REQUIRE(clauses.size() == 1);
  CHECK(work.view(clauses[0].units[0].range) == "县住建局");
  CHECK(reader().read(work.view(), {0, 0}).empty());
}

TEST_CASE("cells of a table are lists whose role the column's heading says") {
  const auto lead = reader().column_of("牵头单位");
  REQUIRE(lead);
  CHECK(lead->role == Role::lead);
  const auto time = reader().column_of("完成时限");
  REQUIRE(time);
  CHECK(time->kind == extract::ColumnLabel::Kind::time);
  CHECK(!reader().column_of("重点任务"));
  const text::WorkText cell = folded("区数据局（牵头）、区公安分局、市场监管局");
  CHECK(shown(cell, reader().read_cell(cell.view(), {0, cell.size()}, *reader().column_of("责任单位"))) ==
        " L:区数据局 R:区公安分局 R:市场监管局>区市场监管局");
  const text::WorkText lines = folded("县财政局\n县住建局");
  CHECK(shown(lines, reader().read_cell(lines.view(), {0, lines.size()}, *lead)) == " L:县财政局 L:县住建局");
}

TEST_CASE("document rules are read with what they say of units") {
  using Kind = extract::DocumentRule::Kind;
  const text::WorkText work = folded(
      "（列第一位的为牵头单位，下同）。无牵头单位的，责任单位即为牵头单位。以下均需各市州政府负责落实，不再列出。"
      "（以下简称联席会议，下同）");
  const auto rules = reader().read_document_rules(work.view(), {0, work.size()});
  REQUIRE(rules.size() == 3);
  CHECK(rules[0].kind == Kind::first_is_lead);
  CHECK(work.view(rules[0].range) == "(列第一位的为牵头单位,下同)");
  CHECK(rules[1].kind == Kind::responsible_is_lead);
  CHECK(rules[2].kind == Kind::added_units);
  CHECK(shown(work, rules[2].units) == " R:各市州政府*");
}

TEST_CASE("document rules change the roles of clauses, once and not in prose") {
  using Kind = extract::DocumentRule::Kind;
  const auto applied = [](const std::string& text, Kind kind) {
    const text::WorkText work = folded(text);
    auto clauses = reader().read(work.view(), {0, work.size()});
    REQUIRE(clauses.size() == 1);
    extract::apply_document_rule(kind, clauses[0]);
    return shown(work, clauses[0].units);
  };
  CHECK(applied("（市妇联、市残联负责）", Kind::first_is_lead) == " L:市妇联 R:市残联");
  CHECK(applied("（市妇联牵头，市残联负责）", Kind::first_is_lead) == " L:市妇联 R:市残联");
  CHECK(applied("责任单位：省水利厅；云州市人民政府", Kind::first_is_lead) == " L:省水利厅 R:云州市人民政府");
  CHECK(applied("责任单位：市数据局、市市场监管局", Kind::responsible_is_lead) == " L:市数据局 L:市市场监管局");
  CHECK(applied("牵头单位：市委编办；责任单位：市司法局", Kind::responsible_is_lead) == " L:市委编办 R:市司法局");
  CHECK(applied("配合单位：市司法局", Kind::responsible_is_lead) == " C:市司法局");
  CHECK(applied("责任领导：陈某某　责任单位：市发改委、市工信局", Kind::first_is_lead) ==
        " R:陈某某 L:市发改委 R:市工信局");
  CHECK(applied("防汛由县水务局负责。", Kind::first_is_lead) == " R:县水务局");
  CHECK(applied("责任单位：市数据局", Kind::added_units) == " R:市数据局");
}

TEST_CASE("text without end does not make reading slow") {
  for (const char* piece : {"（", "、", "（县财政局、", "县财政局牵头，", "责任单位：县财政局、", "由县财政局"}) {
    std::string text;
    while (text.size() < (1U << 20)) text += piece;
    const text::WorkText work = folded(text);
    CHECK_NOTHROW((void)reader().read(work.view(), {0, work.size()}));
  }
}

}  // namespace libparse::tests
