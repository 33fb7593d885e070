// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "input/docx_inline.hpp"
#include "input/docx_numbering.hpp"
#include "input/docx_styles.hpp"
#include "input/reading_limits.hpp"
#include "input/xml.hpp"

namespace libparse::input {

struct DocxTable;

/// A paragraph or a table.
struct DocxBlock {
  std::string text;           ///< with its label; line feeds are line breaks
  std::size_t paragraph = 0;  ///< from 1
  std::unique_ptr<DocxTable> table;
};

using DocxBlocks = std::vector<DocxBlock>;

/// A cell where it begins; a merged cell stands once.
struct DocxCell {
  std::size_t row = 0;
  std::size_t column = 0;
  std::size_t row_span = 1;
  std::size_t column_span = 1;
  DocxBlocks blocks;
};

struct DocxTable {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<DocxCell> cells;  ///< in reading order
};

/// Reads the blocks of a text document in their order, with labels of automatic numbering in front of paragraphs.
class DocxBlockReader {
 public:
  DocxBlockReader(const DocxStyles& styles, DocxNumbering& numbering, DocxInline& runs, DocxFindings& findings,
                  const Deadline& deadline)
      : styles_(styles), numbering_(numbering), runs_(runs), findings_(findings), deadline_(deadline) {}

  /// Blocks of a body, cell or text box. Errors: `Error{limit}` where time runs out or tables are nested too deep.
  [[nodiscard]] DocxBlocks read(XmlElement container, bool in_cell);

 private:
  /// Blocks of one container, and text whose paragraph mark is deleted, which the next paragraph takes up.
  struct Flow {
    DocxBlocks blocks;
    bool in_cell = false;
    std::string carried;
    std::string carried_label;
    bool carries = false;
  };
  void read_children(XmlElement parent, Flow& flow);
  void read_paragraph(XmlElement paragraph, Flow& flow);
  void flush(Flow& flow);
  [[nodiscard]] std::unique_ptr<DocxTable> read_table(XmlElement element);
  void read_row(XmlElement row, DocxTable& table, std::vector<std::size_t>& above);

  const DocxStyles& styles_;
  DocxNumbering& numbering_;
  DocxInline& runs_;
  DocxFindings& findings_;
  const Deadline& deadline_;
  std::size_t paragraphs_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace libparse::input
