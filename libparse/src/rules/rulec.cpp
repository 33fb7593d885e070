// SPDX-License-Identifier: MIT
// rulec: compiles a folder of rule files into a C++ source with constant tables. Run by the build.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>

#include "libparse/error.hpp"
#include "rules/rule_file.hpp"

namespace {

using namespace libparse::rules;

std::string literal(const std::string& text) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {  // closed and opened again, so that no digit behind it joins the escape
      out += std::string("\\x") + kHex[byte / 16] + kHex[byte % 16] + "\"\"";
    } else {
      out += c;
    }
  }
  return out + "\"";
}

void write_lexicons(const std::vector<LexiconFile>& lexicons, std::ostream& out) {
  for (std::size_t i = 0; i < lexicons.size(); ++i) {
    std::vector<LexiconFile::Entry> entries = lexicons[i].entries;
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.word < b.word; });
    out << "constexpr WordRecord kLexicon" << i << "[] = {\n";
    for (const auto& entry : entries) out << "  {" << literal(entry.word) << ", " << literal(entry.value) << "},\n";
    out << "};\n";
  }
  out << "constexpr LexiconRecord kLexicons[] = {\n";
  for (std::size_t i = 0; i < lexicons.size(); ++i) {
    out << "  {" << literal(lexicons[i].name) << ", kLexicon" << i << "},\n";
  }
  out << "};\n";
}

void write_words(const std::string& name, const std::vector<std::string>& words, std::ostream& out) {
  if (words.empty()) return;
  out << "constexpr std::string_view " << name << "[] = {";
  for (const std::string& word : words) out << literal(word) << ", ";
  out << "};\n";
}

void write_properties(const std::string& name, const Properties& properties, std::ostream& out) {
  if (properties.empty()) return;
  out << "constexpr PropertyRecord " << name << "[] = {";
  for (const auto& [key, value] : properties) out << "{" << literal(key) << ", " << literal(value) << "}, ";
  out << "};\n";
}

void write_rules(const std::vector<RuleFile>& rules, std::ostream& out) {
  const auto reference = [](bool empty, const std::string& name) { return empty ? std::string("{}") : name; };
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string n = std::to_string(i);
    write_words("kUnlessBefore" + n, rules[i].unless_before, out);
    write_words("kUnlessAfter" + n, rules[i].unless_after, out);
    write_words("kOnlyBefore" + n, rules[i].only_before, out);
    write_words("kOnlyAfter" + n, rules[i].only_after, out);
    write_properties("kProduces" + n, rules[i].produces, out);
    out << "constexpr CharRange kFirst" << n << "[] = {";
    for (const CharRange& r : rules[i].first) {
      out << "{" << static_cast<std::uint32_t>(r.first) << ", " << static_cast<std::uint32_t>(r.last) << "}, ";
    }
    out << "};\n";
  }
  out << "constexpr RuleRecord kRules[] = {\n";
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const RuleFile& rule = rules[i];
    const std::string n = std::to_string(i);
    out << "  {" << literal(rule.id) << ", " << literal(rule.family) << ", " << literal(rule.habit) << ",\n   "
        << literal(rule.pattern) << ",\n   " << reference(rule.unless_before.empty(), "kUnlessBefore" + n) << ", "
        << reference(rule.unless_after.empty(), "kUnlessAfter" + n) << ", "
        << reference(rule.only_before.empty(), "kOnlyBefore" + n) << ", "
        << reference(rule.only_after.empty(), "kOnlyAfter" + n) << ", "
        << reference(rule.produces.empty(), "kProduces" + n) << ", kFirst" << n << "},\n";
  }
  out << "};\n";
}

/// The rules as written, for users' folders that add words to a lexicon which a rule names.
void write_sources(const std::vector<RuleFile>& rules, std::ostream& out) {
  static constexpr const char* kLists[] = {"kWrittenA", "kWrittenB", "kWrittenC", "kWrittenD"};
  for (std::size_t i = 0; i < rules.size(); ++i) {
    for (std::size_t k = 0; k < 4; ++k) write_words(kLists[k] + std::to_string(i), rules[i].written[k], out);
  }
  out << "constexpr RuleSource kSources[] = {\n";
  for (std::size_t i = 0; i < rules.size(); ++i) {
    out << "  {" << literal(rules[i].match);
    for (std::size_t k = 0; k < 4; ++k) {
      out << ", " << (rules[i].written[k].empty() ? "{}" : kLists[k] + std::to_string(i));
    }
    out << "},\n";
  }
  out << "};\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: rulec RULES_FOLDER OUTPUT.cpp\n";
    return 2;
  }
  try {
    const RuleFolder folder = load_rule_folder(argv[1]);
    check_cases(folder);
    std::ostringstream out;
    out << "// Written by rulec from the rule files; do not edit.\n#include \"rules/records.hpp\"\n"
           "namespace libparse::rules {\nnamespace {\n";
    write_lexicons(folder.lexicons, out);
    write_rules(folder.rules, out);
    write_sources(folder.rules, out);
    write_properties("kMacros", folder.macros, out);
    out << "}  // namespace\nconst PackRecord kBuiltinPack{kLexicons, kRules, "
        << (folder.macros.empty() ? "{}" : "kMacros") << ", kSources};\n}  // namespace libparse::rules\n";
    std::ofstream file(argv[2], std::ios::binary);
    file << out.str();
    if (!file.flush()) {
      std::cerr << argv[2] << ": cannot be written\n";
      return 3;
    }
  } catch (const libparse::Error& e) {
    std::cerr << e.where() << ": error: " << e.what() << '\n';
    return 3;
  }
  return 0;
}
