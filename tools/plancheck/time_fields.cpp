// SPDX-License-Identifier: MIT
#include "plancheck/time_fields.hpp"

#include <array>
#include <cstdint>
#include <string_view>

#include "common/dates.hpp"
#include "libparse/names.hpp"

namespace plancheck {
namespace {

using libparse::TimeType;

enum class Need : std::uint8_t { never, perhaps, always };

// What each type says, in the order of TimeType.
struct TypeFields {
  Need start, end, every, within;
};
constexpr std::array<TypeFields, 7> kFields = {{
    {Need::never, Need::always, Need::never, Need::never},       // deadline
    {Need::always, Need::always, Need::never, Need::never},      // period
    {Need::always, Need::never, Need::never, Need::never},       // start
    {Need::perhaps, Need::perhaps, Need::always, Need::never},   // recurrence; dates bound it
    {Need::perhaps, Need::perhaps, Need::never, Need::perhaps},  // relative; dates where it could be resolved
    {Need::perhaps, Need::never, Need::never, Need::never},      // ongoing
    {Need::never, Need::never, Need::never, Need::never},        // external
}};

}  // namespace

std::string find_field_problem(const libparse::Time& time, bool may_be_undated) {
  const std::string type = "a time of type `" + std::string(libparse::name_of(time.type)) + "` ";
  TypeFields fields = kFields[static_cast<std::size_t>(time.type)];
  if (may_be_undated && time.start.empty() && time.end.empty()) fields.start = fields.end = Need::perhaps;
  struct Field {
    std::string_view name;
    Need need;
    bool is_empty;
  };
  for (const auto& [name, need, is_empty] :
       {Field{"start", fields.start, time.start.empty()}, Field{"end", fields.end, time.end.empty()},
        Field{"every", fields.every, time.every.empty()}, Field{"within", fields.within, time.within.empty()}}) {
    if (need == Need::always && is_empty) return type + "needs `" + std::string(name) + "`";
    if (need == Need::never && !is_empty) return type + "cannot have `" + std::string(name) + "`";
  }
  if (time.type == TimeType::relative && time.within.empty() && time.after.empty() && time.end.empty()) {
    return type + "needs `within` or `after`";
  }
  if (time.type != TimeType::recurrence && (time.count || !time.by.empty() || !time.rrule.empty())) {
    return type + "cannot have `count`, `by` or `rrule`";
  }
  return {};
}

bool is_day_of_recurrence(const std::string& by) {
  const std::string_view day = std::string_view(by).substr(by.rfind('-') + 1);
  if (by.starts_with("---")) return tools::is_date("2024-01-" + std::string(day));
  return by.starts_with("--") && tools::is_date("2024" + by.substr(1));  // 2024 is a leap year
}

}  // namespace plancheck
