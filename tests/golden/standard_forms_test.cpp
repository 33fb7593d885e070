// SPDX-License-Identifier: MIT
// Every `rrule` and `edtf` that is written is taken by somebody else's reader: libical for RFC 5545, and for EDTF the
// grammar of intervals in ISO 8601-2:2019, 5.1 (level 0 days, `..` for an open end), written down here.
#include <doctest/doctest.h>
#include <libical/ical.h>
#include <re2/re2.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "libparse/parse.hpp"

using namespace libparse;

namespace {

namespace fs = std::filesystem;

bool libical_takes(const std::string& rule) {
  icalerror_set_errors_are_fatal(0);
  icalerror_clear_errno();
  const icalrecurrencetype read = icalrecurrencetype_from_string(rule.c_str());
  return read.freq != ICAL_NO_RECURRENCE && icalerrno == ICAL_NO_ERROR;
}

bool is_day(const std::string& text) {
  int y = 0, m = 0, d = 0;
  if (!RE2::FullMatch(text, "([0-9]{4})-([0-9]{2})-([0-9]{2})", &y, &m, &d)) return false;
  return (std::chrono::year{y} / m / d).ok();
}

bool is_edtf(const std::string& text) {
  std::string from, to;
  if (!RE2::FullMatch(text, "([^/]+)/([^/]+)", &from, &to)) return false;
  if ((from != ".." && !is_day(from)) || (to != ".." && !is_day(to))) return false;
  return from == ".." || to == ".." ? from != to : from <= to;
}

}  // namespace

TEST_CASE("the readers refuse what is no rule and no interval") {
  CHECK(libical_takes("FREQ=MONTHLY;BYMONTHDAY=8"));
  CHECK(!libical_takes("FREQ=SOMETIMES"));
  CHECK(!libical_takes("FREQ=MONTHLY;BYMONTHDAY=32"));
  CHECK(is_edtf("../2020-02-29"));
  for (const char* wrong : {"2020-12-31", "../..", "../2021-02-29", "2020-12-31/2020-01-01", "/2020-12-31"}) {
    CAPTURE(wrong);
    CHECK(!is_edtf(wrong));
  }
}

TEST_CASE("every rule and every interval of every notice is taken") {
  std::vector<fs::path> folders = {fs::path(LIBPARSE_SOURCE_DIR) / "samples",
                                   fs::path(LIBPARSE_SOURCE_DIR) / "tests/notices"};
  const fs::path shared = fs::path(LIBPARSE_SOURCE_DIR) / "../shared/notices";
  if (fs::is_directory(shared)) folders.push_back(shared);
  std::size_t rules = 0, intervals = 0;
  for (const fs::path& folder : folders) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() != ".txt") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(file), {}};
      for (const Task& task : parse_notice(bytes, {.as_of = "2024-05-06"}).list.tasks) {
        for (const Time& time : task.times) {
          CAPTURE(entry.path().filename().string());
          CAPTURE(time.text);
          CHECK((time.type == TimeType::recurrence) == !time.rrule.empty());
          if (!time.rrule.empty()) CHECK_MESSAGE(libical_takes(time.rrule), time.rrule);
          CHECK((time.start.empty() && time.end.empty()) == time.edtf.empty());
          if (!time.edtf.empty()) CHECK_MESSAGE(is_edtf(time.edtf), time.edtf);
          rules += !time.rrule.empty();
          intervals += !time.edtf.empty();
        }
      }
    }
  }
  CHECK(rules > 100);
  CHECK(intervals > 300);
  MESSAGE(rules, " rules, ", intervals, " intervals");
}
