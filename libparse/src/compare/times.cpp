// SPDX-License-Identifier: MIT
#include "compare/times.hpp"

#include <charconv>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "compare/pairing.hpp"
#include "libparse/fingerprint.hpp"
#include "text/utf8.hpp"

namespace libparse::compare {
namespace {

constexpr std::size_t kContext = 8;     // characters behind a time that tell what it is for
constexpr std::size_t kMostFound = 64;  // times of one task that are looked up in its text

struct Dated {
  const Time* time = nullptr;
  std::string context;  ///< normalised words behind the time in the text; empty where it stands in a slot
};

std::string words_behind(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (std::size_t n = 0; n < kContext && end < text.size(); ++n) end = text::next(text, end);
  return normalized_body(text.substr(at, end - at));
}

std::vector<Dated> times_of(const std::vector<const Task*>& tasks) {
  std::vector<Dated> found;
  for (const Task* task : tasks) {
    std::size_t from = 0, looked_up = 0;
    for (const Time& time : task->times) {
      Dated& dated = found.emplace_back(Dated{&time, {}});
      if (time.text.empty() || looked_up++ >= kMostFound) continue;
      const std::size_t at = task->text.find(time.text, from);
      if (at == std::string::npos) continue;
      from = at + time.text.size();
      dated.context = words_behind(task->text, from);
    }
  }
  return found;
}

bool is_bounded(const Time& time) { return time.type == TimeType::deadline || time.type == TimeType::period; }

std::string count_key(const std::optional<Count>& count) {
  return count ? std::string(libparse::name_of(count->comparator)) + std::to_string(count->value) : std::string{};
}

/// Equal for equal meanings. Where a notice gave no date, the words count.
std::string value_key(const Time& time) {
  std::string key = std::string(libparse::name_of(time.type)) + ' ';
  const std::string values = time.start + '/' + time.end + '/' + time.every + '/' + count_key(time.count) + '/' +
                             time.by + '/' + time.within + '/' + normalized_body(time.after);
  const bool has_values =
      !time.start.empty() || !time.end.empty() || !time.every.empty() || !time.by.empty() || !time.within.empty();
  return key + (has_values || time.type == TimeType::ongoing ? values : normalized_body(time.text));
}

std::string shown(const Time& time) {
  if (time.type == TimeType::deadline && !time.end.empty()) return time.end;
  if (time.type == TimeType::period && (!time.start.empty() || !time.end.empty())) return time.start + '/' + time.end;
  if (time.type == TimeType::start && !time.start.empty()) return time.start + '/';
  return time.text;
}

std::optional<int> days_between(const std::string& before, const std::string& after) {
  const auto day = [](const std::string& text) -> std::optional<std::chrono::sys_days> {
    int year = 0;
    unsigned month = 0, date = 0;
    const auto read = [&](std::size_t at, std::size_t length, auto& value) {
      const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + length, value);
      return error == std::errc{} && end == text.data() + at + length;
    };
    if (text.size() != 10 || !read(0, 4, year) || !read(5, 2, month) || !read(8, 2, date)) return std::nullopt;
    const std::chrono::year_month_day ymd{std::chrono::year(year), std::chrono::month(month), std::chrono::day(date)};
    return ymd.ok() ? std::optional(std::chrono::sys_days(ymd)) : std::nullopt;
  };
  const auto from = day(before), to = day(after);
  return from && to ? std::optional(static_cast<int>((*to - *from).count())) : std::nullopt;
}

class TimeComparer {
 public:
  explicit TimeComparer(std::vector<Difference>& changes) : changes_(changes) {}

  void pair(const Time& a, const Time& b) {
    if (value_key(a) == value_key(b)) return;
    const bool both_bounded = is_bounded(a) && is_bounded(b);
    if (both_bounded && !a.end.empty() && !b.end.empty() && a.end != b.end) {  // ISO dates sort as text
      changes_.push_back({b.end < a.end ? Change::deadline_earlier : Change::deadline_later,
                          {},
                          a.end,
                          b.end,
                          days_between(a.end, b.end)});
    }
    if (a.type == TimeType::period || b.type == TimeType::period) {
      add(both_bounded ? Change::period_changed : Change::time_changed, a, b);
    } else if (a.type == TimeType::recurrence && b.type == TimeType::recurrence) {
      add(Change::recurrence_changed, a, b);
    } else if (!both_bounded || a.end.empty() || b.end.empty()) {
      add(Change::time_changed, a, b);
    }
  }
  void lose(const Time& time) { add_lone(time, /*gained=*/false); }
  void gain(const Time& time) { add_lone(time, /*gained=*/true); }

 private:
  void add(Change change, const Time& a, const Time& b) { changes_.push_back({change, {}, shown(a), shown(b), {}}); }
  void add_lone(const Time& time, bool gained) {
    Change change = Change::time_changed;
    if (time.type == TimeType::deadline) change = gained ? Change::deadline_gained : Change::deadline_lost;
    if (time.type == TimeType::period) change = Change::period_changed;
    if (time.type == TimeType::recurrence) change = Change::recurrence_changed;
    changes_.push_back({change, {}, gained ? std::string{} : shown(time), gained ? shown(time) : std::string{}, {}});
  }

  std::vector<Difference>& changes_;
};

}  // namespace

void compare_times(const std::vector<const Task*>& before, const std::vector<const Task*>& after,
                   std::vector<Difference>& changes) {
  Unpaired<Dated> left{times_of(before), times_of(after)};
  TimeComparer comparer(changes);
  const auto pair = [&](const Dated& a, const Dated& b) { comparer.pair(*a.time, *b.time); };
  const auto type = [](const Dated& d) { return std::string(libparse::name_of(d.time->type)); };
  left.take_equal([](const Dated& d) { return value_key(*d.time); }, pair);
  left.take_equal([&](const Dated& d) { return d.context.empty() ? d.context : type(d) + d.context; }, pair);
  left.take_equal(type, pair);
  left.take_equal([](const Dated& d) { return std::string(is_bounded(*d.time) ? "bounded" : ""); }, pair);
  for (const Dated& d : left.before) comparer.lose(*d.time);
  for (const Dated& d : left.after) comparer.gain(*d.time);
}

}  // namespace libparse::compare
