// SPDX-License-Identifier: MIT
// plancheck, which reads the notice and the list by itself, finds nothing wrong with what planparse writes.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "libparse/io.hpp"
#include "libparse/parse.hpp"
#include "plancheck/run.hpp"

namespace {

namespace fs = std::filesystem;

// Notices that are read, of all kinds; what planparse refuses is no matter of this test.
std::size_t prove_all(const fs::path& folder) {
  const std::set<std::string> endings = {".txt", ".html", ".docx", ".wps", ".pdf", ".ofd", ".xlsx"};
  std::size_t proved = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || !endings.contains(entry.path().extension().string())) continue;
    const std::string name = entry.path().string();
    CAPTURE(name);
    std::ifstream file(name, std::ios::binary);
    std::stringstream list;
    try {
      libparse::write_json(
          libparse::parse_notice(std::string(std::istreambuf_iterator<char>(file), {}), {.path = name}).list, list);
    } catch (const libparse::Error&) {
      continue;
    }
    std::ostringstream out;
    std::ostringstream err;
    plancheck::Options options{.sources = {name}};
    options.fail_on = plancheck::FailOn::info;
    const auto status = plancheck::run(options, list, out, err);
    CHECK(out.str() == "");
    CHECK(status == tools::ExitStatus::done);
    ++proved;
  }
  return proved;
}

}  // namespace

TEST_CASE("every list of the project's notices is proved by its notice") {
  CHECK(prove_all(LIBPARSE_SOURCE_DIR "/samples") > 8);
  CHECK(prove_all(LIBPARSE_SOURCE_DIR "/tests/notices") > 20);
}

TEST_CASE("so is every list of the shared notices, where they are there") {
  const fs::path folder = LIBPARSE_SHARED_DIR "/notices";
  if (fs::exists(folder)) CHECK(prove_all(folder) > 0);
}
