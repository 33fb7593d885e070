// SPDX-License-Identifier: MIT
#include "planconv/words.hpp"

#include <stdexcept>

namespace planconv {
namespace {

// The text up to `end`, which is taken away with it.
std::string_view cut(std::string_view& text, char end) {
  const std::size_t at = text.find(end);
  const std::string_view head = text.substr(0, at);
  text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
  return head;
}

std::string with_line_feeds(std::string_view word) {
  std::string out(word);
  for (std::size_t at = 0; (at = out.find("\\n", at)) != std::string::npos; ++at) out.replace(at, 2, "\n");
  return out;
}

}  // namespace

Words::Words(Language language) {
  std::string_view text = builtin_words();
  while (!text.empty()) {
    std::string_view line = cut(text, '\n');
    if (line.empty() || line.front() == '#') continue;
    const std::string_view key = cut(line, '\t');
    const std::string_view chinese = cut(line, '\t');
    words_.emplace(key, with_line_feeds(language == Language::zh ? chinese : line));
  }
}

const std::string& Words::operator[](std::string_view key) const {
  const auto found = words_.find(key);
  if (found == words_.end()) throw std::out_of_range("words.txt has no " + std::string(key));
  return found->second;
}

}  // namespace planconv
