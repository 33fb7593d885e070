// SPDX-License-Identifier: MIT
#include "libparse/parse.hpp"

#include "libparse/rule_pack.hpp"
#include "text/document_text.hpp"
#include "text/work_text.hpp"

namespace libparse {

ParseResult parse_notice(std::string_view bytes, const ParseOptions& options, const RulePack& rules) {
  (void)rules;
  ParseResult result;
  const text::DocumentText source = text::DocumentText::decode(bytes, result.list.diagnostics);
  result.list.document.source.path = options.path;
  return result;
}

ParseResult parse_notice(std::string_view bytes, const ParseOptions& options) {
  return parse_notice(bytes, options, RulePack::builtin());
}

}  // namespace libparse
