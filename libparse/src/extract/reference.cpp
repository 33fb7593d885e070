// SPDX-License-Identifier: MIT
#include "extract/reference.hpp"

#include <charconv>

#include "libparse/names.hpp"
#include "text/utf8.hpp"

namespace libparse::extract {
namespace {

using rules::RuleMatch;
using text::Range;

constexpr std::size_t kShortestAgency = 6;  // bytes: 国发

int to_int(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

ReferenceReader::ReferenceReader(const rules::Pack& pack)
    : rules_(pack.family("reference")),
      forms_(pack.lexicon("reference-form")),
      leads_(pack.lexicon("reference-lead")),
      joins_(pack.lexicon("list-join")),
      genres_(pack.lexicon("genre")),
      kinds_(pack.lexicon("reference-kind")),
      party_(pack.lexicon("party-title")),
      bodies_(pack.lexicon("org-suffix")),
      names_(pack.lexicon("org-name")),
      national_(pack.lexicon("national-body")),
      subjects_(pack.lexicon("title-subject")) {}

std::string_view ReferenceReader::refusal(const RuleMatch& match, std::string_view text) const {
  if (match.rule->property("type") == "none") return "trap";
  if (match.rule->property("type") == "number") return {};
  const std::string_view title = match.get("title", text);
  if (title.find_first_not_of(' ') == std::string_view::npos) return "no title";
  if (genres_.contains(title)) return "a short name";
  if (forms_.suffix(title)) return "a certificate or form";
  return {};
}

ReferenceKind ReferenceReader::kind_of(const ReferenceMention& mention, std::string_view text) const {
  if (!mention.standard.empty()) return ReferenceKind::standard;
  const std::string_view title = text.substr(mention.title.begin, mention.title.size());
  const std::size_t note = title.ends_with(')') ? title.rfind('(') : std::string_view::npos;  // 条例(试行)
  const auto kind = find_named<ReferenceKind>(kinds_.suffix(title.substr(0, note)).value).value_or(ReferenceKind::none);
  return kind == ReferenceKind::regulation && party_.any_in(title) ? ReferenceKind::none : kind;
}

/// 中共中央|国务院, 建设部|应急管理部: two bodies with nothing between them. An office of a body is one
/// (国务院|办公厅).
bool ReferenceReader::is_glued(std::string_view name, std::string_view ending) const {
  for (std::size_t at = text::next(name, 0); at < name.size(); at = text::next(name, at)) {
    const std::string_view first = name.substr(0, at), rest = name.substr(at);
    if (!ending.empty() && first.ends_with(ending) && rest.size() > ending.size()) return true;
    if (national_.contains(first) && names_.contains(rest)) return true;
  }
  return false;
}

/// 国家发展改革委 财政部|关于…: each part before the subject has to end as a body does.
std::vector<Range> ReferenceReader::issuers_of(std::string_view text, Range title) const {
  constexpr std::size_t kLongest = 180;  // bytes of all issuers
  std::size_t at = 0;
  const auto subject = subjects_.search(text.substr(title.begin, std::min(title.size(), kLongest)), at);
  if (!subject || at == 0) return {};
  std::vector<Range> out;
  const std::size_t end = title.begin + at;
  for (std::size_t begin = title.begin; begin < end;) {
    std::size_t stop = begin;
    while (stop < end && text[stop] != ' ' && !text.substr(stop).starts_with("、")) stop = text::next(text, stop);
    const std::string_view name = text.substr(begin, stop - begin);
    const auto ending = bodies_.suffix(name);
    const bool ends = (ending.value == "body" || ending.value == "short") && text::count(name) > 2;
    const bool body = ends || names_.contains(name) || names_.suffix(name).value == "plain" || national_.contains(name);
    if (!body || is_glued(name, ending.word)) return {};
    out.push_back({begin, stop});
    begin = stop < end ? text::next(text, stop) : end;
  }
  return out;
}

/// Where the 机关代字 starts: behind the words of the sentence before it. A word that only joins is one right behind
/// the last reference (国办发〔2020〕1号和国办发〔2020〕2号), for places are named with it (和政县).
std::size_t ReferenceReader::agency_begin(std::string_view text, Range agency, std::size_t last_end) const {
  std::size_t begin = agency.begin;
  for (std::size_t at = agency.begin; at < agency.end; at = text::next(text, at)) {
    if (const auto lead = leads_.prefix(text.substr(at, agency.end - at))) begin = at + lead.word.size();
  }
  if (begin == last_end) {
    if (const auto join = joins_.prefix(text.substr(begin, agency.end - begin))) begin += join.word.size();
  }
  return begin;
}

std::vector<ReferenceMention> ReferenceReader::read(std::string_view text, Range where,
                                                    std::vector<rules::Rejection>* rejections) const {
  std::vector<ReferenceMention> out;
  std::size_t last_end = std::string_view::npos;
  rules_.scan(
      text, where,
      [&](const RuleMatch& match) {
        std::string_view reason = refusal(match, text);
        ReferenceMention mention;
        mention.range = match.range;
        mention.rule = match.rule->id();
        mention.title = match.range_of("title").value_or(Range{});
        if (const auto agency = match.range_of("agency")) {
          const std::string_view order = match.get("order", text), serial = match.get("serial", text);
          const auto last = match.range_of(order.empty() ? "serial" : "order");
          const bool bare = mention.title.empty();
          mention.number = {bare ? agency_begin(text, *agency, last_end) : agency->begin, last->end};
          while (mention.number.end < match.whole.end && text[mention.number.end] == ' ') ++mention.number.end;
          mention.number.end = text::next(text, mention.number.end);                                   // 号
          const std::size_t agency_end = order.empty() ? agency->end : text::next(text, agency->end);  // 国务院|令
          mention.parts.agency =
              text.substr(mention.number.begin, agency_end - std::min(agency_end, mention.number.begin));
          mention.parts.serial = to_int(order.empty() ? serial : order);
          mention.parts.year = to_int(match.get("year", text));
          if (bare) mention.range = mention.number;
          if (text::count(mention.parts.agency) < 2 && reason.empty()) reason = "no issuing body";
        }
        mention.standard = match.range_of("standard").value_or(Range{});
        mention.kind = kind_of(mention, text);
        mention.issuers = issuers_of(text, mention.title);
        if (reason.empty() && !mention.number.empty() && mention.parts.agency.size() < kShortestAgency)
          reason = "no agency";
        if (!reason.empty()) {
          if (rejections != nullptr) rejections->push_back({match.rule, match.range, reason, {}});
          return;
        }
        last_end = mention.range.end;
        out.push_back(std::move(mention));
      },
      rejections);
  return out;
}

}  // namespace libparse::extract
