// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/notice_input.hpp"
#include "common/run_tool.hpp"

namespace planview {

/// The language of headings, buttons and legends.
enum class Language : std::uint8_t { zh, en };
inline constexpr std::array<std::string_view, 2> kLanguageNames = {"zh", "en"};

enum class Chart : std::uint8_t { none, timeline, matrix };
inline constexpr std::array<std::string_view, 3> kChartNames = {"", "timeline", "matrix"};

struct Options {
  std::vector<std::string> inputs;  ///< one notice or task list; `-` is standard input; none: standard input
  std::string source;               ///< the notice that a task list was made from; empty: its text is not shown
  std::string output;               ///< file to write; empty or `-`: standard output
  Language language = Language::zh;
  Chart chart = Chart::none;       ///< draw this one alone as SVG instead of the page
  std::string as_of;               ///< as for planparse; with a notice only
  int year = 0;                    ///< as for planparse; with a notice only
  std::vector<std::string> rules;  ///< as for planparse; with a notice only
  tools::NoticeInput input{};      ///< what notices may come as
  bool quiet = false;              ///< no diagnostics on standard error; errors are still told
  tools::Terminal terminal;
};

}  // namespace planview
