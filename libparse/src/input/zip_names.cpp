// SPDX-License-Identifier: MIT
#include "input/zip_names.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace libparse::input {
namespace {

constexpr std::size_t kMostNames = 4096;
constexpr std::size_t kEndRecord = 22;
constexpr std::size_t kLongestComment = 65535;
constexpr std::size_t kLocalHeadersSearched = 1 << 20;

std::size_t number(std::string_view s, std::size_t at, std::size_t size) {
  std::size_t value = 0;
  for (std::size_t i = size; i-- > 0;) {
    value = value << 8 | (at + i < s.size() ? static_cast<unsigned char>(s[at + i]) : 0U);
  }
  return value;
}

std::vector<std::string_view> names_of_directory(std::string_view bytes) {
  std::vector<std::string_view> names;
  const std::size_t tail = bytes.size() - std::min(bytes.size(), kEndRecord + kLongestComment);
  const std::size_t end = bytes.substr(tail).rfind("PK\x05\x06");
  if (end == std::string_view::npos) return names;
  std::size_t at = number(bytes, tail + end + 16, 4);
  while (names.size() < kMostNames && at < bytes.size() && bytes.substr(at).starts_with("PK\x01\x02")) {
    const std::size_t length = number(bytes, at + 28, 2);
    if (at + 46 + length > bytes.size()) break;
    names.push_back(bytes.substr(at + 46, length));
    at += 46 + length + number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
  }
  return names;
}

}  // namespace

std::vector<std::string_view> zip_names(std::string_view bytes) {
  std::vector<std::string_view> names = names_of_directory(bytes);
  if (!names.empty()) return names;
  const std::string_view head = bytes.substr(0, kLocalHeadersSearched);
  for (std::size_t at = 0; names.size() < kMostNames; ++at) {
    at = head.find("PK\x03\x04", at);
    if (at == std::string_view::npos) break;
    const std::size_t length = number(bytes, at + 26, 2);
    if (at + 30 + length <= bytes.size()) names.push_back(bytes.substr(at + 30, length));
  }
  return names;
}

}  // namespace libparse::input
