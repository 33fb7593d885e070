// SPDX-License-Identifier: MIT
#include "input/list_number.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "input/number_format.hpp"

namespace libparse::input {
namespace {

struct Style {
  std::string_view css;
  std::string_view format;  ///< of format_number
  std::string_view mark;    ///< behind the number
};

/// Predefined counter styles (CSS Counter Styles 3, 6 and 7) that notices have; the mark is the style's suffix.
constexpr std::array<Style, 13> kStyles{{{"decimal", "decimal", "."},
                                         {"decimal-leading-zero", "decimalZero", "."},
                                         {"lower-alpha", "lowerLetter", "."},
                                         {"lower-latin", "lowerLetter", "."},
                                         {"upper-alpha", "upperLetter", "."},
                                         {"upper-latin", "upperLetter", "."},
                                         {"lower-roman", "lowerRoman", "."},
                                         {"upper-roman", "upperRoman", "."},
                                         {"cjk-ideographic", "chineseCountingThousand", "\u3001"},
                                         {"cjk-decimal", "ideographDigital", "\u3001"},
                                         {"simp-chinese-informal", "chineseCountingThousand", "\u3001"},
                                         {"trad-chinese-informal", "chineseCountingThousand", "\u3001"},
                                         {"simp-chinese-formal", "chineseLegalSimplified", "\u3001"}}};

/// Values of the `type` attribute (HTML, 4.4.5).
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kTypes{
    {{"1", "decimal"}, {"a", "lower-alpha"}, {"A", "upper-alpha"}, {"i", "lower-roman"}, {"I", "upper-roman"}}};

std::string_view style_of(const HtmlTree& tree, std::size_t list) {
  const std::string_view style = tree.attribute(tree.nodes[list], "style");
  for (const std::string_view name : {"list-style-type", "list-style"}) {
    std::size_t at = style.find(name);
    if (at == std::string_view::npos) continue;
    at = style.find(':', at);
    if (at == std::string_view::npos) continue;
    const std::string_view value = style.substr(at + 1, style.find(';', at) - at - 1);
    if (value.find("none") != std::string_view::npos) return "none";
    std::string_view best;  // `decimal` is the start of another name
    for (const Style& known : kStyles) {
      if (value.find(known.css) != std::string_view::npos && known.css.size() > best.size()) best = known.css;
    }
    if (!best.empty()) return best;
  }
  const std::string_view type = tree.attribute(tree.nodes[list], "type");
  for (const auto& [value, name] : kTypes) {
    if (type == value) return name;
  }
  return "decimal";
}

}  // namespace

std::string list_number(const HtmlTree& tree, std::size_t list, long number) {
  const std::string_view name = style_of(tree, list);
  for (const Style& style : kStyles) {
    if (style.css != name) continue;
    if (number < 1) return std::to_string(number) + ".";
    return format_number(static_cast<std::uint32_t>(number), style.format) + std::string(style.mark);
  }
  return {};
}

}  // namespace libparse::input
