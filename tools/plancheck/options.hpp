// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/notice_input.hpp"
#include "common/run_tool.hpp"

namespace plancheck {

/// How findings are written.
enum class ReportFormat : std::uint8_t { text, json, sarif, junit, github };
inline constexpr std::array<std::string_view, 5> kFormatNames = {"text", "json", "sarif", "junit", "github"};

/// The least severity that makes the status 1.
enum class FailOn : std::uint8_t { info, warning, error, never };
inline constexpr std::array<std::string_view, 4> kFailOnNames = {"info", "warning", "error", "never"};

struct Options {
  std::vector<std::string> inputs;   ///< task lists; `-` is standard input; none: standard input
  std::vector<std::string> sources;  ///< the notices that the lists were read from, in the order of the lists
  std::string policy;                ///< a policy file; empty: none
  std::string today;                 ///< ISO 8601 date on which waivers are judged; empty: the system's date
  ReportFormat format = ReportFormat::text;
  FailOn fail_on = FailOn::error;
  bool diagnostics = false;     ///< report what the lists themselves say is odd in their notices
  std::string output;           ///< file to write; empty or `-`: standard output
  bool quiet = false;           ///< no summary on standard error; errors are still told
  tools::NoticeInput notice{};  ///< how the notices are read
  tools::Terminal terminal;
};

}  // namespace plancheck
