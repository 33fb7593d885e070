// SPDX-License-Identifier: MIT
#include "planparse/progress.hpp"

#include <doctest/doctest.h>

#include <sstream>

using planparse::progress_line;

TEST_CASE("the line tells the rate and what remains of notices still to be read") {
  CHECK(progress_line(0, 0, 0, 0, 400, 0) == "0 of 400 notices");
  CHECK(progress_line(0, 100, 2, 5'000'000, 400, 2) == "100 of 400 notices, 50.0/s, 2.5 MB/s, 0:06 left, 2 failed");
  CHECK(progress_line(300, 10, 0, 0, 400, 1) == "310 of 400 notices, 10.0/s, 0.0 MB/s, 0:09 left");
  CHECK(progress_line(0, 1, 0, 0, 7201, 1) == "1 of 7201 notices, 1.0/s, 0.0 MB/s, 2:00:00 left");
}

TEST_CASE("without a number of notices nothing is said of the time left") {
  CHECK(progress_line(0, 2000, 0, 0, 0, 10) == "2000 notices, 200/s, 0.0 MB/s");
}

TEST_CASE("the line is drawn at most ten times a second and goes away for other text") {
  std::ostringstream err;
  planparse::Progress progress(err, true, 1000);
  for (int i = 0; i < 1000; ++i) progress.add(1, false);
  progress.clear();
  CHECK(err.str().starts_with("\r\033[K1 of 1000 notices"));
  CHECK(err.str().ends_with("\r\033[K"));
  CHECK(err.str().size() < 600);
  std::ostringstream silent;
  planparse::Progress off(silent, false, 1);
  off.add(1, true);
  off.clear();
  CHECK(silent.str().empty());
}
