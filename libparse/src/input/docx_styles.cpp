// SPDX-License-Identifier: MIT
#include "input/docx_styles.hpp"

namespace libparse::input {

namespace {

constexpr int kLongestChain = 64;  // of basedOn, which may be a circle in a damaged file

}  // namespace

std::optional<bool> on_off(XmlElement property) {
  if (!property) return std::nullopt;
  const std::string_view value = property.attribute("val");
  return value != "0" && value != "false" && value != "off";
}

std::optional<std::size_t> number_of(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  std::size_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::size_t>(c - '0');
  }
  return value;
}

DocxStyles::DocxStyles(XmlElement root) {
  for (const XmlElement each : root.children()) {
    if (!each.is("w:style")) continue;
    Style style;
    style.based_on = each.child("w:basedOn").attribute("val");
    for (const char c : each.child("w:name").attribute("val")) {
      style.name.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    const XmlElement numbering = each.child("w:pPr").child("w:numPr");
    if (const XmlElement list = numbering.child("w:numId")) style.list = std::string(list.attribute("val"));
    style.level = number_of(numbering.child("w:ilvl").attribute("val"));
    style.hidden = on_off(each.child("w:rPr").child("w:vanish"));
    const std::string id(each.attribute("styleId"));
    if (each.attribute("type") == "paragraph" && each.has_attribute("default") && each.attribute("default") != "0") {
      default_paragraph_ = id;
    }
    styles_.emplace(id, std::move(style));
  }
  // Looked up for every run, so the chains are followed once.
  for (auto& [id, style] : styles_) style.shown_hidden = hidden_by(&style);
}

const DocxStyles::Style* DocxStyles::find(std::string_view id) const {
  const auto found = styles_.find(id);
  return found == styles_.end() ? nullptr : &found->second;
}

const DocxStyles::Style* DocxStyles::paragraph_style(XmlElement paragraph_properties) const {
  const Style* named = find(paragraph_properties.child("w:pStyle").attribute("val"));
  return named != nullptr ? named : find(default_paragraph_);
}

NumberingReference DocxStyles::numbering(XmlElement paragraph_properties) const {
  NumberingReference found;
  const XmlElement own = paragraph_properties.child("w:numPr");
  found.level = number_of(own.child("w:ilvl").attribute("val"));
  if (const XmlElement list = own.child("w:numId")) {
    found.list = list.attribute("val");
    if (!found.level) found.level = 0;
  } else {
    std::string id(paragraph_properties.child("w:pStyle").attribute("val"));
    if (find(id) == nullptr) id = default_paragraph_;
    std::optional<std::size_t> level;
    for (int i = 0; i < kLongestChain && found.list.empty(); ++i) {
      const Style* style = find(id);
      if (style == nullptr) break;
      if (!level) level = style->level;
      if (style->list) {
        found.list = *style->list;
        break;
      }
      id = style->based_on;
    }
    if (!found.level) found.level = level;
    found.style = paragraph_properties.child("w:pStyle").attribute("val");
    if (found.style.empty()) found.style = default_paragraph_;
  }
  if (found.list == "0") found.list.clear();  // 17.9.18: numId 0 takes numbering away
  return found;
}

std::string DocxStyles::list_of(std::string_view numbering_style) const {
  const Style* style = find(numbering_style);
  return style != nullptr && style->list ? *style->list : std::string();
}

std::optional<bool> DocxStyles::hidden_by(const Style* style) const {
  for (int i = 0; i < kLongestChain && style != nullptr; ++i) {
    if (style->hidden) return style->hidden;
    style = find(style->based_on);
  }
  return std::nullopt;
}

bool DocxStyles::hidden(XmlElement run_properties, XmlElement paragraph_properties) const {
  if (const std::optional<bool> own = on_off(run_properties.child("w:vanish"))) return *own;
  if (const XmlElement style = run_properties.child("w:rStyle")) {
    const Style* found = find(style.attribute("val"));
    if (found != nullptr && found->shown_hidden) return *found->shown_hidden;
  }
  const Style* style = paragraph_style(paragraph_properties);
  return style != nullptr && style->shown_hidden.value_or(false);
}

bool DocxStyles::is_contents(XmlElement paragraph_properties) const {
  const Style* style = find(paragraph_properties.child("w:pStyle").attribute("val"));
  if (style == nullptr) return false;
  const std::string_view name = style->name;
  return name == "toc heading" || (name.size() == 5 && name.starts_with("toc ") && name[4] >= '1' && name[4] <= '9');
}

}  // namespace libparse::input
