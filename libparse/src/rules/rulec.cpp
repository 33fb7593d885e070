// SPDX-License-Identifier: MIT
// rulec: compiles a folder of rule files into a C++ source with constant tables. Run by the build.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>

#include "libparse/error.hpp"
#include "rules/lexicon_build.hpp"
#include "rules/matcher_build.hpp"
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

std::string reference(bool empty, const std::string& name) { return empty ? "{}" : name; }

void write_rules(const std::vector<RuleFile>& rules, std::ostream& out) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string n = std::to_string(i);
    write_words("kUnlessBefore" + n, rules[i].unless_before, out);
    write_words("kUnlessAfter" + n, rules[i].unless_after, out);
    write_words("kOnlyBefore" + n, rules[i].only_before, out);
    write_words("kOnlyAfter" + n, rules[i].only_after, out);
    write_properties("kProduces" + n, rules[i].produces, out);
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
        << reference(rule.produces.empty(), "kProduces" + n) << "},\n";
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

/// `values` as a constant array, or nothing where there are none; gives what names it.
template <class T, class Put>
std::string write_array(const std::string& type, const std::string& name, const std::vector<T>& values,
                        std::ostream& out, const Put& put) {
  if (values.empty()) return "{}";
  out << "constexpr " << type << " " << name << "[] = {";
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i % 32 == 0) out << '\n';
    put(values[i]);
    out << ',';
  }
  out << "};\n";
  return name;
}

template <class T>
std::string write_numbers(const std::string& type, const std::string& name, const std::vector<T>& values,
                          std::ostream& out) {
  return write_array(type, name, values, out, [&](const T& v) { out << v << (sizeof(T) > 4 ? "U" : ""); });
}

void write_lexicons(const std::vector<LexiconFile>& lexicons, std::ostream& out) {
  std::ostringstream records;
  for (const LexiconFile& lexicon : lexicons) {
    std::vector<WordRecord> words;
    for (const auto& entry : lexicon.entries) words.push_back({entry.word, entry.value});
    const LexiconTables tables = build_lexicon(std::move(words));
    const std::string name = "kLexicon" + std::to_string(&lexicon - lexicons.data());
    const auto put = [&](const CharBucket& b) {
      out << '{' << static_cast<std::uint32_t>(b.c) << ',' << b.begin << ',' << b.end << '}';
    };
    const std::string list = write_array("WordRecord", name, tables.words, out, [&](const WordRecord& w) {
      out << '{' << literal(std::string(w.word)) << ',' << literal(std::string(w.value)) << '}';
    });
    const std::string by_last = write_numbers("std::uint32_t", name + "ByLast", tables.by_last, out);
    const std::string starts = write_array("CharBucket", name + "Starts", tables.starts, out, put);
    const std::string ends = write_array("CharBucket", name + "Ends", tables.ends, out, put);
    const std::string firsts = write_numbers("std::uint64_t", name + "Firsts", tables.firsts, out);
    records << "  {" << literal(lexicon.name) << ", " << list << ", " << by_last << ", " << starts << ", " << ends
            << ", " << firsts << "},\n";
  }
  out << "constexpr LexiconRecord kLexicons[] = {\n" << records.str() << "};\n";
}

std::string write_automaton(const std::string& name, const AutomatonTables& automaton, std::ostream& out) {
  const std::string states =
      write_array("StateRecord", name + "States", automaton.states, out, [&](const StateRecord& s) {
        out << '{' << s.base << ',' << s.owner << ',' << s.otherwise << ',' << s.accepts << ',' << s.accepts_at_end
            << '}';
      });
  const std::string cells = write_array("CellRecord", name + "Cells", automaton.cells, out,
                                        [&](const CellRecord& c) { out << '{' << c.owner << ',' << c.next << '}'; });
  return "{" + states + ", " + cells + ", " +
         write_numbers("std::uint32_t", name + "SetEnds", automaton.set_ends, out) + ", " +
         write_numbers("std::uint16_t", name + "SetRules", automaton.rules, out) + "}";
}

std::string write_program(const std::string& name, const Program& program, std::ostream& out) {
  const std::string code = write_array("Instruction", name, program.code, out, [&](const Instruction& i) {
    out << "{Op(" << static_cast<unsigned>(i.op) << ")," << i.a << ',' << i.b << ',' << i.mark << '}';
  });
  const std::string groups = write_array("std::string_view", name + "Groups", program.groups, out,
                                         [&](const std::string& group) { out << literal(group); });
  return "{" + code + ", " + groups + ", " + std::to_string(program.marks) + "}";
}

/// The tables of one family; gives the initialiser of its MatcherRecord.
std::string write_matcher(const std::string& family, const MatcherTables& tables, std::ostream& out) {
  std::vector<std::string> automata, programs;
  for (const AutomatonTables& automaton : tables.automata) {
    automata.push_back(write_automaton("kAutomaton" + family + "_" + std::to_string(automata.size()), automaton, out));
  }
  for (const Program& program : tables.programs) {
    programs.push_back(write_program("kProgram" + family + "_" + std::to_string(programs.size()), program, out));
  }
  const auto put = [&](const std::string& s) { out << s; };
  const std::string pages = write_numbers("std::uint16_t", "kPages" + family, tables.pages, out);
  const std::string classes = write_numbers("std::uint16_t", "kClasses" + family, tables.char_classes, out);
  const std::string sets = write_numbers("std::uint64_t", "kSets" + family, tables.sets, out);
  const std::string all = write_array("AutomatonRecord", "kAutomata" + family, automata, out, put);
  const std::string simulated = write_numbers("std::uint16_t", "kSimulated" + family, tables.simulated, out);
  const std::string starts = write_numbers("std::uint64_t", "kStarts" + family, tables.starts, out);
  const std::string firsts = write_numbers("std::uint64_t", "kFirsts" + family, tables.firsts, out);
  const std::string seconds = write_numbers("std::uint64_t", "kSeconds" + family, tables.seconds, out);
  std::vector<std::string> filters;
  for (const RunFilter& f : tables.filters) {
    const std::string inner = "kInner" + family + "_" + std::to_string(filters.size());
    write_numbers("std::uint64_t", inner, f.inner, out);
    filters.push_back("{" + std::to_string(f.automaton) + ", " + std::to_string(f.most) + ", " +
                      std::to_string(f.marks) + ", " + inner + "}");
  }
  return "{{" + pages + ", " + classes + ", " + std::to_string(tables.classes) + "}, " + sets + ", " + all + ", " +
         simulated + ", " + starts + ", " + write_array("ProgramRecord", "kPrograms" + family, programs, out, put) +
         ", " + firsts + ", " + seconds + ", " +
         write_array("RunFilterRecord", "kFilters" + family, filters, out, put) + "}";
}

/// Behind write_rules. The rules of a family stand together, since its folder has them in one file.
void write_families(const std::vector<RuleFile>& rules, std::ostream& out) {
  std::ostringstream records;
  std::size_t first = 0, families = 0;
  for (const auto& [name, members] : by_family(rules)) {
    if (members.back() - members.front() != static_cast<std::ptrdiff_t>(members.size()) - 1) {
      fail(members.back()->place, "family '" + name + "' has two rules.yaml with other families between them");
    }
    records << "  {" << literal(name) << ", {kRules + " << first << ", " << members.size() << "}, "
            << write_matcher(std::to_string(families++), compile_matcher(members), out) << "},\n";
    first += members.size();
  }
  out << "constexpr FamilyRecord kFamilies[] = {\n" << records.str() << "};\n";
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
    write_families(folder.rules, out);
    write_properties("kMacros", folder.macros, out);
    out << "}  // namespace\nconst PackRecord kBuiltinPack{kLexicons, kRules, "
        << (folder.macros.empty() ? "{}" : "kMacros") << ", kSources, kFamilies};\n}  // namespace libparse::rules\n";
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
