// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace planview {

struct Attribute {
  Attribute(std::string_view name_, std::string_view text) : name(name_), value(text) {}
  Attribute(std::string_view name_, int number) : name(name_), value(std::to_string(number)) {}
  std::string_view name;
  std::string value;  ///< not yet escaped
};

/// Writes one SVG 1.1 image, element by element. Lengths are pixels. Looks come from classes (page/chart.css), so that
/// the image follows the theme of the page it stands in.
class Svg {
 public:
  /// \param kind   class of the image beside `chart`
  /// \param label  what it shows, for those who do not see it
  Svg(int width, int height, std::string_view kind, std::string_view label);

  void open(std::string_view tag, std::initializer_list<Attribute> attributes);
  void close(std::string_view tag);
  void element(std::string_view tag, std::initializer_list<Attribute> attributes, std::string_view text = {});
  /// The finished image; the object is not used any more.
  /// \param style  a style sheet of its own for an image that stands alone; the XML declaration comes with it
  [[nodiscard]] std::string finish(std::string_view style = {}) &&;

 private:
  void start_tag(std::string_view tag, std::initializer_list<Attribute> attributes);

  std::string head_;
  std::string body_;
};

}  // namespace planview
