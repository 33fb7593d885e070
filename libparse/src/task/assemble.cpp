// SPDX-License-Identifier: MIT
#include "task/assemble.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <unordered_set>
#include <optional>

#include "text/utf8.hpp"

namespace libparse::task {
namespace {

using extract::Clause;
using extract::ClauseForm;
using extract::DocumentRule;
using extract::UnitMention;
using frame::Zone;
using outline::Node;
using text::Range;

constexpr std::size_t kTitleLength = 40;  // characters of a task's title where it is cut out of the body

/// What holds for the text below a node.
struct Scope {
  Nature nature = Nature::unknown;
  int year = 0;                            ///< a year that the nearest dated heading states (集中攻坚（2021年）)
  const std::vector<UnitMention>* units = nullptr;  ///< of a slot on the heading, inherited by what stands below
};

/// A stretch of one node's text that is read as a whole: its label's paragraph and those that go on with it.
struct Stretch {
  Range range;
  Range heading;  ///< run-in heading at its start; may be empty
};

class Assembler {
 public:
  Assembler(const layout::Layout& layout, const frame::Frame& frame, const outline::Outline& outline,
            const text::DocumentText& source, const Readers& readers, TaskList& list)
      : layout_(layout),
        frame_(frame),
        outline_(outline),
        source_(source),
        readers_(readers),
        text_(layout.text.view()),
        list_(list) {}

  void run() {
    read_document_rules();
    scopes_.resize(outline_.nodes.size());
    heading_units_.resize(outline_.nodes.size());
    pieces_of_node_.resize(outline_.nodes.size());
    section_of_node_.resize(outline_.nodes.size());
    add_letter_tasks();
    for (std::size_t n = 0; n < outline_.nodes.size(); ++n) add_node(n);
    link_attachments();
  }

 private:
  // --- document rules -------------------------------------------------------------------------------------------

  void read_document_rules() {
    for (std::size_t p = 0; p < layout_.paragraphs.size(); ++p) {
      if (frame_.zones[p] != Zone::body && frame_.zones[p] != Zone::letter) continue;
      auto found = readers_.responsibilities.read_document_rules(text_, layout_.paragraphs[p]);
      std::move(found.begin(), found.end(), std::back_inserter(rules_));
    }
  }

  /// A rule holds from the paragraph's clause in which it is said: 下同 includes the list that carries it.
  [[nodiscard]] bool holds(const DocumentRule& rule, const Clause& clause) const {
    return clause.whole.end >= rule.range.begin || clause.whole.overlaps(rule.range);
  }

  /// A sentence that only says how lists are to be read assigns nothing.
  [[nodiscard]] bool is_document_rule(Range body) const {
    return std::any_of(rules_.begin(), rules_.end(), [&](const DocumentRule& rule) {
      return rule.range.overlaps(body) &&
             !PieceCutter::is_substantive(text_, {body.begin, std::max(body.begin, rule.range.begin)}) &&
             !PieceCutter::is_substantive(text_, {std::min(body.end, rule.range.end), body.end});
    });
  }

  void apply_rules(std::vector<Clause>& clauses) const {
    for (Clause& clause : clauses) {
      for (const DocumentRule& rule : rules_) {
        if (holds(rule, clause)) extract::apply_document_rule(rule.kind, clause);
      }
    }
  }

  // --- sections ---------------------------------------------------------------------------------------------------

  void add_node(std::size_t index) {
    const Node& node = outline_.nodes[index];
    const std::vector<Table> tables = readers_.tables.read(text_, node.paragraphs);
    std::vector<Stretch> stretches;
    Range title = node.title;
    std::vector<Clause> heading_clauses;
    if (index != 0) {
      if (!node.run_in && !title.empty()) {
        heading_clauses = readers_.responsibilities.read(text_, title);
        apply_rules(heading_clauses);
        for (const Clause& c : heading_clauses) {
          if (c.form == ClauseForm::bracket || c.form == ClauseForm::slot) title.end = std::min(title.end, c.whole.begin);
        }
        while (!title.empty() && text_[title.end - 1] == ' ') --title.end;
      }
      stretches = stretches_of(node, tables);
      if (node.run_in && !title.empty()) {  // 营造氛围（责任单位：……）。……: the clause is no part of the title
        for (const Clause& c : readers_.responsibilities.read(text_, title)) {
          if (c.form == ClauseForm::bracket || c.form == ClauseForm::slot) title.end = std::min(title.end, c.whole.begin);
        }
        while (!title.empty() && text_[title.end - 1] == ' ') --title.end;
      }
      if (node.run_in && node.children.empty() && only_clauses_behind(node, stretches)) title = {};
      if (node.run_in && opens_with_slot(stretches.front().range)) {  // (一)责任单位：……。各单位要……
        title = {};
        stretches.front().heading = {};
      }
      set_scope(index, title);
      add_section(index, title);
    } else {
      stretches = stretches_of(node, tables);
    }
    collect_heading_units(index, heading_clauses, stretches);
    std::size_t table = 0;
    for (const Stretch& stretch : stretches) {  // in text order, rows between the stretches around them
      for (; table < tables.size() && tables[table].rows.front().task.begin < stretch.range.begin; ++table) add_table(index, tables[table]);
      add_stretch(index, stretch);
    }
    for (; table < tables.size(); ++table) add_table(index, tables[table]);
  }

  void set_scope(std::size_t index, Range title) {
    const Node& node = outline_.nodes[index];
    Scope scope = scopes_[node.parent];
    if (node.form == LabelForm::attachment || node.form == LabelForm::plan) scope = {};
    const std::string_view words = text_.substr(title.begin, title.size());
    const bool top = node.form == LabelForm::cn || node.depth <= 1;
    const Nature own = readers_.kinds.read(words, top);
    if (own != Nature::unknown) {
      scope.nature = own;
    } else if (node.form == LabelForm::cn && is_last_of_its_form(index) &&
               (led_by_safeguards(node) || readers_.kinds.is_short_safeguard_title(words))) {
      scope.nature = Nature::safeguard;
    } else if (scope.nature == Nature::overall || scope.nature == Nature::principle) {
      if (node.form == LabelForm::cn) scope.nature = Nature::unknown;
    }
    if (const int year = only_year_in(words)) scope.year = year;
    scopes_[index] = scope;
  }

  [[nodiscard]] bool is_last_of_its_form(std::size_t index) const {
    const auto& siblings = outline_.nodes[outline_.nodes[index].parent].children;
    return siblings.size() > 1 && siblings.back() == index;
  }

  /// A last section whose headings are mostly about leading, paying, watching: 保障措施 by another name.
  [[nodiscard]] bool led_by_safeguards(const Node& node) const {
    std::size_t hits = 0;
    for (const std::size_t child : node.children) {
      const Range title = outline_.nodes[child].title;
      hits += readers_.kinds.is_safeguard_heading(text_.substr(title.begin, title.size()));
    }
    return node.children.size() >= 2 && hits * 3 >= node.children.size() * 2;
  }

  /// The year of a heading such as 集中攻坚（2021年）; 0 where it states none or several.
  static int only_year_in(std::string_view words) {
    int found = 0;
    for (std::size_t at = 0; at + 4 <= words.size(); ++at) {
      if (words[at] != '2' || words[at + 1] != '0' || (at > 0 && std::isdigit(static_cast<unsigned char>(words[at - 1])))) continue;
      int year = 0;
      const auto [end, error] = std::from_chars(words.data() + at, words.data() + at + 4, year);
      if (error != std::errc{} || end != words.data() + at + 4 || year < 2000) continue;
      if (found != 0 && found != year) return 0;
      found = year;
    }
    return found;
  }

  void add_section(std::size_t index, Range title) {
    const Node& node = outline_.nodes[index];
    Section section;
    section.id = node.id;
    section.parent = node.parent == 0 ? std::string{} : outline_.nodes[node.parent].id;
    section.form = node.form;
    section.label = quote(node.label);
    section.number = node.number;
    section.depth = node.depth;
    section.title = node.plan_title.empty() ? flat(quote(title)) : node.plan_title;
    const Range whole = node.label.empty() ? node.title
                        : title.empty()    ? node.label
                                           : Range{node.label.begin, std::max(node.label.end, title.end)};
    section.span = layout_.text.source_span(whole);
    section_of_node_[index] = list_.sections.size();
    list_.sections.push_back(std::move(section));
  }

  /// True where a run-in sentence is followed by nothing but a responsibility clause: it is the body then, no heading.
  bool only_clauses_behind(const Node& node, const std::vector<Stretch>& stretches) const {
    if (stretches.size() != 1) return false;
    const Range behind = {node.heading_rest.begin, stretches.front().range.end};
    const auto clauses = readers_.responsibilities.read(text_, stretches.front().range);
    Range left = behind;
    for (const Clause& c : clauses) {
      if (c.form == ClauseForm::assignment || c.form == ClauseForm::prose) continue;
      if (PieceCutter::is_substantive(text_, PieceCutter::trim(text_, {left.begin, std::max(left.begin, c.whole.begin)}))) return false;
      left.begin = std::max(left.begin, c.whole.end);
    }
    return !PieceCutter::is_substantive(text_, PieceCutter::trim(text_, left));
  }

  // --- stretches --------------------------------------------------------------------------------------------------

  /// The parts of a node's own text that are read as a whole.
  std::vector<Stretch> stretches_of(const Node& node, const std::vector<Table>& tables) const {
    std::vector<Stretch> out;
    const bool heading_alone = node.label.empty() || node.heading_rest.empty();
    if (!heading_alone) {
      const Range heading = node.run_in ? node.title : Range{};
      out.push_back({{heading.empty() ? node.heading_rest.begin : heading.begin, node.heading_rest.end}, heading});
    }
    std::size_t table = 0;
    for (std::size_t i = 0; i < node.paragraphs.size(); ++i) {
      while (table < tables.size() && tables[table].last < i) ++table;
      if (table < tables.size() && tables[table].first <= i) continue;  // its rows are read on their own
      const Range p = node.paragraphs[i];
      const bool goes_on = !out.empty() && adjacent(out.back().range, p) &&
                           (opens_with_slot(p) || continues_record(out.back().range, p) || (!heading_alone && node.children.empty() && !closes_text(node, i)));
      if (goes_on) {
        out.back().range.end = p.end;
      } else {
        out.push_back({p, {}});
      }
    }
    return out;
  }

  /// Lines of one record, each headed by a field (问题表现： 整改措施： 整改时限：), are one assignment.
  bool continues_record(Range stretch, Range paragraph) const {
    return readers_.record_labels.prefix(text_.substr(stretch.begin, stretch.size())) &&
           readers_.record_labels.prefix(text_.substr(paragraph.begin, paragraph.size()));
  }

  /// True where nothing but white space stands between two ranges.
  bool adjacent(Range a, Range b) const {
    return std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(a.end), text_.begin() + static_cast<std::ptrdiff_t>(b.begin),
                       [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  }

  bool opens_with_slot(Range paragraph) const {
    const auto clauses = readers_.responsibilities.read(text_, paragraph);
    return !clauses.empty() && clauses.front().whole.begin == paragraph.begin;
  }

  /// The last paragraph of a text that speaks of the whole plan, not of the item before it.
  bool closes_text(const Node& node, std::size_t paragraph) const {
    if (paragraph + 1 != node.paragraphs.size()) return false;
    const std::size_t index = static_cast<std::size_t>(&node - outline_.nodes.data());
    const bool last = index + 1 == outline_.nodes.size() || outline_.nodes[index + 1].form == LabelForm::attachment ||
                      outline_.nodes[index + 1].form == LabelForm::plan;
    const Range p = node.paragraphs[paragraph];
    return last && static_cast<bool>(readers_.closing_start.prefix(text_.substr(p.begin, p.size())));
  }

  // --- tasks ------------------------------------------------------------------------------------------------------

  /// Units of a slot on a heading that has items below it.
  void collect_heading_units(std::size_t index, std::vector<Clause>& heading_clauses, std::vector<Stretch>& stretches) {
    const Node& node = outline_.nodes[index];
    auto& units = heading_units_[index];
    for (const Clause& c : heading_clauses) units.insert(units.end(), c.units.begin(), c.units.end());
    const bool has_items = !node.children.empty();
    if (has_items && !stretches.empty() && stretches.front().heading.empty()) {  // the slot alone, right under the heading
      auto clauses = readers_.responsibilities.read(text_, stretches.front().range);
      apply_rules(clauses);
      Range left = stretches.front().range;
      bool only_slots = !clauses.empty();
      for (const Clause& c : clauses) {
        only_slots = only_slots && c.form == ClauseForm::slot && !PieceCutter::is_substantive(text_, {left.begin, std::max(left.begin, c.whole.begin)});
        left.begin = std::max(left.begin, c.whole.end);
      }
      if (only_slots && !PieceCutter::is_substantive(text_, left)) {
        for (const Clause& c : clauses) units.insert(units.end(), c.units.begin(), c.units.end());
        stretches.erase(stretches.begin());
      }
    }
    if (!units.empty()) scopes_[index].units = &units;
  }

  void add_stretch(std::size_t index, const Stretch& stretch) {
    const Node& node = outline_.nodes[index];
    auto clauses = readers_.responsibilities.read(text_, stretch.range);
    apply_rules(clauses);
    const auto pieces = readers_.pieces.cut(text_, stretch.range, stretch.heading, clauses);
    const Nature nature = scopes_[index].nature;
    const bool introduces = !node.children.empty() || index == 0;  // rule 4: it only leads to the items below
    const bool no_work = nature == Nature::principle || nature == Nature::overall;
    std::vector<Task> made;
    for (const Piece& piece : pieces) {
      if (is_document_rule(piece.body)) continue;
      Task task = read_piece(index, piece, clauses);
      const bool says_something = !task.times.empty() || !task.targets.empty();
      const bool assigned = !piece.clauses.empty();
      if (!assigned && (introduces || no_work) && !says_something) continue;
      if (!assigned && nature == Nature::principle) continue;
      if (!assigned && index == 0 && !stands_alone()) continue;
      made.push_back(std::move(task));
    }
    name_tasks(index, made);
  }

  void add_table(std::size_t index, const Table& table) {
    std::vector<Task> made;
    for (const TableRow& row : table.rows) {
      Task task = read_piece(index, {row.task, {}, {}}, {});
      extract::TimeContext context{scopes_[index].year != 0 ? scopes_[index].year : list_.document.year,
                                   list_.document.issued_on, true};
      std::erase_if(task.responsibilities, [](const Responsibility& r) { return r.inherited; });
      for (const TableCell& cell : row.cells) {
        if (cell.column.kind == extract::ColumnLabel::Kind::units) {
          add_units(readers_.responsibilities.read_cell(text_, cell.range, cell.column), false, task);
        } else if (cell.column.kind == extract::ColumnLabel::Kind::time) {
          add_times(readers_.times.read(text_, cell.range, context), task);
        }
      }
      made.push_back(std::move(task));
    }
    name_tasks(index, made);
  }

  /// A text without any numbered section: its paragraphs are all there is.
  [[nodiscard]] bool stands_alone() const { return outline_.nodes.size() == 1; }

  Task read_piece(std::size_t index, const Piece& piece, const std::vector<Clause>& clauses) {
    Task task;
    task.kind = kind_of(scopes_[index].nature);
    task.span = layout_.text.source_span(piece.body);
    task.text = body_text(piece);
    task.title = first_clause(piece.body);
    for (const Clause& c : clauses) {  // 由X牵头 and assignment lists stay in the body
      if ((c.form == ClauseForm::prose || c.form == ClauseForm::assignment) && piece.body.contains(c.whole)) {
        add_units(c.units, false, task);
      }
    }
    extract::TimeContext context{scopes_[index].year != 0 ? scopes_[index].year : list_.document.year,
                                 list_.document.issued_on, false};
    std::vector<extract::TimeMention> times;
    const std::vector<Range> parts = parts_of(piece, outline_.nodes[index].title);
    for (const Range part : parts) {
      auto said = readers_.times.read(text_, part, context);
      std::move(said.begin(), said.end(), std::back_inserter(times));
    }
    std::vector<extract::TargetMention> targets;
    for (const Range part : parts) {
      auto said = readers_.targets.read(text_, part, times);
      std::move(said.begin(), said.end(), std::back_inserter(targets));
    }
    for (const Clause* clause : piece.clauses) {
      add_units(clause->units, false, task, clause->qualifier);
      context.slot = true;
      for (const Range slot : clause->time_slots) {
        auto said = readers_.times.read(text_, slot, context);
        std::move(said.begin(), said.end(), std::back_inserter(times));
      }
    }
    add_times(std::move(times), task);
    for (const auto& mention : targets) {
      Target target = mention.value;
      target.text = quote(mention.range);
      target.indicator = quote(mention.indicator);
      target.span = layout_.text.source_span(mention.range);
      task.targets.push_back(std::move(target));
    }
    if (task.responsibilities.empty() && scopes_[index].units != nullptr) {
      add_units(*scopes_[index].units, true, task);
    } else if (task.responsibilities.empty()) {
      for (std::size_t up = outline_.nodes[index].parent; up != 0; up = outline_.nodes[up].parent) {
        if (scopes_[up].units == nullptr) continue;
        add_units(*scopes_[up].units, true, task);
        break;
      }
    }
    for (const DocumentRule& rule : rules_) {
      if (rule.kind == DocumentRule::Kind::added_units && piece.body.end >= rule.range.begin) add_units(rule.units, true, task);
    }
    return task;
  }

  void add_times(std::vector<extract::TimeMention> times, Task& task) const {
    for (auto& mention : times) {
      mention.value.text = quote(mention.range);
      mention.value.span = layout_.text.source_span(mention.range);
      task.times.push_back(std::move(mention.value));
    }
  }

  /// The stretches of a body in which times and targets are looked for. A heading and what follows are read apart, also
  /// where the mark between them was lost (主要目标 2022年……); a clause on the heading and paragraphs that state facts
  /// (问题表现：……) are left out.
  std::vector<Range> parts_of(const Piece& piece, Range title) const {
    std::vector<Range> parts;
    Range rest = piece.body;
    const Range heading = piece.heading.empty() ? title : piece.heading;
    if (!heading.empty() && heading.begin == rest.begin && heading.end < rest.end) {
      parts.push_back(heading);
      rest.begin = piece.heading.empty() ? heading.end : std::min(rest.end, piece.clauses.back()->whole.end);
    }
    for (std::size_t at = rest.begin; at < rest.end;) {
      const std::size_t end = std::min(rest.end, text_.find('\n', at));
      if (!readers_.fact_labels.prefix(text_.substr(at, end - at))) {
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

  /// The body as text, without a clause that stands between its heading and the rest.
  [[nodiscard]] std::string body_text(const Piece& piece) const {
    if (piece.heading.empty()) return quote(piece.body);
    const std::size_t behind = std::clamp(piece.clauses.back()->whole.end, piece.heading.end, piece.body.end);
    const Range rest = PieceCutter::trim(text_, {behind, piece.body.end});
    return quote(piece.heading) + (rest.empty() ? "" : "\n") + quote(rest);
  }

  /// `limit` is what the clause's label says of all its units (国有企业房屋 责任单位); empty where it says nothing.
  void add_units(const std::vector<UnitMention>& units, bool inherited, Task& task, Range limit = {}) const {
    for (const UnitMention& unit : units) {
      Responsibility r;
      r.role = unit.role;
      r.organization = flat(quote(unit.range));
      r.name = unit.name.empty() ? r.organization : unit.name;
      r.group = unit.group;
      r.scope = quote(unit.scope.empty() ? limit : unit.scope);
      r.inherited = inherited;
      r.span = layout_.text.source_span(unit.range);
      task.responsibilities.push_back(std::move(r));
    }
  }

  void name_tasks(std::size_t index, std::vector<Task>& made) {
    const Node& node = outline_.nodes[index];
    const std::string base = index == 0 ? "0" : node.id;
    std::vector<std::string> path;
    for (std::size_t up = index; up != 0; up = outline_.nodes[up].parent) {
      const Section& section = list_.sections[section_of_node_[up]];
      path.insert(path.begin(), section.label + section.title);
    }
    auto& known = pieces_of_node_[index];
    for (Task& task : made) {
      task.section = index == 0 ? std::string{} : node.id;
      task.path = path;
      known.push_back(list_.tasks.size());
      list_.tasks.push_back(std::move(task));
    }
    for (std::size_t k = 0; k < known.size(); ++k) {
      list_.tasks[known[k]].id = known.size() == 1 && index != 0 ? base : base + "-" + std::to_string(k + 1);
    }
  }

  /// Work that the covering letter itself assigns: 请于3月1日前将……报送.
  void add_letter_tasks() {
    std::vector<Task> made;
    for (std::size_t p = 0; p < layout_.paragraphs.size(); ++p) {
      if (frame_.zones[p] != Zone::letter) continue;
      auto clauses = readers_.responsibilities.read(text_, layout_.paragraphs[p]);
      for (const Piece& piece : readers_.pieces.cut(text_, layout_.paragraphs[p], {}, clauses)) {
        Task task = read_piece(0, piece, clauses);
        const bool due = std::any_of(task.times.begin(), task.times.end(), [](const Time& t) {
          return t.type == TimeType::deadline || t.type == TimeType::recurrence || t.type == TimeType::relative;
        });
        if (!piece.clauses.empty() || due) made.push_back(std::move(task));
      }
    }
    name_tasks(0, made);
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

  // --- text -------------------------------------------------------------------------------------------------------

  [[nodiscard]] std::string quote(Range r) const { return r.empty() ? std::string{} : layout_.text.quote(r, source_); }

  /// Without line breaks and spaces that layout put into a name.
  static std::string flat(std::string s) {
    std::erase(s, '\n');
    return s;
  }

  /// The heading or first clause of a body, for lists: up to the first mark, cut at a fixed length.
  [[nodiscard]] std::string first_clause(Range body) const {
    std::size_t at = body.begin, n = 0;
    static constexpr std::u32string_view kStops = U"。;,:!?\n";
    while (at < body.end && n < kTitleLength && kStops.find(text::char_at(text_, at)) == std::u32string_view::npos) {
      at = text::next(text_, at);
      ++n;
    }
    return quote({body.begin, at});
  }

  const layout::Layout& layout_;
  const frame::Frame& frame_;
  const outline::Outline& outline_;
  const text::DocumentText& source_;
  const Readers& readers_;
  std::string_view text_;
  TaskList& list_;
  std::vector<DocumentRule> rules_;
  std::vector<Scope> scopes_;
  std::vector<std::vector<UnitMention>> heading_units_;
  std::vector<std::vector<std::size_t>> pieces_of_node_;  ///< tasks of each node, indices into the list
  std::vector<std::size_t> section_of_node_;
};

}  // namespace

void assemble(const layout::Layout& layout, const frame::Frame& frame, const outline::Outline& outline,
              const text::DocumentText& source, const Readers& readers, TaskList& list) {
  Assembler(layout, frame, outline, source, readers, list).run();
}

}  // namespace libparse::task
