// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>
#include <string>

#include "frame/draft.hpp"
#include "text/utf8.hpp"

namespace libparse::frame {
namespace {

constexpr auto kNowhere = static_cast<std::size_t>(-1);
constexpr std::size_t kLookedAt = 20;  // attachments of one notice, missing or named by no list

constexpr std::size_t kTitleLine = 110;  // characters of a title printed in one run
constexpr std::size_t kTitleLines = 5;
constexpr std::size_t kPlainTitle = 45;  // characters of a title that ends with no known kind
constexpr std::size_t kShortestTitle = 4;
constexpr std::size_t kOneCharacter = 3;  // bytes

/// The announced title that `key` is; a title cut out of 印发……的通知 may have one character too many.
const std::string* find_announced(const Draft& draft, std::string_view key) {
  for (const std::string& title : draft.carried) {
    if (title.starts_with(key) && title.size() - key.size() <= kOneCharacter) return &title;
  }
  return nullptr;
}

bool starts_announced(const Draft& draft, std::string_view key) {
  return std::any_of(draft.carried.begin(), draft.carried.end(),
                     [&](const std::string& title) { return title.starts_with(key); });
}

struct TitleRun {
  std::size_t lines = 0;
  bool announced = false;
};

/// The lines from `i` on that are a title: announced, or ending with the name of a kind of text.
TitleRun find_run(const Draft& draft, std::size_t i) {
  TitleRun run;
  std::string bare;
  for (std::size_t n = 0; n < kTitleLines && i + n < draft.size() && may_be_title_line(draft, i + n); ++n) {
    const Line& line = draft.lines[i + n];
    if (n == 0 && line.is("title-note")) break;
    if (run.lines > 0 && !line.is("title-note") && issuer_end(draft.words, line.bare) > 0) break;
    bare += line.bare;
    const std::string key = title_key(bare);
    if (find_announced(draft, key) != nullptr) {
      run = {n + 1, true};
    } else if (genre_at_end(draft.words, bare) && is_balanced(bare) && text::count(bare) >= kShortestTitle) {
      if (run.lines == 0 || line.is("title-note")) run.lines = n + 1;
    }
    const bool note_follows = i + n + 1 < draft.size() && draft.lines[i + n + 1].is("title-note");
    if (run.lines > 0 && !note_follows && !starts_announced(draft, key)) break;
  }
  return run;
}

/// Where an announced title ends that stands glued in front of the text of paragraph `i`; 0 where there is none.
std::size_t glued_title_end(const Draft& draft, std::size_t i) {
  const std::string_view text = draft.view(i);
  for (const std::string& title : draft.carried) {
    std::size_t matched = 0, at = 0;
    while (at < text.size() && matched + kOneCharacter < title.size() + 1) {
      const std::size_t next = text::next(text, at);
      const std::string key = title_key(text.substr(at, next - at));
      if (!key.empty()) {
        if (title.compare(matched, key.size(), key) != 0) break;
        matched += key.size();
      } else if (matched == 0) {
        break;  // 《……》 is spoken of, not a title
      }
      at = next;
      if (matched == title.size()) break;
    }
    if (matched < title.size()) continue;
    while (at < text.size() && (text[at] == ')' || text[at] == ' ')) ++at;
    if (at < text.size()) return draft.lines[i].range.begin + at;
  }
  return 0;
}

std::optional<std::size_t> attachment_of(const Draft& draft, int number, std::string_view key) {
  const auto& list = draft.frame.document.attachments;
  for (std::size_t a = 0; a < list.size(); ++a) {
    if (number > 0 ? list[a].number == number : title_key(list[a].title) == key) return a;
  }
  if (number == 0 && key.empty() && list.size() == 1 && list[0].number == 0) return 0;
  return std::nullopt;
}

/// Records a title over `lines` paragraphs from `i` on, up to `end` of the work text.
void record(Draft& draft, std::size_t i, std::size_t lines, std::size_t end, std::optional<std::size_t> attachment) {
  Frame::PlanTitle title;
  title.first = i;
  title.last = i + lines - 1;
  title.range = {draft.lines[i].range.begin, end};
  title.title = tidy_title(draft.words, draft.quote(title.range));
  title.attachment = attachment;
  title.headed = i > 0 && draft.lines[i - 1].label && draft.lines[i - 1].label->form == LabelForm::attachment &&
                 draft.frame.zones[i - 1] == Zone::body;
  if (attachment) draft.present[*attachment] = 1;
  draft.frame.plan_titles.push_back(std::move(title));
  for (std::size_t n = 0; n < lines; ++n) draft.put(i + n, Zone::plan_title);
}

std::size_t add_attachment(Draft& draft, int number, std::string title, std::size_t announced_at, bool present) {
  draft.frame.document.attachments.push_back({number, std::move(title), {}});
  draft.announced_at.push_back(announced_at);
  draft.present.push_back(present ? 1 : 0);
  return draft.present.size() - 1;
}

/// 责任分工表.xlsx of a download list without its file type.
std::string without_file_type(std::string title) {
  const std::size_t point = title.rfind('.');
  if (point == std::string::npos || title.size() - point > 6 || title.size() - point < 3) return title;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (std::all_of(title.begin() + static_cast<std::ptrdiff_t>(point) + 1, title.end(), is_letter)) title.erase(point);
  return title;
}

/// Cuts （略） off the name of an attachment; true where there was one: nobody misses what was left out on purpose.
bool cut_omission(const Words& words, std::string& title) {
  const std::size_t open = std::max(title.rfind("（") + 1, title.rfind('(') + 1);  // npos + 1 is 0
  if (open <= 1) return false;
  const auto note = words.frame.match_whole(title, {open - 1, title.size()});
  if (!note || note->rule->property("line") != "omitted") return false;
  title.erase(open - 1);
  return true;
}

std::string key_of_lines(const Draft& draft, std::size_t i, std::size_t lines) {
  std::string bare;
  for (std::size_t n = 0; n < lines; ++n) bare += draft.lines[i + n].bare;
  return title_key(bare);
}

/// A line that no list word ends but that stands where a title must: 1.、一、 or a sentence follows it.
bool is_plain_title(const Draft& draft, std::size_t i) {
  if (!may_be_title_line(draft, i) || draft.lines[i].is("title-note")) return false;
  const std::size_t characters = draft.lines[i].characters;
  if (characters < kShortestTitle + 1 || characters > kPlainTitle || is_body_name(draft.words, draft.lines[i].bare))
    return false;
  const std::size_t next = draft.open_from(i + 1);
  if (next >= draft.size()) return false;
  const Line& line = draft.lines[next];
  return line.label ? line.label->number == 1 : ends_like_sentence(line.bare) && line.characters > kPlainTitle;
}

}  // namespace

bool holds_han(std::string_view bare) {
  for (std::size_t at = 0; at < bare.size(); at = text::next(bare, at)) {
    if (text::is_han(text::char_at(bare, at))) return true;
  }
  return false;
}

bool may_be_title_line(const Draft& draft, std::size_t i) {
  if (i >= draft.size() || draft.fixed[i] != 0) return false;
  const Line& line = draft.lines[i];
  if (line.label || !line.whole || line.characters > kTitleLine || line.furniture != Furniture::none) return false;
  if (!(line.kind().empty() || line.is("title-note")) || ends_like_sentence(line.bare)) return false;
  if (!line.is("title-note") && !holds_han(line.bare)) return false;
  const auto number = find_number(draft.words, line.bare);
  if (number && number->range == text::Range{0, line.bare.size()}) return false;
  return addressees_end(draft, i, 0) == 0 && !read_date(draft.words, line.bare);
}

bool opens_announced_title(const Draft& draft, std::size_t i) {
  const Line& line = draft.lines[i];
  if (line.label || line.characters < kShortestTitle || line.characters > kTitleLine) return false;
  return starts_announced(draft, title_key(line.bare));
}

std::size_t read_plan_title(Draft& draft, std::size_t i, TitleHint hint) {
  if (!may_be_title_line(draft, i)) {
    const std::size_t end = hint == TitleHint::due && !draft.lines[i].label ? glued_title_end(draft, i) : 0;
    if (end == 0) return 0;
    record(draft, i, 1, end, std::nullopt);
    return 1;
  }
  TitleRun run = find_run(draft, i);
  if (hint == TitleHint::announced && !run.announced) return 0;
  if (run.lines == 0 && hint == TitleHint::due && is_plain_title(draft, i)) run.lines = 1;
  if (run.lines == 0) return 0;
  if (hint == TitleHint::restart && !run.announced) {
    const std::size_t next = draft.open_from(i + run.lines);
    const auto opens = [&](std::size_t at) {
      const auto& label = draft.lines[at].label;
      return label && label->number == 1 && (label->form == LabelForm::cn || label->form == LabelForm::article);
    };
    if (next >= draft.size()) return 0;
    const std::size_t behind = draft.open_from(next + 1);
    const bool preamble = !draft.lines[next].label && ends_like_sentence(draft.lines[next].bare) &&
                          behind < draft.size() && opens(behind);
    if (!opens(next) && !preamble) return 0;
  }
  record(draft, i, run.lines, draft.lines[i + run.lines - 1].range.end,
         attachment_of(draft, 0, key_of_lines(draft, i, run.lines)));
  return run.lines;
}

std::size_t read_attachment_list(Draft& draft, std::size_t i) {
  const Line& line = draft.lines[i];
  const std::string_view text = draft.layout.text.view();
  const layout::LabelReader& labels = draft.words.labels;
  const bool headed = line.label && line.label->form == LabelForm::attachment;
  if (!headed && !line.is("attachments")) return 0;
  std::size_t begin = headed ? line.label->range.end : line.range.begin;
  if (!headed) begin = text.find(':', begin) + 1;
  const auto skip = [&](std::size_t at, std::size_t end) {
    while (at < end && (text[at] == ' ' || text[at] == ':' || text[at] == '.')) ++at;
    return at;
  };
  const std::size_t first = skip(begin, line.range.end);
  const auto label_of = [&](std::size_t k) -> std::optional<layout::Label> {
    if (k >= draft.size() || draft.fixed[k] != 0) return std::nullopt;
    return draft.lines[k].label;
  };
  const auto continues = [&](const std::optional<layout::Label>& label, int number) {
    return label && label->number == number && (label->form == LabelForm::ar || label->form == LabelForm::attachment);
  };
  const int number = headed ? line.label->number : 0;
  if (headed && number > 0) {  // 附件1.…… is a list where the next lines go on with 2.
    const bool goes_on = continues(label_of(i + 1), number + 1) || continues(label_of(i + 2), number + 1);
    if (!goes_on || first >= line.range.end) return 0;
  }
  if (headed && number == 0 && !(text[begin] == ':' || text.substr(begin).starts_with(" :"))) {
    if (!continues(label_of(i + 1), 1) || !continues(label_of(i + 2), 2)) return 0;
  }
  if (first >= line.range.end && !continues(label_of(i + 1), 1)) return 0;

  struct Entry {
    int number;
    std::vector<text::Range> lines;
  };
  std::vector<Entry> entries;
  const auto add = [&](text::Range r, int n) {
    // Several names in one line: 1.…… 2.……
    for (std::size_t at = r.begin; at < r.end;) {
      const std::size_t space = std::min(r.end, text.substr(0, r.end).find(' ', at));
      std::size_t next = space;
      while (next < r.end && text[next] == ' ') ++next;
      const auto label = next < r.end ? labels.read(text, next) : std::nullopt;
      if (label && label->form == LabelForm::ar && label->number == n + 1) {
        entries.push_back({n, {{r.begin, space}}});
        r.begin = skip(label->range.end, r.end);
        n = label->number;
      }
      at = next;
    }
    entries.push_back({n, {r}});
  };
  if (first < line.range.end) {
    const auto label = labels.read(text, first);
    const bool numbered = label && label->form == LabelForm::ar;
    add({numbered ? skip(label->range.end, line.range.end) : first, line.range.end}, numbered ? label->number : number);
  }
  std::size_t k = i + 1;
  for (; k < draft.size() && draft.fixed[k] == 0; ++k) {
    const Line& next = draft.lines[k];
    const int last = entries.empty() ? 0 : entries.back().number;
    if (next.label) {
      const bool item = continues(next.label, last + 1) && (last > 0 || entries.empty());
      const std::size_t from = skip(next.label->range.end, next.range.end);
      if (!item || from >= next.range.end || next.characters > kTitleLine) break;
      add({from, next.range.end}, next.label->number);
    } else {  // the rest of a name that was broken over two lines
      if (entries.empty() || !may_be_title_line(draft, k) || is_signature(draft, k, true)) break;
      const text::Range before = entries.back().lines.back();
      const std::string bare = without_spaces(text.substr(before.begin, before.size()));
      if (genre_at_end(draft.words, bare) && is_balanced(bare) && !draft.lines[k].is("title-note")) break;
      entries.back().lines.push_back(next.range);
    }
  }
  if (entries.empty()) return 0;
  for (const Entry& entry : entries) {
    std::string title;
    for (const text::Range r : entry.lines) title += draft.quote(r) + "\n";
    title = without_file_type(tidy_title(draft.words, title));
    const bool omitted = cut_omission(draft.words, title);
    std::string key = title_key(title);
    if (std::find(draft.carried.begin(), draft.carried.end(), key) == draft.carried.end()) draft.carried.push_back(key);
    if (!attachment_of(draft, entry.number, key)) add_attachment(draft, entry.number, std::move(title), i, omitted);
  }
  for (std::size_t n = i; n < k; ++n) draft.put(n, Zone::attachment_list);
  return k - i;
}

std::size_t read_attachment_heading(Draft& draft, std::size_t i) {
  const Line& line = draft.lines[i];
  if (!line.label || line.label->form != LabelForm::attachment) return 0;
  const int number = line.label->number;
  std::string rest = without_spaces(draft.layout.text.view({line.label->range.end, line.range.end}));
  rest.erase(0, rest.find_first_not_of(":."));
  if (ends_like_sentence(rest)) return 0;  // 附件1所列单位要……。
  draft.put(i, Zone::body);
  if (!rest.empty()) {
    auto attachment = attachment_of(draft, number, title_key(rest));
    if (!attachment) {
      const std::size_t at = line.range.size() - rest.size();
      std::string title = tidy_title(draft.words, draft.quote({line.range.begin + at, line.range.end}));
      attachment = add_attachment(draft, number, std::move(title), kNowhere, true);
      draft.unannounced.emplace_back(*attachment, i);
    }
    draft.present[*attachment] = 1;
    return 1;
  }
  const std::size_t below = i + 1;
  auto attachment = attachment_of(draft, number, {});
  std::size_t lines = below < draft.size() ? find_run(draft, below).lines : 0;
  if (lines == 0 && attachment) {
    // Written differently from its announcement: as many lines as make up its length, if they start alike.
    const std::string key = title_key(draft.frame.document.attachments[*attachment].title);
    for (std::size_t n = 1; n <= kTitleLines && may_be_title_line(draft, below + n - 1); ++n) {
      const std::string there = key_of_lines(draft, below, n);
      if (there.substr(0, 4 * kOneCharacter) != key.substr(0, 4 * kOneCharacter)) break;
      lines = n;
      if (there.size() + 3 * kOneCharacter >= key.size()) break;
    }
  }
  if (lines == 0 && below < draft.size() && is_plain_title(draft, below)) lines = 1;
  if (lines == 0) {
    if (attachment) draft.present[*attachment] = 1;
    return 1;
  }
  const std::size_t end = draft.lines[below + lines - 1].range.end;
  if (!attachment) attachment = attachment_of(draft, 0, key_of_lines(draft, below, lines));
  if (!attachment) {
    std::string title = tidy_title(draft.words, draft.quote({draft.lines[below].range.begin, end}));
    attachment = add_attachment(draft, number, std::move(title), kNowhere, true);
    draft.unannounced.emplace_back(*attachment, i);
  }
  record(draft, below, lines, end, attachment);
  return 1 + lines;
}

namespace {

constexpr std::size_t kTellingName = 8 * kOneCharacter;  // a name that stands nowhere by chance

/// Whether one of the lines names the attachment: above its text, in a list that was not read as one, or behind its
/// announcement, where a page glued its text to other lines.
bool is_named(const Draft& draft, const std::string& title, std::size_t first, std::size_t last) {
  const std::string key = title_key(title);
  return key.size() >= kTellingName &&
         std::any_of(draft.lines.begin() + static_cast<std::ptrdiff_t>(first),
                     draft.lines.begin() + static_cast<std::ptrdiff_t>(last),
                     [&](const Line& line) { return title_key(line.bare).find(key) != std::string::npos; });
}

}  // namespace

void report_attachments(Draft& draft) {
  const auto& attachments = draft.frame.document.attachments;
  const auto span = [&](std::size_t paragraph) { return draft.layout.text.source_span(draft.lines[paragraph].range); };
  std::set<std::string> announced;
  std::size_t missing = 0;
  for (std::size_t a = 0; a < draft.present.size(); ++a) {
    if (draft.announced_at[a] == kNowhere) continue;
    announced.insert(title_key(attachments[a].title));
    if (draft.present[a] != 0) continue;
    std::size_t behind = draft.announced_at[a] + 1;
    while (behind < draft.size() && draft.frame.zones[behind] == Zone::attachment_list) ++behind;
    if (++missing <= kLookedAt && is_named(draft, attachments[a].title, behind, draft.size()))
      continue;  // what it is cannot be told for certain
    draft.diagnostics.push_back({"attachment-missing",
                                 Severity::info,
                                 "announced but not in the file: " + attachments[a].title,
                                 span(draft.announced_at[a]),
                                 {}});
  }
  if (announced.empty()) return;  // a notice without such a list announces none of its attachments
  if (draft.unannounced.size() > kLookedAt) draft.unannounced.resize(kLookedAt);
  for (const auto& [attachment, paragraph] : draft.unannounced) {
    const std::string& title = attachments[attachment].title;
    if (announced.contains(title_key(title)) || is_named(draft, title, 0, paragraph)) continue;
    draft.diagnostics.push_back({"attachment-unannounced",
                                 Severity::info,
                                 "in the file, but not in the list of attachments: " + title,
                                 span(paragraph),
                                 {}});
  }
}

}  // namespace libparse::frame
