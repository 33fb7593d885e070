// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "frame/frame.hpp"
#include "layout/label.hpp"
#include "layout/layout.hpp"
#include "libparse/diagnostic.hpp"
#include "rules/pack.hpp"
#include "text/work_text.hpp"

namespace libparse::outline {

/// A numbered node of the document, or the unnumbered top of an attached text.
struct Node {
  LabelForm form = LabelForm::none;
  text::Range label;  ///< empty for the top of an attached text
  int number = 0;
  text::Range title;                    ///< heading without label and final mark; empty where the node is only body
  std::string plan_title;               ///< title of an attached text, which may stand on several lines
  bool run_in = false;                  ///< the body goes on behind the title in the same paragraph
  text::Range heading_rest;             ///< what stands behind the title in the label's paragraph (may be empty)
  std::vector<text::Range> paragraphs;  ///< unnumbered paragraphs below it, before its first child and between children
  std::vector<std::size_t> children;
  std::vector<std::size_t> paragraphs_before_child;  ///< for each child: how many of `paragraphs` stand before it
  std::size_t parent = 0;                            ///< index; the root's own is 0
  int depth = 0;                                     ///< 0 for the root
  std::string id;                                    ///< `a1.2.1`
};

/// The section tree. `nodes[0]` is the root; the others are in text order.
struct Outline {
  std::vector<Node> nodes;
};

/// Builds the tree out of the paragraphs of zones `body` and `plan_title`.
///
/// Numbering restarts inside each 附件 and each attached text. Repeated and skipped numbers are kept as they are, with
/// a diagnostic (`numbering-repeat`, `numbering-gap`).
Outline read_outline(const layout::Layout& layout, const frame::Frame& frame, const rules::Pack& pack,
                     Diagnostics& diagnostics);

}  // namespace libparse::outline
