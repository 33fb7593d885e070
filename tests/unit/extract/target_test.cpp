// SPDX-License-Identifier: MIT
#include "extract/target.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "libparse/names.hpp"
#include "text/document_text.hpp"
#include "text/work_text.hpp"

using namespace libparse;

namespace {

const extract::TargetReader& reader() {
  static const rules::Pack pack(rules::kBuiltinPack);
  static const extract::TargetReader made(pack);
  return made;
}

struct Given {
  std::string time;  ///< a time in the sentence, as the time reader would have found it
  TimeType type = TimeType::deadline;
};

/// One line for each target: `ge 75 % up | indicator`, a range as `range 6..7 户 | …`.
std::vector<std::string> read(const std::string& sentence, const std::vector<Given>& given = {}) {
  Diagnostics diagnostics;
  const auto work = text::WorkText::fold(text::DocumentText::decode(sentence, diagnostics));
  std::vector<extract::TimeMention> times;
  for (const Given& g : given) {
    const std::size_t at = work.view().find(g.time);
    REQUIRE(at != std::string_view::npos);
    extract::TimeMention mention;
    mention.range = {at, at + g.time.size()};
    mention.value.type = g.type;
    times.push_back(mention);
  }
  std::vector<std::string> out;
  for (const auto& m : reader().read(work.view(), {0, work.size()}, times)) {
    std::string line(name_of(m.value.comparator));
    line += " " + m.value.value.to_string();
    if (m.value.max) line += ".." + m.value.max->to_string();
    if (!m.value.unit.empty()) line += " " + m.value.unit;
    if (m.value.direction != Direction::none) line += " " + std::string(name_of(m.value.direction));
    line += " | " + std::string(work.view(m.indicator));
    out.push_back(line);
    CHECK(m.range.end <= work.size());
    CHECK(!m.range.empty());
    CHECK(m.value.rule.starts_with("target."));
  }
  return out;
}

struct Sentence {
  std::string text;
  std::vector<std::string> targets;
};

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

void check(const std::vector<Sentence>& table) {
  for (const Sentence& s : table) {
    CAPTURE(s.text);
    CHECK(joined(read(s.text)) == joined(s.targets));
  }
}

}  // namespace

TEST_CASE("a bound before a share") {
  check({
      {"城区生活污水集中收集率不低于78%。", {"ge 78 % | 城区生活污水集中收集率"}},
      {"抽查项目不少于在建项目的三成。", {"ge 30 % | 抽查项目"}},
      {"对中小企业的收费不高于公示标准的80%。", {"le 80 % | 中小企业的收费"}},
      {"贷款不良率低于1.5%。", {"lt 1.5 % | 贷款不良率"}},
      {"区级数据共享需求满足率超过96%。", {"gt 96 % | 区级数据共享需求满足率"}},
      {"电商快件不再二次包装率力争突破98%。", {"gt 98 % | 电商快件不再二次包装率"}},
      {"工程变更费用控制在合同价的5%以内。", {"le 5 % | 工程变更费用"}},
      {"城镇登记失业率控制在4%左右。", {"eq 4 % | 城镇登记失业率"}},
      {"居民满意度高于90%。", {"gt 90 % | 居民满意度"}},
      {"危险废物规范化管理抽查合格率不得低于95%。", {"ge 95 % | 危险废物规范化管理抽查合格率"}},
      {"专职消防员人均伤亡率不大于千分之二。", {"le 2 ‰ | 专职消防员人均伤亡率"}},
  });
}

TEST_CASE("a level that is reached") {
  check({
      {"全市建成区绿化覆盖率达到41.5%。", {"eq 41.5 % | 全市建成区绿化覆盖率"}},
      {"水旱灾害防御预案修编率达到100%以上。", {"ge 100 % | 水旱灾害防御预案修编率"}},
      {"城区主干道机械化清扫率由82%提高到90%；", {"eq 90 % | 城区主干道机械化清扫率"}},
      {"护理员持证上岗率从62%提升至85%以上。", {"ge 85 % | 护理员持证上岗率"}},
      {"由上年的30%以上阶段性提高至40%以上，", {"ge 40 % | "}},
      {"管网漏损率由12.6%降至9%，", {"eq 9 % | 管网漏损率"}},
      {"特困人员月探访率保持在100%。", {"eq 100 % | 特困人员月探访率"}},
      {"农村公路优良中等路率稳定在九成以上。", {"ge 90 % | 农村公路优良中等路率"}},
      {"定检率达到并保持在98%以上。", {"ge 98 % | 定检率"}},
      {"全县秸秆综合利用率保持在百分之九十三以上。", {"ge 93 % | 全县秸秆综合利用率"}},
      {"户均配变容量由2.1千伏安提高到2.6千伏安。", {"eq 2.6 千伏安 | 户均配变容量"}},
      {"城区易涝点由21个减至8个。", {"eq 8 个 | 城区易涝点"}},
      {"高新技术企业由210家增加到260家以上。", {"ge 260 家 | 高新技术企业"}},
      {"病种数量由32种扩至45种。", {"eq 45 种 | 病种数量"}},
      {"规模化养殖场占比达六成五。", {"eq 65 % | 规模化养殖场占比"}},
      {"具有执法资格的人员达到在编人员的75%以上。", {"ge 75 % | 具有执法资格的人员"}},
      {"一级企业占达标企业的55%。", {"eq 55 % | 一级企业占达标企业"}},
      {"管理层级控制在3级以内。", {"le 3 级 | 管理层级"}},
      {"煤矿百万吨死亡率控制在0.05以下。", {"le 0.05 | 煤矿百万吨死亡率"}},
      {"数据中心平均能效值降低至1.25。", {"eq 1.25 | 数据中心平均能效值"}},
  });
}

TEST_CASE("changes have a direction, levels have none") {
  check({
      {"单位地区生产总值能耗比2020年降低14.5%。", {"eq 14.5 % down | 单位地区生产总值能耗"}},
      {"全市事故起数在去年基数上压降20%以上。", {"ge 20 % down | 全市事故起数"}},
      {"农产品网络零售额同比增长25%。", {"eq 25 % up | 农产品网络零售额"}},
      {"科技型企业入库数年均增长15%左右。", {"eq 15 % up | 科技型企业入库数"}},
      {"订单种植比例提高5个百分点。", {"eq 5 个百分点 up | 订单种植比例"}},
      {"资产负债率下降0.8个百分点以上。", {"ge 0.8 个百分点 down | 资产负债率"}},
      {"重污染天数比2024年减少2天。", {"eq 2 天 down | 重污染天数"}},
      {"高频事项平均办理时长压减三分之一。", {"eq 0.333333 down | 高频事项平均办理时长"}},
      {"企业重复提交材料减少一半以上。", {"ge 0.5 down | 企业重复提交材料"}},
      {"对外服务收入比2020年增长1.5倍。", {"eq 1.5 倍 up | 对外服务收入"}},
      {"技术合同成交额翻一番。", {"eq 2 倍 | 技术合同成交额"}},
      {"亩均增收不低于300元。", {"ge 300 元 up | 亩均"}},
      {"宽带平均资费再降10%。", {"eq 10 % down | 宽带平均资费"}},
      {"年内净增规上企业以外再增加20家。", {"eq 20 家 up | 净增规上企业以外"}},
      {"化肥使用量减少不少于2%。", {"ge 2 % down | 化肥使用量"}},
      {"带动周边农户户均增收10%左右。", {"eq 10 % up | 带动周边农户户均"}},
      {"涉企检查事项精简30%以上。", {"ge 30 % down | 涉企检查事项"}},
      {"备案办理时间压缩50%以上。", {"ge 50 % down | 备案办理时间"}},
      {"年均接诊量减少三成。", {"eq 30 % down | 年均接诊量"}},
  });
}

TEST_CASE("works to do are counted with what they make") {
  check({
      {"年底前更新改造燃气管道55公里、燃气立管39公里、户内设施5万户。",
       {"eq 55 公里 | 更新改造燃气管道", "eq 39 公里 | 燃气立管", "eq 50000 户 | 户内设施"}},
      {"新建4部测雨雷达。", {"eq 4 部 | 测雨雷达"}},
      {"建成5座智能煤矿。", {"eq 5 座 | 智能煤矿"}},
      {"培育打造1个实训基地、1-2个阵地示范企业、1个安全体验馆，营造氛围。",
       {"eq 1 个 | 实训基地", "range 1..2 个 | 阵地示范企业", "eq 1 个 | 安全体验馆"}},
      {"培训2000人次。", {"eq 2000 人次 | 培训"}},
      {"推进13个轨道微中心建设。", {"eq 13 个 | 轨道微中心建设"}},
      {"新建学校5所，新增公办学位1.3万个，其中主城区不少于8000个。",
       {"eq 5 所 | 新建学校", "eq 13000 个 | 新增公办学位", "ge 8000 个 | 主城区"}},
      {"完成25处隐患点工程治理。", {"eq 25 处 | 隐患点工程治理"}},
      {"遴选15门左右市级精品课。", {"eq 15 门 | 市级精品课"}},
      {"关闭不具备安全生产条件的矿山8座以上、尾矿库闭库销号3座以上；",
       {"ge 8 座 | 关闭不具备安全生产条件的矿山", "ge 3 座 | 尾矿库闭库销号"}},
      {"创建示范县12至15个。", {"range 12..15 个 | 创建示范县"}},
      {"评选示范户6至7户。", {"range 6..7 户 | 评选示范户"}},
      {"种植面积稳定在3万—5万亩。", {"range 30000..50000 亩 | 种植面积"}},
      {"新增医疗废物日处置能力20吨。", {"eq 20 吨 | 新增医疗废物日处置能力"}},
      {"组织开展两轮督导检查。", {"eq 2 轮 | 督导检查"}},
      {"完成投资1.2亿元。", {"eq 120000000 元 | 完成投资"}},
      {"城镇新增就业8.5万人以上。", {"ge 85000 人 | 城镇新增就业"}},
      {"新购编织袋10万条、救生衣800件，", {"eq 100000 条 | 新购编织袋", "eq 800 件 | 救生衣"}},
      {"栽植护岸林木15万株，成活率不低于85%。", {"eq 150000 株 | 栽植护岸林木", "ge 85 % | 成活率"}},
      {"市局随机抽取40个项目开展检查。", {"eq 40 个 | 项目开展检查"}},
      {"疏浚沟渠 8600 公里。", {"eq 8600 公里 | 疏浚沟渠"}},
      {"接入视频点位1.8万路。", {"eq 18000 路 | 接入视频点位"}},
      {"归集基础数据不少于3.2亿条。", {"ge 320000000 条 | 归集基础数据"}},
      {"新认定无公害基地45个，面积12.6万亩。", {"eq 45 个 | 新认定无公害基地", "eq 126000 亩 | 面积"}},
      {"改造锅炉120蒸吨。", {"eq 120 蒸吨 | 改造锅炉"}},
      {"新增充电桩15,000个。", {"eq 15000 个 | 新增充电桩"}},
      {"新建泵站三十二座。", {"eq 32 座 | 新建泵站"}},
      {"新建文化广场50余处。", {"eq 50 处 | 新建文化广场"}},
      {"建设储煤基地，年节约标准煤2万吨标准煤。", {"eq 20000 吨标准煤 | 年节约标准煤"}},
  });
}

TEST_CASE("bounds on amounts") {
  check({
      {"至少组织2次避险转移演练。", {"ge 2 次 | 避险转移演练"}},
      {"每个县至少改造提升2所农村敬老院。", {"ge 2 所 | 农村敬老院"}},
      {"组建不少于30人的半专业扑火队伍。", {"ge 30 人 | 半专业扑火队伍"}},
      {"党委主要负责人年内不少于2次主持专题会议。", {"ge 2 次 | 主持专题会议"}},
      {"在本市设立不少于2处线下服务网点。", {"ge 2 处 | 线下服务网点"}},
      {"应急处置响应时间控制在2小时以内；", {"le 2 小时 | 应急处置响应时间"}},
      {"留茬高度控制在15厘米以内。", {"le 15 厘米 | 留茬高度"}},
      {"收运间隔不超过2天。", {"le 2 天 | 收运间隔"}},
      {"检测结果报告时间缩短到24小时以内。", {"le 24 小时 | 检测结果报告时间"}},
      {"审批时间压缩至0.5个工作日以内。", {"le 0.5 个工作日 | 审批时间"}},
      {"短时强降雨预警提前量达到40分钟以上。", {"ge 40 分钟 | 短时强降雨预警提前量"}},
      {"危险废物贮存不得超过一年。", {"le 1 年 | 危险废物贮存"}},
      {"注册灾害信息员突破4000人。", {"gt 4000 人 | 注册灾害信息员"}},
      {"每户补助不超过3000元。", {"le 3000 元 | 每户补助"}},
      {"申请材料不超过2份。", {"le 2 份 | 申请材料"}},
      {"群众满意度不低于85分。", {"ge 85 分 | 群众满意度"}},
      {"出厂水浊度控制在0.2NTU以内。", {"le 0.2 NTU | 出厂水浊度"}},
      {"新增示范场景不少于10项。", {"ge 10 项 | 新增示范场景"}},
      {"每个市要选取至少一个便民服务中心作为试点。", {"ge 1 个 | 便民服务中心作为试点"}},
      {"派驻医师连续服务不少于6个月。", {"ge 6 个月 | 派驻医师连续服务"}},
      {"公共文化设施面积达到人均0.8平方米。", {"eq 0.8 平方米 | 公共文化设施面积"}},
      {"储备块石不少于每村150立方米。", {"ge 150 立方米 | 储备块石"}},
  });
}

TEST_CASE("a list shares its bounds, its unit and its subjects") {
  check({
      {"规上企业研发机构、研发活动、发明专利覆盖率分别达到90%、80%和60%以上。",
       {"ge 90 % | 规上企业研发机构", "ge 80 % | 研发活动", "ge 60 % | 发明专利覆盖率"}},
      {"监控设备在线率、数据有效率分别为98%、95%。", {"eq 98 % | 监控设备在线率", "eq 95 % | 数据有效率"}},
      {"旅游收入、文化产业增加值、传承人分别达到260亿元、18.5亿元和420人。",
       {"eq 26000000000 元 | 旅游收入", "eq 1850000000 元 | 文化产业增加值", "eq 420 人 | 传承人"}},
      {"城区、农村投诉办结率分别不低于95%和90%。", {"ge 95 % | 城区", "ge 90 % | 农村投诉办结率"}},
      {"城市、农村达标率分别提高5个和8个百分点。", {"eq 5 个百分点 up | 城市", "eq 8 个百分点 up | 农村达标率"}},
      {"建成区、镇、村示范点分别达到6、12和40个。", {"eq 6 个 | 建成区", "eq 12 个 | 镇", "eq 40 个 | 村示范点"}},
      {"完整率、准确率分别控制在2‰、3‰以内。", {"le 2 ‰ | 完整率", "le 3 ‰ | 准确率"}},
  });
}

TEST_CASE("whole shares without a rate") {
  check({
      {"规模以上工贸企业100%完成双预防建设。", {"eq 100 % | 规模以上工贸企业"}},
      {"对巡查发现的安全风险隐患，确保100%按期整改到位。", {"eq 100 % | 巡查发现的安全风险隐患"}},
      {"隐患点群测群防员培训率100%。", {"eq 100 % | 隐患点群测群防员培训率"}},
      {"2021年，完成50%老旧小区治理任务；", {"eq 50 % | 老旧小区治理任务"}},
      {"2021年50%的居民小区落实集中充电要求。", {"eq 50 % | 居民小区落实集中充电要求"}},
      {"考核合格率98%以上。", {"ge 98 % | 考核合格率"}},
      {"“三类人员”培训率不少于60%。", {"ge 60 % | “三类人员”培训率"}},
      {"负责人、管理员和班组长“三类人员”培训率100%。", {"eq 100 % | 负责人、管理员和班组长“三类人员”培训率"}},
      {"三分之二以上的高校建成预约系统。", {"ge 0.666667 | 高校建成预约系统"}},
  });
}

TEST_CASE("times in the clause are no part of the indicator") {
  CHECK(read("监控点位年底前达到260个。", {{"年底前"}}) == std::vector<std::string>{"eq 260 个 | 监控点位"});
  CHECK(read("资金支付进度6月底前达到60%、9月底前达到80%。", {{"6月底前"}, {"9月底前"}}) ==
        std::vector<std::string>{"eq 60 % | 资金支付进度", "eq 80 % | 资金支付进度"});
  CHECK(read("到2025年底，城区供水普及率达到99%。", {{"到2025年底"}}) ==
        std::vector<std::string>{"eq 99 % | 城区供水普及率"});
  CHECK(read("入库企业年均增长15%，到2024年底达到460家。", {{"到2024年底"}}) ==
        std::vector<std::string>{"eq 15 % up | 入库企业", "eq 460 家 | 入库企业"});
  CHECK(read("接待游客2023年达到260万人次，2024年达到290万人次。", {{"2023年"}, {"2024年"}}) ==
        std::vector<std::string>{"eq 2600000 人次 | 接待游客", "eq 2900000 人次 | 接待游客"});
  CHECK(read("企业主要负责人培训2020年完成30%。", {{"2020年完成"}}).size() == 1);
  CHECK(read("到年底，3家以上企业达到一级标准。", {{"到年底"}}) == std::vector<std::string>{"ge 3 家 | 企业"});
}

TEST_CASE("parts of times are no targets") {
  CHECK(read("受理之日起10个工作日内办结。", {{"10个工作日内", TimeType::relative}}).empty());
  CHECK(read("每月至少召开2次会议。", {{"每月", TimeType::recurrence}}).empty());
  CHECK(read("每半年组织1次演练。", {{"每半年", TimeType::recurrence}}).empty());
  CHECK(read("每年不少于两次。", {{"每年不少于两次", TimeType::recurrence}}).empty());
  CHECK(read("于2017年10月27日前报送。", {{"2017年10月27日前"}}).empty());
  // A level stays a target even where its number alone reads as a time.
  CHECK(read("响应时间控制在2小时以内。", {{"2小时以内", TimeType::relative}}) ==
        std::vector<std::string>{"le 2 小时 | 响应时间"});
}

TEST_CASE("conditions of applicability are no targets") {
  check({
      {"边坡高度200米及以上的矿山全部安装监测设施。", {}},
      {"淘汰57座以上大客车。", {}},
      {"林缘500米范围内禁止野外用火。", {}},
      {"加强对20年以上的老旧管道改造。", {}},
      {"以粉尘作业场所10人及以上企业为重点。", {}},
      {"对库容10万立方米以上的水库加装测报设施。", {}},
      {"单台价值200万元及以上的仪器应当查重。", {}},
      {"投资额5000万元以上项目纳入台账。", {}},
      {"使用超过15年的设备一律停用。", {}},
      {"完成率低于80%的，予以通报。", {}},
      {"满意度未达到90%的单位不得评优。", {}},
      {"连续抽查两次以上不合格的不得担任相应职务。", {}},
      {"为35周岁以下的毕业生提供住宿。", {}},
      {"对年住院10次以上的参保人逐一核实。", {}},
      {"签订1年以上劳动合同的，给予补贴。", {}},
      {"能见度低于50米时暂停发车。", {}},
      {"能耗5000吨标准煤及以上的企业接入监测系统。", {}},
      {"村集体收入10万元以下的村减少30%以上。", {"ge 30 % down | 村集体收入10万元以下的村"}},
      {"常住人口300万以上的城市开通夜间线路不少于10条。", {"ge 10 条 | 常住人口300万以上的城市开通夜间线路"}},
  });
}

TEST_CASE("counts of structure, names and slogans are no targets") {
  check({
      {"2020年8月至2022年12月，分4个阶段实施。", {}},
      {"落实十项制度，推进三大行动，完善“四个清单”。", {}},
      {"做到“三个必须”，严格“双随机”。", {}},
      {"建立隐患排查、责任落实等5个清单。", {}},
      {"加强9类重点人群培训。", {}},
      {"根据交通运输部等6部门通知精神办理。", {}},
      {"深入开展安全生产三年行动。", {}},
      {"正常生产煤矿全部达到二级及以上标准。", {}},
      {"依据《条例》第3条处理。", {}},
      {"公布12345热线和12350举报电话。", {}},
      {"吸取“3·21”事故教训。", {}},
      {"按照GB/T 33000—2016开展创建。", {}},
      {"实行24小时值守。", {}},
      {"加强22时至次日5时管控。", {}},
      {"省政府派出由厅局长任组长的9个督导组。", {}},
      {"提升五人小组履职能力。", {}},
      {"新增4A级旅游景区3家。", {"eq 3 家 | 新增4A级旅游景区"}},
      {"建成5G基站8万个。", {"eq 80000 个 | 建成5G基站"}},
      {"市政办发〔2021〕4号文件同时废止。", {}},
      {"年度考核满分100分。", {}},
      {"电话：8127-3306。", {}},
      {"新建住宅区的15分钟生活圈。", {}},
      {"坚持“100%覆盖、0距离服务”。", {}},
      {"参加第3批试点的20区。", {}},
  });
}

TEST_CASE("history and single occasions are no targets") {
  check({
      {"截至目前已建成12座。", {}},
      {"去年完成投资3亿元，同比增长8%。", {}},
      {"现有专业技术人员300名。", {}},
      {"已累计培训3000人次。", {}},
      {"开展一次集中培训。", {}},
      {"形成一套制度体系，总结一批典型经验。", {}},
      {"选派一名联络员。", {}},
      {"零事故、全覆盖、动态清零。", {}},
  });
}

TEST_CASE("parameters of policies are no targets unless they are bounds") {
  check({
      {"给予一次性补贴2000元。", {}},
      {"对查实的举报每件奖励200元。", {}},
      {"按照50%的幅度减征。", {}},
      {"免收3个月房租。", {}},
      {"有效期5年。", {}},
      {"补贴期限最长不超过6个月。", {"le 6 个月 | 补贴期限"}},
      {"每户奖励最高不超过100万元。", {"le 1000000 元 | 每户奖励"}},
      {"用餐补贴标准不低于3元。", {"ge 3 元 | 用餐补贴标准"}},
  });
}

TEST_CASE("the mention carries bound, number and unit") {
  const std::string sentence = "年底前更新改造燃气管道55公里，整改率达到100%。";
  Diagnostics diagnostics;
  const auto work = text::WorkText::fold(text::DocumentText::decode(sentence, diagnostics));
  const auto found = reader().read(work.view(), {0, work.size()}, {});
  REQUIRE(found.size() == 2);
  CHECK(work.view(found[0].range) == "更新改造燃气管道55公里");
  CHECK(work.view(found[1].range) == "达到100%");
}

TEST_CASE("only the stretch asked for is read") {
  const std::string sentence = "新建学校5所。新建桥梁3座。";
  const std::size_t half = sentence.size() / 2;
  const auto found = reader().read(sentence, {half, sentence.size()}, {});
  REQUIRE(found.size() == 1);
  CHECK(found[0].value.unit == "座");
}

TEST_CASE("what is passed over is told") {
  std::vector<rules::Rejection> rejections;
  CHECK(
      reader().read("截至目前已建成12座。", {0, std::string("截至目前已建成12座。").size()}, {}, &rejections).empty());
  REQUIRE(!rejections.empty());
  CHECK(rejections.back().reason == "history");
}
