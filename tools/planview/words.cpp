// SPDX-License-Identifier: MIT
#include <algorithm>
#include <stdexcept>
#include <string>

#include "planview/page_files.hpp"

namespace planview {

std::string_view word(Language language, std::string_view key) {
  const std::span<const Word> words = page_files().words[static_cast<std::size_t>(language)];
  const auto found = std::find_if(words.begin(), words.end(), [&](const Word& entry) { return entry.key == key; });
  if (found == words.end()) throw std::out_of_range("no word for " + std::string(key));
  return found->text;
}

}  // namespace planview
