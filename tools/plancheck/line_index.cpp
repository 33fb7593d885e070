// SPDX-License-Identifier: MIT
#include "plancheck/line_index.hpp"

#include <algorithm>

namespace plancheck {
namespace {

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

LineIndex::LineIndex(std::string_view bytes) : bytes_(bytes), starts_{0} {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (at % kStep == 0) marks_.push_back(characters);
    if (begins_character(bytes[at])) ++characters;
    if (bytes[at] == '\n') starts_.push_back(at + 1);
  }
  if (bytes.size() % kStep == 0) marks_.push_back(characters);
}

std::size_t LineIndex::characters_before(std::size_t at) const {
  const std::string_view rest = bytes_.substr(at / kStep * kStep, at % kStep);
  return marks_[at / kStep] + static_cast<std::size_t>(std::count_if(rest.begin(), rest.end(), begins_character));
}

std::pair<std::size_t, std::size_t> LineIndex::find(std::size_t at) const {
  at = std::min(at, bytes_.size());
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), at);
  return {static_cast<std::size_t>(next - starts_.begin()), characters_before(at) - characters_before(*(next - 1)) + 1};
}

}  // namespace plancheck
