// SPDX-License-Identifier: MIT
#include "plancheck/evidence.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "plancheck/quote.hpp"
#include "plancheck/quoted.hpp"

namespace plancheck {
namespace {

using libparse::Reference;
using libparse::Span;
using libparse::Task;

class EvidenceCheck {
 public:
  EvidenceCheck(Collector& collector, const libparse::ParseResult& notice)
      : collector_(collector), notice_(notice), text_(notice.text) {}

  void run() {
    check_source();
    const libparse::TaskList& list = collector_.list();
    check_references(list.document.references, Pointer() / "document" / "references", nullptr);
    for (std::size_t i = 0; i < list.sections.size(); ++i) {
      const libparse::Section& section = list.sections[i];
      check(section.label + section.title, section.span, Pointer() / "sections" / i, nullptr);
    }
    for (std::size_t i = 0; i < list.tasks.size(); ++i) check_task(list.tasks[i], Pointer() / "tasks" / i);
  }

 private:
  void check_source() {
    const Pointer here = Pointer() / "document" / "source";
    const libparse::SourceInfo& told = collector_.list().document.source;
    const libparse::SourceInfo& found = notice_.list.document.source;
    if (told.sha256 != found.sha256) {
      collector_.add("check-source-hash", here / "sha256", "the notice has the SHA-256 " + found.sha256);
    }
    check_size(told.bytes, found.bytes, here / "bytes", " bytes");
    check_size(told.characters, found.characters, here / "characters", " characters");
  }

  void check_size(std::size_t told, std::size_t found, const Pointer& here, const std::string& unit) {
    if (told != found) collector_.add("check-source-size", here, "the notice has " + std::to_string(found) + unit);
  }

  void check_task(const Task& task, const Pointer& here) {
    // Bodies that overlap are no sound list; what they leave out is not looked for, or time would not be linear.
    const bool overlaps = task.span.begin < bodies_end_;
    bodies_end_ = std::max(bodies_end_, task.span.end);
    check(task.text, task.span, here / "text", &task, overlaps ? Gaps::layout : Gaps::clauses);
    for (std::size_t n = 0; n < task.responsibilities.size(); ++n) {
      check(task.responsibilities[n].organization, task.responsibilities[n].span,
            here / "responsibilities" / n / "organization", &task);
    }
    for (std::size_t n = 0; n < task.times.size(); ++n) {
      check(task.times[n].text, task.times[n].span, here / "times" / n / "text", &task);
    }
    for (std::size_t n = 0; n < task.targets.size(); ++n) {
      check(task.targets[n].text, task.targets[n].span, here / "targets" / n / "text", &task);
    }
    check_references(task.references, here / "references", &task);
  }

  void check_references(const std::vector<Reference>& references, const Pointer& here, const Task* task) {
    for (std::size_t n = 0; n < references.size(); ++n) {
      const Reference& reference = references[n];
      const std::string number = reference.doc_number ? reference.doc_number->text : reference.standard;
      if (!reference.span || reference.title.size() + number.size() == 0) continue;
      const std::string_view slice = text_.slice(*reference.span);
      if (is_reference(reference.title, number, slice)) continue;
      add(slice, number.empty() ? reference.title : reference.title + ' ' + number, here / n, task);
    }
  }

  void check(const std::string& quote, const Span& span, const Pointer& here, const Task* task,
             Gaps gaps = Gaps::layout) {
    if (span.begin >= span.end) return;        // check-span tells of it
    constexpr std::size_t kMostLayout = 1024;  // bytes of page numbers and empty lines beside a quote
    const std::string_view slice = text_.slice(span);
    const bool is_too_long = gaps == Gaps::layout && slice.size() > 8 * quote.size() + kMostLayout;
    if (is_too_long || !is_quote(quote, slice, gaps)) add(slice, quote, here, task);
  }

  void add(std::string_view slice, const std::string& quote, const Pointer& here, const Task* task) {
    collector_.add("check-quote", here, "the notice has " + quoted(slice) + " at the span, not " + quoted(quote), task);
  }

  Collector& collector_;
  const libparse::ParseResult& notice_;
  QuotedText text_;
  std::size_t bodies_end_ = 0;
};

}  // namespace

void check_evidence(Collector& collector, const libparse::ParseResult& notice) {
  EvidenceCheck(collector, notice).run();
}

}  // namespace plancheck
