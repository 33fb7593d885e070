// SPDX-License-Identifier: MIT
#include "extract/target_quantity.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "libparse/names.hpp"
#include "text/utf8.hpp"

namespace libparse::extract {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

int to_int(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return s;
}

std::int64_t power_of_ten(int power) {
  std::int64_t p = 1;
  for (; power > 0; --power) p *= 10;
  return p;
}

/// 三百二十 → 320. Digits in a row (二〇二五, 三五) are years or guesses, not numbers.
std::optional<WrittenNumber> read_han(std::string_view text, const TargetWords& words) {
  std::int64_t total = 0, section = 0, digit = -1;
  std::size_t characters = 0, digits = 0;
  int last_power = 0;
  for (std::size_t at = 0; at < text.size(); at = text::next(text, at), ++characters) {
    const std::string_view c = text.substr(at, text::char_length(static_cast<unsigned char>(text[at])));
    if (const auto scale = words.scale.find(c)) {
      const int power = to_int(scale.value);
      if (power >= 4) {
        const std::int64_t before = section + std::max<std::int64_t>(digit, section + total == 0 ? 1 : 0);
        total = power == 4 ? total + before * power_of_ten(power) : (total + before) * power_of_ten(power);
        section = 0;
      } else {
        section += (digit < 0 ? 1 : digit) * power_of_ten(power);
      }
      digit = -1;
      last_power = power;
    } else if (const auto numeral = words.numeral.find(c); numeral && to_int(numeral.value) < 10) {
      if (digit > 0) return std::nullopt;
      digit = to_int(numeral.value);
      if (digit == 0) last_power = 0;
      ++digits;
    } else if (numeral && (to_int(numeral.value) == 20 || to_int(numeral.value) == 30)) {  // 廿, 卅
      section += to_int(numeral.value);
      digit = -1;
      last_power = 1;
    } else {
      break;  // 余, 多
    }
  }
  if (characters == 0) return std::nullopt;
  if (digit > 0 && last_power > 1) return std::nullopt;  // 三百五: five what?
  const std::int64_t value = total + section + std::max<std::int64_t>(digit, 0);
  return WrittenNumber{Decimal::of(value), 0, true, characters == 1};
}

UnitKind kind_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, UnitKind>, 10> kKinds{{{"generic", UnitKind::generic},
                                                                          {"count", UnitKind::count},
                                                                          {"person", UnitKind::person},
                                                                          {"occasion", UnitKind::occasion},
                                                                          {"time", UnitKind::time},
                                                                          {"money", UnitKind::money},
                                                                          {"size", UnitKind::size},
                                                                          {"kind", UnitKind::kind},
                                                                          {"score", UnitKind::score},
                                                                          {"points", UnitKind::points}}};
  const auto* const at = std::ranges::find(kKinds, name, &std::pair<std::string_view, UnitKind>::first);
  return at == kKinds.end() ? UnitKind::generic : at->second;
}

/// Part and whole of a fraction as a decimal of at most six places: enough for every share that a notice can mean.
std::optional<Decimal> ratio(const std::optional<WrittenNumber>& part, const std::optional<WrittenNumber>& whole) {
  if (!part || !whole || part->value.scale != 0 || whole->value.scale != 0) return std::nullopt;
  const std::int64_t p = part->value.digits, w = whole->value.digits;
  constexpr std::int64_t kPlaces = 1000000;
  if (p <= 0 || w <= 1 || p >= w || p > kPlaces) return std::nullopt;
  return Decimal::of((2 * p * kPlaces + w) / (2 * w), 6);
}

/// `amount`, a number with its unit: the longest measure word at its end is the unit (15千米 is not 15000 米).
bool read_amount(std::string_view amount, const TargetWords& words, Quantity& out, int* scale = nullptr) {
  amount = trimmed(amount);
  const auto unit = words.measure.suffix(amount);
  if (!unit) return false;
  const auto number = read_number(trimmed(amount.substr(0, amount.size() - unit.word.size())), words);
  if (!number) return false;
  out.value = number->value;
  out.unit = std::string(unit.word);
  out.kind = kind_of(unit.value);
  out.han = number->han;
  out.single_han = number->single_han;
  if (scale != nullptr) *scale = number->scale;
  return true;
}

bool read_amount_range(const rules::RuleMatch& match, std::string_view text, const TargetWords& words, Quantity& out) {
  int scale = 0;
  if (!read_amount(match.get("to", text), words, out, &scale)) return false;
  const auto from = read_number(trimmed(match.get("from", text)), words);
  if (!from) return false;
  // 3至5万户: the scale of the end holds for both, unless the start has its own.
  const bool shared = scale > 0 && from->scale == 0 && !from->han && match.get("of", text).empty();
  out.max = out.value;
  out.value = shared ? from->value.shifted(scale) : from->value;
  return true;
}

bool read_form(const rules::RuleMatch& match, std::string_view text, const TargetWords& words, Quantity& out) {
  const auto number = [&](std::string_view name) { return read_number(trimmed(match.get(name, text)), words); };
  const auto take = [&](const std::optional<WrittenNumber>& n, std::string_view unit, UnitKind kind, int power = 0) {
    if (!n) return false;
    out.value = n->value.shifted(power);
    out.unit = std::string(unit);
    out.kind = kind;
    out.han = n->han;
    out.single_han = n->single_han;
    return true;
  };
  const std::string_view form = match.rule->property("form");
  if (form == "amount") return read_amount(match.get("amount", text), words, out);
  if (form == "amount-range") return read_amount_range(match, text, words, out);
  if (form == "share") return take(number("percent"), "%", UnitKind::share);
  if (form == "hundredths") return take(number("hundredths"), "%", UnitKind::share);
  if (form == "share-range") {
    if (!take(number("to"), "%", UnitKind::share)) return false;
    const auto from = number("from");
    out.max = out.value;
    if (from) out.value = from->value;
    return from.has_value();
  }
  if (form == "tenths") {
    if (!take(number("tenths"), "%", UnitKind::share, 1)) return false;
    if (match.range_of("twentieth")) {
      const auto digit = number("twentieth");  // 半 is no numeral: a half of ten
      out.value = Decimal::of(out.value.digits + (digit ? digit->value.digits : 5));
    }
    return true;
  }
  if (form == "permille") {
    return take(number(match.range_of("permille") ? "permille" : "thousandths"), "‰", UnitKind::share);
  }
  if (form == "points") {
    // 5百分点 and 5个百分点 are the same unit: the longest entry of its kind is its name.
    for (const auto& w : words.measure.words()) {
      if (w.value == "points" && w.word.size() > out.unit.size()) out.unit = std::string(w.word);
    }
    return take(number("points"), std::string(out.unit), UnitKind::points);
  }
  if (form == "fraction") {
    out.kind = UnitKind::share;
    if (match.range_of("half")) return out.value = Decimal::of(5, 1), true;
    const bool slash = match.range_of("above").has_value();
    const auto value = ratio(number(slash ? "above" : "part"), number(slash ? "below" : "over"));
    if (value) out.value = *value;
    return value.has_value();
  }
  if (form == "multiple") return take(number("multiple"), match.get("unit", text), UnitKind::points);
  if (form == "doubling") {
    const auto times = number("doublings");
    const auto unit = match.range_of("unit");
    out.unit = unit ? std::string(match.get("unit", text)) : std::string(match.rule->property("unit"));
    out.kind = UnitKind::points;
    if (times) out.value = Decimal::of(std::int64_t{1} << times->value.digits);
    return times.has_value();
  }
  return take(number("number"), match.get("unit", text), UnitKind::none);
}

}  // namespace

Comparator comparator_of(std::string_view value) { return find_named<Comparator>(value).value_or(Comparator::eq); }

std::optional<WrittenNumber> read_number(std::string_view text, const TargetWords& words) {
  text = trimmed(text);
  const std::size_t digits = std::min(text.find_first_not_of("0123456789.,"), text.size());
  if (digits == 0) return text.empty() || is_digit(text.front()) ? std::nullopt : read_han(text, words);
  WrittenNumber out;
  if (!Decimal::parse(std::string(text.substr(0, digits)), out.value)) return std::nullopt;
  for (std::size_t at = digits; at < text.size(); at = text::next(text, at)) {
    const auto scale = words.scale.find(text.substr(at, text::char_length(static_cast<unsigned char>(text[at]))));
    if (scale) out.scale += to_int(scale.value);  // 万亿 is 10^12; 余 and 多 say nothing exact
  }
  if (out.scale > 12) return std::nullopt;
  out.value = out.value.shifted(out.scale);
  return out;
}

std::optional<Quantity> read_quantity(const rules::RuleMatch& match, std::string_view text, const TargetWords& words) {
  Quantity out;
  if (!read_form(match, text, words, out)) return std::nullopt;
  if (out.max && *out.max <= out.value) return std::nullopt;
  return out;
}

}  // namespace libparse::extract
