// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "libparse/input.hpp"

using libparse::detect_format;
using libparse::InputFormat;
using namespace std::string_literals;

namespace {

std::string little(std::size_t value, std::size_t size) {
  std::string out;
  for (std::size_t i = 0; i < size; ++i) out.push_back(static_cast<char>(value >> (8 * i)));
  return out;
}

/// A ZIP archive of empty stored entries; `whole`: with its central directory.
std::string zip(const std::vector<std::string>& names, bool whole = true) {
  std::string out, directory;
  for (const std::string& name : names) {
    const std::size_t at = out.size();
    out += "PK\x03\x04" + std::string(22, '\0') + little(name.size(), 2) + little(0, 2) + name;
    directory +=
        "PK\x01\x02" + std::string(24, '\0') + little(name.size(), 2) + std::string(12, '\0') + little(at, 4) + name;
  }
  if (!whole) return out;
  return out + directory + "PK\x05\x06" + std::string(4, '\0') + little(names.size(), 2) + little(names.size(), 2) +
         little(directory.size(), 4) + little(out.size(), 4) + little(0, 2);
}

/// A compound file of one directory sector with these entries (at most four).
std::string ole(const std::vector<std::string>& names) {
  std::string header(512, '\0');
  header.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  header.replace(30, 2, little(9, 2));
  header.replace(48, 4, little(1, 4));  // the directory starts in sector 1
  header.replace(76, 4, little(0, 4));  // the allocation table is sector 0
  std::string table(512, '\xFF');
  table.replace(4, 4, little(0xFFFFFFFE, 4));
  std::string directory(512, '\0');
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (std::size_t c = 0; c < names[i].size(); ++c) directory[i * 128 + 2 * c] = names[i][c];
    directory.replace(i * 128 + 64, 2, little(2 * names[i].size() + 2, 2));
  }
  return header + table + directory;
}

}  // namespace

TEST_CASE("formats are told by their bytes") {
  struct Row {
    std::string bytes;
    InputFormat format;
    const char* name;
  };
  for (const Row& row :
       {Row{"", InputFormat::text, "plain text"}, Row{"关于做好防汛工作的通知\n", InputFormat::text, "plain text"},
        Row{"\xEF\xBB\xBF关于<br>做好防汛工作的通知\n", InputFormat::text, "plain text"},
        Row{"<<云岭县河道管理办法>>已经通过。\n", InputFormat::text, "plain text"},
        Row{"<政务公开>通知\n", InputFormat::text, "plain text"}, Row{"%PDF-1.7\n", InputFormat::pdf, "PDF"},
        Row{"\n\n%PDF-1.4\n", InputFormat::pdf, "PDF"}, Row{"<!DOCTYPE html><p>通知", InputFormat::html, "web page"},
        Row{"\xEF\xBB\xBF \n<HTML><BODY>", InputFormat::html, "web page"},
        Row{"\xFF\xFE<\0h\0t\0m\0l\0>\0"s, InputFormat::html, "web page"},
        Row{"<!-- saved -->\n<div class=a>通知</div>", InputFormat::html, "web page"},
        Row{"<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">\n<html>", InputFormat::html, "web page"},
        Row{"通知<p>一</p><p>二</p><p>三</p><p>四</p><p>五</p>", InputFormat::html, "web page"},
        Row{zip({"[Content_Types].xml", "word/document.xml"}), InputFormat::docx, "DOCX"},
        Row{zip({"[Content_Types].xml", "word/document2.xml"}), InputFormat::docx, "DOCX"},
        Row{zip({"word/document.xml", "[Content_Types].xml"}, false), InputFormat::docx, "DOCX"},
        Row{zip({"xl/workbook.xml", "[Content_Types].xml"}), InputFormat::xlsx, "XLSX"},
        Row{zip({"OFD.xml", "Doc_0/Document.xml"}), InputFormat::ofd, "OFD"}}) {
    CAPTURE(row.bytes);
    const auto found = detect_format(row.bytes);
    CHECK(found.format == row.format);
    CHECK(found.name.find(row.name) != std::string_view::npos);
  }
}

TEST_CASE("formats that are not read are named, with what to do") {
  struct Row {
    std::string bytes;
    const char* name;
    const char* converts_to;
  };
  for (const Row& row :
       {Row{ole({"Root Entry", "WordDocument"}), "(.doc)", "docx"},
        Row{ole({"Root Entry", "WordDocument", "WpsCustomData"}), "(.wps)", "docx"},
        Row{ole({"Root Entry", "Workbook"}), "(.xls)", "xlsx"},
        Row{ole({"Root Entry", "EncryptionInfo", "EncryptedPackage"}), "encrypted", ""},
        Row{ole({}), "legacy Office", "docx"},
        Row{ole({}).substr(0, 40), "legacy Office", "docx"},
        Row{"{\\rtf1\\ansi", "RTF", "docx"},
        Row{"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>", "Word 2003", "docx"},
        Row{"<?xml version=\"1.0\"?><a/>", "XML", ""},
        Row{"From: x\nMIME-Version: 1.0\nContent-Type: multipart/related;\n", "MHTML", ""},
        Row{"\x89PNG\r\n\x1A\n", "PNG", ""},
        Row{"\xFF\xD8\xFF\xE0", "JPEG", ""},
        Row{"II*\0"s, "TIFF", ""},
        Row{"MM\0*"s, "TIFF", ""},
        Row{"\x1F\x8B\x08", "gzip", ""},
        Row{"Rar!\x1A\x07\x01", "RAR", ""},
        Row{"7z\xBC\xAF\x27\x1C", "7z", ""},
        Row{zip({"a.txt"}), "ZIP", ""},
        Row{zip({"mimetype", "content.xml"}), "OpenDocument", "docx"},
        Row{zip({"[Content_Types].xml", "ppt/presentation.xml"}), "PPTX", ""}}) {
    CAPTURE(row.name);
    const auto found = detect_format(row.bytes);
    CHECK(found.format == InputFormat::automatic);
    CHECK(found.name.find(row.name) != std::string_view::npos);
    CHECK(found.converts_to == row.converts_to);
    CHECK((found.converts_to.empty() ? !found.advice.empty() : !found.extension.empty()));
  }
}

TEST_CASE("a directory that goes in circles or points outside is read to its end") {
  std::string loop = ole({"a"});
  loop.replace(512 + 4, 4, little(1, 4));
  CHECK(detect_format(loop).name.find("legacy Office") != std::string_view::npos);
  std::string outside = ole({"a"});
  outside.replace(48, 4, little(0xFFFFFF00, 4));
  CHECK(detect_format(outside).name.find("legacy Office") != std::string_view::npos);
}
