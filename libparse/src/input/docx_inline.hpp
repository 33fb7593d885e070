// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "input/docx_styles.hpp"
#include "input/xml.hpp"

namespace libparse::input {

/// What was met and left out, or decided, on the way through a text document.
struct DocxFindings {
  bool tracked = false;   ///< insertions, deletions or moves that nobody has accepted yet
  bool contents = false;  ///< a table of contents
  std::size_t notes = 0;  ///< footnotes and endnotes
  bool hidden = false;    ///< text that does not show
};

/// Text of the runs of a paragraph as it shows: results of fields without their instructions, tracked changes as
/// accepted, base text of ruby, no hidden text, no comments, no marks of notes. Fields may go on from one paragraph
/// to the next, so paragraphs must come in the order of the document.
class DocxInline {
 public:
  /// `body` is looked through once: tables of contents are told by their field only if all fields have an end.
  DocxInline(const DocxStyles& styles, XmlElement body, DocxFindings& findings);

  /// Appends the text of `paragraph` (w:p); breaks are line feeds, tabs are tabs. Text boxes (w:txbxContent) are
  /// added to `boxes` instead.
  void read(XmlElement paragraph, std::string& out, std::vector<XmlElement>& boxes);

 private:
  struct Field {
    std::string instruction;
    bool result = false;  ///< behind the separator
    bool contents = false;
  };
  [[nodiscard]] bool shows() const;
  void field_character(std::string_view kind, std::string& out);
  void element_text(XmlElement element, std::string& out) const;
  [[nodiscard]] XmlElement step(XmlElement at, XmlElement paragraph, std::string& out, std::vector<XmlElement>& boxes);

  const DocxStyles& styles_;
  DocxFindings& findings_;
  std::vector<Field> fields_;
  bool balanced_ = true;
  bool hidden_run_ = false;
  XmlElement properties_;
};

/// The branch of alternate content that is read: the first choice, else the fallback (ISO/IEC 29500-3, 7.6).
[[nodiscard]] XmlElement chosen(XmlElement alternate_content);
/// Whether a structured document tag holds text of the document: no placeholder, no table of contents.
[[nodiscard]] bool is_content(XmlElement structured_tag, DocxFindings& findings);

}  // namespace libparse::input
