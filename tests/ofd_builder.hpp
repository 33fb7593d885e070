// SPDX-License-Identifier: MIT
#pragma once

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "text/utf8.hpp"
#include "zip_builder.hpp"

namespace tests {

/// The objects of one OFD page (GB/T 33190-2016). Units: millimetres; a character of 5.64 mm is one of 16 points.
class OfdPage {
 public:
  static constexpr double kSize = 5.64;

  /// A line whose upper left corner is at (x, y), with its distances as `DeltaX`.
  void text(double x, double y, std::string_view line, double size = kSize) {
    std::string deltas;
    double width = 0;
    for (std::size_t at = 0; at < line.size(); at = libparse::text::next(line, at)) {
      const double step = libparse::text::char_at(line, at) < 0x80 ? size / 2 : size;
      if (at > 0) deltas += (deltas.empty() ? "" : " ") + last_;
      last_ = number(step);
      width += step;
    }
    object(x, y, width, size, "Size=\"" + number(size) + "\" Font=\"1\"",
           "<ofd:TextCode X=\"0\" Y=\"" + number(0.88 * size) + "\" DeltaX=\"" + deltas + "\">" + std::string(line) +
               "</ofd:TextCode>");
  }

  /// A TextObject with whatever attributes and TextCodes.
  void object(double x, double y, double width, double height, const std::string& attributes,
              const std::string& inner) {
    objects_ += "<ofd:TextObject ID=\"" + std::to_string(++id_) + "\" Boundary=\"" + number(x) + ' ' + number(y) + ' ' +
                number(width) + ' ' + number(height) + "\" " + attributes + ">" + inner + "</ofd:TextObject>";
  }

  void line(double x0, double y0, double x1, double y1) {
    objects_ += "<ofd:PathObject ID=\"" + std::to_string(++id_) + "\" Boundary=\"" + number(x0) + ' ' + number(y0) +
                ' ' + number(x1 - x0 + 0.1) + ' ' + number(y1 - y0 + 0.1) +
                "\" LineWidth=\"0.2\"><ofd:AbbreviatedData>M 0 0 L " + number(x1 - x0) + ' ' + number(y1 - y0) +
                "</ofd:AbbreviatedData></ofd:PathObject>";
  }

  [[nodiscard]] std::string content(const std::string& layers = "", const std::string& before = "") const {
    return xml("<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\">" + before + "<ofd:Content>" + layers +
               "<ofd:Layer ID=\"1\" Type=\"Body\"><ofd:PageBlock>" + objects_ +
               "</ofd:PageBlock></ofd:Layer></ofd:Content></ofd:Page>");
  }

  [[nodiscard]] const std::string& objects() const { return objects_; }
  static std::string xml(const std::string& root) { return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + root; }
  static std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return text;
  }

 private:
  std::string objects_;
  std::string last_;
  int id_ = 10;
};

/// The parts of an OFD file with these pages; change them before `zip_of` makes a file of them.
inline ZipParts ofd_parts(const std::vector<std::string>& pages) {
  const std::string space = " xmlns:ofd=\"http://www.ofdspec.org/2016\"";
  std::string list;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    list +=
        "<ofd:Page ID=\"" + std::to_string(i + 1) + "\" BaseLoc=\"Pages/Page_" + std::to_string(i) + "/Content.xml\"/>";
  }
  ZipParts parts = {
      {"OFD.xml", OfdPage::xml("<ofd:OFD" + space +
                               " Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml"
                               "</ofd:DocRoot></ofd:DocBody></ofd:OFD>")},
      {"Doc_0/Document.xml",
       OfdPage::xml("<ofd:Document" + space +
                    "><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
                    "</ofd:PageArea></ofd:CommonData><ofd:Pages>" +
                    list + "</ofd:Pages></ofd:Document>")}};
  for (std::size_t i = 0; i < pages.size(); ++i)
    parts.emplace_back("Doc_0/Pages/Page_" + std::to_string(i) + "/Content.xml", pages[i]);
  return parts;
}

}  // namespace tests
