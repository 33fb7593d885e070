// SPDX-License-Identifier: MIT
#pragma once

#include "libparse/task_list.hpp"

namespace tests {

/// A valid task list in which every field of every object has something to say.
inline libparse::TaskList make_full_list() {
  using namespace libparse;
  const DocNumber number{"临政办发〔2020〕44号", "临政办发", 2020, 44};
  const Reference reference{"全国安全生产专项整治三年行动计划",
                            ReferenceKind::policy,
                            number,
                            "GB/T 33000-2016",
                            {"国务院安委会"},
                            Span{3, 9}};

  TaskList list;
  Document& document = list.document;
  document.source = {"notices/44.txt", std::string(64, 'a'), "text/plain", "UTF-8", 40960, 13140};
  document.genre = "通知";
  document.title = "关于印发《方案》的通知: \"三年\"\n第二行";
  document.doc_number = number;
  document.issuers = {"临县人民政府办公室", "no"};
  document.issued_on = "2020-08-20";
  document.published_on = "2020-12-23";
  document.printed_on = "2022-04-09";
  document.printed_by = "临县人民政府办公室";
  document.addressees = {"各乡(镇)人民政府", "1.2"};
  document.cc = {"县委", "- 县人大"};
  document.disclosure = "此件公开发布";
  document.jurisdiction = Jurisdiction{"临县", Level::county};
  document.year = 2020;
  document.period = Period{"2020-08-01", "2022-12-31"};
  document.references = {reference};
  document.attachments = {{1, "危险化学品方案", "a1"}};
  document.organizations = {{"县住房和城乡建设管理局",
                             {"县住建局", "住建: 局"},
                             Level::county,
                             OrganizationKind::department,
                             {{Role::lead, {"a1.1-1", "a1.1-2"}}}}};

  list.sections = {{"a1", "root", LabelForm::cn_paren, "（一）", 1, 2, "深入开展学习教育", Span{10, 20}}};

  Responsibility unit{Role::lead, "住建局", "县住建局", "县住房和城乡建设管理局", true, "电力安全", true, Span{30, 33}};
  Time time;
  time.type = TimeType::recurrence;
  time.text = "每月至少一次";
  time.span = {40, 46};
  time.start = "2020-08-01";
  time.end = "2020-12-31";
  time.every = "P1M";
  time.count = Count{Comparator::ge, 1};
  time.by = "--12-25";
  time.within = "P2M";
  time.after = "集中观看后";
  time.edtf = "../2020-12-31";
  time.rrule = "FREQ=MONTHLY";
  time.basis = "document year";
  time.rule = "time.every-month";
  Target target;
  target.indicator = "执法人员";
  target.comparator = Comparator::range;
  target.value = Decimal::of(5, 2);
  target.max = Decimal::of(755, 1);
  target.unit = "%";
  target.written = "5万户";
  target.ucum = "%";
  target.quantity_kind = "area";
  target.direction = Direction::down;
  target.baseline = Baseline{"由2020年的80.5%", 2020, Decimal::of(805, 1)};
  target.nature = Nature::binding;
  target.text = "不低于75%";
  target.span = {50, 56};
  target.by = 0;
  target.rule = "target.share";
  Task task{"a1.1-1",
            "0123456789abcdef",
            TaskKind::safeguard,
            "a1",
            {"附件1", "一、要求"},
            "标题",
            "正文",
            Span{20, 60},
            TaskSource{3, 12, "table 2 B7"},
            {unit},
            {time},
            {target},
            {reference},
            {{Span{70, 90}, TaskSource{4, 7, "Sheet1!B7"}}},
            Explanation{{{"kind", "safeguard", "保障措施", "lexicon/section-title", "标题", Span{1, 5}}},
                        {{"target", "2年", "target.amount", "数量", "condition", "以上的", Span{2, 4}}}}};
  list.tasks = {task, task};
  list.tasks[1].id = "a1.1-2";
  list.diagnostics = {{"numbering-gap", Severity::info, "Number 3 follows 1.", Span{1, 2}, "a1.1-1"}};
  return list;
}

}  // namespace tests
