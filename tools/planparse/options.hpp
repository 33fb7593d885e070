// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
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

/// The part of an array job that one process does: positions `index`, `index + count` … (from 1) of all inputs.
struct Shard {
  std::size_t index = 1;
  std::size_t count = 1;
};

/// What makes a run over many notices, and what only such a run has; docs/cli.md explains it.
struct BatchOptions {
  std::string files_from;   ///< file that names more notices; `-`: standard input; empty: none
  bool null_names = false;  ///< names in `files_from` end in a NUL byte instead of a line break
  std::string out_dir;      ///< folder for one file per notice; empty: one stream
  std::string manifest;     ///< file that says of each notice what became of it; empty: none
  std::size_t jobs = 1;     ///< threads that read notices
  bool jobs_given = false;
  bool resume = false;  ///< go on where a run that was stopped has left off
  std::string shard;    ///< as given: `2/8`; empty: everything
};

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
  BatchOptions batch{};
  bool filter = false;  ///< requests in, answers out, one a line
};

}  // namespace planparse
