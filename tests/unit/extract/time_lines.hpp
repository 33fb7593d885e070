// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/time.hpp"
#include "libparse/rule_pack.hpp"

/// Times as one line each, for tables of sentences.
namespace libparse::extract {

inline const TimeReader& reader() {
  static const TimeReader made(RulePack::builtin().pack());
  return made;
}

/// A time in one line: `deadline 2024-06-30`, `recurrence P1M >=2`, `relative P5D`.
inline std::string line_of(const Time& t) {
  static constexpr const char* kSigns[] = {">=", "<=", ">", "<", "", "~"};
  std::string out;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) out.append(" ").append(part);
  };
  switch (t.type) {
    case TimeType::deadline:
      out = "deadline";
      break;
    case TimeType::period:
      out = "period";
      break;
    case TimeType::start:
      out = "start";
      break;
    case TimeType::recurrence:
      out = "recurrence";
      break;
    case TimeType::relative:
      out = "relative";
      break;
    case TimeType::ongoing:
      out = "ongoing";
      break;
    case TimeType::external:
      out = "external";
      break;
  }
  for (const std::string* part : {&t.start, &t.end, &t.every, &t.by, &t.within}) add(*part);
  if (t.count) add(kSigns[static_cast<std::size_t>(t.count->comparator)] + std::to_string(t.count->value));
  return out;
}

/// The times of `text` as `quote = line`.
inline std::vector<std::string> read_lines(const std::string& text, const TimeContext& context) {
  Diagnostics diagnostics;
  const auto work = text::WorkText::fold(text::DocumentText::decode(text, diagnostics));
  std::vector<std::string> out;
  for (const TimeMention& m : reader().read(work.view(), {0, work.size()}, context)) {
    out.push_back(std::string(work.view(m.range)) + " = " + line_of(m.value));
  }
  return out;
}

struct Sentence {
  std::string text;
  std::vector<std::string> times;
};

inline void check_sentences(const std::vector<Sentence>& sentences, const TimeContext& context) {
  for (const Sentence& s : sentences) {
    CAPTURE(s.text);
    CHECK(read_lines(s.text, context) == s.times);
  }
}

inline const TimeContext kProse{2024, "2024-04-08", false};
inline const TimeContext kSlot{2024, "2024-04-08", true};

}  // namespace libparse::extract
