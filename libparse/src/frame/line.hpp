// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frame/words.hpp"
#include "layout/layout.hpp"

namespace libparse::frame {

/// Where a line of web furniture may stand; see rules/furniture/rules.yaml.
enum class Furniture : std::uint8_t { none, anywhere, edge, rest };

/// A paragraph with what decides its zone.
struct Line {
  text::Range range;
  std::string bare;            ///< without spaces; cut off behind `kBareBytes`
  std::size_t characters = 0;  ///< of `bare`
  bool whole = true;           ///< `bare` holds all of the paragraph
  std::optional<layout::Label> label;
  std::optional<rules::RuleMatch> part;  ///< the frame rule that matches all of `bare`; ranges refer to `bare`
  Furniture furniture = Furniture::none;

  [[nodiscard]] std::string_view kind() const { return part ? part->rule->property("line") : std::string_view{}; }
  [[nodiscard]] bool is(std::string_view line_kind) const { return kind() == line_kind; }
  /// A captured text of `part`, without spaces.
  [[nodiscard]] std::string_view part_text(std::string_view name) const {
    return part ? part->get(name, bare) : std::string_view{};
  }
};

inline constexpr std::size_t kBareBytes = 1500;     ///< a letter glued into one paragraph still fits
inline constexpr std::size_t kLineBytes = 600;      ///< longer paragraphs are text, not lines of a form
inline constexpr std::size_t kLabelledBytes = 300;  ///< the same for numbered ones (附件:…, lines of a contents)

std::vector<Line> read_lines(const layout::Layout& layout, const Words& words);

/// `s` without spaces, tabs and line breaks.
std::string without_spaces(std::string_view s);

/// The range of the work text that holds bytes `r` of `without_spaces(text)`; `base` is where `text` starts.
text::Range spread(std::string_view text, std::size_t base, text::Range r);

/// Only the letters, digits and Chinese characters of `s`: two spellings of one title have one key.
std::string title_key(std::string_view s);

/// Ends with 。 ；： ， or the like: a sentence, not a heading or a name.
bool ends_like_sentence(std::string_view bare);

}  // namespace libparse::frame
