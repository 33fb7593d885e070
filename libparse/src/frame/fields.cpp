// SPDX-License-Identifier: MIT
#include <algorithm>

#include "frame/draft.hpp"
#include "text/utf8.hpp"

namespace libparse::frame {
namespace {

int year_in(std::string_view iso) { return iso.size() < 4 ? 0 : std::stoi(std::string(iso.substr(0, 4))); }

/// The document's own lines, or the metadata block where that is more complete: it has the issuer that they lack, or
/// it leaves out the issuer line that only the layout put above the title.
TitleText settled_title(const Draft& draft) {
  if (draft.title.empty() && draft.metadata.title.empty() && !draft.frame.plan_titles.empty()) {
    const Frame::PlanTitle& plan = draft.frame.plan_titles.front();  // an attachment that came without its notice
    return {plan.title, without_spaces(draft.layout.text.view(plan.range))};
  }
  if (draft.title.empty()) return draft.metadata.title;
  if (draft.metadata.title.empty()) return draft.title;
  const std::string own = title_key(draft.title.bare), stated = title_key(draft.metadata.title.bare);
  if (!draft.title_without_issuer.empty() && title_key(draft.title_without_issuer.bare) == stated) {
    return draft.title_without_issuer;
  }
  return stated.size() > own.size() && stated.ends_with(own) ? draft.metadata.title : draft.title;
}

std::vector<std::string> settled_issuers(const Draft& draft, const TitleText& title) {
  if (!draft.signed_by.empty()) return draft.signed_by;
  if (issuer_end(draft.words, title.bare) > 0) {
    // The same names in source characters: up to the first word that opens the rest of the title.
    std::size_t at = 0, from = 0;
    const std::string& text = title.text;
    while (draft.words.title_verb.search(std::string_view(text).substr(from), at)) {
      std::vector<std::string> names = split_issuers(draft.words, std::string_view(text).substr(0, from + at));
      if (!names.empty()) return names;
      from = text::next(text, from + at);
    }
  }
  if (!draft.head_issuers.empty()) return draft.head_issuers;
  return draft.metadata.issuers.empty() && draft.title.empty() ? draft.plan_issuers : draft.metadata.issuers;
}

/// The years that the title, or else the title of the only text it carries, states.
std::vector<Years> stated_years(const Draft& draft, const TitleText& title) {
  std::vector<Years> years = years_of(draft.words, title.bare);
  if (years.empty() && draft.frame.plan_titles.size() == 1) {
    years = years_of(draft.words, draft.frame.plan_titles.front().title);
  }
  return years;
}

/// True for a plan of one year, such as 工作要点: the year in its title rules, not that of its issue.
bool is_annual(const Draft& draft, const TitleText& title) {
  const auto annual = [&](std::string_view bare) { return genre_at_end(draft.words, bare).value == "annual"; };
  if (annual(title.bare)) return true;
  // 关于印发2025年度工作要点的通知: what stands before the last word of the title names the plan.
  const auto genre = genre_at_end(draft.words, title.bare);
  if (genre.value != "official" || !title.bare.ends_with(genre.word)) return false;
  std::string_view carried = std::string_view(title.bare).substr(0, title.bare.size() - genre.word.size());
  if (!carried.empty()) carried = carried.substr(0, text::previous(carried, carried.size()));
  return annual(carried);
}

void settle_dates(Draft& draft) {
  Document& document = draft.frame.document;
  const PlacedDate& stated = draft.metadata.issued;
  const PlacedDate& signed_on = draft.signed_on.iso.empty() ? draft.title_date : draft.signed_on;
  const PlacedDate& issued = signed_on.iso.empty() ? stated : signed_on;
  document.issued_on = issued.iso;
  document.published_on = draft.metadata.published;
  if (issued.truncated) {
    draft.diagnostics.push_back(
        {"truncated-date", Severity::warning, "the date of issue breaks off, read as " + issued.iso, issued.span, {}});
  }
  if (!stated.iso.empty() && !signed_on.iso.empty() && stated.iso != signed_on.iso) {
    draft.diagnostics.push_back({"issue-date-conflict",
                                 Severity::warning,
                                 "signed on " + signed_on.iso + ", but the metadata block says " + stated.iso,
                                 signed_on.span,
                                 {}});
  }
}

void settle_years(Draft& draft, const TitleText& title) {
  Document& document = draft.frame.document;
  const std::vector<Years> years = stated_years(draft, title);
  const bool one = years.size() == 1;
  if (one && years[0].to > years[0].from) {
    document.period = Period{std::to_string(years[0].from) + "-01-01", std::to_string(years[0].to) + "-12-31"};
  }
  const int issued = year_in(document.issued_on);
  const int titled = one && years[0].from == years[0].to ? years[0].from : 0;
  document.year = issued;
  if (titled != 0 && (issued == 0 || (is_annual(draft, title) && std::abs(titled - issued) <= 1)))
    document.year = titled;
  if (document.year == 0) document.year = year_in(document.published_on);
  if (document.year == 0 && document.doc_number) document.year = document.doc_number->year;
  if (document.year == 0) document.year = year_in(document.printed_on);
}

}  // namespace

void settle_fields(Draft& draft) {
  Document& document = draft.frame.document;
  const TitleText title = settled_title(draft);
  document.title = title.text;
  document.genre = genre_of(draft.words, title.bare);
  if (!document.doc_number) document.doc_number = draft.metadata.number;
  document.issuers = settled_issuers(draft, title);
  settle_dates(draft);
  settle_years(draft, title);
  settle_jurisdiction(draft);
  report_attachments(draft);
}

Frame read_frame(const layout::Layout& layout, const text::DocumentText& source, const rules::Pack& pack,
                 Diagnostics& diagnostics, const std::vector<input::HeadField>& head) {
  Draft draft(layout, source, pack.derived<Words>(), diagnostics);
  mark_furniture(draft);
  read_head(draft);
  read_body(draft);
  use_head_fields(draft, head);
  settle_fields(draft);
  return std::move(draft.frame);
}

}  // namespace libparse::frame
