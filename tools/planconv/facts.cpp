// SPDX-License-Identifier: MIT
#include "planconv/facts.hpp"

namespace planconv {

std::string write_fact(const Fact& fact, const Words& words) {
  std::string out = words["fact"];
  out.replace(out.rfind("{}"), 2, fact.value);
  return out.replace(out.find("{}"), 2, fact.name);
}

std::vector<Fact> find_facts(const libparse::Document& document, const Words& words) {
  std::vector<Fact> facts;
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) facts.push_back({words[key], value});
  };
  if (document.doc_number) add("document.doc_number", document.doc_number->text);
  std::string issuers;
  for (const std::string& issuer : document.issuers) issuers += (issuers.empty() ? "" : "、") + issuer;
  add("document.issuers", issuers);
  add("document.issued_on", document.issued_on);
  if (document.period) add("document.period", document.period->start + '/' + document.period->end);
  return facts;
}

}  // namespace planconv
