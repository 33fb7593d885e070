// SPDX-License-Identifier: MIT
#include "common/explained_text.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "common/display_text.hpp"
#include "libparse/names.hpp"

namespace tools {
namespace {

using libparse::Span;
using libparse::Task;

constexpr std::string_view kReset = "\x1b[0m", kBold = "\x1b[1m", kGreen = "\x1b[32m", kYellow = "\x1b[33m",
                           kCyan = "\x1b[36m", kFaint = "\x1b[2m";
constexpr std::size_t kIndent = 4;

struct Mark {
  Span span;
  std::string_view color;
};

// Byte offsets of code points, so that spans can be cut out of the text.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) starts_.push_back(i);
    }
    starts_.push_back(text.size());
  }
  [[nodiscard]] std::string_view slice(Span span) const {
    const std::size_t end = std::min(span.end, starts_.size() - 1), begin = std::min(span.begin, end);
    return text_.substr(starts_[begin], starts_[end] - starts_[begin]);
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

// Everything that was read in a task, in text order, without overlaps: of two the first one counts.
std::vector<Mark> marks_of(const Task& task) {
  std::vector<Mark> marks;
  for (const auto& unit : task.responsibilities) {
    if (!unit.inherited) marks.push_back({unit.span, kGreen});
  }
  for (const auto& time : task.times) marks.push_back({time.span, kYellow});
  for (const auto& target : task.targets) marks.push_back({target.span, kCyan});
  for (const auto& decision : task.explain->decisions) {
    if (decision.of == "section" && decision.span && decision.span->end <= task.span.begin) {
      if (task.span.begin - decision.span->end < 2) marks.push_back({*decision.span, kBold});
    }
  }
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
  std::vector<Mark> kept;
  for (const Mark& mark : marks) {
    if (kept.empty() || kept.back().span.end <= mark.span.begin) kept.push_back(mark);
  }
  return kept;
}

// Lines of the source, so that a mark stays on what it marks; line breaks of the source are kept.
void write_source(const Task& task, const CodePoints& text, std::ostream& out, bool color) {
  const std::vector<Mark> marks = marks_of(task);
  Span hull = task.span;
  for (const Mark& mark : marks) hull = {std::min(hull.begin, mark.span.begin), std::max(hull.end, mark.span.end)};
  const auto write = [&](Span span) {
    const std::string_view piece = text.slice(span);
    for (std::size_t at = 0; at <= piece.size();) {
      const std::size_t end = std::min(piece.find('\n', at), piece.size());
      std::string_view line = piece.substr(at, end - at);
      if (line.ends_with('\r')) line.remove_suffix(1);
      out << printable(line);
      if (end < piece.size()) out << "\n  ";
      at = end + 1;
    }
  };
  std::size_t at = hull.begin;
  out << "  ";
  for (const Mark& mark : marks) {
    write({at, mark.span.begin});
    if (color) out << mark.color;
    write(mark.span);
    if (color) out << kReset;
    at = mark.span.end;
  }
  write({at, hull.end});
  out << '\n';
}

void write_reason(const std::string& line, std::ostream& out, const ExplainedStyle& style, bool faint) {
  const std::size_t width = std::max<std::size_t>(style.width, 2 * kIndent + 20) - kIndent;
  bool first = true;
  for (const std::string& part : wrap(line, width - (first ? 0 : 2))) {
    out << std::string(kIndent + (first ? 0 : 2), ' ');
    if (style.color && faint) out << kFaint;
    out << part;
    if (style.color && faint) out << kReset;
    out << '\n';
    first = false;
  }
}

void write_reasons(const Task& task, std::ostream& out, const ExplainedStyle& style) {
  for (const auto& decision : task.explain->decisions) {
    std::string line = decision.of + ": " + decision.is;
    if (!decision.by.empty() && decision.by != decision.is) line += " <- " + decision.by;
    line += " [" + decision.rule + (decision.habit.empty() ? "" : ": " + decision.habit) + "]";
    write_reason(line, out, style, false);
  }
  for (const auto& passed : task.explain->passed_over) {
    std::string line = "no " + passed.of + ": " + passed.text + " (" + passed.reason;
    if (!passed.word.empty()) line += " " + passed.word;
    write_reason(line + ") [" + passed.rule + (passed.habit.empty() ? "" : ": " + passed.habit) + "]", out, style,
                 true);
  }
}

}  // namespace

void write_explained(const libparse::TaskList& list, std::string_view text, std::ostream& out,
                     const ExplainedStyle& style) {
  const CodePoints points(text);
  const libparse::Document& document = list.document;
  out << printable(document.title.empty() ? document.source.path : document.title) << '\n';
  for (const Task& task : list.tasks) {
    if (!task.explain) continue;
    out << '\n';
    if (style.color) out << kBold;
    out << printable(task.id) << ' ' << libparse::name_of(task.kind);
    if (style.color) out << kReset;
    out << '\n';
    write_source(task, points, out, style.color);
    write_reasons(task, out, style);
  }
}

}  // namespace tools
