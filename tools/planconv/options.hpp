// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "common/run_tool.hpp"
#include "libparse/task_list.hpp"
#include "planconv/columns.hpp"
#include "planconv/words.hpp"

namespace planconv {

enum class Format { automatic, json, yaml, ndjson, csv, xlsx, ics, markdown };

/// Formats as the command line names them; `automatic` has no word.
inline constexpr std::array<std::string_view, 8> kFormatNames = {"",    "json", "yaml", "ndjson",
                                                                 "csv", "xlsx", "ics",  "markdown"};
/// Those that are read.
inline constexpr std::array<std::string_view, 6> kInputFormatNames = {"", "json", "yaml", "ndjson", "csv", "xlsx"};

struct Options {
  std::vector<std::string> inputs;          ///< task lists or tables; `-` is standard input; none: standard input
  std::string output;                       ///< file to write; empty or `-`: standard output
  Format format = Format::automatic;        ///< automatic: by the ending of `output`, else JSON
  Format input_format = Format::automatic;  ///< automatic: by what the bytes hold
  std::vector<Column> columns;              ///< of a table, in order; empty: see choose_columns
  Language language = Language::zh;         ///< of headers and other words that are no data
  bool byte_order_mark = false;             ///< at the start of CSV, which Excel asks for
  std::string base;                         ///< the task list that an edited table is laid over; empty: none
  bool merge = false;                       ///< one sorted NDJSON stream of all inputs
  std::vector<libparse::TaskKind> kinds;    ///< keep tasks of these kinds; empty: all
  std::vector<std::string> units;           ///< keep tasks that name one of these units; empty: all
  tools::Terminal terminal;
};

}  // namespace planconv
