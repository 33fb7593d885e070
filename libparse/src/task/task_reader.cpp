// SPDX-License-Identifier: MIT
#include "task/task_reader.hpp"

#include <algorithm>
#include <iterator>

#include "libparse/names.hpp"
#include "text/utf8.hpp"

namespace libparse::task {
namespace {

constexpr std::size_t kTitleLength = 40;  // characters of a task's title where it is cut out of the body

template <class Mentions>
void append(Mentions& all, Mentions more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

}  // namespace

using extract::Clause;
using extract::ClauseForm;
using extract::UnitMention;
using text::Range;

extract::TimeContext TaskReader::context(const Setting& setting, bool slot) const {
  const std::string issued = document_.issued_on.empty() ? std::string(view_.as_of) : document_.issued_on;
  return {setting.year != 0 ? setting.year : document_.year, issued, slot};
}

Task TaskReader::read(const Piece& piece, const std::vector<Clause>& clauses, const Setting& setting) const {
  Task task;
  task.kind = kind_of(setting.nature);
  task.span = view_.span(piece.body);
  if (const input::Place* place = view_.place_at(piece.body.begin)) {
    task.source = TaskSource{static_cast<int>(place->page), static_cast<int>(place->paragraph), place->cell};
  }
  task.text = body_text(piece);
  task.title = first_clause(piece.body);
  Evidence evidence;
  for (const Clause& c : clauses) {  // 由X牵头 and assignment lists stay in the body
    if ((c.form == ClauseForm::prose || c.form == ClauseForm::assignment) && piece.body.contains(c.whole)) {
      add_units(c.units, false, task);
      evidence.clauses.push_back(&c);
    }
  }
  std::vector<extract::TimeMention>& times = evidence.times;
  std::vector<extract::TargetMention>& targets = evidence.targets;
  auto* const times_passed = explainer_ != nullptr ? &evidence.times_passed : nullptr;
  auto* const targets_passed = explainer_ != nullptr ? &evidence.targets_passed : nullptr;
  const extract::TimeContext prose = context(setting, false), slots = context(setting, true);
  const std::vector<Range> parts = parts_of(piece, setting.title);
  for (const Range part : parts) append(times, readers_.times.read(view_.text(), part, prose, times_passed));
  const std::size_t said = times.size();  // behind them stand those of slots
  for (const Range part : parts) {
    append(targets, readers_.targets.read(view_.text(), part, times, targets_passed, prose.year));
  }
  for (const Clause* clause : piece.clauses) {
    add_units(clause->units, false, task, clause->qualifier);
    evidence.clauses.push_back(clause);
    for (const Range slot : clause->time_slots)
      append(times, readers_.times.read(view_.text(), slot, slots, times_passed));
  }
  if (explainer_ != nullptr) {
    task.explain = explainer_->explain(task, piece.body, setting.node, setting.decided_by, evidence);
  }
  const auto behind_heading = std::ranges::find_if(
      times, [&](const extract::TimeMention& t) { return parts.size() < 2 || t.range.begin >= parts.front().end; });
  const auto in_heading = static_cast<std::size_t>(behind_heading - times.begin());
  add_times(std::move(times), task);
  add_targets(targets, task);
  set_governor(task, said, task.times.size());
  set_governor(task, 0, std::min(in_heading, said));
  return task;
}

Task TaskReader::read(const TableRow& row, const Setting& setting) const {
  Task task = read(Piece{row.task, {}, {}}, {}, setting);
  for (const Range above : row.above) task.path.push_back(view_.quote_line(above));
  if (!row.target.empty()) {
    auto times = readers_.times.read(view_.text(), row.target, context(setting, false));
    const auto targets = readers_.targets.read(view_.text(), row.target, times, nullptr, context(setting, false).year);
    // `by` of these targets counts from the first time of the cell
    const std::size_t before = task.times.size();
    add_times(std::move(times), task);
    const std::size_t first = task.targets.size();
    add_targets(targets, task);
    for (std::size_t t = first; t < task.targets.size(); ++t) {
      if (task.targets[t].by) *task.targets[t].by += before;
    }
  }
  const std::size_t said = task.times.size();
  for (const TableCell& cell : row.cells) {
    if (cell.column.kind == extract::ColumnLabel::Kind::units) {
      add_units(readers_.responsibilities.read_cell(view_.text(), cell.range, cell.column), false, task);
    } else if (cell.column.kind == extract::ColumnLabel::Kind::time) {
      add_times(readers_.times.read(view_.text(), cell.range, context(setting, true)), task);
    }
  }
  set_governor(task, said, task.times.size());
  const std::string_view nature = view_.text().substr(row.nature.begin, row.nature.size());
  if (const auto named = find_named<libparse::Nature>(readers_.natures.find(nature).value)) {
    for (Target& target : task.targets) target.nature = *named;
  }
  return task;
}

void TaskReader::set_governor(Task& task, std::size_t begin, std::size_t end) {
  std::optional<std::size_t> only;
  for (std::size_t i = begin; i < end; ++i) {
    if (!extract::can_govern(task.times[i])) continue;
    if (only) return;
    only = i;
  }
  for (Target& target : task.targets) {
    if (!target.by) target.by = only;
  }
}

void TaskReader::add_targets(const std::vector<extract::TargetMention>& targets, Task& task) const {
  for (const auto& mention : targets) {
    Target target = mention.value;
    target.text = view_.quote(mention.range);
    target.indicator = mention.indicator_text.empty() ? view_.quote(mention.indicator) : mention.indicator_text;
    target.span = view_.span(mention.range);
    target.written = view_.quote_line(mention.written);
    if (target.baseline) target.baseline->text = view_.quote_line(mention.baseline);
    task.targets.push_back(std::move(target));
  }
}

void TaskReader::add_times(std::vector<extract::TimeMention> times, Task& task) const {
  for (auto& mention : times) {
    mention.value.text = view_.quote(mention.range);
    mention.value.span = view_.span(mention.range);
    task.times.push_back(std::move(mention.value));
  }
}

std::vector<Range> TaskReader::parts_of(const Piece& piece, Range title) const {
  std::vector<Range> parts;
  Range rest = piece.body;
  const Range heading = piece.heading.empty() ? title : piece.heading;
  if (!heading.empty() && heading.begin == rest.begin && heading.end < rest.end) {
    parts.push_back(heading);
    rest.begin = piece.heading.empty() ? heading.end : std::min(rest.end, piece.clauses.back()->whole.end);
  }
  for (std::size_t at = rest.begin; at < rest.end;) {
    const std::size_t end = std::min(rest.end, view_.text().find('\n', at));
    if (!readers_.fact_labels.prefix(view_.text().substr(at, end - at))) {
      if (!parts.empty() && parts.back().end + 1 == at) {
        parts.back().end = end;
      } else {
        parts.push_back({at, end});
      }
    }
    at = end + 1;
  }
  return parts;
}

std::string TaskReader::body_text(const Piece& piece) const {
  if (piece.heading.empty()) return view_.quote(piece.body);
  const std::size_t behind = std::clamp(piece.clauses.back()->whole.end, piece.heading.end, piece.body.end);
  const Range rest = PieceCutter::trim(view_.text(), {behind, piece.body.end});
  return view_.quote(piece.heading) + (rest.empty() ? "" : "\n") + view_.quote(rest);
}

void TaskReader::add_units(const std::vector<UnitMention>& units, bool inherited, Task& task, Range limit) const {
  for (const UnitMention& unit : units) {
    Responsibility r;
    r.role = unit.role;
    r.organization = view_.quote_line(unit.range);
    r.name = unit.name.empty() ? r.organization : unit.name;
    r.group = unit.group;
    r.scope = view_.quote(unit.scope.empty() ? limit : unit.scope);
    r.inherited = inherited;
    r.span = view_.span(unit.range);
    task.responsibilities.push_back(std::move(r));
  }
}

std::string TaskReader::first_clause(Range body) const {
  std::size_t at = body.begin, n = 0;
  static constexpr std::u32string_view kStops = U"。;,:!?\n";
  while (at < body.end && n < kTitleLength &&
         kStops.find(text::char_at(view_.text(), at)) == std::u32string_view::npos) {
    at = text::next(view_.text(), at);
    ++n;
  }
  return view_.quote({body.begin, at});
}

}  // namespace libparse::task
