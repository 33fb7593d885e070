// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_file.hpp"
#include "text/work_text.hpp"

/// Runs the cases of a rule family (rules/FAMILY/cases.yaml) against the family's reader.
namespace libparse::tests {

/// One thing that a reader found.
struct Found {
  text::Range range;
  std::string rule;
  rules::Properties values;  ///< what `expect` may name: type, end, every …
};

/// What a reader makes of one text.
struct Outcome {
  std::vector<Found> found;
  std::vector<std::string> traps;  ///< rules that took a place and read nothing there
};

/// The reader of a family behind a plain face: `where` is what it shall read of `text`, `given` the case's context.
using Read = std::function<Outcome(std::string_view text, text::Range where, const rules::Properties& given)>;

/// The value of `key`, or `otherwise`.
std::string value_of(const rules::Properties& properties, std::string_view key, std::string_view otherwise = "");

/// Checks each case of `family`:
///   accept  the text is one find, made by the case's rule and covering the whole text, with the values of `expect`;
///           of a trap (`produces: {type: none}`): the rule takes a place, and nothing is found
///   reject  the rule finds nothing and takes no place
/// `given: {before, after}` puts text around the case's; a case with `given: {slot}` reads only its own text, so that
/// `before` is the label of its slot. Texts are folded as a document's are.
void run_cases(std::string_view family, const Read& read);

}  // namespace libparse::tests
