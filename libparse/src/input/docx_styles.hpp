// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "input/xml.hpp"

namespace libparse::input {

/// The list and level that a paragraph is numbered by (ISO/IEC 29500-1, 17.9.18 numPr).
struct NumberingReference {
  std::string list;                  ///< numId; empty: not numbered
  std::optional<std::size_t> level;  ///< ilvl; where it is not said, the level that the style stands for
  std::string style;                 ///< the style that said so, of a level's pStyle
};

/// What styles.xml says that matters to the text: numbering and hidden text, along `basedOn`.
class DocxStyles {
 public:
  DocxStyles() = default;
  explicit DocxStyles(XmlElement root);

  /// Numbering of a paragraph by its properties and, where they do not say, by its style.
  [[nodiscard]] NumberingReference numbering(XmlElement paragraph_properties) const;
  /// The list that a numbering style stands for (numStyleLink); empty where there is none.
  [[nodiscard]] std::string list_of(std::string_view numbering_style) const;
  /// Whether a run is hidden: by its own properties, its character style, or the style of its paragraph.
  [[nodiscard]] bool hidden(XmlElement run_properties, XmlElement paragraph_properties) const;
  /// Whether the paragraph has a style of tables of contents (`toc 1`, `TOC Heading`).
  [[nodiscard]] bool is_contents(XmlElement paragraph_properties) const;

 private:
  struct Style {
    std::string based_on;
    std::string name;  ///< in lower case
    std::optional<std::string> list;
    std::optional<std::size_t> level;
    std::optional<bool> hidden;        ///< by itself
    std::optional<bool> shown_hidden;  ///< by itself or by what it is based on
  };
  [[nodiscard]] const Style* find(std::string_view id) const;
  [[nodiscard]] const Style* paragraph_style(XmlElement paragraph_properties) const;
  [[nodiscard]] std::optional<bool> hidden_by(const Style* style) const;

  std::map<std::string, Style, std::less<>> styles_;
  std::string default_paragraph_;
};

/// Value of an on/off property (17.17.4): present without value is on.
[[nodiscard]] std::optional<bool> on_off(XmlElement property);
/// A non-negative number of at most nine digits.
[[nodiscard]] std::optional<std::size_t> number_of(std::string_view text);

}  // namespace libparse::input
