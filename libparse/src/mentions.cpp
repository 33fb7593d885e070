// SPDX-License-Identifier: MIT
#include "libparse/mentions.hpp"

#include <algorithm>
#include <charconv>

#include "extract/organization_finder.hpp"
#include "extract/reference.hpp"
#include "extract/responsibility.hpp"
#include "extract/target.hpp"
#include "extract/time.hpp"
#include "input/source_text.hpp"
#include "layout/label.hpp"
#include "layout/layout.hpp"
#include "libparse/names.hpp"
#include "rules/pack.hpp"
#include "text/document_text.hpp"
#include "text/work_text.hpp"

namespace libparse {
namespace {

using text::Range;

/// Everything that reads mentions, made once per rule pack.
struct MentionReaders {
  explicit MentionReaders(const rules::Pack& pack)
      : clauses(pack), organizations(pack), times(pack), targets(pack), references(pack), labels(pack) {}
  extract::ResponsibilityReader clauses;
  extract::OrganizationFinder organizations;
  extract::TimeReader times;
  extract::TargetReader targets;
  extract::ReferenceReader references;
  layout::LabelReader labels;
};

std::string_view kind_name(extract::OrgKind kind) {
  switch (kind) {
    case extract::OrgKind::place:
      return "place";
    case extract::OrgKind::group:
      return "group";
    default:
      return "body";
  }
}

class Finder {
 public:
  Finder(const text::DocumentText& source, const layout::Layout& layout, const MentionReaders& readers,
         const MentionOptions& options, std::vector<Mention>& out)
      : source_(source), layout_(layout), text_(layout.text.view()), readers_(readers), options_(options), out_(out) {
    context_.issued = options.issued_on;
    context_.year = options.year;
    context_.every_date = true;
    if (context_.year == 0 && options.issued_on.size() >= 4) {
      std::from_chars(options.issued_on.data(), options.issued_on.data() + 4, context_.year);
    }
  }

  void read(Range paragraph) {
    const std::size_t first = out_.size();
    if (wants(MentionType::label)) read_label(paragraph);
    if (wants(MentionType::organization)) read_organizations(paragraph);
    if (wants(MentionType::time) || wants(MentionType::quantity)) read_times_and_quantities(paragraph);
    if (wants(MentionType::reference)) read_references(paragraph);
    std::stable_sort(out_.begin() + static_cast<std::ptrdiff_t>(first), out_.end(),
                     [](const Mention& a, const Mention& b) {
                       return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
                     });
  }

 private:
  [[nodiscard]] bool wants(MentionType type) const {
    return options_.only.empty() || std::find(options_.only.begin(), options_.only.end(), type) != options_.only.end();
  }

  [[nodiscard]] std::string quote(Range r) const {
    std::string text = r.empty() ? std::string{} : layout_.text.quote(r, source_);
    std::erase(text, '\n');
    return text;
  }

  Mention& add(MentionType type, Range range, std::string_view rule) {
    Mention& mention = out_.emplace_back();
    mention.type = type;
    mention.text = quote(range);
    mention.span = layout_.text.source_span(range);
    mention.rule = rule;
    return mention;
  }

  void read_label(Range paragraph) {
    const auto label = readers_.labels.read(text_, paragraph.begin);
    if (label && label->range.end <= paragraph.end) {
      add(MentionType::label, label->range, label->rule).label = LabelValue{label->form, label->number};
    }
  }

  void read_organizations(Range paragraph) {
    std::vector<Range> taken;
    for (const extract::Clause& clause : readers_.clauses.read(text_, paragraph)) {
      const bool by_rule = clause.rule.find('.') != std::string_view::npos;
      for (const extract::UnitMention& unit : clause.units) {
        if (unit.person) continue;
        Mention& mention = add(MentionType::organization, unit.range, by_rule ? clause.rule : "lexicon/slot-label");
        mention.organization = OrganizationValue{unit.name.empty() ? mention.text : unit.name,
                                                 unit.group ? "group" : "body", std::string(name_of(unit.role))};
        taken.push_back(unit.range);
      }
    }
    for (const auto& found : readers_.organizations.find(text_, paragraph)) {
      if (std::any_of(taken.begin(), taken.end(), [&](Range r) { return r.overlaps(found.range); })) continue;
      Mention& mention = add(MentionType::organization, found.range, found.rule);
      mention.organization = OrganizationValue{mention.text, std::string(kind_name(found.kind)), {}};
    }
  }

  void read_times_and_quantities(Range paragraph) {
    const auto times = readers_.times.read(text_, paragraph, context_);
    if (wants(MentionType::time)) {
      for (const extract::TimeMention& time : times) {
        Mention& mention = add(MentionType::time, time.range, time.value.rule);
        mention.time = time.value;
        mention.time->rule.clear();
      }
    }
    if (!wants(MentionType::quantity)) return;
    for (const extract::TargetMention& target : readers_.targets.read_all(text_, paragraph, times)) {
      const bool in_time = std::any_of(times.begin(), times.end(), [&](const extract::TimeMention& t) {
        return t.range.overlaps(target.range) && !target.refused.empty();
      });
      if (in_time) continue;  // the 2 of 每年2次
      Mention& mention = add(MentionType::quantity, target.range, target.value.rule);
      mention.quantity = target.value;
      mention.quantity->rule.clear();
      mention.quantity->indicator = quote(target.indicator);
      mention.quantity->written = quote(target.written);
      if (mention.quantity->baseline) mention.quantity->baseline->text = quote(target.baseline);
      mention.quantity->by.reset();  // the mentions of a text have no list of times
      mention.passed_over = target.refused;
    }
  }

  void read_references(Range paragraph) {
    for (const extract::ReferenceMention& found : readers_.references.read(text_, paragraph)) {
      Reference reference;
      reference.title = quote(found.title);
      reference.kind = found.kind;
      reference.standard = quote(found.standard);
      for (const Range issuer : found.issuers) reference.issuers.push_back(quote(issuer));
      if (!found.number.empty()) {
        reference.doc_number = found.parts;
        reference.doc_number->text = quote(found.number);
      }
      add(MentionType::reference, found.range, found.rule).reference = std::move(reference);
    }
  }

  const text::DocumentText& source_;
  const layout::Layout& layout_;
  std::string_view text_;
  const MentionReaders& readers_;
  const MentionOptions& options_;
  extract::TimeContext context_;
  std::vector<Mention>& out_;
};

}  // namespace

MentionResult find_mentions(std::string_view bytes, const MentionOptions& options, const RulePack& rules) {
  const rules::Pack& pack = rules.pack();
  MentionResult result;
  input::SourceText container = input::read_source(bytes, options.input, pack, result.diagnostics);
  text::DocumentText source = text::DocumentText::adopt(std::move(container.utf8));
  const layout::Layout layout =
      layout::lay_out(text::WorkText::fold(source), pack, result.diagnostics,
                      container.whole_paragraphs ? layout::LineMeaning::paragraph : layout::LineMeaning::physical);
  Finder finder(source, layout, pack.derived<MentionReaders>(), options, result.mentions);
  for (const Range paragraph : layout.paragraphs) finder.read(paragraph);
  result.text = std::move(source).take();
  return result;
}

}  // namespace libparse
