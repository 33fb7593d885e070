// SPDX-License-Identifier: MIT
#include "gold.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "comparable.hpp"
#include "libparse/names.hpp"

namespace score {
namespace {

using nlohmann::json;

json read_json_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + ": cannot be opened");
  try {
    return json::parse(file);
  } catch (const json::exception& error) {
    throw std::runtime_error(path + ": " + error.what());
  }
}

std::string text_at(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return {};
  return found->is_string() ? found->get<std::string>() : found->dump();
}

bool is_optional(const json& object) { return object.value("optional", false); }

template <typename Enum>
Enum word_at(const json& object, const char* key) {
  const std::string word = text_at(object, key);
  const std::optional<Enum> found = libparse::find_named<Enum>(word);
  if (!found) throw std::runtime_error(std::string(key) + " `" + word + "` is unknown in " + object.dump());
  return *found;
}

libparse::Decimal number_at(const json& object, const char* key) {
  libparse::Decimal number;
  // Gold numbers are short: what dump() writes is what the analyst wrote.
  if (!libparse::Decimal::parse(object.at(key).dump(), number)) {
    throw std::runtime_error(std::string(key) + " is no number in " + object.dump());
  }
  return number;
}

template <typename Read>
auto read_all(const json& object, const char* key, Read read) {
  std::vector<decltype(read(json{}))> all;
  for (const json& entry : object.value(key, json::array())) all.push_back(read(entry));
  return all;
}

GoldUnit read_unit(const json& entry) {
  GoldUnit unit{word_at<libparse::Role>(entry, "role"), text_at(entry, "unit"), text_at(entry, "name"),
                is_optional(entry)};
  if (unit.name.empty()) unit.name = unit.unit;
  return unit;
}

GoldTime read_time(const json& entry) {
  GoldTime gold;
  gold.optional = is_optional(entry);
  libparse::Time& time = gold.time;
  time.type = word_at<libparse::TimeType>(entry, "type");
  time.text = text_at(entry, "text");
  time.start = text_at(entry, "start");
  time.end = text_at(entry, "end");
  time.every = text_at(entry, "every");
  time.by = text_at(entry, "by");
  time.within = text_at(entry, "within");
  return gold;
}

GoldTarget read_target(const json& entry) {
  GoldTarget gold;
  gold.optional = is_optional(entry);
  libparse::Target& target = gold.target;
  target.indicator = text_at(entry, "indicator");
  gold.has_indicator = !target.indicator.empty();
  target.comparator = word_at<libparse::Comparator>(entry, entry.contains("cmp") ? "cmp" : "comparator");
  target.value = number_at(entry, "value");
  if (entry.contains("max")) target.max = number_at(entry, "max");
  target.unit = text_at(entry, "unit");
  if (entry.contains("direction")) target.direction = word_at<libparse::Direction>(entry, "direction");
  target.text = text_at(entry, "text");
  return gold;
}

GoldItem read_item(const json& entry) {
  GoldItem item;
  item.kind = word_at<libparse::TaskKind>(entry, "kind");
  item.start = text_at(entry, "start");
  item.end = text_at(entry, "end");
  item.optional = is_optional(entry);
  item.units = read_all(entry, "resp", read_unit);
  item.times = read_all(entry, "times", read_time);
  item.targets = read_all(entry, "targets", read_target);
  return item;
}

GoldSection read_section(const json& entry) {
  return {entry.at(1).get<std::string>(), entry.at(2).is_null() ? "" : entry.at(2).get<std::string>()};
}

// Character offset of line `line` (from 0), and of the end of the text where there are fewer lines.
std::size_t line_begin(const std::u32string& text, std::size_t line) {
  std::size_t at = 0;
  for (; line > 0; --line) {
    const std::size_t end = text.find(U'\n', at);
    if (end == std::u32string::npos) return text.size();
    at = end + 1;
  }
  return at;
}

// Looks for quotes in one region of a document, blind to white space.
class Finder {
 public:
  Finder(const std::u32string& text, libparse::Span region)
      : begin_(region.begin), flat_(squeeze(text.substr(region.begin, region.end - region.begin))) {}

  [[nodiscard]] std::size_t find(const std::string& quote, std::size_t from) const {
    return flat_.text.find(squeeze(to_characters(quote)).text, from);
  }
  [[nodiscard]] bool has(const std::string& quote, std::size_t from, std::size_t to) const {
    const std::size_t at = find(quote, from);
    return at != std::u32string::npos && at + size_of(quote) <= to;
  }
  [[nodiscard]] static std::size_t size_of(const std::string& quote) {
    return squeeze(to_characters(quote)).text.size();
  }
  [[nodiscard]] std::size_t offset(std::size_t at) const { return begin_ + flat_.index.at(at); }
  [[nodiscard]] std::size_t size() const { return flat_.text.size(); }

 private:
  std::size_t begin_;
  Squeezed flat_;
};

void find_items(Gold& gold, const Finder& finder) {
  struct Place {
    GoldItem* item;
    std::size_t begin;
    std::size_t end;
  };
  std::vector<Place> places;
  std::size_t from = 0;
  for (GoldItem& item : gold.items) {
    const std::size_t begin = finder.find(item.start, from);
    const std::size_t end = begin == std::u32string::npos ? begin : finder.find(item.end, begin);
    if (end == std::u32string::npos) {
      gold.problems.push_back("item `" + item.start + "` … `" + item.end + "` is not found after the one before it");
      continue;
    }
    places.push_back({&item, begin, end + Finder::size_of(item.end)});
    item.span = {finder.offset(begin), finder.offset(places.back().end - 1) + 1};
    from = begin + 1;
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Place& place = places[i];
    const std::size_t next = i + 1 < places.size() ? places[i + 1].begin : finder.size();
    const auto check = [&](const std::string& quote) {
      if (!finder.has(quote, place.begin, std::max(next, place.end))) {
        gold.problems.push_back("item `" + place.item->start + "`: `" + quote + "` is not in its text");
      }
    };
    for (const GoldUnit& unit : place.item->units) check(unit.unit);
    for (const GoldTime& time : place.item->times) check(time.time.text);
    for (const GoldTarget& target : place.item->targets) check(target.target.text);
  }
}

void find_sections(Gold& gold, const Finder& finder) {
  std::size_t from = 0;
  for (GoldSection& section : gold.sections) {
    std::size_t at = finder.find(section.label + section.title, from);
    if (at == std::u32string::npos) at = finder.find(section.label, from);
    section.found = at != std::u32string::npos;
    if (!section.found) {
      gold.problems.push_back("section `" + section.label + section.title + "` is not found after the one before it");
      continue;
    }
    from = at + 1;
  }
}

}  // namespace

std::string read_doc_name(const std::string& gold_path) {
  return read_json_file(gold_path).at("doc").get<std::string>();
}

Gold load_gold(const std::string& gold_path, const std::string& document_text) {
  const json file = read_json_file(gold_path);
  Gold gold;
  gold.doc = file.at("doc").get<std::string>();
  for (const char* field : {"title", "doc_number", "issuer", "issued_on", "year"}) {
    const json meta = file.value("meta", json::object());
    if (meta.contains(field)) gold.meta[field] = text_at(meta, field);
  }
  gold.sections = read_all(file, "sections", read_section);
  gold.items = read_all(file, "items", read_item);

  const std::u32string text = to_characters(document_text);
  gold.region = {0, text.size()};
  if (file.contains("lines")) {
    const auto first = file["lines"].at(0).get<std::size_t>();
    const auto last = file["lines"].at(1).get<std::size_t>();  // first line behind the region
    gold.region.begin = line_begin(text, first);
    gold.region.end = std::min(text.find(U'\n', line_begin(text, std::max(last, first + 1) - 1)), text.size());
  }
  const Finder finder(text, gold.region);
  find_items(gold, finder);
  find_sections(gold, finder);
  return gold;
}

}  // namespace score
