// SPDX-License-Identifier: MIT
#include "task/notice_view.hpp"

#include <algorithm>

namespace libparse::task {

std::string NoticeView::quote(text::Range r) const { return r.empty() ? std::string{} : layout.text.quote(r, source); }

std::string NoticeView::quote_line(text::Range r) const {
  std::string out = quote(r);
  std::erase(out, '\n');
  return out;
}

bool NoticeView::adjacent(text::Range a, text::Range b) const {
  const std::string_view between = text().substr(a.end, b.begin > a.end ? b.begin - a.end : 0);
  return between.find_first_not_of(" \n\t") == std::string_view::npos;
}

}  // namespace libparse::task
