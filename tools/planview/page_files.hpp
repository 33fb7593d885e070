// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "planview/options.hpp"

/// The files of page/ as they were when the program was built.
namespace planview {

struct Word {
  std::string_view key;  ///< `role.lead`
  std::string_view text;
};

struct PageFiles {
  std::string_view html;                       ///< page.html; `{{name}}` are places to fill
  std::string_view script;                     ///< the modules, joined
  std::string_view script_sha256;              ///< lower-case hex
  std::string_view style;                      ///< the style sheets, joined
  std::string_view style_sha256;               ///< lower-case hex
  std::string_view chart_style;                ///< what a chart outside the page needs
  std::array<std::string_view, 2> words_json;  ///< in the order of `Language`
  std::array<std::span<const Word>, 2> words;  ///< the same as a table
};

[[nodiscard]] const PageFiles& page_files();

/// The word that people read for `key`. Errors: throws std::out_of_range where words.*.json lack it (our mistake).
[[nodiscard]] std::string_view word(Language language, std::string_view key);

}  // namespace planview
