// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "libparse/io.hpp"
#include "planconv/run.hpp"

namespace tests {

struct Converted {
  tools::ExitStatus status = tools::ExitStatus::done;
  std::string out;
  std::string err;
};

/// What planconv makes of `input` on its standard input.
inline Converted try_convert(const std::string& input, const planconv::Options& options) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  const tools::ExitStatus status = planconv::run(options, in, out, err);
  return {status, std::move(out).str(), std::move(err).str()};
}

/// The same where nothing may go wrong.
inline std::string convert(const std::string& input, const planconv::Options& options) {
  Converted result = try_convert(input, options);
  CHECK(result.err.empty());
  CHECK(result.status == tools::ExitStatus::done);
  return std::move(result.out);
}

inline std::string to_json(const libparse::TaskList& list) {
  std::ostringstream out;
  libparse::write_json(list, out, {.explain = true});
  return std::move(out).str();
}

}  // namespace tests
