// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

namespace planconv {

enum class Language { zh, en };
inline constexpr std::array<std::string_view, 2> kLanguageNames = {"zh", "en"};

/// words.txt, built into the program.
std::string_view builtin_words();

/// The words that tables, sheets and calendars are labelled with, in one language.
class Words {
 public:
  explicit Words(Language language);
  /// The word of `key`, such as `column.title`. Errors: throws std::out_of_range where words.txt does not have it.
  [[nodiscard]] const std::string& operator[](std::string_view key) const;

 private:
  std::map<std::string, std::string, std::less<>> words_;
};

}  // namespace planconv
