// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "read_notice.hpp"

using libparse::frame::Zone;
using Names = std::vector<std::string>;

TEST_CASE("a notice with red head, number, title over two lines, letter, plan and imprint") {
  const auto got = read_notice(
      "松 溪 县 人 民 政 府 文 件\n\n松政发〔2023〕9号\n\n松溪县人民政府关于印发松溪县\n河道清淤实施方案的通　　知\n\n"
      "各乡镇人民政府，县政府各部门、各直属机构：\n\n《松溪县河道清淤实施方案》已经县政府同意，现印发给你们，请认真贯彻"
      "执行。\n\n"
      "                 松溪县人民政府\n                 2023年4月6日\n\n（此件公开发布）\n\n松溪县河道清淤实施方案\n\n"
      "为改善河道行洪能力，制定本方案。\n一、工作目标\n年底前完成清淤20公里。\n\n"
      "抄送：县委办公室，县人大常委会办公室。\n松溪县人民政府办公室           2023年4月10日印发\n");
  const auto& d = got.frame.document;
  CHECK(d.title == "松溪县人民政府关于印发松溪县河道清淤实施方案的通知");
  CHECK(d.genre == "通知");
  REQUIRE(d.doc_number);
  CHECK(d.doc_number->text == "松政发〔2023〕9号");
  CHECK(d.issuers == Names{"松溪县人民政府"});
  CHECK(d.issued_on == "2023-04-06");
  CHECK(d.addressees == Names{"各乡镇人民政府", "县政府各部门", "各直属机构"});
  CHECK(d.cc == Names{"县委办公室", "县人大常委会办公室"});
  CHECK(d.printed_on == "2023-04-10");
  CHECK(d.printed_by == "松溪县人民政府办公室");
  CHECK(d.disclosure == "此件公开发布");
  CHECK(d.year == 2023);
  REQUIRE(d.jurisdiction);
  CHECK(d.jurisdiction->name == "松溪县");
  REQUIRE(got.frame.plan_titles.size() == 1);
  CHECK(got.frame.plan_titles[0].title == "松溪县河道清淤实施方案");
  CHECK(got.zone_of("《松溪县") == Zone::letter);
  CHECK(got.zone_of("为改善") == Zone::body);
  CHECK(got.zone_of("年底前") == Zone::body);
  CHECK(got.zone_of("抄送") == Zone::imprint);
}

TEST_CASE("the metadata block of a web page, one or several fields a line, with and without colons") {
  const auto got = read_notice(
      "您当前的位置：首页 > 政务公开\n索 引 号：SX01-2022-0003　主题分类：水利\n发文机关松溪县水利局 "
      "成文日期2022-05-10\n"
      "标　　题：松溪县水利局关于做好防汛工作的通知\n发文字号松水〔2022〕6号 发布日期2022-05-12\n【字体：大 中 小】 "
      "打印\n"
      "松溪县水利局\n关于做好防汛工作的通知\n各水管所：\n请认真做好值班值守。\n松溪县水利局\n2022年5月10日\n");
  const auto& d = got.frame.document;
  CHECK(d.title == "松溪县水利局关于做好防汛工作的通知");
  CHECK(d.doc_number->text == "松水〔2022〕6号");
  CHECK(d.published_on == "2022-05-12");
  CHECK(d.issued_on == "2022-05-10");
  for (const char* line : {"您当前", "索 引", "发文机关", "标  题", "发文字号", "【字体"}) {
    CAPTURE(std::string(line));
    CHECK(got.zone_of(line) == Zone::furniture);
  }
  CHECK(got.zone_of("请认真做好") == Zone::body);
  CHECK_FALSE(got.has_diagnostic("issue-date-conflict"));
}

TEST_CASE("metadata labels whose values stand on lines of their own") {
  const auto got = read_notice(
      "索 引 "
      "号：\n000014349/"
      "2019-00004\n主题分类：\n卫生、体育\n发文机关：\n松溪县水利局\n成文日期：\n2019年01月16日\n发布日期：\n"
      "2019年01月30日\n主 题 "
      "词：\n松溪县水利局关于加强水库\n巡查工作的通知\n松水〔2019〕4号\n各水管所：\n请按要求落实巡查。\n");
  const auto& d = got.frame.document;
  CHECK(d.title == "松溪县水利局关于加强水库巡查工作的通知");
  CHECK(d.issued_on == "2019-01-16");
  CHECK(d.published_on == "2019-01-30");
  CHECK(d.issuers == Names{"松溪县水利局"});
  CHECK(got.zone_of("卫生") == Zone::furniture);
}

TEST_CASE("the title without issuer line where the metadata block states it so") {
  const std::string body =
      "松溪县水利局\n关于做好防汛工作的通知\n各水管所：\n请认真做好值班值守。\n松溪县水利局\n2022年5月10日\n";
  CHECK(read_notice("标题：关于做好防汛工作的通知\n" + body).frame.document.title == "关于做好防汛工作的通知");
  CHECK(read_notice(body).frame.document.title == "松溪县水利局关于做好防汛工作的通知");
}

TEST_CASE("a number between issuer and title parts them") {
  const auto got = read_notice(
      "松溪县水利局办公室\n松水办〔2024〕2号\n\n关于抓好值班工作的通知\n\n各股室：\n请抓好落实。\n松溪县水利局办公室\n2"
      "024年1月8日\n");
  CHECK(got.frame.document.title == "关于抓好值班工作的通知");
  CHECK(got.frame.document.doc_number->serial == 2);
  CHECK(got.frame.document.issuers == Names{"松溪县水利局办公室"});
}

TEST_CASE("a number in the title's line, in brackets or glued, is the number") {
  for (const char* title :
       {"松溪县水利局关于做好防汛工作的通知（松水〔2022〕6号）", "松溪县水利局关于做好防汛工作的通知松水〔2022〕6号"}) {
    const auto got = read_notice(std::string(title) + "\n各水管所：\n请认真做好值班值守。\n");
    CAPTURE(std::string(title));
    CHECK(got.frame.document.title == "松溪县水利局关于做好防汛工作的通知");
    REQUIRE(got.frame.document.doc_number);
    CHECK(got.frame.document.doc_number->text == "松水〔2022〕6号");
  }
}

TEST_CASE("a whole letter in one paragraph gives its addressees, issuer, date and note") {
  const auto got = read_notice(
      "松溪县人民政府办公室关于印发松溪县水库管理方案的通知\n发布日期:2022-12-08\n"
      "各乡镇人民政府，县政府各委、办、局:《松溪县水库管理方案》已经县政府同意，现印发给你们，请抓好落实。"
      "松溪县人民政府办公室 2022年11月29日 "
      "(此件公开发布)\n松溪县水库管理\n方案\n根据有关规定，制定本方案。\n一、总体要求\n坚持安全第一。\n");
  const auto& d = got.frame.document;
  CHECK(d.issuers == Names{"松溪县人民政府办公室"});
  CHECK(d.issued_on == "2022-11-29");
  CHECK(d.published_on == "2022-12-08");
  CHECK(d.disclosure == "此件公开发布");
  CHECK(d.addressees == Names{"各乡镇人民政府", "县政府各委、办、局"});
  CHECK(got.zone_of("各乡镇人民政府,县政府各委") == Zone::letter);
  REQUIRE(got.frame.plan_titles.size() == 1);
  CHECK(got.frame.plan_titles[0].title == "松溪县水库管理方案");
}

TEST_CASE("number and addressees glued in front of the letter") {
  const auto got = read_notice(
      "松溪县人民政府办公室印发松溪县关于《水库管理办法》的落实指引的通知\n松政办发〔2022〕13号各乡镇人民政府、街道办事"
      "处："
      "经县政府同意，现将《松溪县关于〈水库管理办法〉的落实指引》印发给你们，请认真贯彻落实。松溪县人民政府办公室　　20"
      "22年6月9日\n\n"
      "松溪县关于《水库管理办法》的落实指引\n为推动落实，形成本指引。\n一、组织保障\n按月调度。\n");
  const auto& d = got.frame.document;
  CHECK(d.doc_number->text == "松政办发〔2022〕13号");
  CHECK(d.addressees == Names{"各乡镇人民政府", "街道办事处"});
  CHECK(d.issued_on == "2022-06-09");
  CHECK(got.frame.plan_titles.size() == 1);
}

TEST_CASE("a bare plan: title, date in brackets, text") {
  const auto got = read_notice(
      "2025年全县水利工作要点\n（2025年2月18日）\n今年全县水利工作要稳中求进。\n一、抓好防汛\n1.落实责任。\n");
  const auto& d = got.frame.document;
  CHECK(d.title == "2025年全县水利工作要点");
  CHECK(d.genre == "工作要点");
  CHECK(d.issued_on == "2025-02-18");
  CHECK(d.year == 2025);
  CHECK(got.zone_of("今年全县") == Zone::body);
}

TEST_CASE("a text without any head starts with its body") {
  const auto got = read_notice("三、推进河道整治\n（一）确定范围。优先整治主干河道。\n（二）落实资金。\n");
  CHECK(got.frame.document.title.empty());
  CHECK(got.zone_of("三、") == Zone::body);
  CHECK(got.zone_of("(一)") == Zone::body);
}

TEST_CASE("the year of a work plan rules over the year of its issue") {
  const std::string letter =
      "各水管所：\n现将《2024年工作要点》印发给你们，请抓好落实。\n松溪县水利局\n2023年12月28日\n2024年工作要点\n一、抓"
      "好防汛\n";
  CHECK(read_notice("松溪县水利局关于印发2024年工作要点的通知\n" + letter).frame.document.year == 2024);
  CHECK(read_notice("松溪县水利局关于2024年汛期值班的通知\n各水管所：\n请抓好落实。\n松溪县水利局\n2023年12月28日\n")
            .frame.document.year == 2023);
}

TEST_CASE("the period of a plan that its title states") {
  const auto got = read_notice(
      "松溪县水库治理三年行动方案（2024—2026年）\n为保障安全，制定本方案。\n一、总体要求\n坚持安全第一。\n");
  REQUIRE(got.frame.document.period);
  CHECK(got.frame.document.period->start == "2024-01-01");
  CHECK(got.frame.document.period->end == "2026-12-31");
}

TEST_CASE("minutes: issuer and date in one line below the title") {
  const auto got = read_notice(
      "松溪县人民政府\n专题会议纪要\n松府专纪〔2015〕9号\n\n松溪县人民政府办公室　　　　2015年5月21日\n\n"
      "会议听取了汇报，研究了有关事项。\n一、关于度汛。年底前完成。\n出席：王晓、李明\n记录：赵云\n");
  const auto& d = got.frame.document;
  CHECK(d.title == "松溪县人民政府专题会议纪要");
  CHECK(d.genre == "纪要");
  CHECK(d.issued_on == "2015-05-21");
  CHECK(d.issuers == Names{"松溪县人民政府办公室"});
  CHECK(got.zone_of("出席") == Zone::signature);
  CHECK(got.zone_of("会议听取") == Zone::body);
}

TEST_CASE("joint issuers in title and signature") {
  const auto got = read_notice(
      "松溪县水利局 "
      "松溪县财政局\n关于下达补助资金的通知\n松水〔2023〕8号\n各乡镇人民政府：\n请专款专用。\n松溪县水利局　　松溪县财"
      "政局\n2023年6月1日\n");
  CHECK(got.frame.document.title == "松溪县水利局 松溪县财政局关于下达补助资金的通知");
  CHECK(got.frame.document.issuers == Names{"松溪县水利局", "松溪县财政局"});
}

TEST_CASE("Markdown: front matter, heading mark and bold metadata") {
  const auto got = read_notice(
      "# 关于印发《松溪县种业行动方案（2025-2030年）》的通知\n\n**发布日期**: 2025-01-10\n**发布机构**: "
      "松溪县农业局\n\n松农〔2025〕5号\n\n"
      "各乡镇人民政府：\n\n现将《松溪县种业行动方案（2025-"
      "2030年）》印发给你们，请认真落实。\n\n特此通知。\n\n松溪县农业局\n\n2025年1月9日\n\n"
      "**松溪县种业行动方案（2025-2030年）**\n\n为发展种业，制定本方案。\n\n一、主要目标\n\n到2027年建成基地。\n");
  const auto& d = got.frame.document;
  CHECK(d.title == "关于印发《松溪县种业行动方案（2025-2030年）》的通知");
  CHECK(d.published_on == "2025-01-10");
  CHECK(d.issued_on == "2025-01-09");
  CHECK(d.doc_number->text == "松农〔2025〕5号");
  CHECK(d.issuers == Names{"松溪县农业局"});
  CHECK(got.frame.plan_titles.size() == 1);
}

TEST_CASE("odd dates are reported") {
  CHECK(read_notice("松溪县水利局关于防汛的通知\n各水管所：\n请落实。\n松溪县水利局\n2020年8月20\n")
            .has_diagnostic("truncated-date"));
  const auto got = read_notice(
      "成文日期：2020-08-21\n松溪县水利局关于防汛的通知\n各水管所：\n请落实。\n松溪县水利局\n2020年8月20日\n");
  CHECK(got.has_diagnostic("issue-date-conflict"));
  CHECK(got.frame.document.issued_on == "2020-08-20");
}

TEST_CASE("the title of the page's HTML and a column name above the title are furniture") {
  const auto got = read_notice(
      "松溪县水利局关于防汛的通知_通知公告_"
      "松溪县人民政府\n政策文件\n松溪县水利局关于防汛的通知\n各水管所：\n请落实。\n");
  CHECK(got.frame.document.title == "松溪县水利局关于防汛的通知");
  CHECK(got.zone_of("政策文件") == Zone::furniture);
}

TEST_CASE("title, number, addressees, letter, signature and the text glued into one line") {
  const auto got = read_notice(
      "关于印发《松溪县清欠行动方案》的通知 松清办字[2022]9号 各乡镇人民政府,县直有关单位: "
      "现将《松溪县清欠行动方案》印发给你们,请认真抓好落实. "
      "松溪县清欠工作领导小组办公室 2022年10月28日 松溪县清欠行动方案 为保障权益,制定本方案. "
      "一、行动时间 自2022年11月1日起.\n二、目标要求 按期办结.\n");
  const auto& d = got.frame.document;
  CHECK(d.title == "关于印发《松溪县清欠行动方案》的通知");
  CHECK(d.doc_number->text == "松清办字[2022]9号");
  CHECK(d.addressees == Names{"各乡镇人民政府", "县直有关单位"});
  CHECK(d.issuers == Names{"松溪县清欠工作领导小组办公室"});
  CHECK(d.issued_on == "2022-10-28");
}

TEST_CASE("an old document with a star below the number and a date before 主题词") {
  const auto got = read_notice(
      "松溪地区行政公署文件\n松署发[1998]12号\n★\n松溪地区行政公署关于发展\n乡镇企业的通知\n各县、市人民政府：\n"
      "特通知如下：\n一、目标\n产值翻番。\n一九九八年三月二十日\n主题词：企业　通知\n"
      "抄送：地委各部门。\n松溪地区行政公署办公室　一九九八年三月二十三日印发\n（共印150份）\n");
  const auto& d = got.frame.document;
  CHECK(d.title == "松溪地区行政公署关于发展乡镇企业的通知");
  CHECK(d.issuers == Names{"松溪地区行政公署"});
  CHECK(d.issued_on == "1998-03-20");
  CHECK(d.printed_on == "1998-03-23");
  CHECK(got.zone_of("主题词") == Zone::imprint);
}

TEST_CASE("minutes under a masthead take the title that says what they are about") {
  const auto got = read_notice(
      "县政府专题会议纪要\n〔2023〕17号\n松溪县人民政府办公室　　　　2023年4月11日\n关于研究防汛工作的会议纪要\n"
      "4月7日下午，召开专题会议，研究下一步工作。\n一、关于水库。5月底前完成。\n");
  CHECK(got.frame.document.title == "关于研究防汛工作的会议纪要");
  CHECK(got.frame.document.issued_on == "2023-04-11");
  CHECK(got.zone_of("4月7日") == Zone::body);
}

TEST_CASE("a list of addressees without its colon stands in the head") {
  const auto got = read_notice("松溪县水利局关于防汛的通知\n各水管所，局机关各股室\n请认真做好值班值守。\n");
  CHECK(got.frame.document.addressees == Names{"各水管所", "局机关各股室"});
}

TEST_CASE("an attachment without its notice gives title, kind and issuer") {
  const auto got = read_notice(
      "附件\n松溪县水库治理方案\n（征求意见稿）\n松溪县水利局\n（2023年3月）\n为消除隐患，制定本方案。\n一、目标\n全部"
      "除险。\n");
  CHECK(got.frame.document.title == "松溪县水库治理方案（征求意见稿）");
  CHECK(got.frame.document.genre == "治理方案");
  CHECK(got.frame.document.issuers == Names{"松溪县水利局"});
}
