// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string>

#include "input/ole.hpp"
#include "input/zip_names.hpp"
#include "libparse/input.hpp"

namespace libparse {
namespace {

constexpr std::size_t kLooked = 65536;      // bytes in which tags are looked for
constexpr std::size_t kPdfHeaderIn = 1024;  // ISO 32000-1, annex H, note 13: junk may stand in front
constexpr std::size_t kTagsOfAPage = 5;

constexpr std::string_view kUnpack = "unpack it first";
constexpr std::string_view kRecognise = "run OCR on it first";

/// Formats told by their first bytes.
struct Magic {
  std::string_view bytes;
  DetectedFormat format;
};

const std::array<Magic, 14> kMagic{{
    {"{\\rtf", {InputFormat::automatic, "an RTF file", ".rtf", "docx", "application/rtf", {}}},
    {"\x89PNG\r\n", {InputFormat::automatic, "a PNG picture", ".png", {}, {}, kRecognise}},
    {"\xFF\xD8\xFF", {InputFormat::automatic, "a JPEG picture", ".jpg", {}, {}, kRecognise}},
    {"GIF8", {InputFormat::automatic, "a GIF picture", ".gif", {}, {}, kRecognise}},
    {std::string_view("II*\0", 4), {InputFormat::automatic, "a TIFF picture", ".tif", {}, {}, kRecognise}},
    {std::string_view("MM\0*", 4), {InputFormat::automatic, "a TIFF picture", ".tif", {}, {}, kRecognise}},
    {"\x1F\x8B", {InputFormat::automatic, "a gzip file", ".gz", {}, {}, kUnpack}},
    {"Rar!\x1A\x07", {InputFormat::automatic, "a RAR archive", ".rar", {}, {}, kUnpack}},
    {"7z\xBC\xAF\x27\x1C", {InputFormat::automatic, "a 7z archive", ".7z", {}, {}, kUnpack}},
    {std::string_view("\xFD"
                      "7zXZ\0",
                      6),
     {InputFormat::automatic, "an xz file", ".xz", {}, {}, kUnpack}},
    {"BZh", {InputFormat::automatic, "a bzip2 file", ".bz2", {}, {}, kUnpack}},
    {"%!PS", {InputFormat::automatic, "a PostScript file", ".ps", {}, {}, "make a PDF of it first: ps2pdf FILE"}},
    {"AT&TFORM", {InputFormat::automatic, "a DjVu file", ".djvu", {}, {}, kRecognise}},
    {"\x7F"
     "ELF",
     {InputFormat::automatic, "a program", {}, {}, {}, "give a notice"}},
}};

DetectedFormat detect_ole(std::string_view bytes) {
  const std::vector<std::string> names = input::ole_entry_names(bytes);
  const auto has = [&](std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
  if (has("EncryptedPackage")) {
    return {InputFormat::automatic,
            "an encrypted Office file",
            ".docx",
            {},
            {},
            "open it with its password and save it without one"};
  }
  if (has("WordDocument")) {
    const bool is_wps = std::any_of(names.begin(), names.end(), [](std::string_view name) {
      return name.starts_with("WpsCustomData") || name.starts_with("KSO");
    });
    if (is_wps) return {InputFormat::automatic, "a WPS text (.wps)", ".wps", "docx", "application/vnd.ms-works", {}};
    return {InputFormat::automatic, "a legacy Word file (.doc)", ".doc", "docx", "application/msword", {}};
  }
  if (has("Workbook") || has("Book")) {
    return {InputFormat::automatic, "a legacy Excel file (.xls)", ".xls", "xlsx", "application/vnd.ms-excel", {}};
  }
  if (has("PowerPoint Document")) {
    return {InputFormat::automatic, "a legacy PowerPoint file (.ppt)", ".ppt", {}, {}, "save its text as DOCX first"};
  }
  if (has("CONTENTS") || has("MatOST"))
    return {InputFormat::automatic, "a Works text (.wps)", ".wps", "docx", "application/vnd.ms-works", {}};
  return {InputFormat::automatic, "a legacy Office file (DOC, XLS or WPS)", ".doc", "docx", "application/msword", {}};
}

DetectedFormat detect_zip(std::string_view bytes) {
  const std::vector<std::string_view> names = input::zip_names(bytes);
  const auto under = [&](std::string_view folder) {
    return std::any_of(names.begin(), names.end(), [&](std::string_view n) { return n.starts_with(folder); });
  };
  const auto has = [&](std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
  if (has("OFD.xml")) return {InputFormat::ofd, "an OFD file", ".ofd", {}, {}, {}};
  if (has("word/document.xml")) return {InputFormat::docx, "a DOCX file", ".docx", {}, {}, {}};
  if (has("xl/workbook.xml")) return {InputFormat::xlsx, "an XLSX workbook", ".xlsx", {}, {}, {}};
  if (has("content.xml") && has("mimetype")) {
    if (bytes.substr(0, 128).find("spreadsheet") != std::string_view::npos) {
      return {InputFormat::automatic,
              "an OpenDocument sheet (.ods)",
              ".ods",
              "xlsx",
              "application/vnd.oasis.opendocument.spreadsheet",
              {}};
    }
    return {InputFormat::automatic,
            "an OpenDocument file (.odt)",
            ".odt",
            "docx",
            "application/vnd.oasis.opendocument.text",
            {}};
  }
  if (has("[Content_Types].xml")) {  // its main part may have another name
    if (under("word/")) return {InputFormat::docx, "a DOCX file", ".docx", {}, {}, {}};
    if (under("xl/")) return {InputFormat::xlsx, "an XLSX workbook", ".xlsx", {}, {}, {}};
    if (under("ppt/")) {
      return {InputFormat::automatic, "a PPTX presentation", ".pptx", {}, {}, "save its text as DOCX first"};
    }
  }
  return {InputFormat::automatic, "a ZIP archive (no DOCX, XLSX or OFD)", ".zip", {}, {}, kUnpack};
}

/// ASCII letters in lower case, zero bytes (of UTF-16) left out.
std::string plain_head(std::string_view bytes) {
  std::string out;
  for (const char c : bytes.substr(0, kLooked)) {
    if (c == '\0') continue;
    out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return out;
}

void skip_space(std::string_view& s) {
  const std::size_t at = s.find_first_not_of(" \t\r\n\f");
  s.remove_prefix(std::min(s.size(), at));
}

bool starts_with_tag(std::string_view s) {
  static constexpr std::array<std::string_view, 29> kTags{"!doctype html",
                                                          "html",
                                                          "head",
                                                          "body",
                                                          "title",
                                                          "meta",
                                                          "link",
                                                          "script",
                                                          "style",
                                                          "base",
                                                          "div",
                                                          "p",
                                                          "br",
                                                          "table",
                                                          "tr",
                                                          "td",
                                                          "span",
                                                          "font",
                                                          "h1",
                                                          "h2",
                                                          "h3",
                                                          "ul",
                                                          "ol",
                                                          "center",
                                                          "a",
                                                          "b",
                                                          "strong",
                                                          "article",
                                                          "section"};
  if (!s.starts_with('<')) return false;
  s.remove_prefix(1);
  return std::any_of(kTags.begin(), kTags.end(), [&](std::string_view tag) {
    return s.starts_with(tag) &&
           (s.size() == tag.size() || std::string_view(" \t\r\n\f/>").find(s[tag.size()]) != std::string_view::npos);
  });
}

std::size_t count_of(std::string_view s, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = s.find(what); at != std::string_view::npos; at = s.find(what, at + what.size())) ++n;
  return n;
}

DetectedFormat detect_text(std::string_view bytes) {
  const std::string lower = plain_head(bytes);
  std::string_view head = lower;
  for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
    if (head.starts_with(mark)) head.remove_prefix(mark.size());
  }
  skip_space(head);
  if (head.starts_with("mime-version:") ||
      head.substr(0, 4096).find("content-type: multipart/related") != std::string_view::npos) {
    return {InputFormat::automatic,
            "a web archive (MHTML)",
            ".mht",
            {},
            {},
            "open it in a browser and save the page as HTML only"};
  }
  const bool is_xml = head.starts_with("<?xml");
  if (is_xml && head.find("mso-application") != std::string_view::npos) {
    return {InputFormat::automatic, "a Word 2003 XML file", ".xml", "docx", "application/xml", {}};
  }
  if (is_xml && head.find("<html") == std::string_view::npos) {
    return {InputFormat::automatic, "an XML file that is no web page", ".xml", {}, {}, "give the notice itself"};
  }
  while (head.starts_with("<!--") || head.starts_with("<?")) {
    const std::string_view close = head.starts_with("<?") ? ">" : "-->";
    const std::size_t end = head.find(close);
    if (end == std::string_view::npos) break;
    head.remove_prefix(end + close.size());
    skip_space(head);
  }
  std::size_t ends = 0;
  for (const std::string_view tag : {"</p>", "</div>", "</span>", "</td>", "<br>", "<br/>", "<br />"}) {
    ends += count_of(head, tag);
  }
  if (starts_with_tag(head) || ends >= kTagsOfAPage) return {InputFormat::html, "a web page", ".html", {}, {}, {}};
  return {InputFormat::text, "plain text", ".txt", {}, {}, {}};
}

DetectedFormat detect(std::string_view bytes) {
  if (input::is_ole(bytes)) return detect_ole(bytes);
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return detect_zip(bytes);
  for (const Magic& magic : kMagic) {
    if (bytes.starts_with(magic.bytes)) return magic.format;
  }
  if (bytes.substr(0, kPdfHeaderIn).find("%PDF-") != std::string_view::npos) {
    return {InputFormat::pdf, "a PDF file", ".pdf", {}, {}, {}};
  }
  return detect_text(bytes);
}

}  // namespace

DetectedFormat detect_format(std::string_view bytes) { return detect(bytes); }

}  // namespace libparse
