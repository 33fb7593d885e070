// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "input/docx_styles.hpp"
#include "input/xml.hpp"

namespace libparse::input {

/// Automatic numbering of a text document (ISO/IEC 29500-1, 17.9): counts paragraphs and says what stands in front of
/// them. Paragraphs must be asked for in the order of the document, each once.
class DocxNumbering {
 public:
  DocxNumbering() = default;
  /// `root` of numbering.xml. `styles` resolves lists that are named by a style (numStyleLink).
  DocxNumbering(XmlElement root, const DocxStyles& styles);

  /// The label of the next paragraph as it shows, with what parts it from the text (nothing, or a space where the
  /// label would run into the text); empty for bullets and where there is no such list.
  [[nodiscard]] std::string next_label(const NumberingReference& reference);

 private:
  static constexpr std::size_t kLevels = 9;
  struct Level {
    bool defined = false;
    std::uint32_t start = 0;
    std::string format = "decimal";
    std::size_t zeros = 0;  ///< digits of a custom format such as 001
    std::string text;       ///< with %1 to %9
    std::string style;      ///< pStyle
    bool hidden = false;
    bool legal = false;                  ///< isLgl: all numbers of the label in decimal digits
    bool apart = true;                   ///< a tab or space follows
    std::optional<std::size_t> restart;  ///< lvlRestart
  };
  using Levels = std::array<Level, kLevels>;
  struct Definition {  ///< abstractNum
    Levels levels;
    std::string style_link;  ///< numStyleLink
    std::array<std::optional<std::uint32_t>, kLevels> counts;
  };
  struct List {  ///< num
    std::string definition;
    Levels overrides;
    std::array<std::optional<std::uint32_t>, kLevels> starts;
    bool used = false;
  };

  static void read_level(XmlElement element, Level& level);
  [[nodiscard]] Definition* definition_of(const List& list);
  [[nodiscard]] static const Level& level_of(const Definition& definition, const List& list, std::size_t level);
  [[nodiscard]] static std::uint32_t start_of(const Definition& definition, const List& list, std::size_t level);
  [[nodiscard]] static std::string label_of(const Definition& definition, const List& list, std::size_t level);

  std::map<std::string, Definition, std::less<>> definitions_;
  std::map<std::string, List, std::less<>> lists_;
  std::map<std::string, std::string, std::less<>> linked_;  ///< numbering style → list
};

}  // namespace libparse::input
