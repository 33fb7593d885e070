// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include "c_handles.hpp"
#include "libparse.h"
#include "libparse/names.hpp"
#include "libparse/parse.hpp"
#include "libparse/task_list.hpp"

// What of libparse.h looks at the values of a notice. Handles of values are the addresses of the C++ structs.

namespace {

using libparse::Diagnostic;
using libparse::Responsibility;
using libparse::Section;
using libparse::Target;
using libparse::Task;
using libparse::TaskList;
using libparse::Time;

// Overloads by handle, so that a getter cannot read one struct as another.
const Section* from(const libparse_section* handle) { return reinterpret_cast<const Section*>(handle); }
const Task* from(const libparse_task* handle) { return reinterpret_cast<const Task*>(handle); }
const Responsibility* from(const libparse_responsibility* handle) {
  return reinterpret_cast<const Responsibility*>(handle);
}
const Time* from(const libparse_time* handle) { return reinterpret_cast<const Time*>(handle); }
const Target* from(const libparse_target* handle) { return reinterpret_cast<const Target*>(handle); }
const Diagnostic* from(const libparse_diagnostic* handle) { return reinterpret_cast<const Diagnostic*>(handle); }

/// A string member; "" of NULL.
template <typename Struct>
const char* text(const Struct* value, std::string Struct::*member) {
  return value == nullptr ? "" : (value->*member).c_str();
}

/// The word of an enumerator; "" of NULL. Words are literals, so they end with a NUL.
template <typename Struct, typename Enum>
const char* word(const Struct* value, Enum Struct::*member) {
  return value == nullptr ? "" : libparse::name_of(value->*member).data();
}

template <typename Struct, typename Number>
int number(const Struct* value, Number Struct::*member) {
  return value == nullptr ? 0 : static_cast<int>(value->*member);
}

template <typename Struct>
libparse_span span(const Struct* value) {
  return value == nullptr ? libparse_span{0, 0} : libparse_span{value->span.begin, value->span.end};
}

template <typename Struct, typename Element>
std::size_t count(const Struct* value, std::vector<Element> Struct::*member) {
  return value == nullptr ? 0 : (value->*member).size();
}

template <typename Struct, typename Element>
const Element* at(const Struct* value, std::vector<Element> Struct::*member, std::size_t index) {
  return index < count(value, member) ? &(value->*member)[index] : nullptr;
}

const char* text(const std::string* string) { return string == nullptr ? "" : string->c_str(); }

const TaskList* list(const libparse_notice* notice) { return notice == nullptr ? nullptr : &notice->result.list; }

const libparse::Document* document(const libparse_notice* notice) {
  return notice == nullptr ? nullptr : &list(notice)->document;
}

}  // namespace

extern "C" {

const char* libparse_notice_title(const libparse_notice* notice) {
  return text(document(notice), &libparse::Document::title);
}

const char* libparse_notice_genre(const libparse_notice* notice) {
  return text(document(notice), &libparse::Document::genre);
}

const char* libparse_notice_doc_number(const libparse_notice* notice) {
  return notice == nullptr || !document(notice)->doc_number ? "" : document(notice)->doc_number->text.c_str();
}

const char* libparse_notice_issued_on(const libparse_notice* notice) {
  return text(document(notice), &libparse::Document::issued_on);
}

int libparse_notice_year(const libparse_notice* notice) { return number(document(notice), &libparse::Document::year); }

size_t libparse_notice_issuer_count(const libparse_notice* notice) {
  return count(document(notice), &libparse::Document::issuers);
}

const char* libparse_notice_issuer(const libparse_notice* notice, size_t index) {
  return text(at(document(notice), &libparse::Document::issuers, index));
}

size_t libparse_notice_section_count(const libparse_notice* notice) { return count(list(notice), &TaskList::sections); }

const libparse_section* libparse_notice_section(const libparse_notice* notice, size_t index) {
  return reinterpret_cast<const libparse_section*>(at(list(notice), &TaskList::sections, index));
}

size_t libparse_notice_task_count(const libparse_notice* notice) { return count(list(notice), &TaskList::tasks); }

const libparse_task* libparse_notice_task(const libparse_notice* notice, size_t index) {
  return reinterpret_cast<const libparse_task*>(at(list(notice), &TaskList::tasks, index));
}

size_t libparse_notice_diagnostic_count(const libparse_notice* notice) {
  return count(list(notice), &TaskList::diagnostics);
}

const libparse_diagnostic* libparse_notice_diagnostic(const libparse_notice* notice, size_t index) {
  return reinterpret_cast<const libparse_diagnostic*>(at(list(notice), &TaskList::diagnostics, index));
}

const char* libparse_section_id(const libparse_section* section) { return text(from(section), &Section::id); }

const char* libparse_section_parent(const libparse_section* section) { return text(from(section), &Section::parent); }

const char* libparse_section_form(const libparse_section* section) { return word(from(section), &Section::form); }

const char* libparse_section_label(const libparse_section* section) { return text(from(section), &Section::label); }

const char* libparse_section_title(const libparse_section* section) { return text(from(section), &Section::title); }

int libparse_section_number(const libparse_section* section) { return number(from(section), &Section::number); }

int libparse_section_depth(const libparse_section* section) { return number(from(section), &Section::depth); }

libparse_span libparse_section_span(const libparse_section* section) { return span(from(section)); }

const char* libparse_task_id(const libparse_task* task) { return text(from(task), &Task::id); }

const char* libparse_task_fingerprint(const libparse_task* task) { return text(from(task), &Task::fingerprint); }

const char* libparse_task_kind(const libparse_task* task) { return word(from(task), &Task::kind); }

const char* libparse_task_section(const libparse_task* task) { return text(from(task), &Task::section); }

const char* libparse_task_title(const libparse_task* task) { return text(from(task), &Task::title); }

const char* libparse_task_text(const libparse_task* task) { return text(from(task), &Task::text); }

libparse_span libparse_task_span(const libparse_task* task) { return span(from(task)); }

size_t libparse_task_path_count(const libparse_task* task) { return count(from(task), &Task::path); }

const char* libparse_task_path(const libparse_task* task, size_t index) {
  return text(at(from(task), &Task::path, index));
}

size_t libparse_task_responsibility_count(const libparse_task* task) {
  return count(from(task), &Task::responsibilities);
}

const libparse_responsibility* libparse_task_responsibility(const libparse_task* task, size_t index) {
  return reinterpret_cast<const libparse_responsibility*>(at(from(task), &Task::responsibilities, index));
}

size_t libparse_task_time_count(const libparse_task* task) { return count(from(task), &Task::times); }

const libparse_time* libparse_task_time(const libparse_task* task, size_t index) {
  return reinterpret_cast<const libparse_time*>(at(from(task), &Task::times, index));
}

size_t libparse_task_target_count(const libparse_task* task) { return count(from(task), &Task::targets); }

const libparse_target* libparse_task_target(const libparse_task* task, size_t index) {
  return reinterpret_cast<const libparse_target*>(at(from(task), &Task::targets, index));
}

const char* libparse_responsibility_role(const libparse_responsibility* responsibility) {
  return word(from(responsibility), &Responsibility::role);
}

const char* libparse_responsibility_organization(const libparse_responsibility* responsibility) {
  return text(from(responsibility), &Responsibility::organization);
}

const char* libparse_responsibility_name(const libparse_responsibility* responsibility) {
  return text(from(responsibility), &Responsibility::name);
}

const char* libparse_responsibility_canonical(const libparse_responsibility* responsibility) {
  const Responsibility* value = from(responsibility);
  if (value == nullptr) return "";
  return value->canonical.empty() ? value->name.c_str() : value->canonical.c_str();
}

const char* libparse_responsibility_scope(const libparse_responsibility* responsibility) {
  return text(from(responsibility), &Responsibility::scope);
}

int libparse_responsibility_is_group(const libparse_responsibility* responsibility) {
  return number(from(responsibility), &Responsibility::group);
}

int libparse_responsibility_is_inherited(const libparse_responsibility* responsibility) {
  return number(from(responsibility), &Responsibility::inherited);
}

libparse_span libparse_responsibility_span(const libparse_responsibility* responsibility) {
  return span(from(responsibility));
}

const char* libparse_time_type(const libparse_time* time) { return word(from(time), &Time::type); }

const char* libparse_time_text(const libparse_time* time) { return text(from(time), &Time::text); }

const char* libparse_time_start(const libparse_time* time) { return text(from(time), &Time::start); }

const char* libparse_time_end(const libparse_time* time) { return text(from(time), &Time::end); }

const char* libparse_time_every(const libparse_time* time) { return text(from(time), &Time::every); }

const char* libparse_time_within(const libparse_time* time) { return text(from(time), &Time::within); }

const char* libparse_time_after(const libparse_time* time) { return text(from(time), &Time::after); }

const char* libparse_time_edtf(const libparse_time* time) { return text(from(time), &Time::edtf); }

const char* libparse_time_rrule(const libparse_time* time) { return text(from(time), &Time::rrule); }

libparse_span libparse_time_span(const libparse_time* time) { return span(from(time)); }

const char* libparse_target_indicator(const libparse_target* target) { return text(from(target), &Target::indicator); }

const char* libparse_target_comparator(const libparse_target* target) {
  return word(from(target), &Target::comparator);
}

const char* libparse_target_unit(const libparse_target* target) { return text(from(target), &Target::unit); }

const char* libparse_target_direction(const libparse_target* target) { return word(from(target), &Target::direction); }

const char* libparse_target_text(const libparse_target* target) { return text(from(target), &Target::text); }

double libparse_target_value(const libparse_target* target) {
  return target == nullptr ? 0 : from(target)->value.to_double();
}

int libparse_target_max(const libparse_target* target, double* max) {
  if (target == nullptr || !from(target)->max) return 0;
  if (max != nullptr) *max = from(target)->max->to_double();
  return 1;
}

void libparse_target_decimal(const libparse_target* target, int64_t* digits, int* scale) {
  if (digits != nullptr) *digits = target == nullptr ? 0 : from(target)->value.digits;
  if (scale != nullptr) *scale = target == nullptr ? 0 : from(target)->value.scale;
}

libparse_span libparse_target_span(const libparse_target* target) { return span(from(target)); }

const char* libparse_diagnostic_code(const libparse_diagnostic* diagnostic) {
  return text(from(diagnostic), &Diagnostic::code);
}

const char* libparse_diagnostic_severity(const libparse_diagnostic* diagnostic) {
  return word(from(diagnostic), &Diagnostic::severity);
}

const char* libparse_diagnostic_message(const libparse_diagnostic* diagnostic) {
  return text(from(diagnostic), &Diagnostic::message);
}

const char* libparse_diagnostic_task(const libparse_diagnostic* diagnostic) {
  return text(from(diagnostic), &Diagnostic::task);
}

int libparse_diagnostic_span(const libparse_diagnostic* diagnostic, libparse_span* span) {
  if (diagnostic == nullptr || !from(diagnostic)->span) return 0;
  if (span != nullptr) *span = {from(diagnostic)->span->begin, from(diagnostic)->span->end};
  return 1;
}
}
