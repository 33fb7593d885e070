// SPDX-License-Identifier: MIT
#include "planparse/path_pattern.hpp"

#include <fnmatch.h>
#include <locale.h>

#include <algorithm>

namespace planparse {
namespace {

/// fnmatch counts characters by the locale of its thread, whatever that of the program is.
class Utf8Locale {
 public:
  Utf8Locale() : old_(::uselocale(nullptr)) {
    static const locale_t utf8 = ::newlocale(LC_ALL_MASK, "C.UTF-8", nullptr);
    if (utf8 != nullptr) ::uselocale(utf8);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;
  ~Utf8Locale() { ::uselocale(old_); }

 private:
  locale_t old_;
};

}  // namespace

PathPattern::PathPattern(const std::string& pattern) {
  std::size_t begin = 0;
  if (pattern.starts_with('/')) root_ = "/";
  while (begin < pattern.size()) {
    const std::size_t end = std::min(pattern.find('/', begin), pattern.size());
    std::string part = pattern.substr(begin, end - begin);
    begin = end + 1;
    if (part.empty()) continue;
    if (parts_.empty() && !is_pattern(part)) {
      root_ += (root_.empty() || root_ == "/" ? "" : "/") + part;
    } else if (part != "**" || parts_.empty() || parts_.back() != "**") {
      parts_.push_back(std::move(part));
    }
  }
}

bool PathPattern::is_pattern(const std::string& path) { return path.find_first_of("*?[") != std::string::npos; }

PathPattern::States PathPattern::step(const States& states, const std::string& name) const {
  const Utf8Locale locale;
  States next;
  for (const std::size_t at : states) {
    if (at == parts_.size()) continue;
    if (parts_[at] == "**") {
      if (!name.starts_with('.')) next.push_back(at);
    } else if (::fnmatch(parts_[at].c_str(), name.c_str(), FNM_PERIOD) == 0) {
      next.push_back(at + 1);
    }
  }
  return close(std::move(next));
}

// `**` may stand for no folder at all.
PathPattern::States PathPattern::close(States states) const {
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (states[i] < parts_.size() && parts_[states[i]] == "**") states.push_back(states[i] + 1);
  }
  std::sort(states.begin(), states.end());
  states.erase(std::unique(states.begin(), states.end()), states.end());
  return states;
}

}  // namespace planparse
