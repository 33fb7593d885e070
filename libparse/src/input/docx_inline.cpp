// SPDX-License-Identifier: MIT
#include "input/docx_inline.hpp"

#include <algorithm>
#include <array>

#include "input/number_format.hpp"
#include "text/utf8.hpp"

namespace libparse::input {

namespace {

/// Elements whose inside is no text of the document: properties, deleted text, ruby text above, drawings' own text.
constexpr std::array<std::string_view, 17> kSkipped = {"w:pPr",
                                                       "w:rPr",
                                                       "w:rt",
                                                       "w:rubyPr",
                                                       "w:sdtPr",
                                                       "w:sdtEndPr",
                                                       "w:delText",
                                                       "w:fldData",
                                                       "w:delInstrText",
                                                       "w:ffData",
                                                       "w:customXmlPr",
                                                       "w:smartTagPr",
                                                       "w:commentReference",
                                                       "w:annotationRef",
                                                       "w:del",
                                                       "w:moveFrom",
                                                       "mc:Fallback"};

std::string_view first_word(std::string_view instruction) {
  const std::size_t begin = instruction.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return {};
  return instruction.substr(begin, instruction.find_first_of(" \t\n\\", begin) - begin);
}

bool is_contents_field(std::string_view instruction) {
  const std::string_view word = first_word(instruction);
  return word == "TOC" || word == "toc";
}

/// The number of `EQ \o\ac(circle, 3)`, which is how Word writes an encircled number; 0 where it is something else.
std::uint32_t encircled(std::string_view instruction) {
  const std::string_view word = first_word(instruction);
  if (word != "EQ" && word != "eq") return 0;
  const std::size_t close = instruction.rfind(')');
  if (close == std::string_view::npos || instruction.find("\\o\\ac(") == std::string_view::npos) return 0;
  const std::size_t comma = instruction.find_last_of(",;", close);
  if (comma == std::string_view::npos) return 0;
  std::string digits;
  for (const char c : instruction.substr(comma + 1, close - comma - 1)) {
    if (c >= '0' && c <= '9') digits.push_back(c);
  }
  return static_cast<std::uint32_t>(number_of(digits).value_or(0));
}

/// A character of a symbol font (w:sym, 17.3.3.30) as the Unicode character that looks the same; 0 for ornaments.
char32_t symbol(XmlElement element) {
  char32_t code = 0;
  for (const char c : element.attribute("char").substr(0, 6)) {
    const char lower = static_cast<char>(c | 0x20);
    const int digit = c >= '0' && c <= '9' ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    if (digit < 0) return 0;
    code = code << 4 | static_cast<char32_t>(digit);
  }
  const std::string_view font = element.attribute("font");
  if (code >= 0xF000 && code <= 0xF0FF) code -= 0xF000;
  if (font.starts_with("Wingdings")) {
    if (font == "Wingdings" && code >= 0x81 && code <= 0x8A) return 0x2460 + code - 0x81;                 // ① to ⑩
    if (font == "Wingdings" && code >= 0x8C && code <= 0x95) return 0x2776 + code - 0x8C;                 // ❶ to ❿
    if ((font == "Wingdings" && code == 0xFE) || (font == "Wingdings 2" && code == 0x52)) return 0x2611;  // ☑
    if ((font == "Wingdings" && (code == 0x6F || code == 0xA8)) || (font == "Wingdings 2" && code == 0xA3))
      return 0x25A1;
    return 0;
  }
  if (font == "Symbol" && (code < 0x20 || code > 0x7E)) return 0;
  const bool valid = code >= 0x20 && code != 0x7F && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  return valid && (code < 0xE000 || code > 0xF8FF) ? code : 0;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlank);
  return begin == std::string_view::npos ? std::string_view{}
                                         : text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

}  // namespace

XmlElement chosen(XmlElement alternate_content) {
  const XmlElement choice = alternate_content.child("mc:Choice");
  return choice ? choice : alternate_content.child("mc:Fallback");
}

bool is_content(XmlElement structured_tag, DocxFindings& findings) {
  const XmlElement properties = structured_tag.child("w:sdtPr");
  if (properties.child("w:docPartObj").child("w:docPartGallery").attribute("val") == "Table of Contents") {
    findings.contents = true;
    return false;
  }
  return !on_off(properties.child("w:showingPlcHdr")).value_or(false);
}

DocxInline::DocxInline(const DocxStyles& styles, XmlElement body, DocxFindings& findings)
    : styles_(styles), findings_(findings) {
  std::ptrdiff_t open = 0;
  for (XmlElement at = body; at; at = at.next_in(body)) {
    if (!at.is("w:fldChar")) continue;
    const std::string_view kind = at.attribute("fldCharType");
    open += kind == "begin" ? 1 : kind == "end" ? -1 : 0;
  }
  balanced_ = open == 0;
}

bool DocxInline::shows() const {
  return std::all_of(fields_.begin(), fields_.end(), [](const Field& f) { return f.result && !f.contents; });
}

void DocxInline::field_character(std::string_view kind, std::string& out) {
  if (kind == "begin") {
    fields_.emplace_back();
  } else if (fields_.empty()) {
    return;
  } else if (kind == "separate") {
    Field& field = fields_.back();
    field.result = true;
    field.contents = balanced_ && is_contents_field(field.instruction);
    findings_.contents |= field.contents;
  } else if (kind == "end") {
    const Field field = std::move(fields_.back());
    fields_.pop_back();
    const std::uint32_t number = field.result ? 0 : encircled(field.instruction);
    if (number > 0 && shows() && !hidden_run_) out += format_number(number, "decimalEnclosedCircle");
  }
}

void DocxInline::element_text(XmlElement element, std::string& out) const {
  const std::string_view name = element.name();
  if (name == "w:t" || name == "m:t") {
    out += element.attribute("space") == "preserve" ? element.text() : trimmed(element.text());
  } else if (name == "w:tab" || name == "w:ptab") {
    out.push_back('\t');
  } else if (name == "w:br" || name == "w:cr") {
    out.push_back('\n');
  } else if (name == "w:noBreakHyphen") {
    out.push_back('-');
  } else if (name == "w:sym") {
    if (const char32_t c = symbol(element); c != 0) text::append(out, c);
  }
}

XmlElement DocxInline::step(XmlElement at, XmlElement paragraph, std::string& out, std::vector<XmlElement>& boxes) {
  const std::string_view name = at.name();
  if (name == "w:ins" || name == "w:moveTo" || name == "w:del" || name == "w:moveFrom") findings_.tracked = true;
  if (name == "mc:AlternateContent") {
    const XmlElement branch = chosen(at);
    return branch ? branch.next_in(paragraph) : at.next_behind(paragraph);
  }
  // The second and later choices are reached from the end of the one that was read.
  if (name == "mc:Choice" || std::find(kSkipped.begin(), kSkipped.end(), name) != kSkipped.end()) {
    return at.next_behind(paragraph);
  }
  if (name == "w:txbxContent") {
    if (shows() && !hidden_run_) boxes.push_back(at);
    return at.next_behind(paragraph);
  }
  if (name == "w:sdt" && !is_content(at, findings_)) return at.next_behind(paragraph);
  if (name == "w:fldSimple" && is_contents_field(at.attribute("instr"))) {
    findings_.contents = true;
    return at.next_behind(paragraph);
  }
  if (name == "w:r" || name == "m:r") {
    hidden_run_ = styles_.hidden(at.child("w:rPr"), properties_);
  } else if (name == "w:fldChar") {
    field_character(at.attribute("fldCharType"), out);
  } else if (name == "w:instrText") {
    if (!fields_.empty() && !fields_.back().result) fields_.back().instruction += at.text();
  } else if (name == "w:footnoteReference" || name == "w:endnoteReference") {
    ++findings_.notes;
  } else if (hidden_run_) {
    findings_.hidden |= name == "w:t";
  } else if (shows()) {
    element_text(at, out);
  }
  return at.next_in(paragraph);
}

void DocxInline::read(XmlElement paragraph, std::string& out, std::vector<XmlElement>& boxes) {
  properties_ = paragraph.child("w:pPr");
  hidden_run_ = false;
  for (XmlElement at = paragraph.first_child(); at;) at = step(at, paragraph, out, boxes);
  // An instruction that has not come to its result here never will in a sound file; a damaged one shall not swallow
  // what follows.
  std::erase_if(fields_, [](const Field& field) { return !field.result; });
}

}  // namespace libparse::input
