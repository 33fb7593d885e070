// SPDX-License-Identifier: MIT
#include "input/cell_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace libparse::input {

namespace {

constexpr std::string_view kYear = "\u5E74";   // 年
constexpr std::string_view kMonth = "\u6708";  // 月
constexpr std::string_view kDay = "\u65E5";    // 日

enum class TokenKind : std::uint8_t { literal, digits, date, general };

/// A piece of a format code. `text` is what shows, or the placeholders: `#,##0.00`, `yyyy`.
struct Token {
  TokenKind kind = TokenKind::literal;
  std::string text;
};

/// One of up to four sections: for positive numbers, negative ones, zero, text.
struct Section {
  std::vector<Token> tokens;
  bool percent = false;
  bool plain = false;  ///< has a fraction or exponent, which is not followed
};

bool is_digit_place(char c) { return c == '0' || c == '#' || c == '?' || c == '.' || c == ','; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_date_letter(char c) { return std::string_view("ymdhse").find(lower(c)) != std::string_view::npos; }

bool starts_with(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

void append_literal(Section& section, std::string_view text) {
  if (section.tokens.empty() || section.tokens.back().kind != TokenKind::literal) section.tokens.emplace_back();
  section.tokens.back().text += text;
}

/// `[Red]`, `[$¥-804]`, `[h]`: the text of a currency, a count of hours, or nothing.
void append_bracket(Section& section, std::string_view inside) {
  if (inside.starts_with('$')) {
    append_literal(section,
                   inside.substr(1, inside.find('-') == std::string_view::npos ? inside.size() : inside.find('-') - 1));
  } else if (!inside.empty() && std::string_view("hms").find(lower(inside[0])) != std::string_view::npos &&
             std::all_of(inside.begin(), inside.end(), [&](char c) { return lower(c) == lower(inside[0]); })) {
    section.tokens.push_back({TokenKind::date, std::string(inside)});
  }
}

/// Reads the token at `at` and gives the place behind it.
std::size_t read_token(std::string_view code, std::size_t at, Section& section) {
  const char c = code[at];
  if (c == '"') {
    const std::size_t end = std::min(code.find('"', at + 1), code.size());
    append_literal(section, code.substr(at + 1, end - at - 1));
    return end + 1;
  }
  if (c == '[') {
    const std::size_t end = std::min(code.find(']', at), code.size());
    append_bracket(section, code.substr(at + 1, end - at - 1));
    return end + 1;
  }
  if (c == '\\') {
    append_literal(section, code.substr(at + 1, 1));
    return at + 2;
  }
  if (c == '_' || c == '*') return at + 2;  // a gap as wide as the next character; the next one repeated
  if (starts_with(code.substr(at), "general")) {
    section.tokens.push_back({TokenKind::general, {}});
    return at + 7;
  }
  if (starts_with(code.substr(at), "am/pm")) return at + 5;
  if ((c == 'E' || c == 'e') && at + 1 < code.size() && (code[at + 1] == '+' || code[at + 1] == '-')) {
    section.plain = true;
    return at + 2;
  }
  const auto run = [&](TokenKind kind, auto belongs) {
    std::size_t end = at;
    while (end < code.size() && belongs(code[end])) ++end;
    section.tokens.push_back({kind, std::string(code.substr(at, end - at))});
    return end;
  };
  if (is_digit_place(c) && (c != ',' || (!section.tokens.empty() && section.tokens.back().kind == TokenKind::digits))) {
    return run(TokenKind::digits, is_digit_place);
  }
  if (is_date_letter(c)) return run(TokenKind::date, [&](char other) { return lower(other) == lower(c); });
  if (c == '%') section.percent = true;
  if (c == '@') {
    section.tokens.push_back({TokenKind::general, {}});
  } else {
    append_literal(section, code.substr(at, 1));
  }
  return at + 1;
}

std::vector<Section> sections_of(std::string_view code) {
  std::vector<Section> sections(1);
  for (std::size_t at = 0; at < code.size();) {
    if (code[at] == ';') {
      sections.emplace_back();
      ++at;
    } else {
      at = read_token(code, at, sections.back());
    }
  }
  for (Section& section : sections) {
    const auto digits = std::count_if(section.tokens.begin(), section.tokens.end(),
                                      [](const Token& token) { return token.kind == TokenKind::digits; });
    section.plain |= digits > 1;  // a fraction, or a form such as 000-0000
  }
  return sections;
}

std::string general(double value) {
  std::array<char, 40> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, 15);
  return {buffer.data(), end.ptr};
}

/// A number that is not negative in places such as `#,##0.0#`.
std::string in_places(double value, std::string_view places) {
  const std::size_t point = std::min(places.find('.'), places.size());
  std::size_t whole_end = point;
  for (; whole_end > 0 && places[whole_end - 1] == ','; --whole_end)
    value /= 1000;  // 18.8.31: a comma at the end scales
  const std::string_view whole = places.substr(0, whole_end);
  const std::string_view behind = places.substr(std::min(point + 1, places.size()));
  const auto most = static_cast<int>(std::min<std::size_t>(behind.size(), 15));
  const auto least = static_cast<std::size_t>(std::count(behind.begin(), behind.end(), '0'));
  const double scale = std::pow(10.0, most);
  // A hair more, so that 0.145 is 0.15 as people expect, though its binary form lies below.
  if (value * scale < 1e15) value = std::floor(value * scale * (1 + 4e-16) + 0.5) / scale;
  std::array<char, 400> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, most);
  std::string text(buffer.data(), end.ptr);
  const std::size_t dot = std::min(text.find('.'), text.size());
  std::string fraction = text.substr(std::min(dot + 1, text.size()));
  while (fraction.size() > least && fraction.back() == '0') fraction.pop_back();
  std::string digits = text.substr(0, dot);
  const auto zeros = static_cast<std::size_t>(std::count(whole.begin(), whole.end(), '0'));
  if (digits == "0" && zeros == 0 && !whole.empty()) digits.clear();
  if (digits.size() < zeros) digits.insert(0, std::min<std::size_t>(zeros - digits.size(), 30), '0');
  if (whole.find(',') != std::string_view::npos) {
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  }
  return fraction.empty() ? digits : digits + "." + fraction;
}

/// What a date format shows, and the moment.
struct Moment {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  long seconds = 0;  ///< of the day
};

std::optional<Moment> moment_of(double serial, bool epoch_1904) {
  constexpr double kLast = 2'958'466;  // 9999-12-31 and its hours
  if (!(serial >= 0 && serial < kLast)) return std::nullopt;
  double days = std::floor(serial);
  long seconds = std::lround((serial - days) * 86'400);
  if (seconds >= 86'400) days += 1, seconds = 0;
  using std::chrono::sys_days;
  // The 1900 system has a 29 February 1900, which never was (18.17.4.1); dates before it are off by one.
  const auto start = epoch_1904  ? sys_days(std::chrono::year{1904} / 1 / 1)
                     : days < 60 ? sys_days(std::chrono::year{1899} / 12 / 31)
                                 : sys_days(std::chrono::year{1899} / 12 / 30);
  const std::chrono::year_month_day date(start + std::chrono::days(static_cast<int>(days)));
  return Moment{int(date.year()), unsigned(date.month()), unsigned(date.day()), seconds};
}

std::string two_digits(long value) { return (value < 10 ? "0" : "") + std::to_string(value); }

/// `kind` of each date token: y, m (month), d, h, M (minute), s; a space for names of days and others.
std::vector<char> date_kinds(const std::vector<Token>& tokens) {
  std::vector<char> kinds;
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::date) continue;
    const char letter = lower(token.text[0]);
    kinds.push_back(letter == 'e' ? 'y' : letter == 'd' && token.text.size() > 2 ? ' ' : letter);
  }
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const bool minute = (i > 0 && kinds[i - 1] == 'h') || (i + 1 < kinds.size() && kinds[i + 1] == 's');
    if (kinds[i] == 'm' && minute) kinds[i] = 'M';
  }
  return kinds;
}

std::string written_out(const Moment& at, const std::vector<char>& kinds) {
  const auto shows = [&](char kind) { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); };
  std::string out;
  if (shows('y')) out.append(std::to_string(at.year)).append(kYear);
  if (shows('m')) out.append(std::to_string(at.month)).append(kMonth);
  if (shows('d')) out.append(std::to_string(at.day)).append(kDay);
  if (!shows('h') && !shows('s')) return out;
  if (!out.empty()) out.push_back(' ');
  out.append(std::to_string(at.seconds / 3600)).append(":").append(two_digits(at.seconds / 60 % 60));
  if (shows('s')) out.append(":").append(two_digits(at.seconds % 60));
  return out;
}

std::string as_shown(const Moment& at, const std::vector<Token>& tokens, const std::vector<char>& kinds) {
  std::string out;
  std::size_t next = 0;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::literal) out += token.text;
    if (token.kind != TokenKind::date) continue;
    const bool padded = token.text.size() == 2;
    const auto put = [&](long value) { out += padded ? two_digits(value) : std::to_string(value); };
    const char kind = kinds[next++];
    if (kind == 'y') out += padded ? two_digits(at.year % 100) : std::to_string(at.year);
    if (kind == 'm') put(at.month);
    if (kind == 'd') put(at.day);
    if (kind == 'h') put(at.seconds / 3600);
    if (kind == 'M') put(at.seconds / 60 % 60);
    if (kind == 's') put(at.seconds % 60);
  }
  return out;
}

std::string shown_date(double value, const Section& section, bool epoch_1904) {
  const std::optional<Moment> at = moment_of(value, epoch_1904);
  if (!at) return general(value);
  const std::vector<char> kinds = date_kinds(section.tokens);
  const bool in_words = std::any_of(section.tokens.begin(), section.tokens.end(), [](const Token& token) {
    return token.kind == TokenKind::literal &&
           (token.text.find(kYear) != std::string::npos || token.text.find(kMonth) != std::string::npos ||
            token.text.find(kDay) != std::string::npos);
  });
  return in_words ? as_shown(*at, section.tokens, kinds) : written_out(*at, kinds);
}

}  // namespace

std::string format_cell(double value, std::string_view code, bool epoch_1904) {
  const std::vector<Section> sections = sections_of(code);
  std::size_t index = 0;
  if (value < 0 && sections.size() > 1) index = 1;
  if (value == 0 && sections.size() > 2) index = 2;
  const Section& section = sections[index];
  const auto has = [&](TokenKind kind) {
    return std::any_of(section.tokens.begin(), section.tokens.end(), [&](const Token& t) { return t.kind == kind; });
  };
  const bool no_code = code.find_first_not_of(' ') == std::string_view::npos;
  if (section.plain || no_code) return general(value);
  if (section.tokens.empty()) return {};  // `0;;` hides what is not positive
  if (has(TokenKind::date) && !has(TokenKind::digits)) return shown_date(value, section, epoch_1904);
  const double size = std::fabs(value) * (section.percent ? 100 : 1);
  std::string out;
  for (const Token& token : section.tokens) {
    if (token.kind == TokenKind::literal) out += token.text;
    if (token.kind == TokenKind::digits) out += in_places(size, token.text);
    if (token.kind == TokenKind::general) out += general(std::fabs(value));
  }
  const bool minus = value < 0 && index == 0 && out.find_first_of("123456789") != std::string::npos;
  return minus ? "-" + out : out;
}

std::string format_iso_date(std::string_view text) {
  int year = 0;
  int month = 0;
  int day = 0;
  const auto part = [&](std::size_t at, std::size_t size, int& value) {
    const char* begin = text.data() + at;
    return text.size() >= at + size && std::from_chars(begin, begin + size, value).ptr == begin + size;
  };
  if (!part(0, 4, year) || !part(5, 2, month) || !part(8, 2, day) || text[4] != '-' || text[7] != '-')
    return std::string(text);
  return std::to_string(year) + std::string(kYear) + std::to_string(month) + std::string(kMonth) + std::to_string(day) +
         std::string(kDay);
}

std::string_view builtin_format(std::size_t id) {
  constexpr std::array<std::pair<std::size_t, std::string_view>, 42> kFormats = {{
      {1, "0"},         {2, "0.00"},      {3, "#,##0"},          {4, "#,##0.00"},  {9, "0%"},        {10, "0.00%"},
      {14, "yyyy/m/d"}, {15, "d-mmm-yy"}, {16, "d-mmm"},         {17, "mmm-yy"},   {18, "h:mm"},     {19, "h:mm:ss"},
      {20, "h:mm"},     {21, "h:mm:ss"},  {22, "yyyy/m/d h:mm"}, {27, "yyyy/m"},   {28, "m/d"},      {29, "m/d"},
      {30, "m/d/yy"},   {31, "yyyy/m/d"}, {32, "h:mm"},          {33, "h:mm:ss"},  {34, "h:mm"},     {35, "h:mm:ss"},
      {36, "yyyy/m"},   {37, "#,##0"},    {38, "#,##0"},         {39, "#,##0.00"}, {40, "#,##0.00"}, {45, "mm:ss"},
      {46, "h:mm:ss"},  {47, "mm:ss"},    {50, "yyyy/m"},        {51, "m/d"},      {52, "yyyy/m"},   {53, "m/d"},
      {54, "m/d"},      {55, "h:mm"},     {56, "h:mm:ss"},       {57, "yyyy/m"},   {58, "m/d"},      {49, "@"},
  }};
  for (const auto& [known, code] : kFormats) {
    if (known == id) return code;
  }
  return {};
}

}  // namespace libparse::input
