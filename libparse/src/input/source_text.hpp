// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/diagnostic.hpp"
#include "libparse/input.hpp"
#include "rules/pack.hpp"
#include "text/work_text.hpp"

namespace libparse::input {

/// Where a paragraph of the document text stood in its container. Numbers count from 1; 0 and empty: not known.
struct Place {
  text::Range range;          ///< bytes of the document text, without its line feed
  std::size_t page = 0;       ///< PDF, OFD
  std::size_t paragraph = 0;  ///< DOCX, HTML: the n-th paragraph of the body, those of tables counted too
  std::string cell;           ///< `Sheet1!B7` in a workbook, `table 2 B7` elsewhere; column letters as in a workbook
};

/// One cell of a table. A merged cell stands once, where it begins.
struct Cell {
  text::Range range;  ///< bytes of the document text; empty for an empty cell
  std::size_t row = 0;
  std::size_t column = 0;
  std::size_t row_span = 1;
  std::size_t column_span = 1;
};

/// A table of the container. In the document text a row is one line and its cells are parted by one tab; a line break
/// inside a cell is a space there, or nothing between two Han characters, and the end of a paragraph is a space: people
/// list units in a cell as paragraphs. A merged cell is written once.
struct Grid {
  text::Range range;  ///< its lines
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<Cell> cells;  ///< in reading order
};

/// What a page says about its notice outside the text: `ArticleTitle`, `PubDate`, `ContentSource`, docProps.
struct HeadField {
  std::string name;  ///< as the page names it
  std::string value;
};

/// A container read: the document text, which all spans refer to, and what is known of where it came from.
///
/// Shape: `utf8` is valid UTF-8; one paragraph a line, ended by a line feed. Ranges are in text order and lie in it.
struct SourceText {
  std::string utf8;
  std::string media_type;         ///< RFC 6838: `text/html`
  std::string encoding;           ///< IANA name, of text and HTML; `UTF-8` for what is always that
  bool whole_paragraphs = false;  ///< a line is a paragraph by the container's word, so lines are not joined
  std::vector<Place> places;      ///< none for plain text
  std::vector<Grid> tables;
  std::vector<HeadField> head;
};

/// Reads one container. Every reader has this form; `read_source` looks at the bytes and calls the one that fits.
///
/// Errors: `Error{limit}` where a limit trips, `Error{encoding}`, `Error{not_text}` (a format that is not read, with
///         what to do), `Error{damaged}` where the container is broken. Odd things are diagnostics.
/// \param pack  word lists that text and HTML are judged by: encodings, names of a page's content
SourceText read_source(std::string_view bytes, const InputOptions& options, const rules::Pack& pack,
                       Diagnostics& diagnostics);

SourceText read_text(std::string_view bytes, const InputOptions& options, const rules::Pack& pack,
                     Diagnostics& diagnostics);
SourceText read_html(std::string_view bytes, const InputOptions& options, const rules::Pack& pack,
                     Diagnostics& diagnostics);
SourceText read_docx(std::string_view bytes, const InputOptions& options, Diagnostics& diagnostics);
SourceText read_xlsx(std::string_view bytes, const InputOptions& options, Diagnostics& diagnostics);
SourceText read_pdf(std::string_view bytes, const InputOptions& options, Diagnostics& diagnostics);
SourceText read_ofd(std::string_view bytes, const InputOptions& options, Diagnostics& diagnostics);

}  // namespace libparse::input
