// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "common/notice_input.hpp"
#include "common/run_tool.hpp"
#include "libparse/mentions.hpp"

namespace planmark {

/// The types of mentions as the command line and the output name them, in the order of libparse::MentionType.
inline constexpr std::array<std::string_view, 5> kTypeNames = {"organization", "time", "quantity", "reference",
                                                               "label"};

struct Options {
  std::vector<std::string> inputs;          ///< texts; `-` is standard input; none: standard input
  std::vector<libparse::MentionType> only;  ///< types to print; empty: all
  std::string date;                         ///< ISO 8601 date that 月底 and 即日起 refer to
  int year = 0;                             ///< year that yearless dates refer to; 0: that of `date`
  std::vector<std::string> rules;           ///< folders of own rules over the built-in ones, the last on top
  std::string output;                       ///< file to write; empty or `-`: standard output
  bool quiet = false;                       ///< no diagnostics on standard error; errors are still told
  tools::Terminal terminal;
  tools::NoticeInput input{};  ///< what the texts come as
};

}  // namespace planmark
