// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libparse/task_list.hpp"
#include "planview/options.hpp"

namespace planview {

/// JSON text that may stand inside a `<script>` element of HTML: no `<` (so neither `</script>` nor `<!--`), no line
/// separators U+2028 and U+2029. The same JSON value.
/// \param json  valid JSON in UTF-8
[[nodiscard]] std::string escape_for_script(std::string_view json);

/// `text` as a JSON string with its quotes. \param text  valid UTF-8
[[nodiscard]] std::string as_json_string(std::string_view text);

/// `template_text` with each `{{name}}` replaced by the value of that name; values are not looked at again.
/// Errors: throws std::out_of_range for a name without value.
[[nodiscard]] std::string fill_places(std::string_view template_text,
                                      const std::vector<std::pair<std::string_view, std::string>>& values);

/// Value of Content-Security-Policy (CSP level 2): nothing is loaded from anywhere, and only the page's own script and
/// style sheet run. Parameters are SHA-256 digests in hex.
[[nodiscard]] std::string security_policy(std::string_view script_sha256, std::string_view style_sha256);

/// The page for one notice: one HTML file that needs nothing else.
/// \param text  the document text that the spans refer to; none: the page shows the tasks without the notice
[[nodiscard]] std::string make_page(const libparse::TaskList& list, const std::optional<std::string>& text,
                                    Language language);

}  // namespace planview
