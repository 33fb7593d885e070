// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "libparse/error.hpp"

namespace libparse::input {

/// The error of a limit that tripped: what was found, and the option that allows more.
inline Error limit_error(const std::string& found, std::string_view option) {
  return Error(ErrorCode::limit, found + "; " + std::string(option) + " allows more");
}

/// The end of the time that one container may take.
class Deadline {
 public:
  explicit Deadline(std::chrono::milliseconds allowed) : allowed_(allowed), end_(Clock::now() + allowed) {}
  /// Errors: `Error{limit}` when the time is over.
  void check() const {
    if (allowed_.count() <= 0 || Clock::now() < end_) return;
    throw limit_error("reading took more than " + std::to_string(allowed_.count()) + " ms", "--time-limit");
  }

 private:
  using Clock = std::chrono::steady_clock;
  std::chrono::milliseconds allowed_;
  Clock::time_point end_;
};

}  // namespace libparse::input
