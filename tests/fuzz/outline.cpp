// SPDX-License-Identifier: MIT
// Document text → paragraphs, head and foot, tree of sections.
#include "outline/outline.hpp"

#include <set>

#include "frame/frame.hpp"
#include "invariants.hpp"
#include "layout/layout.hpp"
#include "libparse/rule_pack.hpp"
#include "target.hpp"

namespace {

using namespace libparse;
using fuzz::require;

void check_paragraphs(const layout::Layout& layout) {
  const std::string_view text = layout.text.view();
  std::size_t last = 0;
  for (const text::Range paragraph : layout.paragraphs) {
    require(!paragraph.empty() && paragraph.begin >= last && paragraph.end <= text.size(),
            "paragraphs follow each other");
    require(fuzz::is_border(text, paragraph.begin) && fuzz::is_border(text, paragraph.end),
            "paragraphs are characters");
    last = paragraph.end;
  }
}

void check_tree(const outline::Outline& outline, std::string_view text) {
  require(!outline.nodes.empty(), "there is a root");
  std::set<std::string> ids;
  for (std::size_t i = 1; i < outline.nodes.size(); ++i) {
    const outline::Node& node = outline.nodes[i];
    require(node.parent < i && node.depth == outline.nodes[node.parent].depth + 1,
            "a parent stands before its children");
    require(ids.insert(node.id).second, "ids are unique", node.id);
    require(node.children.size() == node.paragraphs_before_child.size(), "each child has its place");
    for (const text::Range range : {node.label, node.title, node.heading_rest}) {
      require(range.begin <= range.end && range.end <= text.size(), "a heading lies in the text");
      require(fuzz::is_border(text, range.begin) && fuzz::is_border(text, range.end), "a heading is characters");
    }
    for (const text::Range range : node.paragraphs) require(range.end <= text.size(), "a paragraph lies in the text");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Choice input(data, size, 2);
  const rules::Pack& pack = RulePack::builtin().pack();
  Diagnostics diagnostics;
  const text::DocumentText source = text::DocumentText::decode(input.rest, diagnostics);
  const layout::Layout layout =
      layout::lay_out(text::WorkText::fold(source), pack, diagnostics, static_cast<layout::LineMeaning>(input.which));
  check_paragraphs(layout);
  const frame::Frame frame = frame::read_frame(layout, source, pack, diagnostics);
  require(frame.zones.size() == layout.paragraphs.size(), "each paragraph is in one zone");
  check_tree(outline::read_outline(layout, frame, pack, diagnostics), layout.text.view());
  for (const Diagnostic& diagnostic : diagnostics) {
    require(!diagnostic.span || diagnostic.span->end <= source.characters(), "a diagnostic lies in the text");
  }
  return 0;
}
