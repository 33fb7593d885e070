// SPDX-License-Identifier: MIT
#include "task/notice_view.hpp"

#include <algorithm>
#include <iterator>

namespace libparse::task {

std::string NoticeView::quote(text::Range r) const { return r.empty() ? std::string{} : layout.text.quote(r, source); }

std::string NoticeView::quote_line(text::Range r) const {
  std::string out = quote(r);
  std::erase(out, '\n');
  return out;
}

const input::Place* NoticeView::place_at(std::size_t at) const {
  const std::size_t byte = source.byte_of(layout.text.source_offset(at));
  const auto behind = std::upper_bound(places.begin(), places.end(), byte,
                                       [](std::size_t b, const input::Place& p) { return b < p.range.begin; });
  if (behind == places.begin()) return nullptr;
  const input::Place& place = *std::prev(behind);
  return byte <= place.range.end ? &place : nullptr;
}

bool NoticeView::adjacent(text::Range a, text::Range b) const {
  const std::string_view between = text().substr(a.end, b.begin > a.end ? b.begin - a.end : 0);
  return between.find_first_not_of(" \n\t") == std::string_view::npos;
}

}  // namespace libparse::task
