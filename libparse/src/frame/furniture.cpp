// SPDX-License-Identifier: MIT
#include "frame/draft.hpp"

namespace libparse::frame {
namespace {

constexpr std::size_t kLongFurniture = 150;  // characters of the longest title in a list of related pages
constexpr std::size_t kFrontMatter = 30;     // lines of the longest front matter looked for

bool is_rule_line(std::string_view bare) {
  return bare.size() >= 3 && bare.find_first_not_of('-') == std::string_view::npos;
}

/// Markdown front matter: between two lines of dashes, the first of which opens the file.
void mark_front_matter(Draft& draft) {
  if (draft.size() == 0 || !is_rule_line(draft.lines[0].bare)) return;
  for (std::size_t end = 1; end < draft.size() && end <= kFrontMatter; ++end) {
    if (!is_rule_line(draft.lines[end].bare)) continue;
    for (std::size_t i = 0; i <= end; ++i) draft.put(i, Zone::furniture);
    return;
  }
}

/// From the end upwards: a heading such as 相关阅读 makes all below it furniture as long as that is a list of short
/// lines; lines such as 主办 or 地址 are furniture only next to a surer kind.
void mark_page_end(Draft& draft) {
  std::size_t end = draft.size();
  for (std::size_t i = draft.size(); i-- > draft.size() / 2;) {
    const Line& line = draft.lines[i];
    if (line.furniture == Furniture::rest) end = i;
    const bool is_file = line.label && line.characters <= kLongFurniture &&
                         draft.words.furniture.match_whole(draft.layout.text.view(), line.range);  // 1.表格.doc
    if ((line.label && !is_file) || line.characters > kLongFurniture || line.is("imprint") || line.is("cc")) break;
  }
  for (std::size_t i = end; i < draft.size(); ++i) draft.put(i, Zone::furniture);
  bool sure = end < draft.size();
  std::size_t begin = end;
  while (begin > 0 && draft.lines[begin - 1].furniture != Furniture::none) {
    sure = sure || draft.lines[begin - 1].furniture == Furniture::anywhere;
    --begin;
  }
  for (std::size_t i = begin; sure && i < end; ++i) draft.put(i, Zone::furniture);
}

}  // namespace

void mark_furniture(Draft& draft) {
  mark_front_matter(draft);
  for (std::size_t i = 0; i < draft.size(); ++i) {
    if (draft.lines[i].furniture == Furniture::anywhere) draft.put(i, Zone::furniture);
  }
  mark_page_end(draft);
}

}  // namespace libparse::frame
