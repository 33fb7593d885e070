// SPDX-License-Identifier: MIT
#include "layout/layout.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "layout/glued.hpp"
#include "layout/label.hpp"
#include "layout/lines.hpp"
#include "text/utf8.hpp"

namespace libparse::layout {
namespace {

using text::Range;
using text::WorkText;

bool is_latin(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// Copies `r` without the passages that `drop` rules match.
void copy_without(Range r, const std::vector<Range>& dropped, std::size_t& next_drop, WorkText::Builder& to) {
  std::size_t at = r.begin;
  while (next_drop < dropped.size() && dropped[next_drop].end <= r.begin) ++next_drop;
  for (; next_drop < dropped.size() && dropped[next_drop].begin < r.end; ++next_drop) {
    to.copy({at, std::max(at, dropped[next_drop].begin)});
    at = std::min(r.end, dropped[next_drop].end);
  }
  to.copy({at, r.end});
}

/// The text with joined lines, one paragraph a line.
WorkText join(const WorkText& folded, const std::vector<Line>& lines, const std::vector<bool>& joins,
              const std::vector<Range>& dropped) {
  WorkText::Builder made(folded);
  std::size_t next_drop = 0;
  const std::string_view text = folded.view();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Range r = lines[i].range;
    while (!r.empty() && text[r.begin] == '#' && !(i > 0 && joins[i - 1])) ++r.begin;  // Markdown heading marks
    while (!r.empty() && text[r.begin] == ' ') ++r.begin;
    copy_without(r, dropped, next_drop, made);
    if (i + 1 == lines.size()) break;
    const std::size_t next = lines[i + 1].range.begin;
    if (!joins[i]) {
      made.break_line(next);
    } else if (is_latin(text[lines[i].range.end - 1]) && is_latin(text[next])) {
      made.space(next);
    }
  }
  return std::move(made).finish();
}

std::vector<Range> paragraphs_of(std::string_view text) {
  std::vector<Range> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.size(), text.find('\n', at));
    Range r{at, end};
    while (!r.empty() && (text[r.begin] == ' ' || text[r.begin] == '\t')) ++r.begin;
    while (!r.empty() && (text[r.end - 1] == ' ' || text[r.end - 1] == '\t')) --r.end;
    if (!r.empty()) out.push_back(r);
    at = end + 1;
  }
  return out;
}

WorkText split(const WorkText& joined, const std::vector<std::size_t>& breaks) {
  WorkText::Builder made(joined);
  std::size_t at = 0;
  for (const std::size_t b : breaks) {
    made.copy({at, b});
    made.break_line(b);
    at = b;
  }
  made.copy({at, joined.size()});
  return std::move(made).finish();
}

/// Leaves out a body that stands a second time: a run of paragraphs that repeats most of what came before it.
/// The run must hold a quarter of the whole text, so that the like-worded annexes of one plan are left alone.
void drop_repeated_body(const WorkText& text, std::vector<Range>& paragraphs, Diagnostics& diagnostics) {
  std::unordered_map<std::string_view, std::size_t> first;
  std::size_t total = 0;
  for (const Range r : paragraphs) total += r.size();
  for (std::size_t i = 0; i < paragraphs.size();) {
    const std::string_view line = text.view(paragraphs[i]);
    const auto [known, fresh] = first.emplace(line, i);
    if (fresh) {
      ++i;
      continue;
    }
    std::size_t length = 0, size = 0;
    const std::size_t from = known->second;
    while (i + length < paragraphs.size() && from + length < i &&
           text.view(paragraphs[from + length]) == text.view(paragraphs[i + length])) {
      size += paragraphs[i + length].size();
      ++length;
    }
    if (length >= 3 && size * 4 >= total && size >= 600) {
      const Range run{paragraphs[i].begin, paragraphs[i + length - 1].end};
      diagnostics.push_back({"duplicated-body",
                             Severity::warning,
                             "the same text stands twice in the file; the second copy was not read",
                             text.source_span(run),
                             {}});
      paragraphs.erase(paragraphs.begin() + static_cast<std::ptrdiff_t>(i),
                       paragraphs.begin() + static_cast<std::ptrdiff_t>(i + length));
    } else {
      i += std::max<std::size_t>(1, size * 4 >= total ? 1 : length);
    }
  }
}

}  // namespace

bool Layout::in_table(Range paragraph) const {
  const auto behind = std::upper_bound(tables.begin(), tables.end(), paragraph.begin,
                                       [](std::size_t at, const Range& table) { return at < table.begin; });
  return behind != tables.begin() && (behind - 1)->contains(paragraph);
}

Layout lay_out(const WorkText& folded, const rules::Pack& pack, Diagnostics& diagnostics, LineMeaning meaning) {
  const LabelReader labels(pack);
  const rules::RuleSet& rules = pack.family("layout");
  const std::vector<Line> lines = read_lines(folded, labels, rules);
  const std::vector<bool> joins =
      meaning == LineMeaning::paragraph
          ? std::vector<bool>(lines.size(), false)
          : find_joins(folded.view(), lines, {pack.lexicon("table-header"), pack.lexicon("slot-label")});
  std::vector<Range> dropped;
  rules.scan(folded.view(), {0, folded.size()}, [&](const rules::RuleMatch& m) {
    if (m.rule->property("action") == "drop") dropped.push_back(m.range);
  });
  const WorkText joined = join(folded, lines, joins, dropped);
  Layout out;
  out.text = split(joined, find_glued(joined.view(), paragraphs_of(joined.view()), labels, GlueWords(pack)));
  out.paragraphs = paragraphs_of(out.text.view());
  drop_repeated_body(out.text, out.paragraphs, diagnostics);
  return out;
}

}  // namespace libparse::layout
