// SPDX-License-Identifier: MIT
#include <ostream>

#include "common/markup.hpp"
#include "plandiff/report.hpp"

namespace plandiff {

extern const std::string_view kPageStyle;  // page/page.css, embedded by CMake

namespace {

using libparse::Change;
using libparse::TextOperation;

std::string escaped(std::string_view text) { return tools::escape_markup(text, tools::LineFeeds::kept); }

/// Colours are for what is given up and what is gained.
const char* tone_of(Change change) {
  return libparse::is_weaker(change) ? " weaker" : is_stronger(change) ? " stronger" : "";
}

class HtmlWriter {
 public:
  HtmlWriter(const Report& report, std::ostream& out) : report_(report), out_(out) {}

  void write() {
    const auto& difference = report_.difference;
    const std::string title = words("report." + std::string(libparse::name_of(difference.mode)));
    out_ << "<!DOCTYPE html>\n<html lang=\"" << (report_.language == Language::zh ? "zh-Hans" : "en")
         << "\">\n<head>\n<meta charset=\"utf-8\"/>\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>"
         << escaped(title) << "</title>\n<style>\n"
         << kPageStyle << "</style>\n</head>\n<body>\n<h1>" << escaped(title) << "</h1>\n";
    write_counts();
    write_block("report.head", difference.head);
    write_block("report.sections", difference.sections);
    write_tasks();
    out_ << "</body>\n</html>\n";
  }

 private:
  [[nodiscard]] std::string words(const std::string& key) const { return report_.words.of(key); }

  void write_counts() {
    out_ << "<ul class=\"counts\">\n";
    for (const auto& [change, count] : report_.counts()) {
      out_ << "<li class=\"badge" << tone_of(change) << "\">" << escaped(report_.label_of(change)) << ' ' << count
           << "</li>\n";
    }
    if (!libparse::has_changes(report_.difference))
      out_ << "<li class=\"badge plain\">" << escaped(words("report.none")) << "</li>\n";
    out_ << "<li class=\"badge plain\">" << escaped(words("report.unchanged")) << ' ' << report_.difference.unchanged
         << "</li>\n</ul>\n";
  }

  void write_line(const libparse::Difference& change) {
    const Line line = report_.line_of(change);
    out_ << "<li><span class=\"badge" << tone_of(change.change) << "\">" << escaped(line.label) << "</span>";
    if (!line.subject.empty()) out_ << ' ' << escaped(line.subject);
    if (!line.before.empty() || !line.after.empty()) {
      out_ << ' ';
      if (!line.before.empty()) out_ << "<del>" << escaped(line.before) << "</del>";
      out_ << " → ";
      if (!line.after.empty()) out_ << "<ins>" << escaped(line.after) << "</ins>";
      if (line.after.empty()) out_ << escaped(words("report.nothing"));
    }
    if (!line.note.empty()) out_ << " <span class=\"note\">(" << escaped(line.note) << ")</span>";
    out_ << "</li>\n";
  }

  void write_block(const std::string& heading, const std::vector<libparse::Difference>& changes) {
    if (changes.empty()) return;
    out_ << "<h2>" << escaped(words(heading)) << "</h2>\n<div class=\"changes\"><ul>\n";
    for (const libparse::Difference& change : changes) write_line(change);
    out_ << "</ul></div>\n";
  }

  void write_column_head(const std::string& side, const libparse::TaskList& list) {
    const libparse::Document& document = list.document;
    out_ << "<th>" << escaped(report_.side(side)) << "<span>"
         << escaped(document.title.empty() ? document.source.path : document.title);
    if (document.doc_number) out_ << ' ' << escaped(document.doc_number->text);
    if (!document.issued_on.empty()) out_ << ' ' << escaped(document.issued_on);
    out_ << "</span></th>\n";
  }

  void write_tasks() {
    out_ << "<h2>" << escaped(words("report.tasks")) << "</h2>\n"
         << "<input type=\"checkbox\" id=\"unchanged\"/> <label for=\"unchanged\">"
         << escaped(words("report.show-unchanged")) << "</label>\n<table>\n<thead><tr>\n";
    write_column_head("before", report_.before);
    write_column_head("after", report_.after);
    out_ << "</tr></thead>\n";
    for (const libparse::TaskDifference& group : report_.difference.tasks) write_group(group);
    out_ << "</table>\n";
  }

  void write_group(const libparse::TaskDifference& group) {
    const bool is_same = group.changes.empty();
    out_ << (is_same ? "<tbody class=\"same\">\n" : "<tbody>\n");
    if (!is_same) {
      out_ << "<tr><td class=\"changes\" colspan=\"2\"><ul>\n";
      for (const libparse::Difference& change : group.changes) write_line(change);
      out_ << "</ul></td></tr>\n";
    }
    std::vector<libparse::TextChange> changes;
    if (is_one_to_one(group)) {
      changes = libparse::compare_texts(report_.before.tasks[group.before.front()].text,
                                        report_.after.tasks[group.after.front()].text);
    }
    out_ << "<tr>";
    write_cell(group.before, report_.before, changes, TextOperation::removed);
    write_cell(group.after, report_.after, changes, TextOperation::inserted);
    out_ << "</tr>\n</tbody>\n";
  }

  void write_cell(const std::vector<std::size_t>& members, const libparse::TaskList& list,
                  const std::vector<libparse::TextChange>& changes, TextOperation own) {
    if (members.empty()) {
      out_ << "<td class=\"absent\">—</td>\n";
      return;
    }
    out_ << "<td>";
    for (const std::size_t i : members) {
      const libparse::Task& task = list.tasks[i];
      out_ << "<div class=\"member\"><span class=\"id\">" << escaped(task.id) << "</span> <span class=\"title\">"
           << escaped(title_of(task)) << "</span>\n<p class=\"text\">";
      if (changes.empty()) out_ << escaped(task.text);
      const char* tag = own == TextOperation::removed ? "del" : "ins";
      for (const libparse::TextChange& change : changes) {
        if (change.operation == TextOperation::equal) {
          out_ << escaped(change.text);
        } else if (change.operation == own) {
          out_ << '<' << tag << '>' << escaped(change.text) << "</" << tag << '>';
        }
      }
      out_ << "</p></div>\n";
    }
    out_ << "</td>\n";
  }

  const Report& report_;
  std::ostream& out_;
};

}  // namespace

void write_html(const Report& report, std::ostream& out) { HtmlWriter(report, out).write(); }

}  // namespace plandiff
