// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "libparse/input.hpp"

namespace libparse::input {

/// Throws `Error{limit}`: "<what>, more than the limit of <limit> <unit>; <option> raises it".
[[noreturn]] void refuse_over(const std::string& what, std::size_t limit, std::string_view unit,
                              std::string_view option);

/// Throws `Error{limit}` where the input itself is larger than the limits allow.
void check_input_size(std::size_t bytes, const Limits& limits);

/// The time that one container may take. Cheap enough for inner loops: the clock is read at every 256th call.
class Deadline {
 public:
  explicit Deadline(const Limits& limits) : limit_(limits.time), end_(std::chrono::steady_clock::now() + limits.time) {}
  /// Throws `Error{limit}` where the time is over.
  void check() {
    if (limit_.count() > 0 && (++calls_ & 0xFFU) == 0 && passed()) refuse();
  }
  /// True where the time is over; reads the clock.
  [[nodiscard]] bool passed() const { return limit_.count() > 0 && std::chrono::steady_clock::now() >= end_; }
  [[noreturn]] void refuse() const;

 private:
  std::chrono::milliseconds limit_;
  std::chrono::steady_clock::time_point end_;
  unsigned calls_ = 0;
};

}  // namespace libparse::input
