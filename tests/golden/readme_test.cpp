// SPDX-License-Identifier: MIT
// The README shows what the program does today.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "libparse/io.hpp"
#include "libparse/parse.hpp"

namespace {

std::string read_file(const std::string& name) {
  std::ifstream file(std::string(LIBPARSE_SOURCE_DIR) + '/' + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The README's only code block in this language.
std::string find_block(const std::string& language) {
  const std::string readme = read_file("README.md");
  const std::string fence = "\n```" + language + "\n";
  const std::size_t at = readme.find(fence);
  REQUIRE(at != std::string::npos);
  const std::size_t begin = at + fence.size();
  return readme.substr(begin, readme.find("```", begin) - begin);
}

}  // namespace

TEST_CASE("the README's task is one that planparse reads from the sample") {
  std::string indented;
  std::istringstream block(find_block("json"));
  for (std::string line; std::getline(block, line);) indented += (indented.empty() ? "    " : "\n    ") + line;
  std::ostringstream out;
  libparse::write_json(libparse::parse_notice(read_file("samples/county-plan-annexes.txt")).list, out);
  CHECK(out.str().find(indented) != std::string::npos);
}

TEST_CASE("the README's program is the one that tests/package builds") {
  const std::string program = read_file("tests/package/consumer/main.cpp");
  CHECK(program.substr(program.find('\n') + 1) == find_block("cpp"));
}
