// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frame/words.hpp"
#include "libparse/task_list.hpp"

/// What a title says: its kind, who issued it, which years it speaks of, which texts it carries.
/// `bare` is a title of the work text without spaces.
namespace libparse::frame {

/// `source` without spaces of any width and without line breaks.
std::string squeeze(std::string_view source);

/// One line of a title as printed: layout spaces and line breaks go (通　知 is 通知), a space between two issuers and
/// one between two Latin words stay. `source` holds source characters, its lines parted by '\n'.
std::string tidy_title(const Words& words, std::string_view source);

/// The genre word that a title ends with, notes in brackets (试行, 2023—2025年) and a closing 》 left aside.
rules::Lexicon::Hit genre_at_end(const Words& words, std::string_view bare);
/// 文种 of a document with this title: of 15 official ones where it is a 公文 (关于……的实施意见 is 意见).
std::string genre_of(const Words& words, std::string_view bare);
/// True where 《》, (), 〔〕, “” are closed in `bare`.
bool is_balanced(std::string_view bare);
/// Bytes of `bare` up to the 关于/印发/… behind the name of the issuer; 0 where the title names none.
std::size_t issuer_end(const Words& words, std::string_view bare);
/// Names of bodies in one line, parted by spaces, 、 or line breaks. Empty where a part is no body.
std::vector<std::string> split_issuers(const Words& words, std::string_view text);
/// True where `bare` reads as the name of one body: no marks, ends with a word of issuer-ending.txt.
bool is_body_name(const Words& words, std::string_view bare);

struct Years {
  int from = 0;
  int to = 0;         ///< equal to `from` for one year
  bool plan = false;  ///< read from the short name of a five-year plan
};
std::vector<Years> years_of(const Words& words, std::string_view bare);

/// Keys (title_key) of the texts that `bare` names in 《》, and of the one between 印发/转发 and the end of the title.
/// The latter may keep one character (的) behind it.
void add_carried_titles(const Words& words, std::string_view bare, bool is_title, std::vector<std::string>& keys);

}  // namespace libparse::frame
