// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "frame/frame.hpp"
#include "frame/line.hpp"
#include "frame/numbers.hpp"
#include "frame/title.hpp"

/// The stages of read_frame. They share one Draft and are called in the order of this header.
namespace libparse::frame {

/// A title found in the document: source characters and the key that compares it.
struct TitleText {
  std::string text;  ///< as printed, one line
  std::string bare;  ///< of the work text, without spaces
  [[nodiscard]] bool empty() const { return bare.empty(); }
};

/// A date with the place where it stands.
struct PlacedDate {
  std::string iso;
  Span span;
  bool truncated = false;
};

/// What the metadata block of a web page states.
struct Metadata {
  TitleText title;
  std::optional<DocNumber> number;
  std::vector<std::string> issuers;
  PlacedDate issued;
  std::string published;
};

struct Draft {
  Draft(const layout::Layout& l, const text::DocumentText& s, const Words& w, Diagnostics& d)
      : layout(l), source(s), words(w), diagnostics(d), lines(read_lines(l, w)), fixed(lines.size(), 0) {
    frame.zones.assign(lines.size(), Zone::body);
  }

  const layout::Layout& layout;
  const text::DocumentText& source;
  const Words& words;
  Diagnostics& diagnostics;
  std::vector<Line> lines;
  std::vector<char> fixed;  ///< paragraphs whose zone is decided
  Frame frame;

  Metadata metadata;
  TitleText title;                        ///< of the notice, from its own lines
  TitleText title_without_issuer;         ///< the same where the issuer stood on lines of its own
  std::vector<std::string> head_issuers;  ///< 发文机关标志 and issuer lines of the head
  std::vector<std::string> signed_by;     ///< 发文机关署名
  std::vector<std::string> plan_issuers;  ///< below the title of an attached text
  PlacedDate signed_on;
  PlacedDate title_date;                  ///< 题注
  std::vector<std::string> carried;       ///< keys of titles that the notice says it carries
  std::size_t body_from = 0;              ///< paragraph behind the head
  std::vector<std::size_t> announced_at;  ///< for each attachment, the paragraph that announces it, or npos
  std::vector<std::pair<std::size_t, std::size_t>> unannounced;  ///< attachments that no list names: index, paragraph
  std::vector<char> present;                                     ///< for each attachment, whether its text follows

  [[nodiscard]] std::size_t size() const { return lines.size(); }
  [[nodiscard]] std::string_view view(std::size_t i) const { return layout.text.view(lines[i].range); }
  [[nodiscard]] std::string quote(text::Range r) const { return layout.text.quote(r, source); }
  /// Work-text range of bytes `r` of line i's `bare`.
  [[nodiscard]] text::Range range_of(std::size_t i, text::Range r) const {
    return spread(view(i), lines[i].range.begin, r);
  }
  /// Source characters of bytes `r` of line i's `bare`, without spaces.
  [[nodiscard]] std::string bare_quote(std::size_t i, text::Range r) const { return squeeze(quote(range_of(i, r))); }
  void put(std::size_t i, Zone zone) {
    frame.zones[i] = zone;
    fixed[i] = 1;
  }
  /// The next paragraph at or behind `i` whose zone is open; size() where there is none.
  [[nodiscard]] std::size_t open_from(std::size_t i) const {
    while (i < size() && fixed[i] != 0) ++i;
    return i;
  }
};

/// Lines that no notice has, wherever they stand, and the block below the text. (furniture.cpp)
void mark_furniture(Draft& draft);

/// Metadata labels with their values from paragraph `i` on; how many paragraphs they take. `in_block`: the line
/// before was one too. (metadata.cpp)
std::size_t read_metadata(Draft& draft, std::size_t i, bool in_block);

/// The same where it stands glued behind a title; `where` of the work text.
bool read_glued_metadata(Draft& draft, text::Range where);

/// Title, number, issuers, addressees; sets `body_from`. (head.cpp)
void read_head(Draft& draft);

/// End of the list of addressees in line i (behind its colon, in bytes of `bare`), where one starts at `from`.
/// (addressees.cpp)
std::size_t addressees_end(const Draft& draft, std::size_t i, std::size_t from);
/// Bytes `list` of line i's `bare` are names of bodies, parted by marks.
bool is_addressee_list(const Draft& draft, std::size_t i, text::Range list);
/// The names in a list of addressees or copies, as printed.
std::vector<std::string> split_addressees(const Draft& draft, std::size_t i, text::Range bare);

/// Paragraph `i` may be one line of a title: open, no label, no sentence, no date, no list of addressees.
/// (attached.cpp)
bool may_be_title_line(const Draft& draft, std::size_t i);
bool holds_han(std::string_view bare);
/// True where an announced title starts with this line.
bool opens_announced_title(const Draft& draft, std::size_t i);
/// Reads the announcement of attachments at `i`; how many paragraphs it takes, 0 where there is none.
std::size_t read_attachment_list(Draft& draft, std::size_t i);
/// Reads a heading 附件N at `i` and the title below it; how many paragraphs it takes.
std::size_t read_attachment_heading(Draft& draft, std::size_t i);
/// When the title of an attached text is looked for: only one that was announced, one that is due here (behind the
/// signature of the letter), or one that restarts the numbering of the text before.
enum class TitleHint : std::uint8_t { announced, due, restart };
/// Reads the title of an attached text at `i`; how many paragraphs it takes, 0 where there is none.
std::size_t read_plan_title(Draft& draft, std::size_t i, TitleHint hint);
void report_attachments(Draft& draft);

/// Reads a signature at `i` (names, date); how many paragraphs it takes, 0 where there is none. `in_letter`: the
/// covering letter is not signed yet. (signature.cpp)
std::size_t read_signature(Draft& draft, std::size_t i, bool in_letter);
/// The same without taking anything.
bool is_signature(const Draft& draft, std::size_t i, bool in_letter);
/// A signature glued behind the last sentence of paragraph `i`.
bool read_glued_signature(Draft& draft, std::size_t i);
/// Reads a line of the imprint or a note to the signature.
bool read_tail_line(Draft& draft, std::size_t i);

/// Everything behind the head. (body.cpp)
void read_body(Draft& draft);

/// Fills what the text does not say of itself from the head of a web page; what they say differently is reported.
/// (head_fields.cpp)
void use_head_fields(Draft& draft, const std::vector<input::HeadField>& head);

/// Decides between what the parts of the document say. (fields.cpp)
void settle_fields(Draft& draft);
/// The administrative area that `bare` starts with. (jurisdiction.cpp)
std::optional<Jurisdiction> read_jurisdiction(const Words& words, std::string_view bare);
void settle_jurisdiction(Draft& draft);

}  // namespace libparse::frame
