// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "read_notice.hpp"

using libparse::frame::Zone;

namespace {
const std::string kHead =
    "松溪县人民政府办公室关于做好防汛工作的通知\n松政办〔2023〕6号\n各乡镇人民政府：\n现就有关事项通知如下：\n一、落实"
    "责任\n各乡镇要落实责任制。\n";
const std::string kSigned = "松溪县人民政府办公室\n2023年5月6日\n";
}  // namespace

TEST_CASE("the foot of a web page is furniture, the text above it is not") {
  const auto got = read_notice(
      kHead + kSigned +
      "相关阅读\n· 图解：防汛责任制\n上一篇：关于放假的通知　　下一篇：没有了\n主办单位：松溪县人民政府办公室\n"
      "地址：松溪县河滨路1号　邮编：000000\n松ICP备00000000号-1　网站标识码：0000000000\n");
  for (const char* line : {"相关阅读", "· 图解", "上一篇", "主办单位", "地址", "松ICP"}) {
    CAPTURE(std::string(line));
    CHECK(got.zone_of(line) == Zone::furniture);
  }
  CHECK(got.zone_of("2023年5月6日") == Zone::signature);
  CHECK(got.zone_of("各乡镇要落实") == Zone::body);
}

TEST_CASE("words of web pages inside the text stay text") {
  const auto got =
      read_notice(kHead + "主办单位：县体育局\n地址：县体育馆\n二、关闭小煤矿\n打印材料要节约。\n" + kSigned);
  for (const char* line : {"主办单位", "地址", "二、关闭", "打印材料"}) {
    CAPTURE(std::string(line));
    CHECK(got.zone_of(line) == Zone::body);
  }
}

TEST_CASE("a unit above a date in a table is no signature") {
  const auto got = read_notice(kHead +
                               "重点任务\n完成堤防加固\n县水利局\n2023年6月30日\n完成物资储备\n县应急局\n2023年7月15日"
                               "\n二、强化督查\n按月通报。\n" +
                               kSigned);
  CHECK(got.zone_of("县水利局") == Zone::body);
  CHECK(got.zone_of("2023年6月30日") == Zone::body);
  CHECK(got.zone_of("2023年7月15日") == Zone::body);
  CHECK(got.zone_of("2023年5月6日") == Zone::signature);
  CHECK(got.frame.document.issued_on == "2023-05-06");
}

TEST_CASE("several plans behind one letter") {
  const auto got = read_notice(
      "松溪县人民政府办公室关于印发两个专项行动方案的通知\n各乡镇人民政府：\n"
      "《松溪县规范收费专项行动方案》《松溪县便民服务专项行动方案》已经县政府同意，现印发给你们，请认真贯彻执行。\n" +
      kSigned +
      "松溪县规范收费专项行动方案\n为规范收费，制定本方案。\n一、目标\n清理收费。\n二、措施\n公开目录。\n"
      "松溪县便民服务\n专项行动方案\n为方便群众，制定本方案。\n一、目标\n减少材料。\n");
  REQUIRE(got.frame.plan_titles.size() == 2);
  CHECK(got.frame.plan_titles[1].title == "松溪县便民服务专项行动方案");
  CHECK(got.frame.plan_titles[1].last == got.frame.plan_titles[1].first + 1);
}

TEST_CASE("an unannounced text opens where the numbering starts again") {
  const auto got = read_notice(
      kHead + "二、强化督查\n按月通报。\n" + kSigned +
      "松溪县防汛值班制度\n为规范值班，制定本制度。\n一、值班要求\n实行领导带班。\n二、值班纪律\n不得脱岗。\n"
      "松溪县防汛会商办法\n一、会商时间\n汛期每周会商。\n");
  REQUIRE(got.frame.plan_titles.size() == 2);
  CHECK(got.frame.plan_titles[0].title == "松溪县防汛值班制度");
  CHECK(got.frame.plan_titles[1].title == "松溪县防汛会商办法");
}

TEST_CASE("attachments: the list, the headings and their titles") {
  const auto got = read_notice(
      kHead + "附件：1.防汛责任分工表\n　　　2.松溪县水库巡查\n　　　　办法\n" + kSigned +
      "附件1\n防汛责任分工表\n一、县级责任\n县水利局负责。\n附件2\n松溪县水库\n巡查办法\n一、巡查时间\n每日巡查。\n");
  const auto& attachments = got.frame.document.attachments;
  REQUIRE(attachments.size() == 2);
  CHECK(attachments[0].title == "防汛责任分工表");
  CHECK(attachments[1].title == "松溪县水库巡查办法");
  CHECK(got.zone_of("附件:1") != Zone::body);
  CHECK(got.zone_of("附件1") == Zone::body);
  REQUIRE(got.frame.plan_titles.size() == 2);
  CHECK(got.frame.plan_titles[1].headed);
  CHECK(got.frame.plan_titles[1].attachment == 1);
  CHECK_FALSE(got.has_diagnostic("attachment-missing"));
}

TEST_CASE("a list of attachments without colon is told from their headings") {
  const auto got = read_notice(kHead + "附件1.防汛责任分工表\n2.水库巡查办法\n3.防汛物资清单\n" + kSigned +
                               "附件1\n防汛责任分工表\n一、责任\n县水利局负责。\n");
  REQUIRE(got.frame.document.attachments.size() == 3);
  CHECK(got.zone_of("2.水库") == Zone::attachment_list);
  CHECK(got.has_diagnostic("attachment-missing"));
}

TEST_CASE("an attachment that is only announced is reported, one whose title follows is not") {
  CHECK(read_notice(kHead + "附件：防汛责任分工表\n" + kSigned).has_diagnostic("attachment-missing"));
  const auto got = read_notice(kHead + "附件：防汛责任分工表\n" + kSigned + "防汛责任分工表\n1 县水利局 负责堤防\n");
  CHECK_FALSE(got.has_diagnostic("attachment-missing"));
  CHECK(got.zone_of("防汛责任分工表") == Zone::plan_title);
}

TEST_CASE("a title glued to the preamble ends where the announced one ends") {
  const auto got = read_notice(
      "松溪县人民政府办公室关于印发松溪县水库治理方案（2022—2024年）的通知\n各乡镇人民政府：\n"
      "现将《松溪县水库治理方案（2022—2024年）》印发给你们，请抓好落实。\n" +
      kSigned +
      "松溪县水库治理方案（2022—2024年）为消除病险水库安全隐患，全面提升水库运行管理水平，结合我县实际，制定本方案，请"
      "各乡镇各部门结合工作职责认真抓好组织实施和督促检查等各项工作。\n一、目标\n全部除险。\n");
  REQUIRE(got.frame.plan_titles.size() == 1);
  const auto& title = got.frame.plan_titles[0];
  CHECK(title.title == "松溪县水库治理方案（2022—2024年）");
  CHECK(title.range.size() < got.paragraphs[title.first].size());
}

TEST_CASE("a forwarded notice keeps its own head and signature out of the text") {
  const auto got = read_notice(
      "松溪县教育局转发市教育局关于做好食堂管理工作的通知\n松教〔2025〕33号\n各学校：\n"
      "现将《市教育局关于做好食堂管理工作的通知》转发给你们，并提出以下要求，请一并落实。\n一、9月10日前完成排查。\n松"
      "溪县教育局\n2025年8月22日\n"
      "市教育局关于做好食堂管理工作的通知\n市教函〔2025〕58号\n各县教育局：\n现就有关事项通知如下。\n一、落实责任\n各校"
      "要落实责任，按月报送进展情况并及时整改问题。\n市教育局\n2025年8月11日\n");
  const auto& d = got.frame.document;
  CHECK(d.doc_number->text == "松教〔2025〕33号");
  CHECK(d.issued_on == "2025-08-22");
  CHECK(got.zone_of("一、9月10日") == Zone::body);
  CHECK(got.zone_of("市教函") == Zone::head);
  CHECK(got.zone_of("各县教育局") == Zone::head);
  CHECK(got.zone_of("2025年8月11日") == Zone::signature);
}

TEST_CASE("a table of contents with and without page numbers") {
  const auto dotted = read_notice(
      "松溪县水库规划\n目　录\n一、总体要求………1\n二、主要任务………3\n一、总体要求\n坚持安全。\n二、主要任务\n除险加固。"
      "\n");
  CHECK(dotted.frame.zones[2] == Zone::contents);
  CHECK(dotted.frame.zones[3] == Zone::contents);
  CHECK(dotted.zone_of("坚持安全") == Zone::body);
  const auto plain = read_notice(
      "松溪县水库规划\n目录\n一、总体要求\n二、主要任务\n一、总体要求\n坚持安全。\n二、主要任务\n除险加固。\n");
  CHECK(plain.frame.zones[2] == Zone::contents);
  CHECK(plain.frame.zones[3] == Zone::contents);
  CHECK(plain.frame.zones[4] == Zone::body);
}

TEST_CASE("contacts beside the signature are no text, contacts in the text are") {
  const auto got =
      read_notice(kHead + "联系电话：0000-111\n二、强化督查\n按月通报。\n联系人：陈岚，电话：8600101。\n" + kSigned);
  CHECK(got.zone_of("联系电话") == Zone::body);
  CHECK(got.zone_of("联系人") == Zone::signature);
}

TEST_CASE("a signature with a date alone closes the letter") {
  const auto got = read_notice(
      "松溪县人民政府关于印发松溪县水库方案的通知\n各乡镇人民政府：\n《松溪县水库方案》已经县政府同意，现印发给你们，请"
      "认真组织实施。\n"
      "二○○五年四月六日\n松溪县水库方案\n一、目标\n年底前完成。\n");
  CHECK(got.frame.document.issued_on == "2005-04-06");
  CHECK(got.zone_of("二○○五") == Zone::signature);
  CHECK(got.frame.plan_titles.size() == 1);
}

TEST_CASE("an empty document and one line are read without harm") {
  CHECK(read_notice("").frame.zones.empty());
  CHECK(read_notice("\n\n").frame.zones.empty());
  CHECK(read_notice("通知").frame.zones.size() == 1);
  CHECK(read_notice("附件：").frame.zones.size() == 1);
  CHECK(read_notice("《《《（（（").frame.zones.size() == 1);
}

TEST_CASE("a note on the seal and a contact stand inside the signature") {
  const auto got = read_notice(
      "关于开展检查的通知\n各学院、各部门：\n请认真组织检查。\n一、范围\n全校实验室。\n联系人：顾一鸣  电话：8326\n"
      "松溪学院安全委员会\n（保卫处代章）\n2026年3月5日\n");
  CHECK(got.frame.document.issuers == std::vector<std::string>{"松溪学院安全委员会"});
  CHECK(got.frame.document.issued_on == "2026-03-05");
  CHECK(got.zone_of("联系人") == Zone::signature);
  CHECK(got.zone_of("(保卫处代章)") == Zone::signature);
}
