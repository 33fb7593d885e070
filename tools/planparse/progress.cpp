// SPDX-License-Identifier: MIT
#include "planparse/progress.hpp"

#include <cstdio>
#include <ostream>

namespace planparse {
namespace {

std::string decimal(double value) {
  char text[32];
  std::snprintf(text, sizeof text, value < 100 ? "%.1f" : "%.0f", value);
  return text;
}

std::string duration(double seconds) {
  const auto all = static_cast<long>(seconds + 0.5);
  char text[48];
  if (all < 3600) {
    std::snprintf(text, sizeof text, "%ld:%02ld", all / 60, all % 60);
  } else {
    std::snprintf(text, sizeof text, "%ld:%02ld:%02ld", all / 3600, all / 60 % 60, all % 60);
  }
  return text;
}

}  // namespace

std::string progress_line(std::size_t skipped, std::size_t done, std::size_t failed, std::size_t bytes,
                          std::size_t total, double seconds) {
  std::string line = std::to_string(skipped + done);
  if (total > 0) line += " of " + std::to_string(total);
  line += " notices";
  if (seconds > 0 && done > 0) {
    const double rate = static_cast<double>(done) / seconds;
    line += ", " + decimal(rate) + "/s, " + decimal(static_cast<double>(bytes) / seconds / 1e6) + " MB/s";
    if (total >= skipped + done) line += ", " + duration(static_cast<double>(total - skipped - done) / rate) + " left";
  }
  if (failed > 0) line += ", " + std::to_string(failed) + " failed";
  return line;
}

void Progress::add(std::size_t bytes, bool has_failed) {
  ++done_;
  failed_ += has_failed ? 1 : 0;
  bytes_ += bytes;
  if (!is_shown_) return;
  const Clock::time_point now = Clock::now();
  if (now - last_ >= std::chrono::milliseconds(100)) draw(now);
}

void Progress::draw(Clock::time_point now) {
  last_ = now;
  is_drawn_ = true;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  err_ << "\r\033[K" << progress_line(skipped_, done_, failed_, bytes_, total_, seconds) << std::flush;
}

void Progress::clear() {
  if (is_drawn_) err_ << "\r\033[K" << std::flush;
  is_drawn_ = false;
}

}  // namespace planparse
