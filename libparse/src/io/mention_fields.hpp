// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "io/fields.hpp"
#include "libparse/mentions.hpp"

/// The fields of a mention, for the visitors of io/fields.hpp. A mention writes text, span and rule itself, so its
/// value has only what is special about it, under the names that a task list uses.
namespace libparse {

template <>
inline constexpr std::array kNames<MentionType> = std::to_array<std::string_view>({"organization", "time", "quantity",
                                                                                   "reference", "label"});

namespace io {

/// A value without the fields that the mention around it has.
template <typename T>
struct Bare {
  const T& value;
  const std::string& note;
};

template <typename V>
void describe(V& visit, Of<OrganizationValue> auto& value) {
  visit.required("name", value.name);
  visit.required("kind", value.kind);
  visit.optional("role", value.role);
}

template <typename V>
void describe(V& visit, Of<LabelValue> auto& value) {
  visit.required("form", value.form);
  visit.optional("number", value.number);
}

template <typename V>
void describe(V& visit, Of<Bare<Time>> auto& bare) {
  visit.required("type", bare.value.type);
  visit.optional("start", bare.value.start);
  visit.optional("end", bare.value.end);
  visit.optional("every", bare.value.every);
  visit.optional("count", bare.value.count);
  visit.optional("by", bare.value.by);
  visit.optional("within", bare.value.within);
  visit.optional("after", bare.value.after);
  visit.optional("basis", bare.value.basis);
}

template <typename V>
void describe(V& visit, Of<Bare<Target>> auto& bare) {
  visit.optional("indicator", bare.value.indicator);
  visit.required("comparator", bare.value.comparator);
  visit.required("value", bare.value.value);
  visit.optional("max", bare.value.max);
  visit.optional("unit", bare.value.unit);
  visit.optional("direction", bare.value.direction);
  visit.optional("no_target", bare.note);
}

template <typename V>
void describe(V& visit, Of<Bare<Reference>> auto& bare) {
  visit.optional("title", bare.value.title);
  visit.optional("kind", bare.value.kind);
  visit.optional("doc_number", bare.value.doc_number);
  visit.optional("standard", bare.value.standard);
  visit.optional("issuers", bare.value.issuers);
}

template <typename V>
void describe(V& visit, Of<Mention> auto& mention) {
  visit.required("type", mention.type);
  visit.required("text", mention.text);
  visit.required("span", mention.span);
  if (mention.organization) visit.required("value", *mention.organization);
  if (mention.time) visit.required("value", Bare<Time>{*mention.time, mention.passed_over});
  if (mention.quantity) visit.required("value", Bare<Target>{*mention.quantity, mention.passed_over});
  if (mention.reference) visit.required("value", Bare<Reference>{*mention.reference, mention.passed_over});
  if (mention.label) visit.required("value", *mention.label);
  visit.required("rule", mention.rule);
}

}  // namespace io
}  // namespace libparse
