// SPDX-License-Identifier: MIT
#include "common/messages.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace libparse;

namespace {

std::string printed(const Diagnostic& diagnostic, std::string_view text) {
  std::ostringstream err;
  tools::print_diagnostics({diagnostic}, "a.txt", text, err);
  return err.str();
}

}  // namespace

TEST_CASE("a diagnostic names line and column in code points from 1") {
  const Diagnostic diagnostic{"numbering-gap", Severity::warning, "Number 3 follows 1.", Span{4, 5}, "1"};
  CHECK(printed(diagnostic, "一二\n三四五\n") == "a.txt:2:2: warning: Number 3 follows 1. [numbering-gap]\n");
  CHECK(printed(diagnostic, "一二三四五") == "a.txt:1:5: warning: Number 3 follows 1. [numbering-gap]\n");
}

TEST_CASE("the end of the text is a place too") {
  const Diagnostic diagnostic{"x", Severity::info, "m", Span{3, 3}, ""};
  CHECK(printed(diagnostic, "一二\n") == "a.txt:2:1: info: m [x]\n");
}

TEST_CASE("a diagnostic without a place has the path alone") {
  CHECK(printed({"x", Severity::error, "m", std::nullopt, ""}, "") == "a.txt: error: m [x]\n");
}

TEST_CASE("a quote from the notice cannot drive the terminal") {
  CHECK(printed({"x", Severity::error, "\x1b[2J", std::nullopt, ""}, "") == "a.txt: error: \uFFFD[2J [x]\n");
}

TEST_CASE("an error says where, or names the input") {
  std::ostringstream err;
  tools::print_error(Error(ErrorCode::format, "bad", "b.json:2:3"), "a.txt", err);
  tools::print_error(Error(ErrorCode::encoding, "bad"), "a.txt", err);
  CHECK(err.str() == "b.json:2:3: error: bad\na.txt: error: bad\n");
}
