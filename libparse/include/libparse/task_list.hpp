// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "libparse/decimal.hpp"
#include "libparse/diagnostic.hpp"
#include "libparse/span.hpp"
#include "libparse/version.hpp"

/// The task list: what planparse writes and every other tool reads. One struct per object of
/// schemas/task-list.schema.json, members in the order in which they are written. An empty string, an empty vector
/// or a disengaged optional is a field that has nothing to say and is left out of the output.
namespace libparse {

/// The program that made the list from its notice. Lists that are read and written again keep it.
struct Generator {
  std::string name = "planparse";
  std::string version{libparse::version()};
  friend bool operator==(const Generator&, const Generator&) = default;
};

struct SourceInfo {
  std::string path;        ///< as given on the command line; `-` for standard input
  std::string sha256;      ///< of the bytes read, lower-case hex
  std::string media_type;  ///< `text/plain`
  std::string encoding;    ///< `UTF-8`
  std::size_t bytes = 0;
  std::size_t characters = 0;  ///< code points of the document text
  friend bool operator==(const SourceInfo&, const SourceInfo&) = default;
};

/// 发文字号, GB/T 9704-2012 clause 7.2.5: 机关代字 + 年份 in 〔〕 + 发文顺序号.
struct DocNumber {
  std::string text;    ///< as written
  std::string agency;  ///< 机关代字: 临政办发
  int year = 0;        ///< 0 where unreadable
  std::optional<int> serial;
  friend bool operator==(const DocNumber&, const DocNumber&) = default;
};

enum class Level { none, national, province, city, county, town };

struct Jurisdiction {
  std::string name;  ///< 临县
  Level level = Level::none;
  friend bool operator==(const Jurisdiction&, const Jurisdiction&) = default;
};

/// Dates are ISO 8601 calendar dates (`2020-12-31`), civil time UTC+8; both ends inclusive; empty where open.
struct Period {
  std::string start;
  std::string end;
  friend bool operator==(const Period&, const Period&) = default;
};

/// What kind of document is named, where its title or number leaves no doubt.
enum class ReferenceKind {
  none,
  law,         ///< 法
  regulation,  ///< 条例 of the state, national or local
  standard,    ///< has a standard's number
  policy,      ///< a 公文: 意见, 通知, 规划
};

struct Reference {
  std::string title;  ///< without 《》; empty for a bare number
  ReferenceKind kind = ReferenceKind::none;
  std::optional<DocNumber> doc_number;
  std::string standard;              ///< number of a standard: GB/T 33000-2016
  std::vector<std::string> issuers;  ///< as the title says them: 国务院办公厅关于…的意见
  std::optional<Span> span;
  friend bool operator==(const Reference&, const Reference&) = default;
};

struct Attachment {
  int number = 0;  ///< 0 for a lone 附件 without number
  std::string title;
  std::string section;  ///< id of its section, empty where it is announced only
  friend bool operator==(const Attachment&, const Attachment&) = default;
};

enum class Role { lead, responsible, cooperate, participate, supervise, implement };

enum class OrganizationKind { none, department, party, government, collective, enterprise, institution, person };

struct OrganizationTasks {
  Role role = Role::responsible;
  std::vector<std::string> ids;  ///< each once, in text order
  friend bool operator==(const OrganizationTasks&, const OrganizationTasks&) = default;
};

/// One body (单位) of the notice under all the names it has there.
struct Organization {
  std::string name;                ///< the fullest one; `canonical` of its responsibilities, or their `name`
  std::vector<std::string> names;  ///< other spellings, by first appearance
  Level level = Level::none;
  OrganizationKind kind = OrganizationKind::none;
  std::vector<OrganizationTasks> tasks;  ///< one element for each role it has
  friend bool operator==(const Organization&, const Organization&) = default;
};

struct Document {
  SourceInfo source;
  std::string genre;  ///< 文种
  std::string title;
  std::optional<DocNumber> doc_number;
  std::vector<std::string> issuers;
  std::string issued_on;     ///< 成文日期
  std::string published_on;  ///< 发布日期 of a web page
  std::string printed_on;    ///< 印发日期 of the 版记
  std::string printed_by;
  std::vector<std::string> addressees;
  std::vector<std::string> cc;
  std::string disclosure;  ///< 公开方式 as written: 此件公开发布
  std::optional<Jurisdiction> jurisdiction;
  int year = 0;  ///< the year that 年底前 and 年内 refer to; 0 where unknown
  std::optional<Period> period;
  std::vector<Reference> references;
  std::vector<Attachment> attachments;
  std::vector<Organization> organizations;  ///< every body that has a task, by first appearance
  friend bool operator==(const Document&, const Document&) = default;
};

/// How a section is numbered; see docs/glossary.md.
enum class LabelForm {
  none,
  attachment,  ///< 附件1
  plan,        ///< an attached text that has a title but no number: the plan behind 印发…的通知
  article,     ///< 第一章, 第一条
  cn,          ///< 一、
  cn_paren,    ///< （一）
  ar,          ///< 1. 1、 1．
  ar_paren,    ///< （1） 1）
  circled,     ///< ①
};

struct Section {
  std::string id;
  std::string parent;  ///< empty at the top
  LabelForm form = LabelForm::none;
  std::string label;  ///< verbatim, layout breaks removed; empty for `plan`
  int number = 0;
  int depth = 0;  ///< 1 at the top
  std::string title;
  Span span;  ///< label and title
  friend bool operator==(const Section&, const Section&) = default;
};

enum class TaskKind { task, goal, phase, safeguard };

/// One unit (责任单位) named for a task.
struct Responsibility {
  Role role = Role::responsible;
  std::string organization;  ///< as written
  std::string name;          ///< with the elided level restored
  std::string canonical;     ///< fullest name of the same body; empty where that is `name`
  bool group = false;        ///< a collective: 各乡镇
  std::string scope;         ///< 电力安全
  bool inherited = false;
  Span span;
  friend bool operator==(const Responsibility&, const Responsibility&) = default;
};

enum class TimeType { deadline, period, start, recurrence, relative, ongoing, external };
enum class Comparator { ge, le, gt, lt, eq, range };

struct Count {
  Comparator comparator = Comparator::eq;
  int value = 0;
  friend bool operator==(const Count&, const Count&) = default;
};

/// When a task is to be done, started, repeated or reported (时间要求).
struct Time {
  TimeType type = TimeType::deadline;
  std::string text;  ///< shortest verbatim phrase
  Span span;
  std::string start;  ///< inclusive ISO 8601 date
  std::string end;    ///< inclusive ISO 8601 date
  std::string every;  ///< ISO 8601 duration of a recurrence: `P1M`
  std::optional<Count> count;
  std::string by;      ///< `--12-25` (each year), `---08` (each month)
  std::string within;  ///< ISO 8601 duration of a relative time
  std::string after;   ///< its anchor, as written
  std::string edtf;
  std::string rrule;
  std::string basis;  ///< what a relative form was resolved with: `document year`
  std::string rule;   ///< id of the rule that read it (not written without --explain)
  friend bool operator==(const Time&, const Time&) = default;
};

enum class Direction { none, up, down };
/// 约束性 and 预期性 indicators: those that bind, and those that are expected.
enum class Nature { none, binding, expected };

/// What a change is measured against: 比2020年, 由80%. `year` and `value` only where the text leaves no doubt.
struct Baseline {
  std::string text;              ///< verbatim
  int year = 0;                  ///< 0 where unknown
  std::optional<Decimal> value;  ///< in the unit of the target
  friend bool operator==(const Baseline&, const Baseline&) = default;
};

/// A quantity that a task commits to reach (量化目标).
struct Target {
  std::string indicator;
  Comparator comparator = Comparator::eq;
  Decimal value;
  std::optional<Decimal> max;  ///< with `Comparator::range`
  std::string unit;            ///< `%`, 个, 公里; empty for a bare ratio
  std::string written;        ///< number and unit verbatim where they are not `value` and `unit`: 5万户, 三分之二
  std::string ucum;           ///< UCUM code of the unit, where it has one: `km`, `hm2`
  std::string quantity_kind;  ///< what the unit measures: `length`, `area`; empty for shares and counts
  Direction direction = Direction::none;
  std::optional<Baseline> baseline;
  Nature nature = Nature::none;
  std::string text;
  Span span;
  std::optional<std::size_t> by;  ///< index into the task's times: the one that governs it
  std::string rule;               ///< id of the rule that read it (not written without --explain)
  friend bool operator==(const Target&, const Target&) = default;
};

/// One decision about a task (--explain).
struct Decision {
  std::string of;     ///< section, kind, role, time, target
  std::string is;     ///< what was decided: `safeguard`, `lead 县财政局`, `deadline 2025-12-31`
  std::string by;     ///< the words that decided it; empty where none did
  std::string rule;   ///< rule id, `lexicon/NAME`, `inherited`, `default`
  std::string habit;  ///< what the rule covers
  std::optional<Span> span;
  friend bool operator==(const Decision&, const Decision&) = default;
};

/// Words in a task's text that a rule looked at and that came to nothing (--explain).
struct PassedOver {
  std::string of;  ///< time, target, reference: what it was a candidate for
  std::string text;
  std::string rule;
  std::string habit;
  std::string reason;  ///< `trap`, `condition`, `lies behind`, `unless_after` …; docs/cli.md lists them
  std::string word;    ///< the context word, where one decided
  std::optional<Span> span;
  friend bool operator==(const PassedOver&, const PassedOver&) = default;
};

struct Explanation {
  std::vector<Decision> decisions;
  std::vector<PassedOver> passed_over;
  friend bool operator==(const Explanation&, const Explanation&) = default;
};

/// Where a task stood in its container (DOCX, PDF …). Numbers count from 1; 0 where the container has none.
struct TaskSource {
  int page = 0;       ///< of a PDF or OFD
  int paragraph = 0;  ///< of the body of an HTML page or a DOCX
  std::string cell;   ///< of its text, for a row of a table: `table 2 B7`, `Sheet1!B7`
  friend bool operator==(const TaskSource&, const TaskSource&) = default;
};

/// Another place that states the same assignment: a row of a task table.
struct Restatement {
  Span span;
  std::optional<TaskSource> source;
  friend bool operator==(const Restatement&, const Restatement&) = default;
};

struct Task {
  std::string id;
  std::string fingerprint;
  TaskKind kind = TaskKind::task;
  std::string section;            ///< id of its section; empty for text outside all sections
  std::vector<std::string> path;  ///< labels with titles from the top
  std::string title;
  std::string text;
  Span span;  ///< of the body
  std::optional<TaskSource> source;
  std::vector<Responsibility> responsibilities;
  std::vector<Time> times;
  std::vector<Target> targets;
  std::vector<Reference> references;
  std::vector<Restatement> restated;
  std::optional<Explanation> explain;  ///< filled and written on request only
  friend bool operator==(const Task&, const Task&) = default;
};

struct TaskList {
  Generator generator;
  Document document;
  std::vector<Section> sections;
  std::vector<Task> tasks;
  Diagnostics diagnostics;
  friend bool operator==(const TaskList&, const TaskList&) = default;
};

}  // namespace libparse
