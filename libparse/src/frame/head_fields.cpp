// SPDX-License-Identifier: MIT
#include <string>

#include "frame/draft.hpp"

namespace libparse::frame {
namespace {

std::string lowered(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

/// The fields of the head that say something of the notice, the first of each kind.
Metadata read_fields(const Words& words, const std::vector<input::HeadField>& head) {
  Metadata out;
  for (const input::HeadField& field : head) {
    const std::string_view kind = words.head_field.find(lowered(field.name)).value;
    if (kind.empty()) continue;
    const std::string bare = without_spaces(field.value);
    if (kind == "title" && out.title.empty() && genre_at_end(words, bare)) {
      out.title = {tidy_title(words, field.value), bare};
    } else if (kind == "published" && out.published.empty()) {
      const auto date = find_last_date(words, bare.substr(0, 10));  // the time of day may stand behind it
      if (date && date->range.begin == 0) out.published = date->iso;
    } else if (kind == "issuer" && out.issuers.empty() && is_body_name(words, bare)) {
      out.issuers = split_issuers(words, field.value);
    }
  }
  return out;
}

void report(Draft& draft, const std::string& what, const std::string& text, const std::string& page) {
  draft.diagnostics.push_back({"head-conflict",
                               Severity::info,
                               "the " + what + " is " + text + " in the text, and " + page + " in the head of the page",
                               std::nullopt,
                               {}});
}

}  // namespace

void use_head_fields(Draft& draft, const std::vector<input::HeadField>& head) {
  const Metadata page = read_fields(draft.words, head);
  Metadata& text = draft.metadata;
  if (text.published.empty()) {
    text.published = page.published;
  } else if (!page.published.empty() && page.published != text.published) {
    report(draft, "date of publication", text.published, page.published);
  }
  if (text.issuers.empty()) text.issuers = page.issuers;
  if (page.title.empty()) return;
  const TitleText& own = draft.title.empty() ? text.title : draft.title;
  if (own.empty() && draft.frame.plan_titles.empty()) {
    text.title = page.title;
    return;
  }
  const std::string a = title_key(own.bare), b = title_key(page.title.bare);
  if (!own.empty() && a.find(b) == std::string::npos && b.find(a) == std::string::npos) {
    report(draft, "title", own.text, page.title.text);
  }
}

}  // namespace libparse::frame
