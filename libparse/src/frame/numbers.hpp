// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frame/words.hpp"
#include "libparse/task_list.hpp"
#include "text/work_text.hpp"

namespace libparse::frame {

/// A calendar date as read. Ranges refer to the text that was searched, which holds no spaces.
struct DateMatch {
  std::string iso;         ///< YYYY-MM-DD, a day that exists
  bool truncated = false;  ///< its 日 is missing
  text::Range range;
};

/// The date that is all of `bare`.
std::optional<DateMatch> read_date(const Words& words, std::string_view bare);
/// The last date inside `bare`.
std::optional<DateMatch> find_last_date(const Words& words, std::string_view bare);

/// Every date inside `bare`, in order.
std::vector<DateMatch> find_dates(const Words& words, std::string_view bare);

/// A 发文字号 as read; `number.text` is left to the caller, who knows the source.
struct NumberMatch {
  DocNumber number;
  text::Range range;  ///< 机关代字 and all
};

/// The first 发文字号 inside `bare`, its 机关代字 reaching back over letters at most to `from`.
std::optional<NumberMatch> find_number(const Words& words, std::string_view bare, std::size_t from = 0);

}  // namespace libparse::frame
