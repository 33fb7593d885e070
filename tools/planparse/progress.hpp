// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <iosfwd>
#include <string>

namespace planparse {

/// A line on a terminal that says how far a run has got, how fast it is and how long it will take: at most ten times a
/// second. Its clock never gets into an output.
class Progress {
 public:
  using Clock = std::chrono::steady_clock;

  /// \param total  how many notices there are; 0: unknown
  Progress(std::ostream& err, bool is_shown, std::size_t total) : err_(err), is_shown_(is_shown), total_(total) {}

  /// Notices that an earlier run has done: they count, but not for the rate.
  void skip(std::size_t notices) { skipped_ += notices; }
  void add(std::size_t bytes, bool has_failed);
  /// Takes the line away, so that other text can be written.
  void clear();

 private:
  void draw(Clock::time_point now);

  std::ostream& err_;
  bool is_shown_;
  std::size_t total_;
  std::size_t skipped_ = 0;
  std::size_t done_ = 0;
  std::size_t failed_ = 0;
  std::size_t bytes_ = 0;
  bool is_drawn_ = false;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point last_{};
};

/// The text of the line: `120 of 400 notices, 35.2/s, 1.4 MB/s, 0:08 left, 2 failed`. \param total  0: unknown
[[nodiscard]] std::string progress_line(std::size_t skipped, std::size_t done, std::size_t failed, std::size_t bytes,
                                        std::size_t total, double seconds);

}  // namespace planparse
