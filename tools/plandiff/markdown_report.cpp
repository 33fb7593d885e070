// SPDX-License-Identifier: MIT
#include <ostream>

#include "common/display_text.hpp"
#include "plandiff/report.hpp"

namespace plandiff {
namespace {

using libparse::TextOperation;

/// Text of a notice in Markdown (CommonMark with tables): on one line, its marks taken for text.
std::string escaped(std::string_view text) {
  std::string made;
  for (const char c : text) {
    if (c == '\n' || c == '\r' || c == '\t') {
      made += ' ';
      continue;
    }
    if (std::string_view("\\`*_{}[]<>#|~&!").find(c) != std::string_view::npos) made += '\\';
    made += c;
  }
  return made;
}

/// Emphasis by marks breaks beside punctuation (CommonMark 6.2), so tags stand for what went and what came.
std::string tagged(const std::string& tag, std::string_view text) {
  return '<' + tag + '>' + escaped(text) + "</" + tag + '>';
}

class MarkdownWriter {
 public:
  MarkdownWriter(const Report& report, std::ostream& out) : report_(report), out_(out) {}

  void write() {
    const auto& difference = report_.difference;
    out_ << "# " << words("report." + std::string(libparse::name_of(difference.mode))) << "\n\n";
    write_plan("before", report_.before);
    write_plan("after", report_.after);
    out_ << '\n';
    if (!libparse::has_changes(difference)) {
      out_ << words("report.none") << '\n';
      return;
    }
    out_ << "## " << words("report.summary") << "\n\n| | |\n|---|--:|\n";
    for (const auto& [change, count] : report_.counts())
      out_ << "| " << report_.label_of(change) << " | " << count << " |\n";
    out_ << "| " << words("report.unchanged") << " | " << difference.unchanged << " |\n";
    write_block("report.head", difference.head);
    write_block("report.sections", difference.sections);
    bool is_first = true;
    for (const libparse::TaskDifference& group : difference.tasks) {
      if (group.changes.empty()) continue;
      if (std::exchange(is_first, false)) out_ << "\n## " << words("report.tasks") << '\n';
      out_ << "\n### " << escaped(report_.ids_of(group)) << ' ' << escaped(report_.title_of(group)) << "\n\n";
      for (const libparse::Difference& change : group.changes) write_line(change);
      write_texts(group);
    }
  }

 private:
  [[nodiscard]] std::string words(const std::string& key) const { return report_.words.of(key); }

  void write_plan(const std::string& side, const libparse::TaskList& list) {
    const libparse::Document& document = list.document;
    out_ << "- " << report_.side(side) << ": "
         << escaped(document.title.empty() ? document.source.path : document.title);
    if (document.doc_number) out_ << ' ' << escaped(document.doc_number->text);
    if (!document.issued_on.empty()) out_ << ' ' << escaped(document.issued_on);
    out_ << '\n';
  }

  void write_block(const std::string& heading, const std::vector<libparse::Difference>& changes) {
    if (changes.empty()) return;
    out_ << "\n## " << words(heading) << "\n\n";
    for (const libparse::Difference& change : changes) write_line(change);
  }

  void write_line(const libparse::Difference& change) {
    const Line line = report_.line_of(change);
    out_ << "- **" << line.label << "**";
    if (!line.subject.empty()) out_ << ' ' << escaped(line.subject);
    if (!line.before.empty() || !line.after.empty()) {
      const auto shown = [&](const std::string& value) {
        return value.empty() ? words("report.nothing") : escaped(value);
      };
      out_ << ' ' << shown(line.before) << " → " << shown(line.after);
    }
    if (!line.note.empty()) out_ << " (" << line.note << ')';
    out_ << '\n';
  }

  void write_texts(const libparse::TaskDifference& group) {
    out_ << '\n';
    if (is_one_to_one(group)) {
      out_ << "> ";
      for (const auto& change : libparse::compare_texts(report_.before.tasks[group.before.front()].text,
                                                        report_.after.tasks[group.after.front()].text)) {
        if (change.operation == TextOperation::equal) out_ << escaped(change.text);
        if (change.operation == TextOperation::removed) out_ << tagged("del", change.text);
        if (change.operation == TextOperation::inserted) out_ << tagged("ins", change.text);
      }
      out_ << '\n';
      return;
    }
    for (const std::size_t i : group.before) out_ << "> " << tagged("del", report_.before.tasks[i].text) << "\n>\n";
    for (const std::size_t k : group.after) out_ << "> " << tagged("ins", report_.after.tasks[k].text) << "\n>\n";
  }

  const Report& report_;
  std::ostream& out_;
};

}  // namespace

void write_markdown(const Report& report, std::ostream& out) { MarkdownWriter(report, out).write(); }

}  // namespace plandiff
