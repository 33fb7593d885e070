// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "zip_builder.hpp"

namespace tests {

constexpr const char* kRelationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// `r1` → a part, of a kind such as `styles`.
inline std::string relationship(const std::string& id, const std::string& kind, const std::string& target) {
  return "<Relationship Id='" + id + "' Type='" + kRelationshipType + kind + "' Target='" + target + "'/>";
}

inline std::string relationships(const std::string& inside) {
  return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + inside +
         "</Relationships>";
}

/// A text document from the XML inside its main elements. Empty parts are left out.
struct Docx {
  std::string body;       ///< of w:body
  std::string styles;     ///< of w:styles
  std::string numbering;  ///< of w:numbering
  std::string core;       ///< of cp:coreProperties

  [[nodiscard]] ZipParts parts() const {
    ZipParts all = {{"_rels/.rels",
                     relationships(relationship("r1", "officeDocument", "word/document.xml") +
                                   (core.empty() ? "" : relationship("r2", "core-properties", "docProps/core.xml")))},
                    {"word/document.xml", wordprocessing("w:document", "<w:body>" + body + "</w:body>")}};
    std::string links;
    const auto add = [&](const std::string& kind, const std::string& inside) {
      if (inside.empty()) return;
      links += relationship(kind, kind, kind + ".xml");
      all.emplace_back("word/" + kind + ".xml", wordprocessing("w:" + kind, inside));
    };
    add("styles", styles);
    add("numbering", numbering);
    all.emplace_back("word/_rels/document.xml.rels", relationships(links));
    if (!core.empty()) {
      all.emplace_back("docProps/core.xml",
                       "<cp:coreProperties "
                       "xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' "
                       "xmlns:dc='http://purl.org/dc/elements/1.1/'>" +
                           core + "</cp:coreProperties>");
    }
    return all;
  }
  [[nodiscard]] std::string bytes() const { return zip_of(parts()); }

  static std::string wordprocessing(const std::string& root, const std::string& inside) {
    return "<?xml version='1.0' encoding='UTF-8'?><" + root +
           " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
           " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
           " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
           " xmlns:v='urn:schemas-microsoft-com:vml'"
           " xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>" +
           inside + "</" + root + ">";
  }
};

/// A run of text.
inline std::string run(const std::string& text, const std::string& properties = {}) {
  return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") + "<w:t xml:space='preserve'>" +
         text + "</w:t></w:r>";
}

/// A paragraph with one run; `properties` are the inside of w:pPr.
inline std::string paragraph(const std::string& text, const std::string& properties = {}) {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + (text.empty() ? "" : run(text)) +
         "</w:p>";
}

/// Properties that number a paragraph.
inline std::string numbered(int list, int level = 0) {
  return "<w:numPr><w:ilvl w:val='" + std::to_string(level) + "'/><w:numId w:val='" + std::to_string(list) +
         "'/></w:numPr>";
}

/// A level of a list; `more` is further XML inside it.
inline std::string level(int index, const std::string& format, const std::string& text, const std::string& more = {}) {
  return "<w:lvl w:ilvl='" + std::to_string(index) + "'><w:start w:val='1'/><w:numFmt w:val='" + format + "'/>" + more +
         "<w:lvlText w:val='" + text + "'/></w:lvl>";
}

/// A list `id` with a definition of its own, `id` too.
inline std::string list(int id, const std::string& levels, const std::string& overrides = {}) {
  const std::string number = std::to_string(id);
  return "<w:abstractNum w:abstractNumId='" + number + "'>" + levels + "</w:abstractNum><w:num w:numId='" + number +
         "'><w:abstractNumId w:val='" + number + "'/>" + overrides + "</w:num>";
}

/// One sheet of a workbook: the XML inside x:worksheet.
struct SheetXml {
  std::string name;
  std::string inside;
  std::string state = {};  ///< `hidden`
};

/// A workbook from the XML inside its main elements. Empty parts are left out.
struct Xlsx {
  std::vector<SheetXml> sheets;
  std::string strings = {};     ///< of x:sst
  std::string styles = {};      ///< of x:styleSheet
  std::string properties = {};  ///< attributes of x:workbookPr

  [[nodiscard]] ZipParts parts() const {
    ZipParts all = {{"_rels/.rels", relationships(relationship("r1", "officeDocument", "xl/workbook.xml"))}};
    std::string list;
    std::string links;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      const std::string number = std::to_string(i + 1);
      list += "<sheet name='" + sheets[i].name + "' sheetId='" + number + "' r:id='s" + number + "'" +
              (sheets[i].state.empty() ? "" : " state='" + sheets[i].state + "'") + "/>";
      links += relationship("s" + number, "worksheet", "worksheets/sheet" + number + ".xml");
      all.emplace_back("xl/worksheets/sheet" + number + ".xml", spreadsheet("worksheet", sheets[i].inside));
    }
    if (!strings.empty()) {
      links += relationship("t", "sharedStrings", "sharedStrings.xml");
      all.emplace_back("xl/sharedStrings.xml", spreadsheet("sst", strings));
    }
    if (!styles.empty()) {
      links += relationship("y", "styles", "styles.xml");
      all.emplace_back("xl/styles.xml", spreadsheet("styleSheet", styles));
    }
    all.emplace_back("xl/_rels/workbook.xml.rels", relationships(links));
    all.emplace_back("xl/workbook.xml",
                     spreadsheet("workbook", "<workbookPr " + properties + "/><sheets>" + list + "</sheets>"));
    return all;
  }
  [[nodiscard]] std::string bytes() const { return zip_of(parts()); }

  static std::string spreadsheet(const std::string& root, const std::string& inside) {
    return "<" + root +
           " xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
           " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>" +
           inside + "</" + root + ">";
  }
};

/// A cell with text of its own.
inline std::string text_cell(const std::string& reference, const std::string& text) {
  return "<c r='" + reference + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
}

/// A cell with a value as it is saved: a number, or by `type` (`s`, `b`, `str`, `e`).
inline std::string value_cell(const std::string& reference, const std::string& value, const std::string& type = "n",
                              int style = 0) {
  return "<c r='" + reference + "' t='" + type + "' s='" + std::to_string(style) + "'><v>" + value + "</v></c>";
}

inline std::string row(int number, const std::string& cells, const std::string& attributes = {}) {
  return "<row r='" + std::to_string(number) + "' " + attributes + ">" + cells + "</row>";
}

}  // namespace tests
