// SPDX-License-Identifier: MIT
#include "planconv/csv.hpp"

#include <algorithm>
#include <array>

#include "libparse/error.hpp"
#include "planconv/unicode.hpp"

namespace planconv {
namespace {

using libparse::Error;
using libparse::ErrorCode;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
// What must not begin a cell; U+FF1D ＝, U+FF0B ＋, U+FF0D －, U+FF20 ＠ do the same in some locales.
constexpr std::array<std::string_view, 12> kRiskyStarts = {"=",  "+", "-",      "@",      "\t",     "\r",
                                                           "\n", "'", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

bool is_risky(std::string_view cell) {
  return std::any_of(kRiskyStarts.begin(), kRiskyStarts.end(),
                     [cell](std::string_view start) { return cell.starts_with(start); });
}

std::string unescaped(std::string cell) {
  if (cell.starts_with('\'') && is_risky(std::string_view(cell).substr(1))) cell.erase(0, 1);
  return cell;
}

class Reader {
 public:
  Reader(std::string_view bytes, const std::string& path) : bytes_(bytes), path_(path) {}

  std::vector<TableRow> read() {
    std::vector<TableRow> rows;
    while (at_ < bytes_.size()) {
      TableRow row = read_row();
      const bool is_blank = std::all_of(row.cells.begin(), row.cells.end(), [](const auto& c) { return c.empty(); });
      if (!is_blank) rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  [[nodiscard]] bool is_at(char c) const { return at_ < bytes_.size() && bytes_[at_] == c; }
  [[noreturn]] void fail(std::size_t line, const std::string& message) const {
    throw Error(ErrorCode::format, message, path_ + ':' + std::to_string(line));
  }

  TableRow read_row() {
    TableRow row{line_, {}};
    for (;;) {
      row.cells.push_back(unescaped(is_at('"') ? read_quoted() : read_plain()));
      if (is_at(',')) {
        ++at_;
        continue;
      }
      if (is_at('\r')) ++at_;
      if (is_at('\n')) ++at_;
      ++line_;
      return row;
    }
  }

  std::string read_plain() {
    const std::size_t end = std::min(bytes_.find_first_of(",\r\n", at_), bytes_.size());
    std::string cell(bytes_.substr(at_, end - at_));
    at_ = end;
    return cell;
  }

  std::string read_quoted() {
    const std::size_t first_line = line_;
    std::string cell;
    ++at_;
    for (;;) {
      const std::size_t quote = bytes_.find('"', at_);
      if (quote == std::string_view::npos) fail(first_line, "a quoted cell that begins here has no end");
      const std::string_view part = bytes_.substr(at_, quote - at_);
      line_ += static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
      cell += part;
      at_ = quote + 1;
      if (!is_at('"')) break;
      cell += '"';
      ++at_;
    }
    const bool ends = at_ == bytes_.size() || is_at(',') || is_at('\r') || is_at('\n');
    if (!ends) fail(line_, "a quoted cell goes on behind its quote; quotes inside must be doubled");
    return cell;
  }

  std::string_view bytes_;
  const std::string& path_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

void append_csv_row(std::string& out, const std::vector<std::string>& cells) {
  bool is_first = true;
  for (const std::string& cell : cells) {
    if (!is_first) out += ',';
    is_first = false;
    const std::string shown = is_risky(cell) ? '\'' + cell : cell;
    // At the start of a file it would be taken for the file's own mark.
    const bool marked = shown.starts_with(kByteOrderMark);
    if (!marked && shown.find_first_of(",\"\r\n") == std::string::npos) {
      out += shown;
      continue;
    }
    out += '"';
    for (const char c : shown) out.append(c == '"' ? 2 : 1, c);
    out += '"';
  }
  out += "\r\n";
}

std::vector<TableRow> read_csv(std::string_view bytes, const std::string& path) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  if (!is_utf8(bytes)) {
    throw Error(ErrorCode::encoding,
                "is no UTF-8 text; save it as \"CSV UTF-8\", or convert it: iconv -f GB18030 -t UTF-8", path);
  }
  return Reader(bytes, path).read();
}

}  // namespace planconv
