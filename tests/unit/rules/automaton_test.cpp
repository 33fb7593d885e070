// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <re2/re2.h>

#include <map>
#include <random>

#include "rules/matcher.hpp"
#include "rules/records.hpp"
#include "rules/rule_file.hpp"
#include "rules/syntax.hpp"
#include "text/utf8.hpp"

/// The tables that rulec makes against RE2, which is the reference for what a pattern means.
namespace libparse::rules {
namespace {

std::unique_ptr<RE2> compiled(std::string_view pattern, bool longest) {
  RE2::Options options;
  options.set_longest_match(longest);
  options.set_never_capture(longest);
  options.set_max_mem(64 << 20);
  return std::make_unique<RE2>(re2::StringPiece(pattern.data(), pattern.size()), options);
}

std::string as_text(const Captures& captures, std::string_view text) {
  std::string out;
  for (const auto& [name, range] : captures) {
    out.append(name).append("=").append(text.substr(range.begin, range.size())).append("@");
    out.append(std::to_string(range.begin)).append(" ");
  }
  return out;
}

/// One family, by both.
class Both {
 public:
  explicit Both(const FamilyRecord& family) : family_(family), matcher_(family.matcher) {
    std::string any;
    for (const RuleRecord& rule : family.rules) {
      each_.push_back(compiled(rule.pattern, false));
      std::string plain(rule.pattern);
      for (std::size_t i; (i = plain.find("(?P<")) != std::string::npos;) {
        plain.replace(i, plain.find('>', i) + 1 - i, "(?:");
      }
      any += (any.empty() ? "(?:" : "|(?:") + plain + ")";
    }
    any_ = compiled(any, true);
    REQUIRE(any_->ok());
  }

  /// Compares what matches at the start of `text`, where `$` also holds at `limit`, and what matches all of it.
  /// Gives the number of comparisons.
  std::size_t compare(std::string_view text, std::size_t limit) {
    if (limit == 0) return 0;
    const std::string shown(text);
    CAPTURE(shown);
    CAPTURE(limit);
    const re2::StringPiece in(text.data(), text.size());
    re2::StringPiece found;
    const bool any = any_->Match({text.data(), limit}, 0, limit, RE2::ANCHOR_START, &found, 1);
    const std::size_t end = matcher_.longest(text, 0, limit, rules_);
    CHECK(end == (any ? found.size() : 0));
    if (end > 0) CHECK(rules_ == expected(in, end));
    matcher_.matching(text, {0, limit}, rules_);
    const RuleNumbers whole = expected(in, limit);
    CHECK(rules_ == whole);
    for (const std::uint16_t rule : whole) compare_captures(rule, text, limit);
    return 2 * each_.size() + whole.size();
  }

 private:
  RuleNumbers expected(re2::StringPiece text, std::size_t end) const {
    RuleNumbers out;
    for (std::uint16_t i = 0; i < each_.size(); ++i) {
      if (each_[i]->Match(text, 0, end, RE2::ANCHOR_BOTH, nullptr, 0)) out.push_back(i);
    }
    return out;
  }

  void compare_captures(std::uint16_t rule, std::string_view text, std::size_t end) const {
    const ProgramRecord& program = family_.matcher.programs[rule];
    const RE2& re = *each_[rule];
    REQUIRE(program.groups.size() == re.NamedCapturingGroups().size());
    if (program.groups.empty()) return;
    Captures ours, theirs;
    CHECK(find_captures(family_.matcher, program, text, {0, end}, ours));
    std::vector<re2::StringPiece> groups(program.groups.size() + 1);
    re.Match({text.data(), text.size()}, 0, end, RE2::ANCHOR_BOTH, groups.data(), static_cast<int>(groups.size()));
    for (const auto& [name, index] : re.NamedCapturingGroups()) {
      const re2::StringPiece& g = groups[static_cast<std::size_t>(index)];
      if (g.data() == nullptr) continue;
      const auto begin = static_cast<std::size_t>(g.data() - text.data());
      theirs.emplace_back(name, text::Range{begin, begin + g.size()});
    }
    const std::string id(family_.rules[rule].id);
    CAPTURE(id);
    CHECK(as_text(ours, text) == as_text(theirs, text));
  }

  const FamilyRecord& family_;
  Matcher matcher_;
  std::vector<std::unique_ptr<RE2>> each_;
  std::unique_ptr<RE2> any_;
  RuleNumbers rules_;
};

/// Writes texts that a pattern matches, or nearly so.
class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  std::string write(const Syntax& syntax) {
    std::string text;
    put(syntax, text);
    for (int changes = number(3); changes > 0; --changes) spoil(text);
    return text;
  }
  int number(std::size_t below) { return static_cast<int>(random_() % below); }

 private:
  void put(const Syntax& s, std::string& out) {
    switch (s.kind) {
      case Syntax::Kind::chars: {
        const CharRange r = s.chars[static_cast<std::size_t>(number(s.chars.size()))];
        char32_t c = r.first + static_cast<char32_t>(number(std::min<std::size_t>(r.last - r.first + 1, 40)));
        if (c >= 0xD800 && c < 0xE000) c = 0x4E00;
        text::append(out, c == 0 ? U'x' : c);
        seen_.push_back(c == 0 ? U'x' : c);
        return;
      }
      case Syntax::Kind::choice:
        return put(s.parts[static_cast<std::size_t>(number(s.parts.size()))], out);
      case Syntax::Kind::repeat: {
        const int most = s.max == Syntax::kNoLimit ? s.min + 4 : s.max;
        for (int n = s.min + number(static_cast<std::size_t>(most - s.min + 1)); n > 0; --n) put(s.parts.front(), out);
        return;
      }
      case Syntax::Kind::end:
        return;
      default:
        for (const Syntax& part : s.parts) put(part, out);
    }
  }
  /// Leaves out, doubles or changes one character.
  void spoil(std::string& text) {
    if (text.empty() || seen_.empty()) return;
    std::size_t at = 0;
    for (int n = number(text::count(text)); n > 0; --n) at = text::next(text, at);
    std::string other;
    text::append(other, seen_[static_cast<std::size_t>(number(seen_.size()))]);
    if (number(2) == 0)
      text.insert(at, other);
    else
      text.replace(at, text::next(text, at) - at, number(2) == 0 ? "" : other);
  }

  std::mt19937 random_;
  std::vector<char32_t> seen_;  ///< characters of the patterns
};

std::vector<std::size_t> boundaries(std::string_view text) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < text.size(); i = text::next(text, i)) out.push_back(i);
  out.push_back(text.size());
  return out;
}

}  // namespace

TEST_CASE("the automata of every family read every case as RE2 does") {
  const RuleFolder folder = load_rule_folder(LIBPARSE_SOURCE_DIR "/libparse/rules");
  std::size_t comparisons = 0;
  for (const FamilyRecord& family : kBuiltinPack.families) {
    Both both(family);
    for (const CaseFile& c : folder.cases) {
      for (const auto* texts : {&c.accept, &c.reject}) {
        for (const std::string& text : *texts) comparisons += both.compare(text, text.size());
      }
    }
  }
  CHECK(comparisons > 200'000);
}

TEST_CASE("the automata of every family read texts made from its patterns as RE2 does") {
  std::size_t comparisons = 0;
  unsigned seed = 1;
  for (const FamilyRecord& family : kBuiltinPack.families) {
    Both both(family);
    Writer writer(seed++);
    std::vector<Syntax> trees;
    for (const RuleRecord& rule : family.rules) trees.push_back(parse_syntax(rule.pattern));
    const std::size_t texts = 12'000 / trees.size();
    for (const Syntax& tree : trees) {
      for (std::size_t n = 0; n < texts; ++n) {
        const std::string text = writer.write(tree);
        const auto ends = boundaries(text);
        comparisons += both.compare(text, text.size());
        if (n % 4 == 0) comparisons += both.compare(text, ends[static_cast<std::size_t>(writer.number(ends.size()))]);
      }
    }
  }
  CHECK(comparisons > 200'000);
}

}  // namespace libparse::rules
