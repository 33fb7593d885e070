// SPDX-License-Identifier: MIT
#include "task/references.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace libparse::task {
namespace {

using frame::Zone;

/// Titles that stand for the notice and what it carries.
bool is_own(const TaskList& list, const frame::Frame& frame, const std::string& title) {
  if (title.empty()) return false;
  if (list.document.title.find(title) != std::string::npos) return true;
  return std::any_of(list.document.attachments.begin(), list.document.attachments.end(),
                     [&](const Attachment& a) { return a.title == title; }) ||
         std::any_of(frame.plan_titles.begin(), frame.plan_titles.end(),
                     [&](const frame::Frame::PlanTitle& p) { return p.title == title; });
}

std::string key_of(const Reference& reference) {
  if (!reference.title.empty()) return reference.title;
  return '\n' + (reference.doc_number ? reference.doc_number->text : reference.standard);
}

void add_to(std::vector<Reference>& references, const Reference& reference) {
  const auto same = std::find_if(references.begin(), references.end(),
                                 [&](const Reference& known) { return key_of(known) == key_of(reference); });
  if (same == references.end()) references.push_back(reference);
}

}  // namespace

void add_references(const NoticeView& view, const extract::ReferenceReader& reader, TaskList& list) {
  std::vector<Reference> all;
  for (std::size_t p = 0; p < view.layout.paragraphs.size(); ++p) {
    if (view.frame.zones[p] != Zone::letter && view.frame.zones[p] != Zone::body) continue;
    for (const extract::ReferenceMention& mention : reader.read(view.text(), view.layout.paragraphs[p])) {
      Reference reference;
      reference.title = view.quote_line(mention.title);
      reference.kind = mention.kind;
      reference.standard = view.quote_line(mention.standard);
      for (const text::Range issuer : mention.issuers) reference.issuers.push_back(view.quote_line(issuer));
      reference.span = view.span(mention.range);
      if (is_own(list, view.frame, reference.title)) continue;
      if (!mention.number.empty()) {
        reference.doc_number = mention.parts;
        reference.doc_number->text = view.quote_line(mention.number);
      }
      all.push_back(std::move(reference));
    }
  }
  std::set<std::string> known;
  for (const Reference& reference : all) {
    if (known.insert(key_of(reference)).second) list.document.references.push_back(reference);
  }
  auto next = all.begin();
  for (Task& task : list.tasks) {  // both are in text order; the body of one task holds no other's
    while (next != all.end() && next->span->begin < task.span.begin) ++next;
    for (; next != all.end() && next->span->end <= task.span.end; ++next) add_to(task.references, *next);
  }
}

}  // namespace libparse::task
