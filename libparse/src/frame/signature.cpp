// SPDX-License-Identifier: MIT
#include <algorithm>

#include "frame/draft.hpp"
#include "text/utf8.hpp"

namespace libparse::frame {
namespace {

constexpr std::size_t kMostSigners = 20;
constexpr std::size_t kContactLines = 4;
constexpr std::size_t kAttendanceLines = 40;
constexpr std::size_t kCell = 30;  // characters of the longest cell of a table that is no prose

struct Signature {
  std::size_t lines = 0;
  std::size_t names = 0;          ///< lines that are names only
  std::size_t name_size = 0;      ///< bytes of `bare` of the last line that are a name, where a date follows in it
  std::optional<DateMatch> date;  ///< in the last line
};

bool is_name_line(const Draft& draft, std::size_t i) {
  const Line& line = draft.lines[i];
  return draft.fixed[i] == 0 && !line.label && line.kind().empty() && is_body_name(draft.words, line.bare) &&
         !split_issuers(draft.words, draft.view(i)).empty();
}

Signature find_signature(const Draft& draft, std::size_t i) {
  Signature out;
  std::size_t at = i;
  while (at < draft.size() && at - i < kMostSigners && is_name_line(draft, at)) ++at;
  out.lines = out.names = at - i;
  if (at > i && at < draft.size() && draft.fixed[at] == 0 && draft.lines[at].is("seal")) {
    ++at;
    ++out.lines;
  }
  if (at >= draft.size() || draft.fixed[at] != 0 || draft.lines[at].label) return out;
  const std::string_view bare = draft.lines[at].bare;
  if (bare.size() > kLineBytes) return out;
  if (auto date = read_date(draft.words, bare)) {
    out.date = std::move(date);
    ++out.lines;
  } else if (draft.lines[at].kind().empty()) {
    date = find_last_date(draft.words, bare);
    if (date && date->range.end == bare.size() && is_body_name(draft.words, bare.substr(0, date->range.begin))) {
      out.name_size = date->range.begin;
      out.date = std::move(date);
      ++out.lines;
    }
  }
  return out;
}

std::vector<std::string> names_of(const Draft& draft, std::size_t i, const Signature& found) {
  std::string source;
  for (std::size_t n = 0; n < found.names; ++n) source += draft.quote(draft.lines[i + n].range) + "\n";
  if (found.name_size > 0) source += draft.quote(draft.range_of(i + found.lines - 1, {0, found.name_size}));
  return split_issuers(draft.words, source);
}

/// The head names this body, or the title starts with it.
bool is_known_issuer(const Draft& draft, std::string_view name) {
  const std::string key = title_key(name);
  const auto same = [&](const std::string& known) { return title_key(known) == key; };
  return std::any_of(draft.head_issuers.begin(), draft.head_issuers.end(), same) ||
         std::any_of(draft.metadata.issuers.begin(), draft.metadata.issuers.end(), same) ||
         title_key(draft.title.bare).starts_with(key) || title_key(draft.metadata.title.bare).starts_with(key);
}

/// The document, or its letter, ends at `i`: nothing, the imprint, an attachment or an announced title follows.
bool ends_at(const Draft& draft, std::size_t i) {
  i = draft.open_from(i);
  if (i >= draft.size()) return true;
  const Line& line = draft.lines[i];
  if (line.is("disclosure") || line.is("cc") || line.is("contact")) return true;
  if (line.is("imprint") || line.is("imprint-note")) return true;
  if (line.label) return line.label->form == LabelForm::attachment;
  return opens_announced_title(draft, i);
}

/// Prose ends right before `i`: no cell of a table.
bool stands_behind_text(const Draft& draft, std::size_t i) {
  while (i > 0 && draft.frame.zones[i - 1] == Zone::furniture) --i;
  if (i == 0) return true;
  const Zone before = draft.frame.zones[i - 1];
  if (draft.fixed[i - 1] != 0 && before != Zone::body) return true;
  if (draft.lines[i - 1].is("contact")) return true;
  return ends_like_sentence(draft.lines[i - 1].bare) || draft.lines[i - 1].characters >= kCell;
}

bool is_accepted(const Draft& draft, std::size_t i, const Signature& found, bool in_letter) {
  if (found.lines == 0) return false;
  const std::vector<std::string> names = names_of(draft, i, found);
  const bool known = std::any_of(names.begin(), names.end(), [&](const auto& n) { return is_known_issuer(draft, n); });
  const bool end = ends_at(draft, i + found.lines);
  if (!found.date) return known && end && stands_behind_text(draft, i);
  if (in_letter) return true;
  return known || (end && stands_behind_text(draft, i));
}

void set_date(Draft& draft, const DateMatch& date, text::Range where) {
  draft.signed_on = {date.iso, draft.layout.text.source_span(where), date.truncated};
}

/// Notes in brackets, notes beside the signature, and those of the letter need no 此件 to be known for what they are.
bool is_note_here(const Draft& draft, std::size_t i) {
  if (draft.lines[i].bare.front() == '(') return true;
  if (i > 0 && draft.fixed[i - 1] != 0) {
    const Zone before = draft.frame.zones[i - 1];
    if (before == Zone::signature || before == Zone::imprint || before == Zone::letter || before == Zone::head)
      return true;
  }
  return draft.open_from(i + 1) >= draft.size() || is_signature(draft, i + 1, true);
}

bool is_contact_here(const Draft& draft, std::size_t i) {
  if (i > 0 && draft.fixed[i - 1] != 0 && draft.frame.zones[i - 1] == Zone::signature) return true;
  for (std::size_t n = 1; n <= kContactLines && i + n < draft.size(); ++n) {
    if (is_signature(draft, i + n, false)) return true;
    if (!draft.lines[i + n].is("contact")) return false;
  }
  return false;
}

/// Minutes close with those who were there.
bool is_attendance_here(const Draft& draft, std::size_t i) {
  std::size_t n = 0;
  for (i = draft.open_from(i); i < draft.size() && ++n < kAttendanceLines; i = draft.open_from(i + 1)) {
    if (draft.lines[i].is("imprint") || draft.lines[i].is("cc")) return true;
    if (!draft.lines[i].is("attendance")) return false;
  }
  return true;
}

}  // namespace

bool is_signature(const Draft& draft, std::size_t i, bool in_letter) {
  return i < draft.size() && is_accepted(draft, i, find_signature(draft, i), in_letter);
}

std::size_t read_signature(Draft& draft, std::size_t i, bool in_letter) {
  const Signature found = find_signature(draft, i);
  if (!is_accepted(draft, i, found, in_letter)) return 0;
  if (draft.signed_by.empty() && draft.signed_on.iso.empty()) {
    draft.signed_by = names_of(draft, i, found);
    if (found.date) {
      const std::size_t last = i + found.lines - 1;
      set_date(draft, *found.date, draft.range_of(last, found.date->range));
    }
  }
  for (std::size_t n = 0; n < found.lines; ++n) draft.put(i + n, Zone::signature);
  return found.lines;
}

bool read_glued_signature(Draft& draft, std::size_t i) {
  const Line& line = draft.lines[i];
  const std::string_view bare = line.bare;
  if (!line.whole) return false;
  for (const DateMatch& date : find_dates(draft.words, bare)) {
    std::size_t begin = date.range.begin;  // of the name: behind the last sentence
    while (begin > 0) {
      const std::size_t before = text::previous(bare, begin);
      if (std::u32string_view(U"。.!:").find(text::char_at(bare, before)) != std::u32string_view::npos) break;
      begin = before;
    }
    const text::Range name{begin, date.range.begin};
    const bool named = begin > 0 && is_body_name(draft.words, bare.substr(name.begin, name.size()));
    std::string rest(bare.substr(date.range.end));
    if (const std::size_t close = rest.find(')'); rest.starts_with('(') && close != std::string::npos)
      rest.resize(close + 1);
    std::optional<rules::RuleMatch> note = draft.words.frame.match_whole(rest, {0, rest.size()});
    if (note && note->rule->property("line") != "disclosure") note.reset();
    // A name in front is proof enough; the text that the letter carries may be glued behind the date.
    if (!named && (!name.empty() || !(rest.empty() || note))) continue;
    if (draft.signed_on.iso.empty()) {
      if (named) draft.signed_by = split_issuers(draft.words, draft.quote(draft.range_of(i, name)));
      set_date(draft, date, draft.range_of(i, date.range));
    }
    if (note && draft.frame.document.disclosure.empty()) {
      const text::Range quote{date.range.end + note->range.begin, date.range.end + note->range.end};
      draft.frame.document.disclosure = draft.bare_quote(i, quote);
    }
    return true;
  }
  return false;
}

bool read_tail_line(Draft& draft, std::size_t i) {
  const Line& line = draft.lines[i];
  Document& document = draft.frame.document;
  const auto quoted = [&](std::string_view group) {
    return line.part->range_of(group) ? draft.bare_quote(i, *line.part->range_of(group)) : std::string{};
  };
  if (line.is("disclosure")) {
    if (!is_note_here(draft, i)) return false;
    if (document.disclosure.empty()) document.disclosure = quoted("quote");
    draft.put(i, Zone::signature);
  } else if (line.is("no-text") || line.is("seal")) {
    draft.put(i, Zone::signature);
  } else if (line.is("attendance")) {
    if (!is_attendance_here(draft, i)) return false;
    draft.put(i, Zone::signature);
  } else if (line.is("contact")) {
    if (!is_contact_here(draft, i)) return false;
    draft.put(i, Zone::signature);
  } else if (line.is("cc")) {
    text::Range list = *line.part->range_of("quote");
    while (list.size() >= 3 && std::string_view(line.bare).substr(0, list.end).ends_with("。")) list.end -= 3;
    if (document.cc.empty()) document.cc = split_addressees(draft, i, list);
    draft.put(i, Zone::imprint);
  } else if (line.is("imprint")) {
    if (document.printed_on.empty()) {
      if (const auto date = read_date(draft.words, line.part_text("date"))) document.printed_on = date->iso;
      document.printed_by = quoted("by");
    }
    draft.put(i, Zone::imprint);
  } else if (line.is("imprint-note")) {
    const bool behind = i > 0 && draft.fixed[i - 1] != 0 && draft.frame.zones[i - 1] == Zone::imprint;
    const bool before = i + 1 < draft.size() && (draft.lines[i + 1].is("imprint") || draft.lines[i + 1].is("cc"));
    if (!behind && !before) return false;
    draft.put(i, Zone::imprint);
  } else {
    return false;
  }
  return true;
}

}  // namespace libparse::frame
