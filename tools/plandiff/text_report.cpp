// SPDX-License-Identifier: MIT
#include <ostream>

#include "common/display_text.hpp"
#include "plandiff/report.hpp"

namespace plandiff {
namespace {

using libparse::Change;
using libparse::TextOperation;

constexpr std::size_t kContext = 12;  // characters that are shown around a change of words

constexpr const char* kRed = "\033[31m";
constexpr const char* kGreen = "\033[32m";
constexpr const char* kYellow = "\033[33m";
constexpr const char* kBold = "\033[1m";
constexpr const char* kFaint = "\033[2m";
constexpr const char* kEnd = "\033[0m";

std::size_t next_character(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return at;
}

/// The first and the last characters of a stretch that did not change.
std::string shortened(const std::string& text, bool is_first, bool is_last) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size(); at = next_character(text, at)) starts.push_back(at);
  if (starts.size() <= 2 * kContext + 1) {
    if (!is_first && !is_last) return text;
    if (starts.size() <= kContext) return text;
  }
  const std::string head = is_first ? std::string{} : text.substr(0, starts[std::min(kContext, starts.size() - 1)]);
  const std::string tail = is_last ? std::string{} : text.substr(starts[starts.size() - kContext]);
  return head + "…" + tail;
}

class TextWriter {
 public:
  TextWriter(const Report& report, std::ostream& out, bool color) : report_(report), out_(out), color_(color) {}

  void write() {
    if (!libparse::has_changes(report_.difference)) return;
    write_block("report.head", report_.difference.head);
    write_block("report.sections", report_.difference.sections);
    for (const libparse::TaskDifference& group : report_.difference.tasks) {
      if (!group.changes.empty()) write_task(group);
    }
    std::string counts;
    for (const auto& [change, count] : report_.counts())
      counts += (counts.empty() ? "" : " · ") + report_.label_of(change) + ' ' + std::to_string(count);
    if (report_.difference.unchanged > 0) {
      counts += " · " + report_.words.of("report.unchanged") + ' ' + std::to_string(report_.difference.unchanged);
    }
    out_ << paint(kFaint, counts) << '\n';
  }

 private:
  [[nodiscard]] std::string paint(const char* color, const std::string& text) const {
    return color_ && !text.empty() ? color + text + kEnd : text;
  }
  [[nodiscard]] const char* color_of(Change change) const {
    return libparse::is_weaker(change) ? kRed : is_stronger(change) ? kGreen : kYellow;
  }

  void write_block(const std::string& heading, const std::vector<libparse::Difference>& changes) {
    if (changes.empty()) return;
    out_ << paint(kBold, report_.words.of(heading)) << '\n';
    for (const libparse::Difference& change : changes) write_line(change);
    out_ << '\n';
  }

  void write_task(const libparse::TaskDifference& group) {
    const char* sign = group.before.empty() ? "+ " : group.after.empty() ? "- " : "~ ";
    out_ << paint(kBold, sign + report_.ids_of(group) + "  " + report_.title_of(group)) << '\n';
    for (const libparse::Difference& change : group.changes) {
      write_line(change);
      if (change.change == Change::reworded) write_words(group);
    }
    out_ << '\n';
  }

  void write_line(const libparse::Difference& change) {
    const Line line = report_.line_of(change);
    std::string text = "  " + paint(color_of(line.change), line.label);
    if (!line.subject.empty()) text += "  " + tools::printable(line.subject);
    if (!line.before.empty() || !line.after.empty()) {
      const auto shown = [&](const std::string& value) {
        return value.empty() ? report_.words.of("report.nothing") : tools::printable(value);
      };
      text += "  " + shown(line.before) + " → " + shown(line.after);
    }
    if (!line.note.empty()) text += "  (" + line.note + ')';
    out_ << text << '\n';
  }

  /// [-removed-]{+inserted+}, as wdiff writes it.
  void write_words(const libparse::TaskDifference& group) {
    const auto changes = libparse::compare_texts(report_.before.tasks[group.before.front()].text,
                                                 report_.after.tasks[group.after.front()].text);
    out_ << "    ";
    for (std::size_t i = 0; i < changes.size(); ++i) {
      const std::string text = tools::printable(changes[i].text);
      if (changes[i].operation == TextOperation::equal) {
        out_ << shortened(text, i == 0, i + 1 == changes.size());
      } else if (changes[i].operation == TextOperation::removed) {
        out_ << paint(kRed, "[-" + text + "-]");
      } else {
        out_ << paint(kGreen, "{+" + text + "+}");
      }
    }
    out_ << '\n';
  }

  const Report& report_;
  std::ostream& out_;
  bool color_;
};

}  // namespace

void write_text(const Report& report, std::ostream& out, const TextStyle& style) {
  TextWriter(report, out, style.color).write();
}

}  // namespace plandiff
