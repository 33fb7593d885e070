// SPDX-License-Identifier: MIT
#include "planconv/calendar.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <set>

#include "libparse/names.hpp"
#include "libparse/version.hpp"
#include "planconv/cells.hpp"
#include "planconv/facts.hpp"

namespace planconv {
namespace {

using libparse::Task;
using libparse::TaskList;
using libparse::Time;
using libparse::TimeType;

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

// RFC 5545 has no place for control characters but the line break, which is escaped.
std::string plain(std::string text) {
  std::erase_if(text, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == '\x7F'; });
  return text;
}

std::string without_dashes(std::string date) {
  std::erase(date, '-');
  return date;
}

/// The day of an ISO 8601 date; null where it is no date.
icaltimetype day_of(const std::string& date) {
  return date.size() == 10 ? icaltime_from_string(without_dashes(date).c_str()) : icaltime_null_time();
}

bool is_day(const icaltimetype& day) { return icaltime_is_null_time(day) == 0 && icaltime_is_valid_time(day) != 0; }

std::string first_known(std::initializer_list<std::string> dates) {
  const auto* const found = std::find_if(dates.begin(), dates.end(), [](const auto& date) { return !date.empty(); });
  return found == dates.end() ? std::string{} : *found;
}

// RFC 5545, 3.1: lines of at most 75 octets without the line break, folded by CR LF and a space.
void append_folded(std::string& out, std::string_view line) {
  constexpr std::size_t kLongest = 75;
  const auto is_inside = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  std::size_t room = kLongest;
  while (line.size() > room) {
    std::size_t end = room;
    while (end > 0 && is_inside(line[end])) --end;
    out.append(line.substr(0, end)).append("\r\n ");
    line.remove_prefix(end);
    room = kLongest - 1;
  }
  out.append(line).append("\r\n");
}

// libical 3.0.16 folds a line together with its end, and may break between CR and LF. So its lines are put together and
// folded again; no value holds a carriage return.
std::string refolded(std::string text) {
  std::erase(text, '\r');
  std::string out;
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    line.append(text, at, end - at);
    at = end + 1;
    if (at < text.size() && text[at] == ' ') {
      ++at;
      continue;
    }
    append_folded(out, line);
    line.clear();
  }
  return out;
}

class Calendar {
 public:
  explicit Calendar(const Words& words) : words_(words), calendar_(icalcomponent_new(ICAL_VCALENDAR_COMPONENT)) {
    const std::string program = "-//planparse//planconv " + std::string(libparse::version()) + "//EN";
    add(calendar_.get(), icalproperty_new_version("2.0"));
    add(calendar_.get(), icalproperty_new_prodid(program.c_str()));
  }

  void add_list(const TaskList& list) {
    for (const Task& task : list.tasks) {
      const auto is_for_calendar = [&](const Time& time) { return has_dates(time); };
      const auto count = std::count_if(task.times.begin(), task.times.end(), is_for_calendar);
      for (std::size_t i = 0; i < task.times.size(); ++i) {
        if (has_dates(task.times[i])) add_todo(list, task, i, count > 1);
      }
      if (count == 0) add_todo(list, task, task.times.size(), false);
    }
  }

  [[nodiscard]] std::string text() const {
    char* text = icalcomponent_as_ical_string_r(calendar_.get());
    std::string out = text;
    icalmemory_free_buffer(text);
    return refolded(std::move(out));
  }

 private:
  static void add(icalcomponent* component, icalproperty* property) { icalcomponent_add_property(component, property); }
  static bool has_dates(const Time& time) {
    return time.type == TimeType::recurrence || is_day(day_of(time.start)) || is_day(day_of(time.end));
  }

  // `index` is that of a time of the task, or behind the last.
  void add_todo(const TaskList& list, const Task& task, std::size_t index, bool is_one_of_several) {
    const Time* time = index < task.times.size() ? &task.times[index] : nullptr;
    std::string uid = list.document.source.sha256.substr(0, 32) + '-' + task.id;
    if (time != nullptr) uid += "-t" + std::to_string(index + 1);
    uid += "@planparse";
    if (!uids_.insert(uid).second) return;  // the list of the same notice was there before

    icalcomponent* todo = icalcomponent_new(ICAL_VTODO_COMPONENT);
    icalcomponent_add_component(calendar_.get(), todo);
    const std::string stamp = first_known({without_dashes(list.document.issued_on), "20000101"}) + "T000000Z";
    add(todo, icalproperty_new_uid(plain(uid).c_str()));
    add(todo, icalproperty_new_dtstamp(icaltime_from_string(stamp.c_str())));
    std::string summary = task.title.empty() ? task.text : task.title;
    if (is_one_of_several) summary += " (" + time->text + ")";
    add(todo, icalproperty_new_summary(plain(summary).c_str()));
    add(todo, icalproperty_new_description(plain(describe(list, task)).c_str()));
    add(todo, icalproperty_new_categories(words_["kind." + std::string(name_of(task.kind))].c_str()));
    if (!task.path.empty()) add(todo, icalproperty_new_categories(plain(task.path.front()).c_str()));
    if (time != nullptr) add_dates(todo, *time, list.document);
    for (const libparse::Responsibility& unit : task.responsibilities) {
      std::string name = "X-PLANPARSE-" + std::string(name_of(unit.role));
      std::transform(name.begin(), name.end(), name.begin(),
                     [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
      add_own(todo, name, write_unit(unit));
    }
    add_own(todo, "X-PLANPARSE-TASK", task.id);
    if (!task.fingerprint.empty()) add_own(todo, "X-PLANPARSE-FINGERPRINT", task.fingerprint);
  }

  static void add_own(icalcomponent* todo, const std::string& name, const std::string& text) {
    icalproperty* property = icalproperty_new(ICAL_X_PROPERTY);
    icalproperty_set_x_name(property, name.c_str());
    icalproperty_set_value(property, icalvalue_new_text(plain(text).c_str()));
    add(todo, property);
  }

  static void add_dates(icalcomponent* todo, const Time& time, const libparse::Document& document) {
    const icaltimetype start = day_of(time.start);
    const icaltimetype end = day_of(time.end);
    if (time.type == TimeType::recurrence) {
      add_recurrence(todo, time, document);
      return;
    }
    // RFC 5545, 3.8.2.3: DUE must be later than DTSTART; what begins and ends on one day is due on it.
    const bool is_open = !is_day(end) || icaltime_compare(start, end) < 0;
    if (is_day(start) && is_open) add(todo, icalproperty_new_dtstart(start));
    if (is_day(end)) add(todo, icalproperty_new_due(end));
  }

  static void add_recurrence(icalcomponent* todo, const Time& time, const libparse::Document& document) {
    const std::string rule = find_rule(time);
    const std::string plan_start = document.period ? document.period->start : std::string{};
    const std::string year_start = document.year > 0 ? std::to_string(document.year) + "-01-01" : std::string{};
    const icaltimetype start = day_of(first_known({time.start, plan_start, document.issued_on, year_start}));
    if (!rule.empty()) {
      icalrecurrencetype recurrence = icalrecurrencetype_from_string(rule.c_str());
      if (recurrence.freq != ICAL_NO_RECURRENCE && is_day(start)) {
        if (is_day(day_of(time.end))) recurrence.until = day_of(time.end);
        // 3.8.5.3: the first day should be one of the rule.
        icaltimetype first = start;
        if (icalrecur_iterator* days = icalrecur_iterator_new(recurrence, start)) {
          first = icalrecur_iterator_next(days);
          icalrecur_iterator_free(days);
        }
        if (is_day(first)) {
          add(todo, icalproperty_new_dtstart(first));
          add(todo, icalproperty_new_rrule(recurrence));
        }
      }
    }
    if (!time.every.empty()) add_own(todo, "X-PLANPARSE-EVERY", time.every);
    if (time.count) {
      add_own(todo, "X-PLANPARSE-COUNT",
              std::string(name_of(time.count->comparator)) + ' ' + std::to_string(time.count->value));
    }
  }

  [[nodiscard]] std::string describe(const TaskList& list, const Task& task) const {
    std::string out = task.text;
    for (const Column column : {Column::lead, Column::responsible, Column::cooperate, Column::participate,
                                Column::supervise, Column::implement, Column::times, Column::targets, Column::path}) {
      const std::string cell = write_cell(column, list, task, 0, words_);
      if (cell.empty()) continue;
      const std::string& name = words_["column." + std::string(kColumnNames[static_cast<std::size_t>(column)])];
      out += '\n' + write_fact({name, cell}, words_);
    }
    const std::string& title = list.document.title;
    if (!title.empty()) out += '\n' + write_fact({words_["document.source"], title}, words_);
    return out;
  }

  const Words& words_;
  Component calendar_;
  std::set<std::string> uids_;
};

}  // namespace

std::string write_calendar(const std::vector<TaskList>& lists, const Words& words) {
  Calendar calendar(words);
  for (const TaskList& list : lists) calendar.add_list(list);
  return calendar.text();
}

}  // namespace planconv
