// SPDX-License-Identifier: MIT
#pragma once

#include <utility>
#include <vector>

#include "rules/records.hpp"
#include "rules/rule_file.hpp"

/// Users' folders over the built-in rules (`--rules DIR`).
namespace libparse::rules {

/// The built-in lexicons and macros as a folder, so that a user's patterns may name them.
RuleFolder as_folder(const PackRecord& builtin);

/// Adds the words and macros of `own` to `base`; of equal words the value is that of `own`.
void lay_over(RuleFolder& base, const RuleFolder& own);

/// What must hold for a user's folder beside what holds for any, so that a slip of the pen is no silent nothing:
/// families that the library reads, keys and kinds in `produces` that the family knows, lexicons that are built in or
/// named by a rule of the folder, values of a kind that the lexicon has.
///
/// \param base  what lies below the folder
/// Errors: `Error{rules}` with file, line and reason.
void check_layer(const RuleFolder& own, const RuleFolder& base, const PackRecord& builtin);

/// The built-in rules, by their index in `builtin.rules`, whose patterns or context words name a lexicon that `all` has
/// more words of: with those put in.
std::vector<std::pair<std::size_t, RuleFile>> extend_rules(const PackRecord& builtin, const RuleFolder& all);

}  // namespace libparse::rules
