// SPDX-License-Identifier: MIT
#include "libparse/parse.hpp"

#include <charconv>

#include "frame/frame.hpp"
#include "input/source_text.hpp"
#include "layout/layout.hpp"
#include "libparse/digest.hpp"
#include "libparse/fingerprint.hpp"
#include "libparse/rule_pack.hpp"
#include "normalize/organizations.hpp"
#include "normalize/times.hpp"
#include "outline/outline.hpp"
#include "review/review.hpp"
#include "rules/pack.hpp"
#include "task/assemble.hpp"
#include "task/grids.hpp"
#include "task/references.hpp"
#include "text/document_text.hpp"
#include "text/work_text.hpp"

namespace libparse {

ParseResult parse_notice(std::string_view bytes, const ParseOptions& options, const RulePack& rules) {
  const rules::Pack& pack = rules.pack();
  ParseResult result;
  TaskList& list = result.list;
  input::SourceText container = input::read_source(bytes, options.input, pack, list.diagnostics);
  text::DocumentText source = text::DocumentText::adopt(std::move(container.utf8));
  layout::Layout layout =
      layout::lay_out(text::WorkText::fold(source), pack, list.diagnostics,
                      container.whole_paragraphs ? layout::LineMeaning::paragraph : layout::LineMeaning::physical);
  const auto& readers = pack.derived<task::Readers>();
  const std::vector<task::GridInText> grids =
      task::read_grids(layout, source, container.tables, readers.grid_tables, list.diagnostics);
  for (const task::GridInText& grid : grids) layout.tables.push_back(grid.range);
  frame::Frame frame = frame::read_frame(layout, source, pack, list.diagnostics, container.head);
  const outline::Outline outline = outline::read_outline(layout, frame, pack, list.diagnostics);
  list.document = std::move(frame.document);
  list.document.source = {options.path,       sha256_hex(bytes), container.media_type,
                          container.encoding, bytes.size(),      source.characters()};
  if (!options.original.empty()) {
    list.document.source.sha256 = sha256_hex(options.original);
    list.document.source.bytes = options.original.size();
    list.document.source.media_type = detect_format(options.original).media_type;
  }
  if (options.year != 0) list.document.year = options.year;
  if (list.document.year == 0 && options.as_of.size() >= 4) {
    std::from_chars(options.as_of.data(), options.as_of.data() + 4, list.document.year);
  }
  const task::NoticeView view{layout, frame, outline, source, container.places, grids, options.as_of};
  const std::optional<task::Explainer> explainer =
      options.explain ? std::optional<task::Explainer>(std::in_place, view, readers, pack) : std::nullopt;
  task::assemble(view, readers, list, explainer ? &*explainer : nullptr);
  pack.derived<normalize::TimeCompleter>().complete(list, options.as_of);
  for (Task& task : list.tasks) task.fingerprint = fingerprint(task);
  task::add_references(view, pack.derived<extract::ReferenceReader>(), list);
  normalize::identify_organizations(pack, list);
  review::review_notice(view, pack, list);
  result.text = std::move(source).take();
  return result;
}

ParseResult parse_notice(std::string_view bytes, const ParseOptions& options) {
  return parse_notice(bytes, options, RulePack::builtin());
}

}  // namespace libparse
