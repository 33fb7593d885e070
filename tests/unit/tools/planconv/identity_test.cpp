// SPDX-License-Identifier: MIT
// What must hold for the list of every notice there is.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "../../../temporary_folder.hpp"
#include "convert.hpp"
#include "libparse/parse.hpp"

using namespace planconv;
using tests::convert;

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> find_notices() {
  std::vector<fs::path> notices;
  for (const char* folder :
       {LIBPARSE_SOURCE_DIR "/samples", LIBPARSE_SOURCE_DIR "/tests/notices", LIBPARSE_SHARED_DIR "/notices"}) {
    if (!fs::exists(folder)) continue;  // ../shared is not everywhere
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.path().extension() == ".txt") notices.push_back(entry.path());
    }
  }
  std::sort(notices.begin(), notices.end());
  return notices;
}

// The task list as planparse writes it; empty where the notice is refused (another encoding).
std::string parse(const fs::path& notice, bool explain) {
  std::ifstream stream(notice, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(stream), {});
  try {
    auto result = libparse::parse_notice(bytes, {.path = notice.filename().string(), .explain = explain});
    result.list.generator = {"planparse", "0.0.1"};  // of another version than the one that converts
    return tests::to_json(result.list);
  } catch (const libparse::Error& error) {
    CHECK(error.code() == libparse::ErrorCode::encoding);
    return {};
  }
}

}  // namespace

TEST_CASE("a table that was not edited gives back its list byte for byte, for every notice") {
  const tests::TemporaryFolder folder;
  for (const fs::path& notice : find_notices()) {
    CAPTURE(notice.string());
    const std::string json = parse(notice, true);
    if (json.empty()) continue;
    const std::string base = folder.write("base.json", json);
    for (const Language language : {Language::zh, Language::en}) {
      const std::string table = convert(json, {.format = Format::csv, .language = language});
      CHECK(convert(table, {.base = base}) == json);
    }
    const std::string workbook = convert(json, {.format = Format::xlsx});
    CHECK(convert(workbook, {.base = base}) == json);
  }
}

TEST_CASE("JSON to YAML to NDJSON to JSON is the identity for every notice, explained or not") {
  std::size_t seen = 0;
  for (const fs::path& notice : find_notices()) {
    for (const bool explain : {false, true}) {
      CAPTURE(notice.string());
      const std::string json = parse(notice, explain);
      if (json.empty()) continue;
      const std::string yaml = convert(json, {.format = Format::yaml});
      const std::string ndjson = convert(yaml, {.format = Format::ndjson});
      CHECK(convert(ndjson, {.format = Format::json}) == json);
      ++seen;
    }
  }
  CHECK(seen >= 100);
}
