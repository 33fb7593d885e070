// SPDX-License-Identifier: MIT
#include "task/table_columns.hpp"

#include <algorithm>
#include <string>

#include "rules/lexicon.hpp"

namespace libparse::task {
namespace {

constexpr std::size_t kLongestHeading = 36;  // bytes

/// Without spaces and without what a bracket adds: 完成时限(年月).
std::string words_of(std::string_view heading) {
  std::string words;
  for (const char c : heading) {
    if (c == '(' && !words.empty()) break;
    if (c != ' ' && c != '\t' && c != '\n') words.push_back(c);
  }
  return words;
}

ColumnKind kind_named(std::string_view name) {
  if (name == "serial") return ColumnKind::serial;
  if (name == "task") return ColumnKind::task;
  if (name == "target") return ColumnKind::target;
  if (name == "category") return ColumnKind::category;
  if (name == "nature") return ColumnKind::nature;
  return ColumnKind::note;
}

}  // namespace

Column ColumnReader::read(std::string_view heading) const {
  const std::string words = words_of(heading);
  if (words.empty() || words.size() > kLongestHeading) return {};
  if (const auto known = headers_.find(words)) return {kind_named(known.value), {}};
  if (const auto label = responsibilities_.column_of(words)) return {ColumnKind::slot, *label};
  if (const auto ending = headers_.suffix(words); ending && ending.value == "task") {
    return {ColumnKind::task, {}};  // 整治内容
  }
  return {};
}

Column ColumnReader::read(std::string_view upper, std::string_view lower) const {
  const Column own = read(lower);
  if (own.kind != ColumnKind::unknown) return own;
  // 牵头 | 配合 under 责任单位: the ending of the upper heading belongs to both
  const std::string above = words_of(upper);
  const std::string below = words_of(lower);
  for (std::size_t at = 0; at < above.size(); at += 3) {
    if (const Column joined = read(below + above.substr(at)); joined.kind == ColumnKind::slot) return joined;
  }
  return read(upper);
}

bool ColumnReader::is_header(const std::vector<Column>& columns, std::size_t least) {
  const auto count = [&](auto... kinds) {
    return std::count_if(columns.begin(), columns.end(), [&](const Column& c) { return ((c.kind == kinds) || ...); });
  };
  const auto unknown = static_cast<std::size_t>(count(ColumnKind::unknown));
  return columns.size() >= least && unknown * 3 <= columns.size() && count(ColumnKind::task, ColumnKind::target) > 0 &&
         count(ColumnKind::slot) > 0;
}

}  // namespace libparse::task
