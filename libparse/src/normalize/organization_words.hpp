// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "rules/pack.hpp"

namespace libparse::normalize {

/// A word inside a name in its fixed form (organization-word.txt), or one character that no list knows.
struct Part {
  std::string text;
  bool known = false;
  bool soft = false;  ///< 管理, 服务: hardly tells one body from another
  friend bool operator==(const Part& a, const Part& b) { return a.text == b.text; }
};

/// The words of a name behind its level.
struct Words {
  std::vector<Part> parts;  ///< each once, in text order
  std::string head;         ///< kind of the closing word: bureau, committee …; empty where no list knows it
  std::string_view written_head;
  bool known = true;  ///< every part is
};

/// The parts one behind the other; of a department sorted, because 文化广电旅游 and 文旅广 are the same.
[[nodiscard]] std::string joined(const std::vector<Part>& parts, bool sorted);

/// What the lists say about names of bodies. Made once per rule pack; const and thread-safe.
class OrganizationWords {
 public:
  explicit OrganizationWords(const rules::Pack& pack);

  [[nodiscard]] Words read(std::string_view name) const;
  /// Length of the word that `name` starts with, in bytes.
  [[nodiscard]] std::size_t word_length(std::string_view name) const { return word_.prefix(name).word.size(); }

  /// True for heads that name the one department of a place for a field of work: 局, 厅, and 委 of such fields as have
  /// it.
  [[nodiscard]] bool is_department(const Words& words) const;
  /// A field of work that departments have: what a merged body may have beside another.
  [[nodiscard]] bool is_field(const Part& part) const { return fields_.contains(part.text); }

  /// The official wording of a name behind its level; empty where the list has none. National ones come whole.
  [[nodiscard]] std::string_view official(const Words& words, bool national) const;

  /// The parts that the department of `parts` goes by in `year`; empty where it kept its name.
  [[nodiscard]] std::vector<Part> renamed(const std::vector<Part>& parts, int year) const;
  /// What a name stands for by the alias list in `year` (0: unknown); empty where it has none.
  [[nodiscard]] std::string_view alias(std::string_view name, int year) const;
  /// True where the body of `main` has a second nameplate `second`.
  [[nodiscard]] bool is_nameplate(const Words& second, const Words& main) const;

  const rules::Lexicon& prefix;
  const rules::Lexicon& level;
  const rules::Lexicon& level_ending;
  const rules::Lexicon& area;
  const rules::Lexicon& not_level;
  const rules::Lexicon& not_place;
  const rules::Lexicon& kind;
  const rules::Lexicon& person_title;
  const rules::Lexicon& slip_guard;

 private:
  struct Rename {
    std::vector<Part> to;
    int from = 0;
  };
  const rules::Lexicon& word_;
  const rules::Lexicon& alias_;
  const rules::Lexicon& nameplate_;
  std::unordered_map<std::string, std::string> national_, local_;  ///< parts and head → official name
  std::unordered_set<std::string> committees_;                     ///< sorted parts of departments called 委
  std::unordered_set<std::string> fields_;
  std::unordered_map<std::string, Rename> renames_;
};

}  // namespace libparse::normalize
