// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "input/source_text.hpp"
#include "layout/layout.hpp"
#include "libparse/task_list.hpp"
#include "rules/pack.hpp"
#include "text/document_text.hpp"
#include "text/work_text.hpp"

namespace libparse::frame {

/// What part of the document a paragraph belongs to (GB/T 9704-2012 clause 7: 版头, 主体, 版记; and what web pages
/// add).
enum class Zone : std::uint8_t {
  furniture,  ///< navigation, share bars, metadata blocks, footers, page numbers, artefacts: never read as text
  head,       ///< 发文字号, 标题 of the notice, 主送机关
  letter,  ///< the covering text of 印发/转发…的通知 (现将…印发给你们): no tasks unless it assigns work
  plan_title,       ///< title of an attached text (may take several paragraphs); opens a new numbering
  body,             ///< everything that may hold sections and tasks; 附件N headings too
  attachment_list,  ///< 附件说明: names of the attachments, not the attachments
  contents,         ///< a table of contents
  signature,        ///< 发文机关署名, 成文日期, 附注 (此件公开发布)
  imprint,          ///< 版记: 抄送, 印发机关和日期
};

struct Frame {
  Document document;        ///< every field but `source`, `references`, `attachments[].section`
  std::vector<Zone> zones;  ///< one for each paragraph
  /// The title of an attached text; its paragraphs have the zone `plan_title`.
  struct PlanTitle {
    std::size_t first = 0;  ///< first and last paragraph of the title
    std::size_t last = 0;
    text::Range range;  ///< of the work text; where text is glued behind a title, `last` goes on behind its end
    std::string title;  ///< one line of source characters
    std::optional<std::size_t> attachment;  ///< index into `document.attachments` where it is one that was announced
                                            ///< or has a 附件 heading
    bool headed = false;                    ///< the paragraph before is its 附件 heading (zone `body`)
  };
  std::vector<PlanTitle> plan_titles;
};

/// Reads the notice's head, tail and attached texts.
///
/// Shape:  linear; each paragraph is in exactly one zone.
/// Errors: none; what is odd becomes a diagnostic. Two candidates for one field → the more official one.
/// Source: GB/T 9704-2012 clauses 7.2 (版头), 7.3 (主体), 7.4 (版记).
/// \param head  what the container says outside the text; it fills gaps and never overrides the text
Frame read_frame(const layout::Layout& layout, const text::DocumentText& source, const rules::Pack& pack,
                 Diagnostics& diagnostics, const std::vector<input::HeadField>& head = {});

}  // namespace libparse::frame
