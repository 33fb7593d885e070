// SPDX-License-Identifier: MIT
#include "rules/rule_file.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>

#include "libparse/error.hpp"

namespace libparse::rules {
namespace fs = std::filesystem;

void fail(const Place& place, const std::string& reason) {
  throw Error(ErrorCode::rules, reason, place.path + (place.line > 0 ? ":" + std::to_string(place.line) : ""));
}

namespace {

Place place_of(const YAML::Node& node, const std::string& path) { return {path, node.Mark().line + 1}; }

std::string text_of(const YAML::Node& node, const std::string& path, const std::string& key) {
  if (!node.IsScalar()) fail(place_of(node, path), "'" + key + "' must be a text");
  return node.Scalar();
}

std::vector<std::string> texts_of(const YAML::Node& node, const std::string& path, const std::string& key) {
  if (node.IsScalar()) return {node.Scalar()};
  if (!node.IsSequence()) fail(place_of(node, path), "'" + key + "' must be a list of texts");
  std::vector<std::string> out;
  for (const YAML::Node& item : node) out.push_back(text_of(item, path, key));
  return out;
}

Properties properties_of(const YAML::Node& node, const std::string& path, const std::string& key) {
  if (!node.IsMap()) fail(place_of(node, path), "'" + key + "' must map names to texts");
  Properties out;
  for (const auto& pair : node) {
    const std::string& name = pair.first.Scalar();
    if (std::any_of(out.begin(), out.end(), [&](const auto& known) { return known.first == name; })) {
      fail(place_of(pair.first, path), "'" + name + "' stands twice in '" + key + "'");
    }
    out.emplace_back(name, text_of(pair.second, path, key));
  }
  return out;
}

/// Calls `take(key, value)` for each entry of a map and refuses keys that stand twice.
void each_key(const YAML::Node& map, const std::string& path,
              const std::function<void(const std::string&, const YAML::Node&)>& take) {
  if (!map.IsMap()) fail(place_of(map, path), "expected a map of keys");
  std::set<std::string> seen;
  for (const auto& pair : map) {
    const std::string key = pair.first.Scalar();
    if (!seen.insert(key).second) fail(place_of(pair.first, path), "key '" + key + "' stands twice");
    take(key, pair.second);
  }
}

YAML::Node load_yaml(const fs::path& path) {
  try {
    return YAML::LoadFile(path.string());
  } catch (const YAML::Exception& e) {
    fail({path.string(), e.mark.line + 1}, e.msg);
  }
}

/// Whole characters only: no stray, missing or surplus continuation bytes.
bool is_utf8(std::string_view line) {
  for (std::size_t i = 0; i < line.size();) {
    const auto lead = static_cast<unsigned char>(line[i]);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    if (length == 0 || i + length > line.size()) return false;
    for (std::size_t k = 1; k < length; ++k) {
      if ((static_cast<unsigned char>(line[i + k]) & 0xC0U) != 0x80U) return false;
    }
    i += length;
  }
  return true;
}

/// Full-width forms of ASCII as the text has them that words are looked up in: narrow.
std::string narrowed(std::string_view word) {
  constexpr std::string_view kFirst = "\xEF\xBC\x81", kLast = "\xEF\xBD\x9E";  // U+FF01, U+FF5E
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    const std::string_view three = word.substr(i, 3);
    if (three.size() == 3 && three >= kFirst && three <= kLast) {
      const int code =
          (static_cast<unsigned char>(three[1]) & 0x3F) << 6 | (static_cast<unsigned char>(three[2]) & 0x3F);
      out += static_cast<char>(code - 0xF00 + 0x20);
      i += 3;
    } else {
      out += word[i++];
    }
  }
  return out;
}

LexiconFile load_lexicon(const fs::path& path) {
  LexiconFile lexicon;
  lexicon.name = path.stem().string();
  lexicon.place = {path.string(), 0};
  std::ifstream in(path, std::ios::binary);
  if (!in) fail(lexicon.place, "cannot be read");
  std::set<std::string> seen;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    if (!is_utf8(line)) fail({path.string(), number}, "is not UTF-8");
    LexiconFile::Entry entry{narrowed(line.substr(0, tab)), tab == std::string::npos ? "" : line.substr(tab + 1),
                             number};
    if (entry.word.empty()) fail({path.string(), number}, "a line starts with a tab: the word is missing");
    if (entry.word.back() == ' ' || entry.word.front() == ' ') fail({path.string(), number}, "stray space");
    if (!seen.insert(entry.word).second) fail({path.string(), number}, "'" + entry.word + "' stands twice");
    lexicon.entries.push_back(std::move(entry));
  }
  return lexicon;
}

std::vector<RuleFile> load_rules(const fs::path& path, const std::string& family) {
  std::vector<RuleFile> out;
  const YAML::Node root = load_yaml(path);
  const std::string name = path.string();
  if (!root.IsSequence()) fail({name, 1}, "expected a list of rules");
  for (const YAML::Node& node : root) {
    RuleFile rule;
    rule.family = family;
    rule.place = place_of(node, name);
    each_key(node, name, [&](const std::string& key, const YAML::Node& value) {
      if (key == "id")
        rule.id = text_of(value, name, key);
      else if (key == "habit")
        rule.habit = text_of(value, name, key);
      else if (key == "example")
        rule.example = text_of(value, name, key);
      else if (key == "match")
        rule.match = text_of(value, name, key);
      else if (key == "unless_before")
        rule.written[0] = texts_of(value, name, key);
      else if (key == "unless_after")
        rule.written[1] = texts_of(value, name, key);
      else if (key == "only_before")
        rule.written[2] = texts_of(value, name, key);
      else if (key == "only_after")
        rule.written[3] = texts_of(value, name, key);
      else if (key == "produces")
        rule.produces = properties_of(value, name, key);
      else
        fail(place_of(value, name), "unknown key '" + key + "'");
    });
    for (const auto& [key, value] :
         {std::pair{"id", rule.id}, {"habit", rule.habit}, {"example", rule.example}, {"match", rule.match}}) {
      if (value.empty()) fail(rule.place, std::string("'") + key + "' is missing");
    }
    if (!rule.id.starts_with(family + ".")) fail(rule.place, "id '" + rule.id + "' must start with '" + family + ".'");
    out.push_back(std::move(rule));
  }
  return out;
}

std::vector<CaseFile> load_cases(const fs::path& path) {
  std::vector<CaseFile> out;
  const YAML::Node root = load_yaml(path);
  const std::string name = path.string();
  if (!root.IsSequence()) fail({name, 1}, "expected a list of cases");
  for (const YAML::Node& node : root) {
    CaseFile c;
    c.place = place_of(node, name);
    each_key(node, name, [&](const std::string& key, const YAML::Node& value) {
      if (key == "id")
        c.id = text_of(value, name, key);
      else if (key == "rule")
        c.rule = text_of(value, name, key);
      else if (key == "accept")
        c.accept = texts_of(value, name, key);
      else if (key == "reject")
        c.reject = texts_of(value, name, key);
      else if (key == "expect")
        c.expect = properties_of(value, name, key);
      else if (key == "given")
        c.given = properties_of(value, name, key);
      else
        fail(place_of(value, name), "unknown key '" + key + "'");
    });
    if (c.id.empty()) fail(c.place, "'id' is missing");
    if (c.rule.empty()) fail(c.place, "'rule' is missing");
    if (c.accept.empty() && c.reject.empty()) fail(c.place, "a case needs 'accept' or 'reject'");
    out.push_back(std::move(c));
  }
  return out;
}

void load_macros(const fs::path& path, Properties& macros) {
  const std::string name = path.string();
  each_key(load_yaml(path), name, [&](const std::string& key, const YAML::Node& value) {
    macros.emplace_back(key, text_of(value, name, key));
  });
}

}  // namespace

namespace {

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  try {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  } catch (const fs::filesystem_error& e) {
    fail({e.path1().empty() ? folder.string() : e.path1().string(), 0}, "cannot be read: " + e.code().message());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

RuleFolder load_rule_folder(const fs::path& folder, const RuleFolder* base) {
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) fail({folder.string(), 0}, "is no folder of rule files");
  RuleFolder out;
  const std::vector<fs::path> files = files_below(folder);
  for (const fs::path& path : files) {
    const std::string family = path.parent_path().filename().string();
    if (path.filename() == "macros.yaml")
      load_macros(path, out.macros);
    else if (path.extension() == ".txt")
      out.lexicons.push_back(load_lexicon(path));
    else if (path.filename() == "rules.yaml")
      std::ranges::move(load_rules(path, family), std::back_inserter(out.rules));
    else if (path.filename() == "cases.yaml")
      std::ranges::move(load_cases(path), std::back_inserter(out.cases));
    else if (path.extension() == ".yaml")
      fail({path.string(), 0}, "a rule file is rules.yaml, cases.yaml or macros.yaml");
  }
  std::set<std::string> ids;
  for (RuleFile& rule : out.rules) {
    if (!ids.insert(rule.id).second) fail(rule.place, "id '" + rule.id + "' stands twice");
    expand_rule(rule, out, base);
    check_rule(rule);
  }
  std::set<std::string> case_ids;
  for (const CaseFile& c : out.cases) {
    if (!case_ids.insert(c.id).second) fail(c.place, "id '" + c.id + "' stands twice");
    if (!ids.contains(c.rule)) fail(c.place, "there is no rule '" + c.rule + "'");
  }
  return out;
}

}  // namespace libparse::rules
