// SPDX-License-Identifier: MIT
#include "input/ofd_objects.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <vector>

#include "text/utf8.hpp"

namespace libparse::input {
namespace {

constexpr double kPoint = 72 / 25.4;          ///< points in a millimetre
constexpr double kAscent = 0.88;              ///< em above the baseline
constexpr double kLatinWidth = 0.55;          ///< em, where nothing tells the width of a character
constexpr double kThickest = 3;               ///< points: thicker filled areas are no lines
constexpr std::size_t kMostRulings = 20'000;  ///< of one page: more are a drawing

/// The numbers and words of an attribute, one after the other.
class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text) {}
  std::string_view next() {
    constexpr std::string_view kSpace = " \t\r\n,";
    const std::size_t begin = text_.find_first_not_of(kSpace);
    if (begin == std::string_view::npos) return text_ = {};
    const std::size_t end = std::min(text_.find_first_of(kSpace, begin), text_.size());
    const std::string_view token = text_.substr(begin, end - begin);
    text_ = text_.substr(end);
    return token;
  }
  bool next_number(double& value) { return to_number(next(), value); }
  static bool to_number(std::string_view token, double& value) {
    if (!token.empty() && token.front() == '+') token.remove_prefix(1);
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
    return error == std::errc() && end == token.data() + token.size() && std::isfinite(value);
  }

 private:
  std::string_view text_;
};

double number_or(std::string_view text, double otherwise) {
  double value = 0;
  return Tokens(text).next_number(value) ? value : otherwise;
}

/// Clause 7: x' = a x + c y + e, y' = b x + d y + f.
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
  static Matrix read(std::string_view text) {
    std::array<double, 6> n{};
    Tokens tokens(text);
    for (double& value : n)
      if (!tokens.next_number(value)) return {};
    return {n[0], n[1], n[2], n[3], n[4], n[5]};
  }
  [[nodiscard]] std::array<double, 2> apply(double x, double y) const { return {a * x + c * y + e, b * x + d * y + f}; }
};

/// Where the inner coordinates of an object stand on the page.
struct Placement {
  Matrix matrix;
  Box boundary;  ///< millimetres
  explicit Placement(XmlElement object) : matrix(Matrix::read(object.attribute("CTM"))) {
    Tokens tokens(object.attribute("Boundary"));
    double width = 0;
    double height = 0;
    if (tokens.next_number(boundary.x0) && tokens.next_number(boundary.y0) && tokens.next_number(width) &&
        tokens.next_number(height)) {
      boundary.x1 = boundary.x0 + width, boundary.y1 = boundary.y0 + height;
    }
  }
  /// The smallest upright box around a rectangle, in points.
  [[nodiscard]] Box place(const Box& inner) const {
    Box box{1e9, 1e9, -1e9, -1e9};
    for (const double x : {inner.x0, inner.x1}) {
      for (const double y : {inner.y0, inner.y1}) {
        const auto [px, py] = matrix.apply(x, y);
        const double left = (px + boundary.x0) * kPoint;
        const double top = (py + boundary.y0) * kPoint;
        box.include({left, top, left, top});
      }
    }
    return box;
  }
  /// Quarter turns of the direction (x, y), or -1 where it is oblique.
  [[nodiscard]] int direction(double x, double y) const {
    const double px = matrix.a * x + matrix.c * y;
    const double py = matrix.b * x + matrix.d * y;
    const double longer = std::max(std::abs(px), std::abs(py));
    if (!(longer > 0) || std::min(std::abs(px), std::abs(py)) > 0.05 * longer) return -1;
    if (std::abs(px) > std::abs(py)) return px > 0 ? 0 : 2;
    return py > 0 ? 1 : 3;
  }
};

/// Distances from character to character: `3.5 3.5 7`, where `g n d` stands for n times d (clause 11.3).
class Deltas {
 public:
  Deltas(std::string_view text, std::size_t characters) {
    Tokens tokens(text);
    for (std::string_view token = tokens.next(); !token.empty() && values_.size() < characters; token = tokens.next()) {
      double value = 0;
      double times = 1;
      if (token == "g") {
        if (!tokens.next_number(times) || !tokens.next_number(value) || times < 0) break;
      } else if (!Tokens::to_number(token, value)) {
        break;
      }
      const double room = static_cast<double>(characters - values_.size());
      values_.insert(values_.end(), static_cast<std::size_t>(std::min(times, room)), value);
    }
  }
  [[nodiscard]] bool empty() const { return values_.empty(); }
  /// From character `i` to the next. A list that is too short goes on with its last value.
  [[nodiscard]] double at(std::size_t i) const {
    return values_.empty() ? 0 : values_[std::min(i, values_.size() - 1)];
  }

 private:
  std::vector<double> values_;
};

/// The characters of a TextCode. `\` and four hexadecimal digits stand for a character, spaces too (clause 11.3).
std::u32string characters_of(std::string_view utf8) {
  std::u32string made;
  for (std::size_t at = 0; at < utf8.size(); at = text::next(utf8, at)) {
    const char32_t c = text::char_at(utf8, at);
    unsigned code = 0;
    if (c == '\\' && utf8.size() - at > 4) {
      const char* begin = utf8.data() + at + 1;
      if (const auto [end, error] = std::from_chars(begin, begin + 4, code, 16);
          error == std::errc() && end == begin + 4) {
        made += static_cast<char32_t>(code >= 0xD800 && code < 0xE000 ? 0xFFFD : code);
        at += 4;
        continue;
      }
    }
    if (c >= 0x20) made += c;  // line ends come from the layout of the XML
  }
  return made;
}

class ObjectReader {
 public:
  ObjectReader(std::size_t most_glyphs, PageContent& content) : most_glyphs_(most_glyphs), content_(content) {}

  bool read(XmlElement layer) {
    for (XmlElement at = layer.first_child(); at; at = at.next_in(layer)) {
      if (at.local() == "TextObject" && is_visible(at)) {
        if (!read_text(at)) return false;
      } else if (at.local() == "PathObject" && is_visible(at)) {
        read_path(at);
      }
    }
    return true;
  }

 private:
  static bool is_visible(XmlElement object) {
    return object.attribute("Visible") != "false" && object.attribute("Alpha") != "0";
  }

  bool read_text(XmlElement object) {
    const Placement placement(object);
    const double size = number_or(object.attribute("Size"), 0);
    const double stretch = number_or(object.attribute("HScale"), 1);
    const double turn = number_or(object.attribute("ReadDirection"), 0);
    const auto style = static_cast<std::uint32_t>(std::max(0.0, std::min(1e9, number_or(object.attribute("Font"), 0))));
    if (!(size > 0) || !(stretch > 0)) return true;
    double x = 0;
    double y = 0;
    for (const XmlElement code : object.children()) {
      if (code.local() != "TextCode") continue;
      x = number_or(code.attribute("X"), x);  // where they are missing, those before go on
      y = number_or(code.attribute("Y"), y);
      const std::u32string characters = characters_of(code.text());
      const Deltas right(code.attribute("DeltaX"), characters.size());
      const Deltas down(code.attribute("DeltaY"), characters.size());
      const bool upright_column = right.empty() && !down.empty();
      // Characters of a column stand upright below each other: each is a line of its own.
      const int quarters = turn == 90 && !upright_column ? placement.direction(0, 1) : placement.direction(1, 0);
      double across = x;
      double along = y;
      for (std::size_t i = 0; i < characters.size(); ++i) {
        const char32_t c = characters[i];
        const double natural = size * stretch * (c < 0x250 ? kLatinWidth : 1);
        const double step = std::abs(right.at(i));
        const double width =
            step > 0 && i + 1 < characters.size() ? std::min(step, std::max(natural, 0.7 * size * stretch)) : natural;
        const Box box = placement.place({across, along - kAscent * size, across + width, along + (1 - kAscent) * size});
        if (quarters >= 0) {
          const double height = quarters % 2 == 0 ? box.height() : box.width();
          content_.glyphs.push_back({c, box, height, style, quarters});
          if (content_.glyphs.size() > most_glyphs_) return false;
        }
        across += right.empty() && down.empty() ? natural : right.at(i);
        along += down.at(i);
      }
    }
    return true;
  }

  /// Level and upright lines of a path: `M x y L x y … C` (clause 9.3).
  void read_path(XmlElement object) {
    const Placement placement(object);
    const bool stroked = object.attribute("Stroke") != "false";
    const XmlElement data = object.local_child("AbbreviatedData");
    Tokens tokens(data.text());
    double start_x = 0, start_y = 0, x = 0, y = 0;
    const auto line_to = [&](double to_x, double to_y) {
      add_line(placement.place({std::min(x, to_x), std::min(y, to_y), std::max(x, to_x), std::max(y, to_y)}), stroked);
      x = to_x, y = to_y;
    };
    Box filled{1e9, 1e9, -1e9, -1e9};
    for (std::string_view token = tokens.next(); !token.empty(); token = tokens.next()) {
      double to_x = 0;
      double to_y = 0;
      if (token == "C") {
        line_to(start_x, start_y);
        continue;
      }
      const std::size_t skipped = token == "Q" ? 1 : token == "B" ? 2 : 0;
      if (token == "A") {
        double ignored = 0;
        for (int i = 0; i < 5; ++i)
          if (!tokens.next_number(ignored)) return;
      }
      for (std::size_t i = 0; i < 2 * skipped; ++i)
        if (!tokens.next_number(to_x)) return;
      if (!tokens.next_number(to_x) || !tokens.next_number(to_y)) return;
      if (token == "L") {
        line_to(to_x, to_y);
      } else {
        x = to_x, y = to_y;
        if (token == "M" || token == "S") start_x = x, start_y = y;
      }
      filled.include({x, y, x, y});
    }
    // A filled area that is thin is drawn as a line.
    if (!stroked && object.attribute("Fill") == "true" && filled.x0 <= filled.x1)
      add_line(placement.place(filled), true);
  }

  void add_line(const Box& box, bool drawn) {
    if (!drawn || std::min(box.width(), box.height()) > kThickest || content_.rulings.size() >= kMostRulings) return;
    content_.rulings.push_back({box});
  }

  std::size_t most_glyphs_;
  PageContent& content_;
};

}  // namespace

bool read_ofd_objects(XmlElement page, std::size_t most_glyphs, PageContent& content) {
  ObjectReader reader(most_glyphs, content);
  const XmlElement layers = page.local_child("Content");
  // Watermarks are in the background, so that is read only where nothing else has text.
  for (const bool background : {false, true}) {
    for (const XmlElement layer : layers.children())
      if ((layer.attribute("Type") == "Background") == background && !reader.read(layer)) return false;
    if (!content.glyphs.empty()) break;
  }
  return true;
}

bool read_ofd_box(std::string_view text, Box& box) {
  Tokens tokens(text);
  double width = 0;
  double height = 0;
  if (!tokens.next_number(box.x0) || !tokens.next_number(box.y0) || !tokens.next_number(width) ||
      !tokens.next_number(height) || !(width > 0) || !(height > 0))
    return false;
  box = {box.x0 * kPoint, box.y0 * kPoint, (box.x0 + width) * kPoint, (box.y0 + height) * kPoint};
  return true;
}

}  // namespace libparse::input
