// SPDX-License-Identifier: MIT
#include "normalize/organization_words.hpp"

#include <algorithm>
#include <charconv>

#include "text/utf8.hpp"

namespace libparse::normalize {
namespace {

constexpr int kLongestChain = 8;  // reforms of one field of work

template <class Take>
void each_word(std::string_view value, const Take& take) {
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(' '), value.size());
    if (end > 0) take(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
}

int number_in(std::string_view word) {
  int number = 0;
  std::from_chars(word.data(), word.data() + word.size(), number);
  return number;
}

/// `NAME from 2019 until 2023`.
struct Dated {
  std::string_view words;  ///< what stands before the years
  int from = 0, until = 0;
  explicit Dated(std::string_view value) : words(value) {
    int* year = nullptr;
    each_word(value, [&](std::string_view word) {
      if (word == "from" || word == "until") {
        if (year == nullptr && words.size() == value.size()) {
          words = value.substr(0, static_cast<std::size_t>(word.data() - value.data()));
        }
        year = word == "from" ? &from : &until;
      } else if (year != nullptr) {
        *year = number_in(word);
      }
    });
    while (words.ends_with(' ')) words.remove_suffix(1);
  }
};

void add_part(Part part, Words& words) {
  words.known = words.known && part.known;
  if (!part.known || std::find(words.parts.begin(), words.parts.end(), part) == words.parts.end()) {
    words.parts.push_back(std::move(part));
  }
}

std::string official_key(const Words& words) { return joined(words.parts, true) + '|' + words.head; }

}  // namespace

std::string joined(const std::vector<Part>& parts, bool sorted) {
  std::vector<std::string_view> texts;
  texts.reserve(parts.size());
  for (const Part& part : parts) texts.push_back(part.text);
  if (sorted) std::sort(texts.begin(), texts.end());
  std::string out;
  for (const std::string_view text : texts) out.append(text).push_back('/');
  return out;
}

OrganizationWords::OrganizationWords(const rules::Pack& pack)
    : prefix(pack.lexicon("organization-prefix")),
      level(pack.lexicon("level")),
      level_ending(pack.lexicon("level-ending")),
      area(pack.lexicon("area")),
      not_level(pack.lexicon("not-level")),
      not_place(pack.lexicon("not-place")),
      kind(pack.lexicon("organization-kind")),
      person_title(pack.lexicon("person-title")),
      slip_guard(pack.lexicon("slip-guard")),
      word_(pack.lexicon("organization-word")),
      alias_(pack.lexicon("organization-alias")),
      nameplate_(pack.lexicon("organization-nameplate")) {
  for (const rules::WordRecord& entry : pack.lexicon("organization-official").words()) {
    const bool national = entry.value == "national";
    std::string_view name = entry.word;
    if (national) {
      for (auto hit = prefix.prefix(name); hit && hit.value == "national"; hit = prefix.prefix(name)) {
        name.remove_prefix(hit.word.size());
      }
    }
    const Words words = read(name);
    if (entry.value != "field") (national ? national_ : local_).emplace(official_key(words), entry.word);
    if (national) continue;
    if (entry.value == "council") continue;
    for (const Part& part : words.parts) fields_.insert(part.text);
    // A committee of whose field there is a bureau or hall somewhere is that department.
    if (words.head == "committee") committees_.insert(joined(words.parts, true));
  }
  for (const rules::WordRecord& entry : pack.lexicon("organization-rename").words()) {
    const Dated dated(entry.value);
    Words before, since;
    each_word(entry.word, [&](std::string_view w) { add_part({std::string(w), true, false}, before); });
    each_word(dated.words, [&](std::string_view w) { add_part({std::string(w), true, false}, since); });
    renames_.emplace(joined(before.parts, true), Rename{std::move(since.parts), dated.from});
  }
}

Words OrganizationWords::read(std::string_view name) const {
  Words words;
  struct Head {
    std::string_view kind;
    std::string_view written;
  };
  Head head;
  const auto close_inner = [&] {  // what looked like the closing word goes on: 委员会|办公室
    if (!head.kind.empty()) add_part({"=" + std::string(head.kind), true, false}, words);
    head = {};
  };
  for (std::size_t at = 0; at < name.size();) {
    const auto hit = word_.prefix(name.substr(at));
    if (!hit) {
      close_inner();
      const std::size_t end = text::next(name, at);
      add_part({std::string(name.substr(at, end - at)), false, false}, words);
      at = end;
      continue;
    }
    const bool inside = at > 0 && at + hit.word.size() < name.size();
    if (hit.value == "-" && !inside) {
      add_part({std::string(hit.word), false, false}, words);
    } else if (hit.value != "-") {
      each_word(hit.value, [&](std::string_view value) {
        close_inner();
        if (value.front() == '=') {
          head = {value.substr(1), hit.word};
        } else {
          const bool soft = value.front() == '~';
          add_part({std::string(value.substr(soft ? 1 : 0)), true, soft}, words);
        }
      });
    }
    at += hit.word.size();
  }
  words.head = head.kind;
  words.written_head = head.written;
  return words;
}

bool OrganizationWords::is_department(const Words& words) const {
  if (words.parts.empty()) return false;
  if (words.head == "bureau" || words.head == "hall") return true;
  return words.head == "committee" && committees_.contains(joined(words.parts, true));
}

std::string_view OrganizationWords::official(const Words& words, bool national) const {
  const auto& names = national ? national_ : local_;
  const auto known = names.find(official_key(words));
  return known == names.end() ? std::string_view{} : known->second;
}

std::vector<Part> OrganizationWords::renamed(const std::vector<Part>& parts, int year) const {
  std::vector<Part> now;
  for (int turn = 0; turn < kLongestChain; ++turn) {
    const auto rename = renames_.find(joined(turn == 0 ? parts : now, true));
    if (rename == renames_.end() || year < rename->second.from) break;
    now = rename->second.to;
  }
  return now;
}

std::string_view OrganizationWords::alias(std::string_view name, int year) const {
  const auto hit = alias_.find(name);
  if (!hit) return {};
  const Dated dated(hit.value);
  if ((dated.from != 0 && year < dated.from) || (dated.until != 0 && (year == 0 || year > dated.until))) return {};
  return dated.words;
}

bool OrganizationWords::is_nameplate(const Words& second, const Words& main) const {
  std::string key;
  for (const Part& part : second.parts) key += (key.empty() ? "" : " ") + part.text;
  std::string body;
  for (const Part& part : main.parts) body += (body.empty() ? "" : " ") + part.text;
  const auto hit = nameplate_.find(key);
  return hit && hit.value == body;
}

}  // namespace libparse::normalize
