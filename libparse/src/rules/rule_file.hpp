// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

/// The rule files as they are written, loaded and checked. The rule compiler reads the built-in folder with this at
/// build time; `--rules DIR` reads a user's folder with it at run time. See docs/adding-a-rule.md for the forms.
namespace libparse::rules {

/// A place in a rule file; `line` counts from 1.
struct Place {
  std::string path;
  int line = 0;
};

/// Words, each with a value (empty in plain lists). `lexicon/NAME.txt`: one `word` or `word<TAB>value` a line;
/// `#` starts a comment.
struct LexiconFile {
  struct Entry {
    std::string word;  ///< full-width forms narrowed, as in the text that words are looked up in
    std::string value;
    int line = 0;
  };
  std::string name;
  std::vector<Entry> entries;
  Place place;
};

using Properties = std::vector<std::pair<std::string, std::string>>;

/// One rule of `FAMILY/rules.yaml`.
struct RuleFile {
  std::string id;                          ///< `family.what-it-says`
  std::string family;                      ///< the folder
  std::string habit;                       ///< which habit of writing or clause of a standard it covers
  std::string example;                     ///< a text that it matches whole
  std::string match;                       ///< RE2 with {name} for a lexicon or a macro of macros.yaml
  std::string pattern;                     ///< `match` with every {name} put in
  std::vector<std::string> unless_before;  ///< void where one of these words ends right before the match
  std::vector<std::string> unless_after;   ///< void where one of these words starts right behind the match
  std::vector<std::string> only_before;    ///< where given, one of these words must end right before
  std::vector<std::string> only_after;     ///< where given, one of these words must start right behind
  std::array<std::vector<std::string>, 4>
      written;          ///< the four lists as written: `{name}` stands for a lexicon's words
  Properties produces;  ///< what the family's reader makes of it
  Place place;
};

/// One entry of `FAMILY/cases.yaml`.
struct CaseFile {
  std::string id;
  std::string rule;
  std::vector<std::string> accept;
  std::vector<std::string> reject;
  Properties expect;
  Properties given;  ///< context: `year`, `issued`
  Place place;
};

struct RuleFolder {
  std::vector<LexiconFile> lexicons;
  std::vector<RuleFile> rules;
  std::vector<CaseFile> cases;
  Properties macros;  ///< name and pattern, as written
};

/// Loads every file below `folder`, in the order of their names. `base` gives lexicons and macros that the folder's
/// rules may name too (the built-in ones under a user's folder).
///
/// Errors: `Error{rules}` with file, line and reason: unknown or repeated key, id outside its family, repeated id,
///         undefined {name}, pattern that RE2 or parse_syntax refuses or that matches nothing, example that its rule
///         does not match.
RuleFolder load_rule_folder(const std::filesystem::path& folder, const RuleFolder* base = nullptr);

/// Fills in what follows from what is written: the pattern and the context words. {name} is looked
/// up in `own`, then in `base` (which may be null); a lexicon that both have stands for the words of both.
///
/// Errors: `Error{rules}` for an undefined {name}.
void expand_rule(RuleFile& rule, const RuleFolder& own, const RuleFolder* base);

/// What must hold for an expanded rule whatever it means. Errors: `Error{rules}`.
void check_rule(const RuleFile& rule);

/// Checks that only hold for the built-in folder: each rule has at least one accept and one reject case.
void check_cases(const RuleFolder& folder);

/// Throws `Error{rules}` with the place put in front.
[[noreturn]] void fail(const Place& place, const std::string& reason);

}  // namespace libparse::rules
