// SPDX-License-Identifier: MIT
#include "task/assemble.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "task/document_rules.hpp"
#include "task/grids.hpp"
#include "task/restated.hpp"
#include "task/stretches.hpp"
#include "task/task_reader.hpp"
#include "text/utf8.hpp"

namespace libparse::task {
namespace {

using extract::Clause;
using extract::ClauseForm;
using extract::UnitMention;
using frame::Zone;
using outline::Node;
using text::Range;

/// What holds for the text below a node.
struct Scope {
  Nature nature = Nature::unknown;
  int year = 0;                ///< a year that the nearest dated heading states (集中攻坚（2021年）)
  std::size_t decided_by = 0;  ///< node whose title says `nature`
  const std::vector<UnitMention>* units = nullptr;  ///< of a slot on the heading, inherited by what stands below
};

class Assembler {
 public:
  Assembler(const NoticeView& view, const Readers& readers, TaskList& list, const Explainer* explainer)
      : view_(view),
        readers_(readers),
        list_(list),
        rules_(view, readers.responsibilities),
        stretches_(view, readers),
        explainer_(explainer),
        tasks_(view, readers, list.document, explainer) {}

  void run() {
    scopes_.resize(view_.outline.nodes.size());
    heading_units_.resize(view_.outline.nodes.size());
    tasks_of_node_.resize(view_.outline.nodes.size());
    section_of_node_.resize(view_.outline.nodes.size());
    add_letter_tasks();
    for (std::size_t n = 0; n < view_.outline.nodes.size(); ++n) add_node(n);
    link_attachments();
    finish_tasks();
  }

 private:
  // --- sections ---------------------------------------------------------------------------------------------------

  void add_node(std::size_t index) {
    const Node& node = view_.outline.nodes[index];
    const std::vector<Table> tables = find_tables(view_.text(), node, view_.grids, readers_.tables);
    std::vector<Stretch> stretches;
    Range title = node.title;
    std::vector<Clause> heading_clauses;
    if (index != 0) {
      if (!node.run_in && !title.empty()) {
        heading_clauses = readers_.responsibilities.read(view_.text(), title);
        rules_.apply(heading_clauses);
        for (const Clause& c : heading_clauses) {
          if (c.form == ClauseForm::bracket || c.form == ClauseForm::slot)
            title.end = std::min(title.end, c.whole.begin);
        }
        while (!title.empty() && view_.text()[title.end - 1] == ' ') --title.end;
      }
      stretches = stretches_.read(node, tables);
      if (node.run_in && !title.empty()) {  // 营造氛围（责任单位：……）。……: the clause is no part of the title
        for (const Clause& c : readers_.responsibilities.read(view_.text(), title)) {
          if (c.form == ClauseForm::bracket || c.form == ClauseForm::slot)
            title.end = std::min(title.end, c.whole.begin);
        }
        while (!title.empty() && view_.text()[title.end - 1] == ' ') --title.end;
      }
      const bool no_heading =
          node.run_in && ((node.children.empty() && stretches_.only_clauses_behind(node, stretches)) ||
                          stretches_.opens_with_slot(stretches.front().range));
      if (no_heading) {  // the sentence is all the body there is, or it is a slot: (一)责任单位：……
        title = {};
        stretches.front().heading = {};
      }
      if (slots_alone_below(node, stretches)) {  // 2．改造水厂。/ 责任单位：……: the sentence is the work
        Range& body = stretches.front().range;
        if (stretches_.clauses(body).empty()) body.end = std::min(view_.text().find('\n', node.title.end), body.end);
        body.begin = node.title.begin;
        if (node.title.end < view_.text().size() && view_.text()[node.title.end] != '\n') title = {};
      }
      set_scope(index, title);
      add_section(index, title);
    } else {
      stretches = stretches_.read(node, tables);
    }
    collect_heading_units(index, heading_clauses, stretches);
    std::size_t table = 0;
    for (const Stretch& stretch : stretches) {  // in text order, rows between the stretches around them
      for (; table < tables.size() && node.paragraphs[tables[table].first].begin < stretch.range.begin; ++table)
        add_table(index, tables[table]);
      add_stretch(index, stretch);
    }
    for (; table < tables.size(); ++table) add_table(index, tables[table]);
  }

  static bool has_words(std::string_view s) {
    for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
      const char32_t c = text::char_at(s, at);
      if (text::is_han(c) || (c < 0x80 && std::isalnum(static_cast<int>(c)) != 0)) return true;
    }
    return false;
  }

  /// A leaf whose heading has nothing below it but slots, or a line of dashes.
  [[nodiscard]] bool slots_alone_below(const Node& node, const std::vector<Stretch>& stretches) const {
    if (!node.children.empty() || node.run_in || node.title.empty() || stretches.size() != 1 ||
        node.form == LabelForm::attachment) {
      return false;
    }
    Range left = stretches.front().range;
    auto clauses = stretches_.clauses(left);
    if (clauses.empty()) return !has_words(view_.text(left));
    rules_.apply(clauses);
    for (const Clause& c : clauses) {
      if (c.form != ClauseForm::slot ||
          PieceCutter::is_substantive(view_.text(), {left.begin, std::max(left.begin, c.whole.begin)}))
        return false;
      left.begin = std::max(left.begin, c.whole.end);
    }
    return !clauses.empty() && !PieceCutter::is_substantive(view_.text(), left);
  }

  void set_scope(std::size_t index, Range title) {
    const Node& node = view_.outline.nodes[index];
    Scope scope = scopes_[node.parent];
    if (node.form == LabelForm::attachment || node.form == LabelForm::plan) scope = {};
    const std::string_view words = view_.text(title);
    const bool top = node.form == LabelForm::cn || node.depth <= 1;
    const Nature own = readers_.kinds.read(words, top);
    if (own != Nature::unknown) {
      scope.nature = own;
      scope.decided_by = index;
    } else if (node.form == LabelForm::cn && is_last_of_its_form(index) &&
               (led_by_safeguards(node) || readers_.kinds.is_short_safeguard_title(words))) {
      scope.nature = Nature::safeguard;
      scope.decided_by = index;
    } else if (scope.nature == Nature::overall || scope.nature == Nature::principle) {
      if (node.form == LabelForm::cn) scope.nature = Nature::unknown, scope.decided_by = 0;
    }
    if (const int year = only_year_in(words)) scope.year = year;
    scopes_[index] = scope;
  }

  [[nodiscard]] bool is_last_of_its_form(std::size_t index) const {
    const auto& siblings = view_.outline.nodes[view_.outline.nodes[index].parent].children;
    return siblings.size() > 1 && siblings.back() == index;
  }

  /// A last section whose headings are mostly about leading, paying, watching: 保障措施 by another name.
  [[nodiscard]] bool led_by_safeguards(const Node& node) const {
    std::size_t hits = 0;
    for (const std::size_t child : node.children) {
      const Range title = view_.outline.nodes[child].title;
      hits += readers_.kinds.is_safeguard_heading(view_.text(title));
    }
    return node.children.size() >= 2 && hits * 3 >= node.children.size() * 2;
  }

  /// The year of a heading such as 集中攻坚（2021年）; 0 where it states none or several.
  static int only_year_in(std::string_view words) {
    int found = 0;
    for (std::size_t at = 0; at + 4 <= words.size(); ++at) {
      if (words[at] != '2' || words[at + 1] != '0' ||
          (at > 0 && std::isdigit(static_cast<unsigned char>(words[at - 1]))))
        continue;
      int year = 0;
      const auto [end, error] = std::from_chars(words.data() + at, words.data() + at + 4, year);
      if (error != std::errc{} || end != words.data() + at + 4 || year < 2000) continue;
      if (found != 0 && found != year) return 0;
      found = year;
    }
    return found;
  }

  void add_section(std::size_t index, Range title) {
    const Node& node = view_.outline.nodes[index];
    Section section;
    section.id = node.id;
    section.parent = node.parent == 0 ? std::string{} : view_.outline.nodes[node.parent].id;
    section.form = node.form;
    section.label = view_.quote_line(node.label);
    section.number = node.number;
    section.depth = node.depth;
    section.title = node.plan_title.empty() ? view_.quote_line(title) : node.plan_title;
    const Range whole = node.label.empty() ? node.title
                        : title.empty()    ? node.label
                                           : Range{node.label.begin, std::max(node.label.end, title.end)};
    section.span = view_.span(whole);
    section_of_node_[index] = list_.sections.size();
    list_.sections.push_back(std::move(section));
  }

  // --- tasks ------------------------------------------------------------------------------------------------------

  /// Units of a slot on a heading that has items below it.
  void collect_heading_units(std::size_t index, std::vector<Clause>& heading_clauses, std::vector<Stretch>& stretches) {
    const Node& node = view_.outline.nodes[index];
    auto& units = heading_units_[index];
    for (const Clause& c : heading_clauses) units.insert(units.end(), c.units.begin(), c.units.end());
    const bool has_items = !node.children.empty();
    if (has_items && !stretches.empty() &&
        stretches.front().heading.empty()) {  // the slot alone, right under the heading
      auto clauses = stretches_.clauses(stretches.front().range);
      rules_.apply(clauses);
      Range left = stretches.front().range;
      bool only_slots = !clauses.empty();
      for (const Clause& c : clauses) {
        only_slots = only_slots && c.form == ClauseForm::slot &&
                     !PieceCutter::is_substantive(view_.text(), {left.begin, std::max(left.begin, c.whole.begin)});
        left.begin = std::max(left.begin, c.whole.end);
      }
      if (only_slots && !PieceCutter::is_substantive(view_.text(), left)) {
        for (const Clause& c : clauses) units.insert(units.end(), c.units.begin(), c.units.end());
        stretches.erase(stretches.begin());
      }
    }
    if (!units.empty()) scopes_[index].units = &units;
  }

  void add_stretch(std::size_t index, const Stretch& stretch) {
    const Node& node = view_.outline.nodes[index];
    auto clauses = stretches_.clauses(stretch.range);
    rules_.apply(clauses);
    const auto pieces = readers_.pieces.cut(view_.text(), stretch.range, stretch.heading, clauses);
    const Nature nature = scopes_[index].nature;
    const bool introduces = !node.children.empty() || index == 0;  // rule 4: it only leads to the items below
    const bool no_work = nature == Nature::principle || nature == Nature::overall;
    std::vector<Task> made;
    for (const Piece& piece : pieces) {
      if (rules_.is_rule_only(piece.body)) continue;
      Task task = read_piece(index, piece, clauses);
      const bool says_something = !task.times.empty() || !task.targets.empty();
      const bool assigned = !piece.clauses.empty();
      if (!assigned && (introduces || no_work) && !says_something) continue;
      if (!assigned && nature == Nature::principle) continue;
      if (!assigned && index == 0 && !stands_alone()) continue;
      made.push_back(std::move(task));
    }
    place_tasks(index, made);
  }

  void add_table(std::size_t index, const Table& table) {
    std::vector<Task> made;
    for (const TableRow& row : table.rows) made.push_back(tasks_.read(row, setting(index)));
    from_table_.resize(list_.tasks.size(), false);
    from_table_.resize(list_.tasks.size() + made.size(), true);
    place_tasks(index, made);
  }

  [[nodiscard]] Setting setting(std::size_t index) const {
    return {view_.outline.nodes[index].title, scopes_[index].nature, index, scopes_[index].decided_by,
            scopes_[index].year};
  }

  Task read_piece(std::size_t index, const Piece& piece, const std::vector<Clause>& clauses) const {
    Task task = tasks_.read(piece, clauses, setting(index));
    for (std::size_t up = index; task.responsibilities.empty() && up != 0; up = view_.outline.nodes[up].parent) {
      if (scopes_[up].units != nullptr) tasks_.add_units(*scopes_[up].units, true, task);
    }
    tasks_.add_units(rules_.added_units(piece.body), true, task);
    if (explainer_ != nullptr) explainer_->add_inherited(task);
    return task;
  }

  /// A text without any numbered section: its paragraphs are all there is.
  [[nodiscard]] bool stands_alone() const { return view_.outline.nodes.size() == 1; }

  void place_tasks(std::size_t index, std::vector<Task>& made) {
    const Node& node = view_.outline.nodes[index];
    std::vector<std::string> path;
    for (std::size_t up = index; up != 0; up = view_.outline.nodes[up].parent) {
      const Section& section = list_.sections[section_of_node_[up]];
      path.insert(path.begin(), section.label + section.title);
    }
    auto& known = tasks_of_node_[index];
    for (Task& task : made) {
      task.section = index == 0 ? std::string{} : node.id;
      task.path.insert(task.path.begin(), path.begin(), path.end());
      known.push_back(list_.tasks.size());
      list_.tasks.push_back(std::move(task));
    }
  }

  void number_tasks(std::size_t index) {
    const std::string base = index == 0 ? "0" : view_.outline.nodes[index].id;
    const auto& known = tasks_of_node_[index];
    for (std::size_t k = 0; k < known.size(); ++k) {
      list_.tasks[known[k]].id = known.size() == 1 && index != 0 ? base : base + "-" + std::to_string(k + 1);
    }
  }

  /// Rows that restate a task of the narrative are no tasks of their own. Numbers the others, now that all are known.
  void finish_tasks() {
    from_table_.resize(list_.tasks.size(), false);
    const std::vector<bool> restated = link_restated(list_.tasks, from_table_);
    for (std::size_t n = 0; n < tasks_of_node_.size(); ++n) {
      std::erase_if(tasks_of_node_[n], [&](std::size_t t) { return restated[t]; });
      number_tasks(n);
    }
    std::size_t kept = 0;
    for (std::size_t t = 0; t < restated.size(); ++t) {
      if (restated[t]) continue;
      if (kept != t) list_.tasks[kept] = std::move(list_.tasks[t]);
      ++kept;
    }
    list_.tasks.resize(kept);
  }

  /// Work that the covering letter itself assigns: 请于3月1日前将……报送.
  void add_letter_tasks() {
    std::vector<Task> made;
    for (std::size_t p = 0; p < view_.layout.paragraphs.size(); ++p) {
      if (view_.frame.zones[p] != Zone::letter) continue;
      auto clauses = readers_.responsibilities.read(view_.text(), view_.layout.paragraphs[p]);
      for (const Piece& piece : readers_.pieces.cut(view_.text(), view_.layout.paragraphs[p], {}, clauses)) {
        Task task = read_piece(0, piece, clauses);
        const bool due = std::any_of(task.times.begin(), task.times.end(), [](const Time& t) {
          return t.type == TimeType::deadline || t.type == TimeType::recurrence || t.type == TimeType::relative;
        });
        if (!piece.clauses.empty() || due) made.push_back(std::move(task));
      }
    }
    place_tasks(0, made);
  }

  /// Announced attachments find their sections by number; sections that no list announces are added.
  void link_attachments() {
    std::unordered_map<int, const Section*> by_number;
    for (const Section& section : list_.sections) {
      if (section.form == LabelForm::attachment) by_number.emplace(section.number, &section);
    }
    std::unordered_set<std::string> linked;
    for (Attachment& attachment : list_.document.attachments) {
      const auto known = by_number.find(attachment.number);
      if (known == by_number.end()) continue;
      attachment.section = known->second->id;
      linked.insert(attachment.section);
    }
    for (const Section& section : list_.sections) {
      if (section.form == LabelForm::attachment && !linked.contains(section.id)) {
        list_.document.attachments.push_back({section.number, section.title, section.id});
      }
    }
    std::stable_sort(list_.document.attachments.begin(), list_.document.attachments.end(),
                     [](const Attachment& x, const Attachment& y) { return x.number < y.number; });
  }

  const NoticeView& view_;
  const Readers& readers_;
  TaskList& list_;
  const DocumentRules rules_;
  const StretchReader stretches_;
  const Explainer* explainer_;
  const TaskReader tasks_;
  std::vector<Scope> scopes_;
  std::vector<std::vector<UnitMention>> heading_units_;
  std::vector<std::vector<std::size_t>> tasks_of_node_;  ///< indices into the list
  std::vector<std::size_t> section_of_node_;
  std::vector<bool> from_table_;  ///< of each task: a row of a table gave it
};

}  // namespace

void assemble(const NoticeView& view, const Readers& readers, TaskList& list, const Explainer* explainer) {
  Assembler(view, readers, list, explainer).run();
}

}  // namespace libparse::task
