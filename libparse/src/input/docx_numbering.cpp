// SPDX-License-Identifier: MIT
#include "input/docx_numbering.hpp"

#include <algorithm>

#include "input/number_format.hpp"
#include "text/utf8.hpp"

namespace libparse::input {

namespace {

/// numFmt, which newer formats wrap into alternate content with an older one beside it (ISO/IEC 29500-3, 7.6).
XmlElement number_format_of(XmlElement level) {
  if (const XmlElement plain = level.child("w:numFmt")) return plain;
  const XmlElement alternate = level.child("mc:AlternateContent");
  const XmlElement choice = alternate.child("mc:Choice").child("w:numFmt");
  return choice ? choice : alternate.child("mc:Fallback").child("w:numFmt");
}

/// Whether a label ends so that text may follow at once: `一、`, `1.`, `①`, not `第一条` or `1`.
bool ends_in_mark(std::string_view label) {
  const char32_t last = text::char_at(label, text::previous(label, label.size()));
  const char32_t narrow = last >= 0xFF10 && last <= 0xFF5A ? last - 0xFEE0 : last;  // full-width ASCII
  const bool letter = (narrow >= '0' && narrow <= '9') || ((narrow | 0x20U) >= 'a' && (narrow | 0x20U) <= 'z');
  return !letter && !text::is_han(last);
}

}  // namespace

void DocxNumbering::read_level(XmlElement element, Level& level) {
  level.defined = true;
  level.start = static_cast<std::uint32_t>(number_of(element.child("w:start").attribute("val")).value_or(0));
  if (const XmlElement format = number_format_of(element)) {
    level.format = format.attribute("val");
    const std::string_view custom = format.attribute("format");  // 17.9.17: `001, 002, 003, ...`
    if (level.format == "custom") level.zeros = std::min<std::size_t>(custom.substr(0, custom.find(',')).size(), 9);
  }
  level.text = element.child("w:lvlText").attribute("val");
  level.style = element.child("w:pStyle").attribute("val");
  level.legal = on_off(element.child("w:isLgl")).value_or(false);
  level.hidden = on_off(element.child("w:rPr").child("w:vanish")).value_or(false);
  level.apart = element.child("w:suff").attribute("val") != "nothing";
  level.restart = number_of(element.child("w:lvlRestart").attribute("val"));
}

DocxNumbering::DocxNumbering(XmlElement root, const DocxStyles& styles) {
  const auto level_in = [](XmlElement element) { return number_of(element.attribute("ilvl")).value_or(kLevels); };
  for (const XmlElement each : root.children()) {
    if (each.is("w:abstractNum")) {
      Definition& definition = definitions_[std::string(each.attribute("abstractNumId"))];
      definition.style_link = each.child("w:numStyleLink").attribute("val");
      if (!definition.style_link.empty()) linked_[definition.style_link] = styles.list_of(definition.style_link);
      for (const XmlElement level : each.children()) {
        if (level.is("w:lvl") && level_in(level) < kLevels) read_level(level, definition.levels[level_in(level)]);
      }
    } else if (each.is("w:num")) {
      List& list = lists_[std::string(each.attribute("numId"))];
      list.definition = each.child("w:abstractNumId").attribute("val");
      for (const XmlElement change : each.children()) {
        const std::size_t level = level_in(change);
        if (!change.is("w:lvlOverride") || level >= kLevels) continue;
        if (const XmlElement own = change.child("w:lvl")) read_level(own, list.overrides[level]);
        if (const auto start = number_of(change.child("w:startOverride").attribute("val"))) {
          list.starts[level] = static_cast<std::uint32_t>(*start);
        }
      }
    }
  }
}

DocxNumbering::Definition* DocxNumbering::definition_of(const List& list) {
  const List* at = &list;
  for (int i = 0; i < 8; ++i) {  // a link leads to a list that is defined; longer chains are circles
    const auto found = definitions_.find(at->definition);
    if (found == definitions_.end()) return nullptr;
    if (found->second.style_link.empty()) return &found->second;
    const auto next = lists_.find(linked_[found->second.style_link]);
    if (next == lists_.end()) return nullptr;
    at = &next->second;
  }
  return nullptr;
}

const DocxNumbering::Level& DocxNumbering::level_of(const Definition& definition, const List& list, std::size_t level) {
  return list.overrides[level].defined ? list.overrides[level] : definition.levels[level];
}

std::uint32_t DocxNumbering::start_of(const Definition& definition, const List& list, std::size_t level) {
  return list.starts[level] ? *list.starts[level] : level_of(definition, list, level).start;
}

std::string DocxNumbering::label_of(const Definition& definition, const List& list, std::size_t level) {
  const Level& shown = level_of(definition, list, level);
  constexpr std::size_t kLongest = 255;  // bytes; Word takes some 30 characters
  if (shown.format == "bullet" || shown.hidden || shown.text.size() > kLongest) return {};
  std::string label;
  for (std::size_t i = 0; i < shown.text.size(); ++i) {
    const char digit = i + 1 < shown.text.size() ? shown.text[i + 1] : '\0';
    if (shown.text[i] != '%' || digit < '1' || digit > '9') {
      label.push_back(shown.text[i]);
      continue;
    }
    ++i;
    const std::size_t of = static_cast<std::size_t>(digit - '1');
    if (of > level) continue;
    const Level& counted = level_of(definition, list, of);
    const std::uint32_t value = definition.counts[of].value_or(start_of(definition, list, of));
    if (counted.zeros > 0) {
      const std::string digits = std::to_string(value);
      label.append(counted.zeros - std::min(counted.zeros, digits.size()), '0').append(digits);
    } else {
      const bool plain = shown.legal && counted.format != "none";
      label += format_number(value, plain ? std::string_view("decimal") : std::string_view(counted.format));
    }
  }
  return label;
}

std::string DocxNumbering::next_label(const NumberingReference& reference) {
  const auto found = lists_.find(reference.list);
  if (reference.list.empty() || found == lists_.end()) return {};
  List& list = found->second;
  Definition* definition = definition_of(list);
  if (definition == nullptr) return {};
  std::size_t level = kLevels;
  if (!reference.style.empty()) {  // 17.9.23: numbering by a style counts on the level that is linked with it
    for (std::size_t i = 0; i < kLevels; ++i) {
      if (level_of(*definition, list, i).style == reference.style) level = i;
    }
  }
  if (level == kLevels) level = reference.level.value_or(0);
  if (level >= kLevels) return {};
  if (!list.used) {  // 17.9.26: a list that overrides a start begins anew where it is used first
    list.used = true;
    for (std::size_t i = 0; i < kLevels; ++i) {
      if (list.starts[i]) definition->counts[i].reset();
    }
  }
  for (std::size_t i = 0; i < level; ++i) {  // a level that was passed over counts as one that stands there unseen
    if (!definition->counts[i]) definition->counts[i] = start_of(*definition, list, i);
  }
  std::optional<std::uint32_t>& count = definition->counts[level];
  count = count ? *count + 1 : start_of(*definition, list, level);
  for (std::size_t i = level + 1; i < kLevels; ++i) {  // 17.9.10: 0 never restarts, n only below level n
    const std::optional<std::size_t> restart = level_of(*definition, list, i).restart;
    if (!restart || (*restart > 0 && level < *restart)) definition->counts[i].reset();
  }
  std::string label = label_of(*definition, list, level);
  if (label.empty() || !level_of(*definition, list, level).apart) return label;
  // Behind a mark the gap says nothing: in a typed notice `一、` and `1.` stand close to the text.
  return ends_in_mark(label) ? label : label + ' ';
}

}  // namespace libparse::input
