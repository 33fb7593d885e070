// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <string>
#include <type_traits>

#include "libparse/task_list.hpp"
#include "libparse/version.hpp"

/// The fields of every object of a task list, described once. Writers, readers and the test that compares them with
/// the schema are visitors over these functions, so that field names cannot drift apart.
///
/// A visitor has four members, called in writing order:
///   constant(name, word)   a string that is always the same
///   required(name, value)  always written, also when empty or zero; a reader insists on it
///   optional(name, value)  left out where it has nothing to say (see `says_nothing`)
///   explained(name, value) like optional, but written only on request
namespace libparse::io {

template <typename T, typename Object>
concept Of = std::same_as<std::remove_const_t<T>, Object>;

template <typename V>
void describe(V& visit, Of<Generator> auto& generator) {
  visit.required("name", generator.name);
  visit.required("version", generator.version);
}

template <typename V>
void describe(V& visit, Of<Span> auto& span) {
  visit.required("begin", span.begin);
  visit.required("end", span.end);
}

template <typename V>
void describe(V& visit, Of<SourceInfo> auto& source) {
  visit.optional("path", source.path);
  visit.required("sha256", source.sha256);
  visit.required("media_type", source.media_type);
  visit.required("encoding", source.encoding);
  visit.required("bytes", source.bytes);
  visit.required("characters", source.characters);
}

template <typename V>
void describe(V& visit, Of<DocNumber> auto& number) {
  visit.required("text", number.text);
  visit.optional("agency", number.agency);
  visit.optional("year", number.year);
  visit.optional("serial", number.serial);
}

template <typename V>
void describe(V& visit, Of<Jurisdiction> auto& jurisdiction) {
  visit.required("name", jurisdiction.name);
  visit.optional("level", jurisdiction.level);
}

template <typename V>
void describe(V& visit, Of<Period> auto& period) {
  visit.optional("start", period.start);
  visit.optional("end", period.end);
}

template <typename V>
void describe(V& visit, Of<Reference> auto& reference) {
  visit.optional("title", reference.title);
  visit.optional("kind", reference.kind);
  visit.optional("doc_number", reference.doc_number);
  visit.optional("standard", reference.standard);
  visit.optional("issuers", reference.issuers);
  visit.optional("span", reference.span);
}

template <typename V>
void describe(V& visit, Of<Attachment> auto& attachment) {
  visit.optional("number", attachment.number);
  visit.optional("title", attachment.title);
  visit.optional("section", attachment.section);
}

template <typename V>
void describe(V& visit, Of<OrganizationTasks> auto& tasks) {
  visit.required("role", tasks.role);
  visit.required("ids", tasks.ids);
}

template <typename V>
void describe(V& visit, Of<Organization> auto& organization) {
  visit.required("name", organization.name);
  visit.optional("names", organization.names);
  visit.optional("level", organization.level);
  visit.optional("kind", organization.kind);
  visit.optional("tasks", organization.tasks);
}

template <typename V>
void describe(V& visit, Of<Document> auto& document) {
  visit.required("source", document.source);
  visit.optional("genre", document.genre);
  visit.optional("title", document.title);
  visit.optional("doc_number", document.doc_number);
  visit.optional("issuers", document.issuers);
  visit.optional("issued_on", document.issued_on);
  visit.optional("published_on", document.published_on);
  visit.optional("printed_on", document.printed_on);
  visit.optional("printed_by", document.printed_by);
  visit.optional("addressees", document.addressees);
  visit.optional("cc", document.cc);
  visit.optional("disclosure", document.disclosure);
  visit.optional("jurisdiction", document.jurisdiction);
  visit.optional("year", document.year);
  visit.optional("period", document.period);
  visit.optional("references", document.references);
  visit.optional("attachments", document.attachments);
  visit.optional("organizations", document.organizations);
}

template <typename V>
void describe(V& visit, Of<Section> auto& section) {
  visit.required("id", section.id);
  visit.optional("parent", section.parent);
  visit.optional("form", section.form);
  visit.optional("label", section.label);
  visit.optional("number", section.number);
  visit.required("depth", section.depth);
  visit.optional("title", section.title);
  visit.required("span", section.span);
}

template <typename V>
void describe(V& visit, Of<Responsibility> auto& responsibility) {
  visit.required("role", responsibility.role);
  visit.required("organization", responsibility.organization);
  visit.required("name", responsibility.name);
  visit.optional("canonical", responsibility.canonical);
  visit.optional("group", responsibility.group);
  visit.optional("scope", responsibility.scope);
  visit.optional("inherited", responsibility.inherited);
  visit.required("span", responsibility.span);
}

template <typename V>
void describe(V& visit, Of<Count> auto& count) {
  visit.required("comparator", count.comparator);
  visit.required("value", count.value);
}

template <typename V>
void describe(V& visit, Of<Time> auto& time) {
  visit.required("type", time.type);
  visit.required("text", time.text);
  visit.required("span", time.span);
  visit.optional("start", time.start);
  visit.optional("end", time.end);
  visit.optional("every", time.every);
  visit.optional("count", time.count);
  visit.optional("by", time.by);
  visit.optional("within", time.within);
  visit.optional("after", time.after);
  visit.optional("edtf", time.edtf);
  visit.optional("rrule", time.rrule);
  visit.optional("basis", time.basis);
  visit.explained("rule", time.rule);
}

template <typename V>
void describe(V& visit, Of<Baseline> auto& baseline) {
  visit.required("text", baseline.text);
  visit.optional("year", baseline.year);
  visit.optional("value", baseline.value);
}

template <typename V>
void describe(V& visit, Of<Target> auto& target) {
  visit.optional("indicator", target.indicator);
  visit.required("comparator", target.comparator);
  visit.required("value", target.value);
  visit.optional("max", target.max);
  visit.optional("unit", target.unit);
  visit.optional("written", target.written);
  visit.optional("ucum", target.ucum);
  visit.optional("quantity_kind", target.quantity_kind);
  visit.optional("direction", target.direction);
  visit.optional("baseline", target.baseline);
  visit.optional("nature", target.nature);
  visit.required("text", target.text);
  visit.required("span", target.span);
  visit.optional("by", target.by);
  visit.explained("rule", target.rule);
}

template <typename V>
void describe(V& visit, Of<Decision> auto& decision) {
  visit.required("of", decision.of);
  visit.required("is", decision.is);
  visit.optional("by", decision.by);
  visit.optional("rule", decision.rule);
  visit.optional("habit", decision.habit);
  visit.optional("span", decision.span);
}

template <typename V>
void describe(V& visit, Of<PassedOver> auto& passed) {
  visit.required("of", passed.of);
  visit.required("text", passed.text);
  visit.required("rule", passed.rule);
  visit.optional("habit", passed.habit);
  visit.required("reason", passed.reason);
  visit.optional("word", passed.word);
  visit.optional("span", passed.span);
}

template <typename V>
void describe(V& visit, Of<Explanation> auto& explanation) {
  visit.optional("decisions", explanation.decisions);
  visit.optional("passed_over", explanation.passed_over);
}

template <typename V>
void describe(V& visit, Of<TaskSource> auto& source) {
  visit.optional("page", source.page);
  visit.optional("paragraph", source.paragraph);
  visit.optional("cell", source.cell);
}

template <typename V>
void describe(V& visit, Of<Restatement> auto& restatement) {
  visit.required("span", restatement.span);
  visit.optional("source", restatement.source);
}

template <typename V>
void describe(V& visit, Of<Task> auto& task) {
  visit.required("id", task.id);
  visit.optional("fingerprint", task.fingerprint);
  visit.required("kind", task.kind);
  visit.optional("section", task.section);
  visit.optional("path", task.path);
  visit.optional("title", task.title);
  visit.required("text", task.text);
  visit.required("span", task.span);
  visit.optional("source", task.source);
  visit.optional("responsibilities", task.responsibilities);
  visit.optional("times", task.times);
  visit.optional("targets", task.targets);
  visit.optional("references", task.references);
  visit.optional("restated", task.restated);
  visit.explained("explain", task.explain);
}

template <typename V>
void describe(V& visit, Of<Diagnostic> auto& diagnostic) {
  visit.required("code", diagnostic.code);
  visit.required("severity", diagnostic.severity);
  visit.required("message", diagnostic.message);
  visit.optional("span", diagnostic.span);
  visit.optional("task", diagnostic.task);
}

template <typename V>
void describe(V& visit, Of<TaskList> auto& list) {
  visit.constant("schema", kTaskListSchema);
  visit.required("generator", list.generator);
  visit.required("document", list.document);
  visit.optional("sections", list.sections);
  visit.optional("tasks", list.tasks);
  visit.optional("diagnostics", list.diagnostics);
}

}  // namespace libparse::io
