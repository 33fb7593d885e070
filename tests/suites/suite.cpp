// SPDX-License-Identifier: MIT
#include "suite.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iostream>
#include <iterator>

namespace tests {

std::optional<std::filesystem::path> find_suite(const std::filesystem::path& path, const std::string& package) {
  if (std::filesystem::exists(path)) return path;
  std::cout << "suite is missing: " << path.string() << " (" << package << ")\n";
  return {};
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

nlohmann::json read_module(const std::filesystem::path& path) {
  const std::string text = read_file(path);
  constexpr std::string_view kBefore = "export default ";
  const std::size_t at = text.find(kBefore);
  REQUIRE_MESSAGE(at != std::string::npos, path.string());
  return nlohmann::json::parse(text.substr(at + kBefore.size()));
}

Tally::Tally(const std::string& name) : name_(name) {
  std::ifstream in(LIBPARSE_SOURCE_DIR "/tests/suites/" + name + "_known.txt");
  REQUIRE(in.good());
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    REQUIRE_MESSAGE(tab != std::string::npos, "a known case needs a tab and a reason: " << line);
    known_[line.substr(0, tab)] = false;
  }
}

void Tally::add(const std::string& name, bool passed, const std::string& found) {
  ++run_;
  passed_ += passed;
  const auto known = known_.find(name);
  if (known != known_.end()) known->second = true;
  if (passed == (known == known_.end())) return;
  unexpected_.push_back(name + (passed ? "\tpasses now; take it off the list" : "\t" + found));
}

void Tally::finish() const {
  std::cout << name_ << ": " << run_ << " cases, " << passed_ << " as the suite says, " << run_ - passed_
            << " otherwise\n";
  for (const std::string& line : unexpected_) FAIL_CHECK(line);
  for (const auto& known : known_) CHECK_MESSAGE(known.second, "the suite has no case " << known.first);
}

}  // namespace tests
