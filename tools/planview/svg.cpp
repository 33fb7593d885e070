// SPDX-License-Identifier: MIT
#include "planview/svg.hpp"

#include "common/markup.hpp"

namespace planview {

Svg::Svg(int width, int height, std::string_view kind, std::string_view label) {
  const std::string size = "width=\"" + std::to_string(width) + "\" height=\"" + std::to_string(height) + '"';
  head_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart " + std::string(kind) + "\" " + size +
          " viewBox=\"0 0 " + std::to_string(width) + ' ' + std::to_string(height) + "\" role=\"group\" aria-label=\"" +
          tools::escape_markup(label) + "\">\n";
}

void Svg::start_tag(std::string_view tag, std::initializer_list<Attribute> attributes) {
  (body_ += '<') += tag;
  for (const Attribute& attribute : attributes) {
    ((body_ += ' ') += attribute.name) += "=\"";
    (body_ += tools::escape_markup(attribute.value)) += '"';
  }
}

void Svg::open(std::string_view tag, std::initializer_list<Attribute> attributes) {
  start_tag(tag, attributes);
  body_ += '>';
}

void Svg::close(std::string_view tag) { ((body_ += "</") += tag) += ">\n"; }

void Svg::element(std::string_view tag, std::initializer_list<Attribute> attributes, std::string_view text) {
  start_tag(tag, attributes);
  if (text.empty()) {
    body_ += "/>";
  } else {
    ((((body_ += '>') += tools::escape_markup(text)) += "</") += tag) += '>';
  }
}

std::string Svg::finish(std::string_view style) && {
  std::string out;
  if (!style.empty()) out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  out += head_;
  if (!style.empty()) ((out += "<style><![CDATA[\n") += style) += "]]></style>\n";
  return out + body_ + "</svg>\n";
}

}  // namespace planview
