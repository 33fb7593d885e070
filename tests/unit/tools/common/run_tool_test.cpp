// SPDX-License-Identifier: MIT
#include "common/run_tool.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "libparse/error.hpp"

namespace {

/// The status of a tool that does this, and what it says on standard error.
int status_of(const std::function<tools::ExitStatus()>& run, std::string& told, const std::string& argument = {}) {
  CLI::App app{"a tool", "tool"};
  std::vector<std::string> words{"tool"};
  if (!argument.empty()) words.push_back(argument);
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  std::ostringstream errors;
  std::streambuf* standard = std::cerr.rdbuf(errors.rdbuf());
  const int status = tools::run_tool(app, static_cast<int>(arguments.size()), arguments.data(), run);
  std::cerr.rdbuf(standard);
  told = errors.str();
  return status;
}

}  // namespace

TEST_CASE("statuses say what went wrong") {
  std::string told;
  CHECK(status_of([] { return tools::ExitStatus::done; }, told) == 0);
  CHECK(told == "");
  CHECK(status_of([] { return tools::ExitStatus::findings; }, told) == 1);
  CHECK(status_of([] { return tools::ExitStatus::done; }, told, "--no-such-option") == 2);
  CHECK(told.find("Try `tool --help`.") != std::string::npos);
  CHECK(status_of(
            []() -> tools::ExitStatus { throw libparse::Error(libparse::ErrorCode::damaged, "is broken", "a.pdf"); },
            told) == 3);
  CHECK(told == "a.pdf: error: is broken\n");
  CHECK(status_of([]() -> tools::ExitStatus { throw std::logic_error("no such branch"); }, told) == 70);
  CHECK(told.find("internal error: no such branch") != std::string::npos);
}
