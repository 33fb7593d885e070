// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/notice_input.hpp"
#include "common/run_tool.hpp"
#include "libparse/compare.hpp"

namespace plandiff {

enum class OutputFormat : std::uint8_t { text, json, markdown, html };
inline constexpr std::array<std::string_view, 4> kFormatNames = {"text", "json", "markdown", "html"};

enum class Language : std::uint8_t { zh, en };
inline constexpr std::array<std::string_view, 2> kLanguageNames = {"zh", "en"};

struct Options {
  std::string before;  ///< task list or notice; `-` is standard input
  std::string after;   ///< the same
  libparse::ComparisonMode mode = libparse::ComparisonMode::version;
  OutputFormat format = OutputFormat::text;
  Language language = Language::zh;
  std::vector<std::string> only;    ///< changes or groups of changes to tell; empty: those that the mode tells
  std::vector<std::string> ignore;  ///< changes or groups of changes to leave out
  std::vector<std::string> rules;   ///< folders of own rules over the built-in ones, the last on top
  tools::NoticeInput input;         ///< how a notice is read
  std::string output;               ///< file to write; empty or `-`: standard output
  bool quiet = false;               ///< no diagnostics on standard error; errors are still told
  tools::Terminal terminal;
};

}  // namespace plandiff
