// SPDX-License-Identifier: MIT
#include "planconv/cell_reader.hpp"

#include <algorithm>

#include "libparse/mentions.hpp"
#include "libparse/parse.hpp"
#include "planconv/cells.hpp"

namespace planconv {
namespace {

using libparse::Responsibility;
using libparse::Target;
using libparse::Task;
using libparse::Time;

// Reads each part of a cell: with what was there before in the same words, each of it once, else with `read`.
template <typename Value, typename Write, typename Read>
std::vector<Value> read_parts(const std::vector<std::string>& parts, std::vector<Value> before, const Write& write,
                              const Read& read) {
  std::vector<Value> values;
  for (const std::string& part : parts) {
    const auto old =
        std::find_if(before.begin(), before.end(), [&](const Value& value) { return write(value) == part; });
    if (old != before.end()) {
      values.push_back(std::move(*old));
      before.erase(old);
      continue;
    }
    for (Value& value : read(part)) values.push_back(std::move(value));
  }
  return values;
}

}  // namespace

CellReader::CellReader(const libparse::Document& document) : issued_on_(document.issued_on), year_(document.year) {}

std::vector<Task> CellReader::parse_slot(const char* key, const std::string& part) const {
  std::string notice = words_[key];
  notice.replace(notice.find("{}"), 2, part);
  return libparse::parse_notice(notice, {.as_of = issued_on_, .year = year_}).list.tasks;
}

std::vector<Responsibility> CellReader::read_units(const std::string& cell, libparse::Role role,
                                                   const std::vector<Responsibility>& before) const {
  std::vector<Responsibility> of_role;
  std::copy_if(before.begin(), before.end(), std::back_inserter(of_role),
               [role](const Responsibility& unit) { return unit.role == role; });
  const auto read = [&](const std::string& part) {
    constexpr std::string_view kScopeBegin = "〔";
    constexpr std::string_view kScopeEnd = "〕";
    std::string name = part;
    std::string scope;
    const std::size_t bracket = part.find(kScopeBegin);
    if (bracket != std::string::npos && bracket > 0 && part.ends_with(kScopeEnd)) {
      const std::size_t begin = bracket + kScopeBegin.size();
      name = part.substr(0, bracket);
      scope = part.substr(begin, part.size() - kScopeEnd.size() - begin);
    }
    std::vector<Responsibility> units;
    for (const Task& task : parse_slot("slot.units", name)) {
      for (const Responsibility& unit : task.responsibilities) {
        units.push_back({role, unit.organization, unit.name, {}, unit.group, scope, false, {}});
      }
    }
    if (units.empty()) throw CellError("no unit is read in `" + part + '`');
    return units;
  };
  return read_parts(split_units(cell), std::move(of_role), write_unit, read);
}

std::vector<Time> CellReader::read_times(const std::string& cell, const std::vector<Time>& before) const {
  const auto read = [&](const std::string& part) {
    std::vector<Time> times;
    for (const Task& task : parse_slot("slot.times", part)) {
      times.insert(times.end(), task.times.begin(), task.times.end());
    }
    if (times.empty()) throw CellError("no time is read in `" + part + '`');
    for (Time& time : times) {
      time.span = {};
      time.rule.clear();
      if (time.basis == "as-of date") time.basis = "issue date";  // which is what stood in for it
    }
    return times;
  };
  return read_parts(
      split_values(cell), before, [](const Time& time) { return time.text; }, read);
}

std::vector<Target> CellReader::read_targets(const std::string& cell, const std::vector<Target>& before) const {
  const auto read = [&](const std::string& part) {
    std::vector<Target> targets;
    const libparse::MentionOptions options{
        .issued_on = issued_on_, .year = year_, .only = {libparse::MentionType::quantity}};
    for (const auto& mention : libparse::find_mentions(part, options, libparse::RulePack::builtin()).mentions) {
      Target& target = targets.emplace_back(*mention.quantity);
      target.text = mention.text;
      target.span = {};
      target.rule.clear();
      target.by.reset();
    }
    if (targets.empty()) throw CellError("no quantity is read in `" + part + '`');
    return targets;
  };
  return read_parts(split_values(cell), before, write_target, read);
}

}  // namespace planconv
