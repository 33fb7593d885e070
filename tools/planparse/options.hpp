// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "common/notice_input.hpp"
#include "common/run_tool.hpp"
#include "libparse/task_list.hpp"

namespace planparse {

/// `automatic`: a table on a terminal, else what the ending of --output says, else JSON.
enum class OutputFormat { automatic, json, yaml, ndjson, table };
inline constexpr std::array<std::string_view, 5> kFormatNames = {"", "json", "yaml", "ndjson", "table"};

struct Options {
  std::vector<std::string> inputs;  ///< notices; `-` is standard input; none: standard input
  std::string output;               ///< file for the task lists; empty or `-`: standard output
  OutputFormat format = OutputFormat::automatic;
  std::vector<libparse::TaskKind> kinds;  ///< kinds of tasks to keep; empty: all
  std::string as_of;                      ///< ISO 8601 date that relative times count from where the notice gives none
  int year = 0;                           ///< year that yearless dates refer to; 0: taken from the notice
  std::vector<std::string> rules;         ///< folders of own rules over the built-in ones, the last on top
  bool explain = false;                   ///< with the reasons for each task
  std::string text_out;                   ///< file for the document text that spans refer to
  bool strict = false;                    ///< status 1 where a warning was found
  bool quiet = false;                     ///< no diagnostics on standard error; errors are still told
  tools::Terminal terminal;
  tools::NoticeInput input{};  ///< what the notices come as
};

}  // namespace planparse
